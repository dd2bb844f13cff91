"""What became of paragraphs, in words: of each pair, and of all of them in a sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from archive.comparison.passages import Fate, Pairing
from archive.comparison.strengths import Step
from archive.templatetags.addresses import grouped
from archive.web.compare.sides import ComparedSides

#: What became of a paragraph, as its page says it first.
_FATES = {
    Fate.KEPT: gettext_lazy("Kept"),
    Fate.MOVED: gettext_lazy("Moved"),
    Fate.REWORDED: gettext_lazy("Reworded"),
    Fate.SPLIT: gettext_lazy("Split"),
    Fate.MERGED: gettext_lazy("Merged"),
    Fate.NEW: gettext_lazy("New"),
    Fate.DROPPED: gettext_lazy("Dropped"),
}
#: Of those with other words: how many left the order of the others as well.
_ALSO_MOVED = "also moved"
#: As they are counted, those that matter most first.
_COUNTED: Mapping[str, str] = {
    Fate.NEW: gettext_noop("%(number)s new"),
    Fate.DROPPED: gettext_noop("%(number)s dropped"),
    Fate.REWORDED: gettext_noop("%(number)s reworded"),
    Fate.MOVED: gettext_noop("%(number)s moved"),
    Fate.SPLIT: gettext_noop("%(number)s split"),
    Fate.MERGED: gettext_noop("%(number)s merged"),
    _ALSO_MOVED: gettext_noop("%(number)s also moved"),
    Step.STRONGER: gettext_noop("%(number)s stronger"),
    Step.WEAKER: gettext_noop("%(number)s weaker"),
    Fate.KEPT: gettext_noop("%(number)s kept"),
}
_RISEN_OR_FALLEN = (Step.STRONGER, Step.WEAKER)


def _counts(found: ComparedSides) -> Counter[str]:
    """How many pairings there are of each fate, moved besides, and how many openings rose, fell."""
    told: Counter[str] = Counter(found.comparison.counts)
    steps = map(found.step, found.comparison.pairings)
    told.update(step for step in steps if step in _RISEN_OR_FALLEN)
    moved = sum(one.is_moved for one in found.comparison.pairings)
    told[_ALSO_MOVED] = moved - told[Fate.MOVED]
    return +told


def summary(found: ComparedSides) -> str:
    """The comparison in a sentence: “5 new, 2 dropped, 9 reworded, 1 stronger, 12 kept”."""
    told = _counts(found)
    if not told.keys() - {Fate.KEPT}:
        return _all_kept(told[Fate.KEPT])
    words = [_(words) % {"number": grouped(told[of])} for of, words in _COUNTED.items() if told[of]]
    return _(", ").join(words)


def _all_kept(count: int) -> str:
    words = ngettext(
        "Nothing was changed: %(number)s paragraph is the same in both",
        "Nothing was changed: %(number)s paragraphs are the same in both",
        count,
    )
    return words % {"number": grouped(count)}


def fate_in_words(one: Pairing) -> str:
    """What became of a pairing: “Reworded and moved”, “Kept, but for its punctuation”."""
    word = str(_FATES[one.fate])
    if one.fate is Fate.KEPT and is_touched(one):
        return _("Kept, but for its punctuation")
    if one.fate is Fate.MOVED or not one.is_moved:
        return word
    return _("%(fate)s and moved") % {"fate": word}


def is_touched(one: Pairing) -> bool:
    """Whether any sign of it differs, also where its words are the same."""
    return len(one.changes) > 1


def counted_in_order(found: ComparedSides) -> Iterator[tuple[str, int]]:
    """Each count by its name, noughts too."""
    told = _counts(found)
    for one in (*Fate, *_RISEN_OR_FALLEN):
        yield one.value, told[one]
