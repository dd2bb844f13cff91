"""The history of a paragraph on its own page: the wordings before and after, with what changed."""

from dataclasses import dataclass

from archive.models import OpeningStrength, Paragraph
from archive.search.lineages.courses import course_through
from archive.search.lineages.members import members
from archive.web.lineage.history import Entry, Gap, History, history

#: Texts that are told on the page of a paragraph; the page of the lineage has all.
MOST_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphHistory:
    """A paragraph's lineage, and of its uses those nearest to this one, with the gaps there."""

    history: History
    here: Entry
    steps: tuple[Entry | Gap, ...]

    @property
    def address(self) -> str:
        """The page of the lineage."""
        return self.history.course.lineage.get_absolute_url()

    @property
    def series(self) -> str:
        """The title of the series."""
        return str(self.history.course.lineage.series)

    @property
    def is_alone(self) -> bool:
        """Whether no other text that is held has it, nor a part of it, nor has it as a part."""
        gaps = (one for one in self.history.steps if isinstance(one, Gap))
        is_alone = len(self.history.entries) == 1 and self.here.origin is None
        return is_alone and not any(one.merged for one in gaps)

    @property
    def more_count(self) -> int:
        """How many uses are not told here."""
        told = sum(isinstance(one, Entry) for one in self.steps)
        return len(self.history.entries) - told


def paragraph_history(row: Paragraph) -> ParagraphHistory | None:
    """The history of a paragraph; None where it is of no lineage: three queries, else one."""
    course = course_through(row)
    if course is None:
        return None
    known = members(course.lineage.series_id)
    told = history(course, known, scale=OpeningStrength.objects.scale())
    here = (
        next((one for one in told.entries if one.use.text == row.text_id), None) if told else None
    )
    if told is None or here is None:
        return None
    return ParagraphHistory(history=told, here=here, steps=_near(here, told))


def _near(here: Entry, told: History) -> tuple[Entry | Gap, ...]:
    """The uses around one, and the gaps between and behind them."""
    entries, steps = told.entries, told.steps
    first = min(max(entries.index(here) - MOST_TOLD // 2, 0), max(len(entries) - MOST_TOLD, 0))
    rest = entries[first + MOST_TOLD :]
    end = steps.index(rest[0]) if rest else len(steps)
    return steps[steps.index(entries[first]) : end]
