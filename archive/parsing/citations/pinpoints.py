"""Pinpoints: the place in a document that a citation names, as printed.

Reads: the words behind a citation (", annex, chap. II, sect. A") or before it ("paragraph 14 (c)
of"). Writes: where the words end or begin. Source of the forms: the Editorial Manual on footnotes.
"""

import re

_NAMES = (
    r"(?:annex(?:es)?|appendix|appendices|enclosures?|chap(?:ter)?s?\.?|sect(?:ion)?s?\.?|vols?\.|"
    r"parts?|(?:operative |preambular )?para(?:graph)?s?\.?|subpara(?:graph)?s?\.?|"
    r"art(?:icle)?s?\.?|tables?|principles?|goals?|targets?|recommendations?|rules?|guidelines?)"
)
_DESIGNATOR = (
    r"(?:[IVXLC]{1,7}|[A-Z]|one|two|three|four|\d{1,4})"
    r"(?:\.[A-Z\d]{1,3}){0,3}(?: ?\((?:[a-z\d]{1,4}|[IVXL]{1,5})\)){0,3}(?![\w/])"
)
#: Acts of a conference, which its report numbers simply.
_ACT_IN_REPORT = (
    r"(?:resolution (?:\d{1,2}|[IVX]{1,4})(?![\w/-]| [A-Z(])|"
    r"decision (?:\d{1,4}/(?:CP|COP|CMP|CMA)\.\d{1,3}|[IVXL]{1,6}/\d{1,3}|\d{1,2})(?![\w/-]))"
)
_ELEMENT = re.compile(rf"{_NAMES}(?: {_DESIGNATOR})?(?![\w'])|{_ACT_IN_REPORT}")
_MORE = re.compile(rf"(?:-| to |, and |, | and | or ){_DESIGNATOR}")
_JOINT = re.compile(r", and |, | and ")
_OF_ANOTHER = re.compile(r" (?:of|to) (?!which\b)| (?:above|below)\b|/")
_NEEDS_NUMBER = re.compile(r"annex(?:es)?|appendix|enclosures?|summary")

_NUMBERS = (
    r"(?: (?:(?:[IVXLC]{1,7}|[A-Z]|\d[\d.-]{0,8})(?:\.[A-Z\d]{1,3}){0,2}(?:\([a-z\d]{1,4}\))?|"
    r"\([a-z\d]{1,4}\)|and|to|or),?){0,12}"
)
_PLACE = rf"(?P<name>\b{_NAMES})(?P<numbers>{_NUMBERS})"
_BEFORE = re.compile(rf"{_PLACE} (?:of|to|in) (?:the |its |that )?$")
_ANNEXED = re.compile(r"\bannexed to (?:the |its |that )?$")
#: What the words of a place before a citation end in.
_ENDS_BEFORE = (" of ", " to ", " in ", " the ", " its ", " that ")
_WITHIN = re.compile(rf"{_PLACE}(?: of (?:the |its )?| and |(?<=,) )$")
_LOOK_BACK = 90
_DEEPEST = 4


def pinpoint_behind(plain: str, at: int) -> tuple[str | None, int]:
    """The place named right behind a citation that ends at ``at``, and where its words end."""
    if not plain.startswith(", ", at):
        return None, at
    start = at + 2
    end = _read_elements(plain, start)
    return (plain[start:end], end) if end > start else (None, at)


def _read_elements(plain: str, at: int) -> int:
    """Where the elements that begin at ``at`` end; ``at`` itself when there is none."""
    end, joint = at, at
    while True:
        element = _read_element(plain, joint)
        if element is None:
            return end
        end = element
        match = _JOINT.match(plain, end)
        if match is None:
            return end
        joint = match.end()


def _read_element(plain: str, at: int) -> int | None:
    """The end of one element with all its numbers; None where the words belong to another."""
    match = _ELEMENT.match(plain, at)
    if match is None or not (_NEEDS_NUMBER.fullmatch(match[0]) or " " in match[0]):
        return None
    end = match.end()
    if " " in match[0]:
        more = _MORE.match(plain, end)
        while more:
            end = more.end()
            more = _MORE.match(plain, end)
    return None if _OF_ANOTHER.match(plain, end) else end


def pinpoint_before(plain: str, at: int) -> str | None:
    """The place named right before a citation that begins at ``at``: "paragraph 14 (c) of".

    A place within a place is one: "principle VI of the annex to", "section II, paragraph 7, of".
    What is "annexed to" an act is its annex.
    """
    if not plain.endswith(_ENDS_BEFORE, max(0, at - _LOOK_BACK), at):
        return None
    first = _place_before(plain, at, ending=_BEFORE)
    if first is None:
        return "annex" if _ANNEXED.search(plain, max(0, at - _LOOK_BACK), at) else None
    start = start_of_places(plain, first.start())
    return plain[start : first.end("numbers")].rstrip(",")


def start_of_places(plain: str, at: int) -> int:
    """Where the places begin that hold the one which begins at ``at``: "paragraph 5 of the"."""
    for _ in range(_DEEPEST):
        place = _place_before(plain, at, ending=_WITHIN)
        if place is None:
            return at
        at = place.start()
    return at


def _place_before(plain: str, at: int, *, ending: re.Pattern[str]) -> re.Match[str] | None:
    """The place whose words end at ``at``: a name, with numbers unless it needs none."""
    match = ending.search(plain, max(0, at - _LOOK_BACK), at)
    is_named = match and (match["numbers"] or _NEEDS_NUMBER.fullmatch(match["name"]))
    return match if is_named else None
