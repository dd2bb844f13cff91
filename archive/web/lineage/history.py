"""The history of a lineage: each text that has it, set against the one before, and the gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.comparison.histories import State
from archive.comparison.reach import KnownTexts
from archive.comparison.strengths import Degree, Scale, Step
from archive.comparison.words import Change, word_changes
from archive.models import LineagePlace, Paragraph, Resolution
from archive.parsing.places import in_words
from archive.search.lineages.courses import Course, InText, Use
from archive.search.lineages.known import known_texts
from archive.search.lineages.members import Member, with_texts
from archive.search.lineages.merged import Part
from archive.web.lineage.since import may_be_older, since_in_words, told_of
from archive.web.lineage.states import MORE, WORDS
from archive.web.lineage.unheld import Unheld, unheld_since
from archive.web.masthead import adoption
from archive.web.named_places import place_address


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedAt:
    """A paragraph of a lineage: its place in words, and its page."""

    anchor: str
    name: str
    address: str


def used_at(resolution: Resolution, rows: Iterable[Paragraph | Part]) -> tuple[UsedAt, ...]:
    """Where paragraphs of a text stand."""
    return tuple(
        UsedAt(anchor=row.anchor, name=row.place, address=place_address(resolution, row.anchor))
        for row in rows
    )


def places_in(resolution: Resolution, one: InText) -> tuple[UsedAt, ...]:
    """Where a lineage stands in a text, or what its words were merged into there."""
    return used_at(resolution, one.use.paragraphs if one.use else one.parts)


#: Where a text is the first to have a lineage.
_FIRST = {State.NEW, State.SPLIT}


def did(state: State, use: Use | None) -> str:
    """What a text did with a lineage, in words: “reworded, split”, “merged into”."""
    if state is State.MERGED:
        return _("merged into")
    places = use.places if use and state not in _FIRST else ()
    more = dict.fromkeys(word for one in places for word in _more(one))
    return _(", ").join(map(str, [WORDS[state], *more]))


def _more(place: LineagePlace) -> Iterator[Promise]:
    """What became of a paragraph besides its words."""
    if place.fate in MORE:
        yield MORE[place.fate]
    if place.is_moved:
        yield MORE[LineagePlace.Fate.MOVED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text that has the lineage, and what it did with it.

    ``against`` is the text whose words its own are set against, with those of the paragraphs that
    were ``merged`` with it; ``changes`` make those these. Without one, ``changes`` are its words as
    they are. ``split_off`` are paragraphs that the others of its words went into. ``step`` is not
    told of what was split or merged: its opening may have been that of another part.
    ``may_be_older`` is whether texts that are not held may have done before what it did.
    """

    resolution: Resolution
    use: Use
    state: State
    against: "Entry | None"
    changes: tuple[Change, ...]
    degree: Degree | None
    step: Step | None
    merged: tuple[UsedAt, ...] = ()
    split_off: tuple[UsedAt, ...] = ()
    may_be_older: bool = False

    @property
    def places(self) -> tuple[UsedAt, ...]:
        """Where the lineage stands in this text."""
        return used_at(self.resolution, self.use.paragraphs)

    @property
    def did(self) -> str:
        """What the text did, in words: “reworded, split”."""
        if self.state is State.NEW and self.may_be_older:
            return _("first of the texts held")
        return did(self.state, self.use)

    @property
    def origin(self) -> UsedAt | None:
        """Where it is first used: the paragraph of another lineage that it was a part of."""
        first = self.use.places[0]
        if self.against or first.symbol_before is None or first.anchor_before is None:
            return None
        address = f"/{first.symbol_before}/{first.anchor_before}/"
        name = f"{first.symbol_before}, {in_words(first.anchor_before)}"
        return UsedAt(anchor=first.anchor_before, name=name, address=address)

    @property
    def adoption(self) -> str:
        """How the resolution was adopted, as it stands within a line; empty of a draft."""
        if self.resolution.is_draft:
            return ""
        said = adoption(self.resolution)
        return said[:1].lower() + said[1:] if said else _("how it was adopted is not known")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedIn:
    """A text that has the words of a lineage within other paragraphs, and which these are."""

    resolution: Resolution
    found: InText

    @property
    def places(self) -> tuple[UsedAt, ...]:
        """The paragraphs."""
        return places_in(self.resolution, self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Texts after one another that have not the lineage by itself.

    Those that merged it into other paragraphs, those that dropped it, and the others.
    """

    merged: tuple[MergedIn, ...]
    dropped: tuple[Resolution, ...]
    absent: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A lineage from its first use on: uses and gaps in order, and the same in a line.

    ``entries`` are never none. ``unheld`` are adopted texts of the series of which no words are
    held, and which may have had it before its first use, or have done otherwise after it.
    """

    course: Course
    entries: tuple[Entry, ...]
    steps: tuple[Entry | Gap, ...]
    unheld: Unheld

    @property
    def since(self) -> str:
        """The whole of it in a line."""
        return since_in_words(
            [
                told_of(
                    one.resolution,
                    one.state,
                    is_unverified=one.resolution.date_is_unverified,
                    may_be_older=one.may_be_older,
                )
                for one in self.entries
            ]
        )

    @property
    def in_words(self) -> str:
        """Where it stands, and its whole history in a line."""
        drafts = [one.resolution for one in self.entries if one.resolution.is_draft]
        adopted = [one.resolution for one in self.entries if not one.resolution.is_draft]
        organs = dict.fromkeys(one.get_organ_display() for one in adopted)
        counted = [
            words % {"count": len(some)}
            for words, some in (
                (ngettext("%(count)s resolution", "%(count)s resolutions", len(adopted)), adopted),
                (ngettext("%(count)s draft", "%(count)s drafts", len(drafts)), drafts),
            )
            if some
        ]
        told = {
            "texts": get_text_list(counted, _("and")),
            "organs": get_text_list(list(organs), _("and")),
            "since": self.since,
        }
        with_organs = _("In %(texts)s (%(organs)s): %(since)s.")
        return (with_organs if organs else _("In %(texts)s: %(since)s.")) % told


#: A text, and what it did with a lineage: a use that is told in full, or none.
_Step = tuple[Member, Entry | InText]


def history(course: Course, members: Sequence[Member], *, scale: Scale) -> History | None:
    """The history of a lineage along its series; None where no text that is held has it."""
    texts, known = with_texts(members), known_texts(members)
    entries: dict[int, Entry] = {}
    steps: list[_Step] = []
    for at, (member, found) in enumerate(zip(texts, course.along(texts), strict=True)):
        if found.use:
            against = entries[found.cell.against] if found.cell.against is not None else None
            told = _entry(member, found, course=course, against=against, scale=scale)
            entries[at] = replace(told, may_be_older=_may_be_older(told, known))
        if entries:
            steps.append((member, entries.get(at, found)))
    if not entries:
        return None
    return History(
        course=course,
        entries=tuple(entries.values()),
        steps=tuple(_with_gaps(steps)),
        unheld=unheld_since(next(iter(entries.values())).resolution, members),
    )


def _may_be_older(entry: Entry, known: KnownTexts) -> bool:
    against = entry.against.resolution if entry.against else None
    return may_be_older(entry.resolution, against=against, known=known)


def _entry(
    member: Member, found: InText, *, course: Course, against: Entry | None, scale: Scale
) -> Entry:
    use = found.use
    assert use is not None, "asked only where it is used"
    merged = course.others_in(against.use.text, of=use.text) if against else ()
    split_off = course.others_in(use.text, of=against.use.text) if against else ()
    was = _wording([*against.use.paragraphs, *merged]) if against else use.wording
    is_step = against is not None and not (use.is_of_parts or merged or split_off)
    return Entry(
        resolution=member.resolution,
        use=use,
        state=found.state,
        against=against,
        changes=word_changes(was, use.wording),
        degree=scale.degree(use.opening) if use.opening else None,
        step=scale.step(against.use.opening, use.opening) if against and is_step else None,
        merged=used_at(against.resolution, merged) if against else (),
        split_off=used_at(member.resolution, split_off),
    )


def _wording(rows: Iterable[Paragraph | Part]) -> str:
    """The words of some paragraphs of one text in reading order, joined by a space."""
    return " ".join(one.wording for one in sorted(rows, key=lambda one: one.position))


def _with_gaps(steps: Sequence[_Step]) -> Iterator[Entry | Gap]:
    """Uses one by one, and the texts without it between two of them together."""
    for is_use, group in groupby(steps, key=lambda one: isinstance(one[1], Entry)):
        found = list(group)
        if is_use:
            yield from (one for _member, one in found if isinstance(one, Entry))
        else:
            yield _gap([(text, one) for text, one in found if isinstance(one, InText)])


def _gap(found: Sequence[tuple[Member, InText]]) -> Gap:
    of = {
        state: [(text.resolution, one) for text, one in found if one.state is state]
        for state in State
    }
    return Gap(
        merged=tuple(MergedIn(resolution=text, found=one) for text, one in of[State.MERGED]),
        dropped=tuple(text for text, _one in of[State.DROPPED]),
        absent=tuple(text for text, _one in of[State.ABSENT]),
    )
