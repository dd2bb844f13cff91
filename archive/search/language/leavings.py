"""Leavings: what of a search is not looked for, and why, in words for one line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from django.utils.translation import gettext, gettext_noop

_MOST_NAMED = 6
_LONGEST_SHOWN = 40


class Why(Enum):
    """Why something typed is not looked for: of one, and of several."""

    SIGN = "", ""
    IN_EVERY_TEXT = gettext_noop("stands in every text"), gettext_noop("stand in every text")
    TOO_SHORT = (
        gettext_noop("needs three letters before its *"),
        gettext_noop("need three letters before their *"),
    )
    STAR_WITHIN = (
        gettext_noop("up to its * alone is looked for"),
        gettext_noop("up to their * alone are looked for"),
    )
    TOO_LONG = gettext_noop("too long for a word"), gettext_noop("too long for words")
    NO_TEXT_HAS = gettext_noop("which no text has"), gettext_noop("which no text has")
    CUT = (
        gettext_noop("of which only the beginning is looked for"),
        gettext_noop("of which only beginnings are looked for"),
    )
    BEYOND = (
        gettext_noop("more words than are looked for at once"),
        gettext_noop("more words than are looked for at once"),
    )


class Leaving(NamedTuple):
    """Something typed, as it was typed, and why it is not looked for."""

    typed: str
    why: Why


def in_words(leavings: Iterable[Leaving]) -> tuple[str, ...]:
    """One entry for each sign, and one for all that is left out for one reason."""
    alike = defaultdict(list)
    for leaving in dict.fromkeys(leavings):
        alike[leaving.why].append(leaving.typed)
    return tuple(entry for why in Why for entry in _entries(alike[why], why))


def _entries(typed: list[str], why: Why) -> Iterator[str]:
    """Signs one by one; the rest together, with the reason for it."""
    if not typed:
        return
    one, several = why.value
    named = _listed(typed, quoted=why is not Why.NO_TEXT_HAS)
    reason = one if len(typed) == 1 else several
    yield f"{named} ({gettext(reason)})" if reason else named


def _listed(typed: list[str], *, quoted: bool) -> str:
    """The first few as a list in a sentence, with how many more there are."""
    names = [f"“{_shown(one)}”" if quoted else one for one in typed[:_MOST_NAMED]]
    if len(typed) > _MOST_NAMED:
        names.append(gettext("%(count)s more") % {"count": f"{len(typed) - _MOST_NAMED:,}"})
    *first, last = names
    return f"{', '.join(first)} {gettext('and')} {last}" if first else last


def _shown(typed: str) -> str:
    """What was typed, cut down, without signs that no page can show."""
    cut = f"{typed[:_LONGEST_SHOWN]}…" if len(typed) > _LONGEST_SHOWN else typed
    return "".join(sign for sign in cut if sign.isprintable())
