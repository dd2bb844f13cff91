"""What was found in a draft, in words: how many met each verdict, what is known of a citation.

The page and the document say the same.
"""

from collections.abc import Iterator
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from archive.comparison.strengths import Step
from archive.parsing.citations.conflicts import is_of_the_day
from archive.parsing.places import Place, in_words
from archive.search.agreed.values import Match
from archive.templatetags.addresses import grouped
from archive.templatetags.dates import adopted_on, day_in_words
from archive.web.draft.values import (
    CheckedCitation,
    CheckedDraft,
    CheckedParagraph,
    Dating,
    Standing,
    Verdict,
)

#: A verdict as it stands beside a paragraph.
VERDICTS = MappingProxyType(
    {
        Verdict.VERBATIM: gettext_lazy("Verbatim"),
        Verdict.CLOSE: gettext_lazy("Close"),
        Verdict.NEW: gettext_lazy("New"),
    }
)
_COUNTED = MappingProxyType(
    {
        Verdict.VERBATIM: gettext_noop("%(number)s verbatim"),
        Verdict.CLOSE: gettext_noop("%(number)s close"),
        Verdict.NEW: gettext_noop("%(number)s new"),
    }
)
_STEPS = MappingProxyType(
    {
        Step.STRONGER: gettext_noop("%(number)s stronger"),
        Step.WEAKER: gettext_noop("%(number)s weaker"),
    }
)
_STANDINGS = MappingProxyType(
    {
        Standing.HELD: gettext_lazy("its text is held"),
        Standing.KNOWN: gettext_lazy("known, but its text is not held"),
        Standing.WITHDRAWN: gettext_lazy("its text was withdrawn from the archive"),
        Standing.UNKNOWN: gettext_lazy("not known to the archive: check the symbol"),
        Standing.DOCUMENT: gettext_lazy("a document, of which the archive keeps none"),
        Standing.WITHIN: gettext_lazy("a paragraph of this draft"),
        Standing.MISSING: gettext_lazy("this draft has no such paragraph"),
    }
)


def summary(draft: CheckedDraft) -> Iterator[str]:
    """The draft in sentences: “33 paragraphs: 2 verbatim, 20 close, 11 new.”, and so on."""
    yield _verdicts(draft)
    steps = draft.steps
    told = [
        _(words) % {"number": grouped(steps[one])} for one, words in _STEPS.items() if steps[one]
    ]
    if told:
        yield _("Openings, beside those of the nearest wordings: %(told)s.") % {
            "told": _(", ").join(told)
        }
    yield _citations(draft)


def _verdicts(draft: CheckedDraft) -> str:
    counts = draft.verdicts
    told = _(", ").join(
        _(words) % {"number": grouped(counts[one])}
        for one, words in _COUNTED.items()
        if counts[one]
    )
    number = sum(counts.values())
    words = ngettext(
        "%(number)s paragraph compared: %(told)s.",
        "%(number)s paragraphs compared: %(told)s.",
        number,
    )
    return words % {"number": grouped(number), "told": told}


def _citations(draft: CheckedDraft) -> str:
    number, doubtful = len(draft.citations), len(draft.doubtful)
    if not number:
        return _("It cites nothing.")
    words = ngettext("%(number)s citation, ", "%(number)s citations, ", number)
    told = words % {"number": grouped(number)}
    if not doubtful:
        return told + _("none of them in doubt.")
    return told + _("of which %(count)s should be looked at.") % {"count": grouped(doubtful)}


def verdict_in_words(one: CheckedParagraph) -> str:
    """A verdict beside its paragraph; of one that stands within a longer wording, that it does."""
    if one.verdict is None:
        return ""
    if one.verdict is Verdict.CLOSE and one.wordings[0].agreed.match is Match.WITHIN:
        return _("Close: word for word, within a longer paragraph")
    return str(VERDICTS[one.verdict])


def near_in_words(count: int, one: CheckedParagraph) -> str:
    """What leads to wordings that are not shown at once: “2 other wordings near it”."""
    less = ngettext(
        "%(number)s wording that is less near", "%(number)s wordings that are less near", count
    )
    other = ngettext("%(number)s other wording near it", "%(number)s other wordings near it", count)
    return (less if one.verdict is Verdict.NEW else other) % {"number": grouped(count)}


def citation_in_words(one: CheckedCitation) -> str:
    """What the archive knows of what is cited, and what is wrong with its date or its words."""
    told = [str(_STANDINGS[one.standing]), *_of_places(one), *_of_draft(one), *_of_date(one)]
    return " ".join(filter(None, [_("; ").join(told) + ".", _conflict(one)]))


def places_in_words(one: CheckedCitation) -> Iterator[tuple[str, str]]:
    """The paragraphs that are cited and held: where each leads, and in words, “op. 10 (a)”."""
    for anchor in one.places.anchors:
        if one.cited:
            yield f"{one.cited.get_absolute_url()}{anchor}/", in_words(anchor)


def _conflict(one: CheckedCitation) -> str:
    """What contradicts it, in a sentence; nothing where it was said that the date is wrong."""
    conflict = one.citation.conflict or ""
    is_said = one.dating is Dating.WRONG and is_of_the_day(conflict)
    return "" if is_said else conflict


def _of_places(one: CheckedCitation) -> Iterator[str]:
    """That the text which is cited has not the paragraphs that are named."""
    missing = one.places.missing
    operative = [_number(place) for place in missing if place.series == "op"]
    preambular = [_number(place) for place in missing if place.series == "pp"]
    if operative:
        words = ngettext(
            "its text has no paragraph %(numbers)s",
            "its text has no paragraphs %(numbers)s",
            len(operative),
        )
        yield words % {"numbers": _(", ").join(operative)}
    if preambular:
        words = ngettext(
            "its text has no preambular paragraph %(numbers)s",
            "its text has no preambular paragraphs %(numbers)s",
            len(preambular),
        )
        yield words % {"numbers": _(", ").join(preambular)}


def _number(place: Place) -> str:
    """A paragraph as a sentence names it: “10 (a)”."""
    return " ".join([place.number, *(f"({label})" for label in place.labels)])


def _of_draft(one: CheckedCitation) -> Iterator[str]:
    """That a draft is cited, which no resolution should be mistaken for."""
    if one.cited and one.cited.is_draft:
        yield _("a draft, not adopted in these words")


def _of_date(one: CheckedCitation) -> Iterator[str]:
    if one.dating is Dating.UNREAD:
        yield _("its date could not be read: “%(words)s”") % {"words": one.unread_date}
    given, known = one.citation.dated_on, one.adopted_on
    if one.cited is None or given is None:
        return
    if known is None:
        yield _("its date cannot be checked")
        return
    day = adopted_on(known, is_unverified=one.cited.date_is_unverified)
    if one.dating is Dating.RIGHT:
        yield _("the date is right: %(day)s") % {"day": day}
    else:
        told = {"day": day, "given": day_in_words(given)}
        yield _("the date is wrong: it was adopted on %(day)s, not on %(given)s") % told
