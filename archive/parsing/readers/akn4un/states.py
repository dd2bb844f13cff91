"""Lists of States, and of others, that propose a draft: "Fiji, Peru and Trinidad and Tobago".

Reads: a list as printed. Writes: its names as printed, none lost and none divided.
"""

import re
from collections.abc import Iterator

_AND = re.compile(r" (?:and|et|y|e|и) ")
_LEADING_AND = re.compile(r"^(?:and|et|y|e|и) ")
_COMMAS = ",;،、"
#: All States together, each on behalf of others, take a tenth of this.
_LONGEST_LIST = 100_000
#: The office or organ that submits a draft is told in a sentence, and is no State that sponsors it.
_SENTENCE = re.compile(r"[a-zà-ÿ]{4}|(?:as|by|on) [a-z]")
#: Names with an "and" of their own, as the United Nations writes them or has written them.
_WITH_AND = frozenset(
    {
        ("Antigua", "Barbuda"),
        ("Bosnia", "Herzegovina"),
        ("Saint Kitts", "Nevis"),
        ("Saint Christopher", "Nevis"),
        ("Saint Vincent", "the Grenadines"),
        ("Saint Vincent", "Grenadines"),
        ("Sao Tome", "Principe"),
        ("São Tomé", "Príncipe"),
        ("Serbia", "Montenegro"),
        ("Trinidad", "Tobago"),
        ("United Kingdom of Great Britain", "Northern Ireland"),
        ("the United Kingdom of Great Britain", "Northern Ireland"),
        ("Trinidad", "Tabago"),
        ("San Vicente", "las Granadinas"),
        ("Santo Tomé", "Príncipe"),
        ("Reino Unido de Gran Bretaña", "Irlanda del Norte"),
        ("Royaume-Uni de Grande-Bretagne", "d’Irlande du Nord"),
    }
)


def names_in(listed: str) -> tuple[str, ...]:
    """The names in a list; a sentence ("submitted by the Chair …") names none."""
    listed = " ".join(listed.split()).rstrip(".;")
    if not listed or _SENTENCE.match(listed):
        return ()
    if len(listed) > _LONGEST_LIST:
        return (listed,)
    *first, last = _cut(listed)
    names = [*first, *_parted_by_and(_LEADING_AND.sub("", last, count=1) if first else last)]
    return tuple(names)


def _cut(listed: str) -> list[str]:
    """The list cut at its commas; one inside brackets divides nothing, if brackets are closed."""
    is_inside = _inside_brackets(listed)
    starts = [i for i, sign in enumerate(listed) if sign in _COMMAS and not is_inside[i]]
    bounds = zip([-1, *starts], [*starts, len(listed)], strict=True)
    pieces = [listed[start + 1 : end].strip() for start, end in bounds]
    return [piece for piece in pieces if piece] or [listed]


def _inside_brackets(listed: str) -> list[bool]:
    """For each sign whether it stands in brackets; never, where they do not match."""
    depth = 0
    is_inside = []
    for sign in listed:
        depth += (sign == "(") - (sign == ")")
        is_inside.append(depth > 0)
    return is_inside if depth == 0 else [False] * len(listed)


def _parted_by_and(listed: str) -> Iterator[str]:
    """The names around "and", but not around one that belongs to a name."""
    is_inside = _inside_brackets(listed)
    start = 0
    for match in _AND.finditer(listed):
        following = listed[match.end() :]
        before = listed[start : match.start()]
        is_own = any(
            before == first and _begins_with(following, second) for first, second in _WITH_AND
        )
        if not is_own and not is_inside[match.start()]:
            yield before
            start = match.end()
    yield listed[start:]


def _begins_with(listed: str, name: str) -> bool:
    return listed == name or listed.startswith(f"{name} ")
