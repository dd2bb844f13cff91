"""The matrix of a series: its lineages in reading order, and what each text did with each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from archive.comparison.histories import Cell, State, in_reading_order
from archive.models import Series
from archive.search.lineages.courses import Course, Use, courses_of
from archive.search.lineages.members import Member, members, with_texts
from archive.search.lineages.params import LineagePart, SeriesParams

_PARTS = list(LineagePart)
_Cells = tuple[tuple[Cell, Use | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A lineage, and for each text what it did with it, and its use there."""

    course: Course
    cells: _Cells

    @property
    def latest(self) -> Use:
        """Its use in the last of the texts that has it."""
        return next(use for _cell, use in reversed(self.cells) if use)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The texts that were asked for in order, and the lineages that one of them has.

    ``members`` are all of the series; ``texts_count`` says how many texts were asked for, of which
    ``texts`` may be the latest only. ``openings`` are the forms that their paragraphs open with.
    """

    series: Series
    members: tuple[Member, ...]
    texts: tuple[Member, ...]
    texts_count: int
    rows: tuple[MatrixRow, ...]
    openings: tuple[str, ...]

    def counts(self, at: int) -> Counter[State]:
        """How many lineages one of the texts has new, kept and so on."""
        return Counter(row.cells[at][0].state for row in self.rows)

    def that(self, at: int, state: State) -> list[MatrixRow]:
        """The lineages with which one of the texts did this."""
        return [row for row in self.rows if row.cells[at][0].state is state]


def matrix(series: Series, params: SeriesParams, *, most_texts: int) -> Matrix:
    """The matrix of a series, narrowed as its parameters say: two queries.

    Of more than ``most_texts`` the latest are told.
    """
    known = members(series)
    held = with_texts(known)
    asked = [one for one in held if _is_asked(one, params)]
    texts = asked[-most_texts:]
    courses = _in_order(courses_of(texts, without=_of_the_other(held, params)), texts)
    rows = (MatrixRow(course=one, cells=one.along(texts)) for one in courses)
    found = [row for row in rows if _is_found(row, params)]
    return Matrix(
        series=series,
        members=tuple(known),
        texts=tuple(texts),
        texts_count=len(asked),
        rows=tuple(found),
        openings=tuple(_openings(courses)),
    )


def _is_asked(member: Member, params: SeriesParams) -> bool:
    """Whether a text is of the organs, the stage and the years."""
    one, day = member.resolution, member.day
    if params.organs and one.organ not in params.organs:
        return False
    if params.stage and one.stage != params.stage:
        return False
    since, until = params.since, params.until
    if (since or until) and day is None:
        return False
    return not (day and ((since and day < since.first) or (until and day > until.last)))


def _in_order(courses: Iterable[Course], texts: Iterable[Member]) -> list[Course]:
    """Lineages part by part, as the latest text has them, among them those of earlier ones."""
    by_key = {one.lineage.pk: one for one in courses}
    standing: dict[int, list[tuple[int, int]]] = {}
    for course in by_key.values():
        for use in course.uses:
            at = use.places[0].paragraph.position
            standing.setdefault(use.text, []).append((at, course.lineage.pk))
    keys = ([key for _at, key in sorted(standing.get(one.text or 0, ()))] for one in texts)
    ordered = [by_key[key] for key in in_reading_order(keys)]
    return sorted(ordered, key=lambda one: _PARTS.index(part_of(one.latest)))


def part_of(use: Use) -> LineagePart:
    """The part in which a lineage stands in a text."""
    return LineagePart(use.paragraphs[0].part)


def _of_the_other(texts: Iterable[Member], params: SeriesParams) -> list[Member]:
    """What the organ adopted that is to have none of the lineages, if one is named."""
    adopted = (one for one in texts if not one.resolution.is_draft)
    return [one for one in adopted if one.resolution.organ == params.without]


def _is_found(row: MatrixRow, params: SeriesParams) -> bool:
    """Whether one of the texts has the lineage in one of the parts, under one of the openings."""
    return any(
        (not params.parts or paragraph.part in params.parts)
        and (not params.openings or paragraph.form in params.openings)
        for _cell, use in row.cells
        if use
        for paragraph in use.paragraphs
    )


def _openings(courses: Iterable[Course]) -> list[str]:
    """The forms that paragraphs of some lineages open with, the most frequent first."""
    counted = Counter(
        paragraph.form
        for course in courses
        for use in course.uses
        for paragraph in use.paragraphs
        if paragraph.form
    )
    return [form for form, _times in sorted(counted.items(), key=lambda one: (-one[1], one[0]))]
