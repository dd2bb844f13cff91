"""Reach: texts that are not held, before what a held one is the first to do."""

from datetime import date
from typing import Any

import pytest

from archive.comparison.reach import Dating, KnownTexts


def _of(symbol: str, year: int | None, **more: Any) -> Dating:
    day = date(year, 12, 18) if year else None
    return Dating(**({"symbol": symbol, "organ": "GA", "day": day} | more))


KNOWN = KnownTexts(
    held=(_of("58/178", 2003), _of("13/13", 2010, organ="HRC"), _of("66/164", 2011)),
    unheld=(_of("55/98", 2000), _of("60/161", 2005), _of("68/181", 2013, session=68)),
)


@pytest.mark.parametrize(
    ("one", "against", "found"),
    [
        (_of("56/163", 2001), None, ["55/98"]),
        (_of("62/152", 2007), None, ["60/161"]),
        (_of("62/152", 2007), _of("56/163", 2001), ["60/161"]),
        (_of("66/164", 2011), None, ["60/161"]),
        (_of("66/164", 2011), _of("62/152", 2007), []),
        (_of("13/13", 2010, organ="HRC"), None, ["55/98", "60/161"]),
        (_of("L.46", None, session=70), None, ["68/181"]),
        (_of("L.46", None, session=70), _of("66/164", 2011), ["68/181"]),
        (_of("L.46", None, session=68), None, []),
        (_of("L.46", None, organ="HRC", session=70), None, []),
        (_of("L.46", None), None, []),
        (_of("Z.1", 2005, is_draft=True), None, []),
        (_of("Z.1", 2006, is_draft=True), None, ["60/161"]),
    ],
)
def test_they_lie_before_it_and_after_what_it_is_set_against_or_its_organ_had(
    one: Dating, against: Dating | None, found: list[str]
) -> None:
    assert [other.symbol for other in KNOWN.unheld_before(one, against=against)] == found
