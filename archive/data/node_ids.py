"""Ids of resolutions in networks, the same in every file, so that two networks can be joined.

By the schema of GraphML of 2007 an id is an NMTOKEN, which has neither slash nor bracket; so
``A:RES:217A_III_`` stands for A/RES/217A(III). No two symbols have the same.
"""

_IN_IDS = str.maketrans("/()", ":__")


def node_id(symbol: str) -> str:
    """The id of a resolution's node."""
    return symbol.translate(_IN_IDS)
