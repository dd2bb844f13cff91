"""Divisions of a text: annexes, appendices, articles, chapters, lettered resolutions.

Reads: the words of a paragraph. Writes: which division they head, if any.
Sources of the forms: the annexes of General Assembly resolutions (declarations, conventions,
rules, statutes) and resolutions printed together under letters.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from archive.parsing.printed_lines import ANNEX_LINE
from archive.parsing.symbols import roman_number

_COUNT = r"(?:\d{1,3}(?:\.\d{1,3})?|[IVXLC]{1,7})"
_TITLE = r"(?:[.:]? ?[-–—:.] ?|[.:] )(?P<title>\S.{0,200}[^.;,:])"
_UNIT = re.compile(
    rf"(?P<name>Article|Rule|Principle|Regulation|Guideline) (?P<count>{_COUNT})"
    rf"(?: (?P<more>bis|ter|quater|[A-Z]))?(?:{_TITLE}|[.:])?",
    re.IGNORECASE,
)
_LABELLED_UNIT = re.compile(
    rf"(?P<printed>(?P<name>Article|Rule|Principle|Regulation) (?P<count>{_COUNT})"
    r"(?: (?P<more>bis|ter|quater))?(?:[.:]| ?[-–—]|\. ?[-–—])) (?=[A-Z“\"(])",
    re.IGNORECASE,
)
_SECTION = re.compile(
    rf"(?:Chapter|Part|Section|Title|Book) (?:{_COUNT}|[A-Z]{{1,2}}|one|two|three|four|five|six"
    rf"|seven|eight|nine|ten)(?:[.:])?(?:{_TITLE})?|Article (?:\[[^]]{{0,20}}\])(?: .{{0,200}})?",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?:[IVXLC]{2,7}\.?|[A-Z]\.)(?: [A-Z“\"].{0,200}[^.;,:])?")
_LETTER = re.compile(r"\[?([A-Z])\]?[.*]{0,3}")
_LETTERED = re.compile(r"(?:Draft )?Resolutions? ([A-Z]|[A-Z] (?:and|to|-) [A-Z])", re.IGNORECASE)
_NAMES = {
    "article": "art",
    "rule": "rule",
    "principle": "principle",
    "regulation": "regulation",
    "guideline": "guideline",
}


class DivisionKind(StrEnum):
    """What a line heads."""

    ANNEX = "annex"
    APPENDIX = "appendix"
    UNIT = "unit"
    SECTION = "section"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Division:
    """A division; ``name`` is a unit's in anchors: ``art5``, ``rule12bis``."""

    kind: DivisionKind
    name: str = ""


def division_of(text: str) -> Division | None:
    """The division that a line heads by its own words."""
    if ANNEX_LINE.fullmatch(text):
        is_appendix = text[:8].lower() == "appendix"
        return Division(DivisionKind.APPENDIX if is_appendix else DivisionKind.ANNEX)
    unit = _UNIT.fullmatch(text)
    if unit:
        return Division(DivisionKind.UNIT, _name_of(unit))
    if _LETTER.fullmatch(text) or _LETTERED.fullmatch(text):
        return Division(DivisionKind.LETTER)
    if _SECTION.fullmatch(text) or _NUMERAL.fullmatch(text):
        return Division(DivisionKind.SECTION)
    return None


def labelled_unit(text: str) -> tuple[str, str] | None:
    """The label and the name of a unit whose words follow on its own line: "Article 1. All …"."""
    match = _LABELLED_UNIT.match(text)
    return (match["printed"], _name_of(match)) if match else None


def _name_of(match: re.Match[str]) -> str:
    count, more = match["count"], match["more"] or ""
    value = count if count[0].isdigit() else str(roman_number(count.upper()))
    return _NAMES[match["name"].lower()] + value.replace(".", "x") + more.lower()
