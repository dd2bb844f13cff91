"""The API: what the archive holds, for programs, to be read only. docs/formats/api.md tells of it.

Its addresses begin with ``/api/v1/``. Members may be added to its answers; if any is taken away or
changes its meaning, the addresses will begin with ``/api/v2/``.
"""
