"""Signs that stand for several letters, or for a figure raised above the line.

Reads: nothing. Writes: the tables that readers translate by.
"""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
RAISED_FIGURES = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
