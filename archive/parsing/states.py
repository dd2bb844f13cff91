"""Lists of States: who voted how, and who sponsors a draft.

Reads: a list in running words. Writes: the names as printed. A comma inside brackets divides
nothing, and neither does the "and" of a name ("Trinidad and Tobago").
"""

import re

_BRACKETS_OR_COMMA = re.compile(r"[()\[\]]|[,;](?= |$)")
_AND_IN_NAMES = re.compile(
    r"(?:Antigua and Barbuda|Bosnia and Herzegovina|Papua and New Guinea"
    r"|S(?:ain)?t\.? (?:Kitts|Christopher) and Nevis|S(?:ain)?t\.? Vincent and the Grenadines"
    r"|S[aã]o Tom[eé] and Pr[ií]ncipe|Serbia and Montenegro|Trinidad and Tobago"
    r"|United Kingdom of Great Britain and Northern Ireland)"
)
_AND = re.compile(" and ")
#: Names of several words without brackets, which the width of a column may cut.
_LONG_NAMES = (
    "Antigua and Barbuda|Bosnia and Herzegovina|Brunei Darussalam|Burkina Faso|Cabo Verde"
    "|Cape Verde|Central African Republic|Costa Rica|Czech Republic"
    "|Democratic People’s Republic of Korea|Democratic Republic of the Congo|Dominican Republic"
    "|El Salvador|Equatorial Guinea|German Democratic Republic|Lao People’s Democratic Republic"
    "|Libyan Arab Jamahiriya|Marshall Islands|New Zealand|North Macedonia|Papua New Guinea"
    "|Republic of Korea|Republic of Moldova|Russian Federation|Saint Kitts and Nevis|Saint Lucia"
    "|Saint Vincent and the Grenadines|San Marino|Sao Tome and Principe|São Tomé and Príncipe"
    "|Saudi Arabia|Serbia and Montenegro|Sierra Leone|Solomon Islands|South Africa|South Sudan"
    "|Sri Lanka|State of Palestine|Syrian Arab Republic"
    "|The former Yugoslav Republic of Macedonia|Trinidad and Tobago"
    "|Ukrainian Soviet Socialist Republic|Union of Soviet Socialist Republics"
    "|United Arab Emirates|United Kingdom of Great Britain and Northern Ireland"
    "|United Republic of Tanzania|United States of America|Viet Nam"
).split("|")
_CUTS = frozenset(
    (" ".join(words[:cut]), words[cut])
    for words in (name.split() for name in _LONG_NAMES)
    for cut in range(1, len(words))
)
_MOST_WORDS_OF_NAME = max(len(name.split()) for name in _LONG_NAMES)
_NOBODY = frozenset({"none", "nil", "-", "–", "—"})
_MARKS = " .,;*†]"


def split_states(listed: str) -> tuple[str, ...]:
    """The names of a list, in order; none where the list says so."""
    names = [name for part in _parts(listed) for name in _divided(part.strip(_MARKS))]
    names = [name.removeprefix("the ") for name in names if name]
    return tuple(name for name in names if name.lower() not in _NOBODY)


def cuts_name(text: str, below: str) -> bool:
    """Whether the name of a State begins on a line and ends on the one below.

    "Lao People’s" and "Democratic Republic" are one; so are "Trinidad" and "and Tobago".
    """
    last = text.replace("'", "’").split()[-_MOST_WORDS_OF_NAME:]
    first = (below.split() or [""])[0].strip(_MARKS).replace("'", "’")
    return any((" ".join(last[start:]), first) in _CUTS for start in range(len(last)))


def _parts(listed: str) -> list[str]:
    """The parts between commas outside brackets."""
    depth = start = 0
    parts = []
    for match in _BRACKETS_OR_COMMA.finditer(listed):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(listed[start : match.start()])
            start = match.end()
    return [*parts, listed[start:]]


def _divided(part: str) -> list[str]:
    """The names on both sides of each "and" that belongs to none."""
    held = part.removeprefix("and ")
    spans = [one.span() for one in _AND_IN_NAMES.finditer(held)]
    names, start = [], 0
    for match in _AND.finditer(held):
        while spans and spans[0][1] <= match.start():
            spans.pop(0)
        if not spans or match.start() < spans[0][0]:
            names.append(held[start : match.start()])
            start = match.end()
    return [*names, held[start:]]
