"""A text wrapped by hand, in pieces, and its parse."""

from archive.parsing.checks import account
from archive.parsing.parsed import ParsedResolution
from archive.parsing.pipeline import parse_reading
from archive.parsing.readers.text import read


def parsed(*lines: str) -> ParsedResolution:
    """The parse of a text, every character of which must be accounted for."""
    reading = read("\n".join(lines).encode())
    assert reading.layout == "hand_wrapped"
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


FRONT = ("Resolution 999 (1989)", "of 3 May 1989", "", "The Security Council,", "")
FIRST = (
    "Recalling its resolutions 720 (1986) of 3 December",
    "1986 and 811 (1988), 25 and the report of the",
    "keepers of lighthouses (S/12345), 26",
    "",
    "Noting that lamps were lit on 12 May and on 7",
    "June 1988 in all the",
    "",
    "lighthouses of the coast,",
    "",
)
SECOND = (
    "1. Requests all the keepers of lighthouses to light",
    "their lamps on 3 days of the week, by a reso-",
    "lution of keepers; 27",
    "",
    "2. Decides to remain seized of the matter of its",
    "lamps and of its wicks.",
    "",
    "Adopted at the 2999th meeting by 12 votes to none with",
    "3 abstentions (Northland,",
    "Southland).",
    "",
    "",
)
