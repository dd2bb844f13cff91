"""Facts as a page prints them: those that belong together on a line, each source said once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import get_text_list

from archive.models import Evidence
from archive.web.masthead import StatedFact

_Fact = Evidence.Fact

#: What the head of the page says in larger letters; a line repeats it only to doubt it.
_IN_THE_HEAD = {_Fact.TITLE, _Fact.SYMBOL, _Fact.STAGE}
#: Facts whose words a masthead's line can only repeat, whatever form it gives them.
_REPEATED = {_Fact.SYMBOL, _Fact.STAGE}
_ADOPTED = "Adopted"
_LABELS = {
    _Fact.ADOPTED_ON: _ADOPTED,
    _Fact.MEETING: _ADOPTED,
    _Fact.ADOPTION: _ADOPTED,
    _Fact.DISTRIBUTED_ON: "Distributed",
}
_NAMES = {
    _Fact.ADOPTED_ON: "date",
    _Fact.ADOPTION: "manner of adoption",
    _Fact.ADOPTED_AS: "adopted text",
    _Fact.DISTRIBUTED_ON: "date of distribution",
}
_COMMITTEE = re.compile(r"report of (the .{1,80}?) \(")
_LONGEST_IN_VIEW = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A value on a line, and whether somebody has checked it."""

    value: str
    is_unverified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: "Adopted", with the date, the meeting and the manner."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts are from; ``origin`` is empty where the archive keeps nothing.

    ``covers`` names the facts; it is empty for the source of most, which has all that no other
    source names. ``words`` are what the evidence says beyond the facts themselves.
    """

    origin: str
    covers: str
    words: str

    @property
    def is_long(self) -> bool:
        """Whether its words would push the text down."""
        return len(self.words) > _LONGEST_IN_VIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsTable:
    """What is known of a resolution, and where from."""

    lines: tuple[Line, ...]
    sources: tuple[Source, ...]


def facts_table(facts: Sequence[StatedFact]) -> FactsTable:
    """The facts of a masthead on as few lines as they need."""
    shown = [fact for fact in facts if fact.fact not in _IN_THE_HEAD or _is_unverified(fact)]
    return FactsTable(
        lines=tuple(
            Line(label=label, items=tuple(_item(fact) for fact in together))
            for label, together in groupby(shown, key=_label)
        ),
        sources=tuple(_sources(facts)),
    )


def _label(stated: StatedFact) -> str:
    if stated.fact == _Fact.COMMITTEE_REPORT and _committee(stated):
        return "On the report of"
    return _LABELS.get(stated.fact, stated.name)


def _item(stated: StatedFact) -> Item:
    return Item(value=_value(stated), is_unverified=_is_unverified(stated))


def _value(stated: StatedFact) -> str:
    """The value as it stands on its line."""
    if stated.fact == _Fact.ADOPTION:
        return stated.value[:1].lower() + stated.value[1:]
    if stated.fact in _IN_THE_HEAD:
        return "as above"
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
    """Each source once, in the order of the first fact from it."""
    by_source: dict[tuple[str, str], list[StatedFact]] = {}
    for stated in facts:
        by_source.setdefault(_origin_and_words(stated), []).append(stated)
    for (origin, words), covered in by_source.items():
        names = [_NAMES.get(stated.fact, stated.name.lower()) for stated in covered]
        has_most = 2 * len(covered) > len(facts)
        yield Source(
            origin=origin, covers="" if has_most else get_text_list(names, "and"), words=words
        )


def _origin_and_words(stated: StatedFact) -> tuple[str, str]:
    evidence = stated.evidence
    if evidence is None:
        return "", ""
    origin = evidence.get_origin_display()
    if evidence.origin == Evidence.Origin.MASTHEAD and _only_repeats(stated, evidence.words):
        return origin, ""
    return origin, evidence.words


def _only_repeats(stated: StatedFact, words: str) -> bool:
    return stated.fact in _REPEATED or stated.value in words
