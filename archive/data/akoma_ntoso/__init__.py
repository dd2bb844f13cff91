"""Akoma Ntoso for the United Nations: a record as one XML document, and the names it goes by.

Sources: Akoma Ntoso 3.0 and its naming convention 1.0 (OASIS LegalDocumentML), and the guidelines
of Akoma Ntoso for the United Nations (AKN4UN). docs/formats/akoma-ntoso.md says what stands where.
"""
