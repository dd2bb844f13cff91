"""The matrix of a series: its lineages in reading order, and what each text did with each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.comparison.histories import State, in_reading_order
from archive.comparison.reach import KnownTexts
from archive.models import Series
from archive.search.lineages.courses import Course, InText, Use, courses_of, lineages_count
from archive.search.lineages.known import dating_of, known_texts
from archive.search.lineages.members import Member, members, with_texts
from archive.search.lineages.params import LineagePart, SeriesParams

_PARTS = list(LineagePart)
#: Texts before those that are told, by which it is reckoned what these did: the latest so many.
MOST_BEFORE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A lineage along some texts, which come ``after`` others."""

    course: Course
    texts: tuple[Member, ...]
    after: tuple[Member, ...]

    @property
    def cells(self) -> tuple[InText, ...]:
        """What each of the texts did with it; reckoned whenever it is asked for, and not kept."""
        return self.course.along(self.texts, after=self.after)

    @property
    def latest(self) -> Use:
        """Its use in the last of the texts that has it."""
        return self.course.latest

    def may_be_older(self, known: KnownTexts, *, cells: Sequence[InText]) -> bool:
        """Whether texts not held may have it before the one that is new with it, by its cells."""
        first = next((at for at, cell in enumerate(cells) if cell.state is State.NEW), None)
        if first is None:
            return False
        new = dating_of(self.texts[first].resolution)
        return bool(known.unheld_before(new, against=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The texts that were asked for in order, and the lineages that one of them has.

    ``members`` are all of the series; ``texts_count`` says how many texts were asked for, of which
    ``texts`` may be the latest only. ``after`` are those of the same organs and the same stage that
    came before them. ``openings`` are the forms that their paragraphs open with. ``unheld`` were
    asked for too, or came before these, but have no text; ``others`` are what the organ adopted
    that is to have none of the lineages, if one is named, held or not. ``known`` tells when texts
    of these organs came.
    """

    series: Series
    members: tuple[Member, ...]
    texts: tuple[Member, ...]
    texts_count: int
    after: tuple[Member, ...]
    rows: tuple[MatrixRow, ...]
    openings: tuple[str, ...]
    unheld: tuple[Member, ...]
    others: tuple[Member, ...]
    known: KnownTexts

    @property
    def is_of_no_text(self) -> bool:
        """Whether of what was asked for nothing is held."""
        return not self.texts_count


class TooLargeError(ValueError):
    """A matrix of more cells than may be told: so many ``lineages`` along so many ``texts``."""

    def __init__(self, *, lineages: int, texts: int) -> None:
        super().__init__(f"{lineages} lineages along {texts} texts")
        self.lineages = lineages
        self.texts = texts


def matrix(
    series: Series, params: SeriesParams, *, most_texts: int, most_cells: int | None = None
) -> Matrix:
    """The matrix of a series, narrowed as its parameters say: three queries.

    One more reads what came before the texts, if anything did, and one counts lineages, where there
    is a limit of cells. Of more than ``most_texts`` the latest are told. Raises TooLargeError.
    """
    known = members(series.pk)
    of_these = [one for one in known if _is_of_these(one, params)]
    held = with_texts(of_these)
    asked = [one for one in held if _is_of_years(one, params)]
    texts = asked[-most_texts:]
    if most_cells is not None and len(asked) <= most_texts:
        _refuse_more(texts, most_cells)
    after = held[: held.index(texts[0])][-MOST_BEFORE:] if texts else []
    others = _of_the_other(known, params)
    courses = _in_order(courses_of(texts, after=after, without=with_texts(others)), texts)
    told = (one for one in courses if _is_found(one, params))
    return Matrix(
        series=series,
        members=tuple(known),
        texts=tuple(texts),
        texts_count=len(asked),
        after=tuple(after),
        rows=tuple(MatrixRow(course=one, texts=tuple(texts), after=tuple(after)) for one in told),
        openings=tuple(_openings(courses)),
        unheld=tuple(_unheld(of_these, texts, params=params)),
        others=tuple(others),
        known=known_texts(of_these),
    )


def _unheld(
    of_these: Iterable[Member], texts: Sequence[Member], *, params: SeriesParams
) -> Iterator[Member]:
    """Adopted ones without a text that came before the last of some texts; without any, all."""
    ends = [dating_of(one.resolution) for one in reversed(texts)]
    for one in of_these:
        if one.text is None and not one.resolution.is_draft:
            dating = dating_of(one.resolution)
            if any(map(dating.precedes, ends)) or (not ends and _is_of_years(one, params)):
                yield one


def _refuse_more(texts: Sequence[Member], most_cells: int) -> None:
    """Raise TooLargeError where some texts have more lineages than fit."""
    count = lineages_count(texts)
    if count * len(texts) > most_cells:
        raise TooLargeError(lineages=count, texts=len(texts))


def _is_of_these(member: Member, params: SeriesParams) -> bool:
    """Whether a text is of the organs, and of the stage."""
    one = member.resolution
    if params.organs and one.organ not in params.organs:
        return False
    return not params.stage or one.stage == params.stage


def _is_of_years(member: Member, params: SeriesParams) -> bool:
    """Whether a text is of the years."""
    since, until, day = params.since, params.until, member.day
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


def _is_found(course: Course, params: SeriesParams) -> bool:
    """Whether one of the texts has the lineage in one of the parts, under one of the openings."""
    return any(
        (not params.parts or paragraph.part in params.parts)
        and (not params.openings or paragraph.form in params.openings)
        for use in course.uses
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
