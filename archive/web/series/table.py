"""The matrix of a series as a table: a column for each text, a row for each lineage."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.comparison.histories import State
from archive.models import Resolution
from archive.search.lineages.courses import InText
from archive.search.lineages.matrix import Matrix, MatrixRow, part_of
from archive.search.lineages.members import Member
from archive.web.composition import Piece, compose
from archive.web.lineage.history import UsedAt, did, places_in
from archive.web.lineage.states import SIGNS, WORDS

#: Words by which a lineage is known, its opening aside.
_FIRST_WORDS = 9
#: Lineages of each kind that a text's line names; the others are counted.
MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """What a text did with a lineage: a sign, a word, and where it stands in the text."""

    state: State
    sign: str
    did: str
    places: tuple[UsedAt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A lineage by the words it begins with, and its page."""

    address: str
    place: str
    beginning: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A lineage with a cell for each text."""

    named: Named
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLineages:
    """Lineages of which the first are named; ``more_count`` are not."""

    named: tuple[Named, ...]
    count: int

    @property
    def more_count(self) -> int:
        """How many are not named."""
        return self.count - len(self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A text, and how many lineages it has new, reworded and kept, and how many it dropped.

    ``before`` is the text that came before it of its organ and was adopted; None for the first.
    """

    resolution: Resolution
    before: Resolution | None
    counts: tuple[tuple[Promise, int], ...]
    added: ListedLineages
    dropped: ListedLineages


#: What is counted of each text; of these what is there, if any; and what needs the text before.
_COUNTED = (State.NEW, State.SPLIT, State.REWORDED, State.KEPT, State.MERGED, State.DROPPED)
_IF_ANY = {State.SPLIT, State.MERGED}
_OF_THE_TEXT_BEFORE = {State.MERGED, State.DROPPED}


def columns(found: Matrix) -> tuple[Column, ...]:
    """The texts of a matrix; what the first of a series has is new without anything being added.

    Rows are lineages that one of the texts shown has. Of a text before which others come that are
    not shown, what it dropped of theirs is therefore not counted.
    """
    resolutions = [one.resolution for one in (*found.after, *found.texts)]
    states = [[one.state for one in row.cells] for row in found.rows]
    return tuple(
        _column(
            one.resolution,
            rows={state: _that(found, states, at=at, state=state) for state in _COUNTED},
            earlier=resolutions[: len(found.after) + at],
            shown=found.texts[:at],
        )
        for at, one in enumerate(found.texts)
    )


def _that(
    found: Matrix, states: Sequence[Sequence[State]], *, at: int, state: State
) -> list[MatrixRow]:
    """The lineages with which one of the texts did this."""
    return [row for row, of_row in zip(found.rows, states, strict=True) if of_row[at] is state]


def _column(
    one: Resolution,
    *,
    rows: Mapping[State, Sequence[MatrixRow]],
    earlier: Sequence[Resolution],
    shown: Sequence[Member],
) -> Column:
    before = _before(earlier, one)
    is_alone = before is not None and before not in [other.resolution for other in shown]
    return Column(
        resolution=one,
        before=before,
        counts=tuple(
            (WORDS[state], len(rows[state]))
            for state in _COUNTED
            if (rows[state] or state not in _IF_ANY)
            and not (is_alone and state in _OF_THE_TEXT_BEFORE)
        ),
        added=_listed(rows[State.NEW] if earlier else ()),
        dropped=_listed(() if is_alone else rows[State.DROPPED]),
    )


def _before(earlier: Sequence[Resolution], one: Resolution) -> Resolution | None:
    of_its_organ = (
        other for other in reversed(earlier) if other.organ == one.organ and not other.is_draft
    )
    return next(of_its_organ, None)


def _listed(rows: Sequence[MatrixRow]) -> ListedLineages:
    named = tuple(_named_lineage(row) for row in rows[:MOST_NAMED])
    return ListedLineages(named=named, count=len(rows))


def table_parts(rows: Iterable[MatrixRow], found: Matrix) -> list[tuple[str, list[TableRow]]]:
    """The rows of a page of the table by the part of the text in which they stand, with its name.

    That is where the last of these texts that has a lineage has it.
    """
    resolutions = [one.resolution for one in found.texts]
    return [
        (_(part.label), [_row(row, resolutions) for row in of_part])
        for part, of_part in groupby(rows, key=lambda row: part_of(row.course.latest))
    ]


def _row(row: MatrixRow, resolutions: Sequence[Resolution]) -> TableRow:
    cells = zip(resolutions, row.cells, strict=True)
    return TableRow(
        named=_named_lineage(row), cells=tuple(_cell(cell, of=one) for one, cell in cells)
    )


def _cell(cell: InText, *, of: Resolution) -> TableCell:
    return TableCell(
        state=cell.state,
        sign=SIGNS[cell.state],
        did=did(cell.state, cell.use),
        places=places_in(of, cell),
    )


def _named_lineage(row: MatrixRow) -> Named:
    """A lineage by the first words of its last use, with the place where these stand."""
    first = row.latest.paragraphs[0]
    words = first.wording.split()
    count = max(len(first.opening.split()) + 3, _FIRST_WORDS)
    is_whole = len(words) <= count
    cut = f"{' '.join(words[:count]).rstrip(',;:')}\N{NO-BREAK SPACE}…"
    return Named(
        address=row.course.lineage.get_absolute_url(),
        place=first.place,
        beginning=compose(first.wording if is_whole else cut, opening=first.opening),
    )


def narrowed(found: Matrix) -> str:
    """How many texts and lineages there are, and of how many texts these are the latest."""
    told = {
        "lineages": ngettext("%(count)s lineage", "%(count)s lineages", len(found.rows))
        % {"count": len(found.rows)},
        "texts": ngettext("%(count)s text", "%(count)s texts", found.texts_count)
        % {"count": found.texts_count},
        "latest": len(found.texts),
    }
    if found.texts_count > len(found.texts):
        return (
            _("%(lineages)s through the latest %(latest)s of %(texts)s.") % told
            + " "
            + _("Choose years to see others.")
        )
    return _("%(lineages)s through %(texts)s.") % told
