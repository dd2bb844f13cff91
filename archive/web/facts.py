"""Facts as a page prints them: those that belong together on a line, each source said once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import get_text_list
from django.utils.translation import gettext, gettext_noop

from archive.models import Evidence
from archive.web.masthead import StatedFact

_Fact = Evidence.Fact

#: What the head of the page says in larger letters; a line repeats it only to doubt it.
_IN_THE_HEAD = {_Fact.TITLE, _Fact.SYMBOL, _Fact.STAGE}
#: What stands in a row of its own, name by name.
_IN_A_LIST = {_Fact.SPONSORS}
#: Facts whose words a masthead's line can only repeat, whatever form it gives them.
_REPEATED = {_Fact.SYMBOL, _Fact.STAGE}
#: What the reference line repeats, where nothing stands beside it.
_IN_THE_REFERENCE = {_Fact.TITLE, _Fact.ADOPTED_ON}
_ADOPTED = gettext_noop("Adopted")
_LABELS = {
    _Fact.ADOPTED_ON: _ADOPTED,
    _Fact.MEETING: _ADOPTED,
    _Fact.ADOPTION: _ADOPTED,
    _Fact.DISTRIBUTED_ON: gettext_noop("Distributed"),
}
_NAMES = {
    _Fact.ADOPTED_ON: gettext_noop("date"),
    _Fact.ADOPTION: gettext_noop("manner of adoption"),
    _Fact.ADOPTED_AS: gettext_noop("text adopted in its place"),
    _Fact.DISTRIBUTED_ON: gettext_noop("date of distribution"),
}
_COMMITTEE = re.compile(r"report of (the .{1,80}?) \(")
_LONGEST_IN_VIEW = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A value on a line, and whether nobody has checked it; ``address`` is the page it names."""

    value: str
    address: str
    is_unverified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: "Adopted", with the date, the meeting and the manner."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What evidence says beyond the facts it is for; ``covers`` names them."""

    covers: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts are from; ``origin`` is empty where the archive keeps nothing.

    ``covers`` names the facts; it is empty for the source of most, which has all that no other
    source names, unless it has ``reasons``: they are many or long, where ``words`` are the one
    short reason for all.
    """

    origin: str
    covers: str
    words: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsTable:
    """What is known of a resolution, and where from.

    ``unverified_reference`` names the facts of the reference line that nobody has checked,
    ``set_by_people`` those that a person of the archive has set.
    """

    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    unverified_reference: str
    set_by_people: str


def facts_table(facts: Sequence[StatedFact]) -> FactsTable:
    """The facts of a masthead on as few lines as they need."""
    apart = _IN_THE_HEAD | _IN_A_LIST
    shown = [fact for fact in facts if fact.fact not in apart or _is_unverified(fact)]
    return FactsTable(
        lines=tuple(
            Line(label=label, items=tuple(_item(fact) for fact in together))
            for label, together in groupby(shown, key=_label)
        ),
        sources=tuple(_sources(facts)),
        unverified_reference=get_text_list(
            [_name(one) for one in facts if one.fact in _IN_THE_REFERENCE and _is_unverified(one)],
            gettext("and"),
        ),
        set_by_people=get_text_list(
            [_name(one) for one in facts if _is_by_a_person(one)], gettext("and")
        ),
    )


def _is_by_a_person(stated: StatedFact) -> bool:
    return stated.evidence is not None and stated.evidence.origin == Evidence.Origin.PERSON


def _name(stated: StatedFact) -> str:
    """A fact's name within a sentence."""
    return gettext(_NAMES[stated.fact]) if stated.fact in _NAMES else stated.name.lower()


def _label(stated: StatedFact) -> str:
    if stated.fact == _Fact.COMMITTEE_REPORT and _committee(stated):
        return gettext("On the report of")
    return gettext(_LABELS[stated.fact]) if stated.fact in _LABELS else stated.name


def _item(stated: StatedFact) -> Item:
    return Item(value=_value(stated), address=stated.address, is_unverified=_is_unverified(stated))


def _value(stated: StatedFact) -> str:
    """The value as it stands on its line."""
    if stated.fact == _Fact.ADOPTION:
        return stated.value[:1].lower() + stated.value[1:]
    if stated.fact in _IN_THE_HEAD:
        return gettext("as above")
    if stated.fact in _IN_A_LIST:
        return gettext("as below")
    committee = _committee(stated)
    return f"{committee}, {stated.value}" if committee else stated.value


def _committee(stated: StatedFact) -> str:
    """Whose report it was, where the line that names the report says so."""
    if stated.fact != _Fact.COMMITTEE_REPORT or stated.evidence is None:
        return ""
    found = _COMMITTEE.search(stated.evidence.words)
    return found[1] if found else ""


def _is_unverified(stated: StatedFact) -> bool:
    return stated.evidence is not None and not stated.evidence.is_verified


def _sources(facts: Sequence[StatedFact]) -> Iterator[Source]:
    """Each source once, that of most facts first, then in the order of the first fact from it."""
    by_origin: dict[str, list[StatedFact]] = {}
    for stated in facts:
        origin = stated.evidence.get_origin_display() if stated.evidence else ""
        by_origin.setdefault(origin, []).append(stated)
    for origin in sorted(by_origin, key=lambda origin: not _is_most(by_origin[origin], facts)):
        yield _source(origin, by_origin[origin], among=facts)


def _is_most(covered: Sequence[StatedFact], facts: Sequence[StatedFact]) -> bool:
    return 2 * len(covered) > len(facts)


def _source(origin: str, covered: Sequence[StatedFact], *, among: Sequence[StatedFact]) -> Source:
    names, reasons = _named(covered), _reasons(covered)
    at_once = [r for r in reasons if r.covers == names and len(r.words) <= _LONGEST_IN_VIEW]
    is_plain = _is_most(covered, among) and (at_once or not reasons)
    return Source(
        origin=origin,
        covers="" if is_plain else names,
        words=at_once[0].words if at_once else "",
        reasons=() if at_once else reasons,
    )


def _reasons(covered: Sequence[StatedFact]) -> tuple[Reason, ...]:
    """What the evidence of these facts says, each wording once."""
    by_words: dict[str, list[StatedFact]] = {}
    for stated in covered:
        by_words.setdefault(_words(stated), []).append(stated)
    return tuple(
        Reason(covers=_named(together), words=words)
        for words, together in by_words.items()
        if words
    )


def _named(covered: Sequence[StatedFact]) -> str:
    return get_text_list([_name(stated) for stated in covered], gettext("and"))


def _words(stated: StatedFact) -> str:
    """The words of evidence; none where a masthead's line only repeats the fact."""
    evidence = stated.evidence
    if evidence is None:
        return ""
    repeats = stated.fact in _REPEATED or stated.value in evidence.words
    return "" if repeats and evidence.origin == Evidence.Origin.MASTHEAD else evidence.words
