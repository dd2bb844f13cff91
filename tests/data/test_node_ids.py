"""Ids of nodes in networks."""

import re

from archive.data.node_ids import node_id

SYMBOLS = (
    "A/RES/66/164",
    "A/RES/217A(III)",
    "A/RES/3201(S-VI)",
    "A/RES/S-21/2",
    "S/RES/1325(2000)",
    "E/CN.4/RES/2000/61",
    "A/C.3/70/L.46/Rev.1",
)


def test_every_symbol_has_an_id_of_its_own_that_graphml_allows() -> None:
    ids = [node_id(symbol) for symbol in SYMBOLS]
    assert [one for one in ids if not re.fullmatch(r"[A-Za-z0-9._:-]+", one)] == []
    assert len(set(ids)) == len(SYMBOLS)
    assert ids[:2] == ["A:RES:66:164", "A:RES:217A_III_"]
