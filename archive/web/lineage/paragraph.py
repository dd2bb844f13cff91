"""The history of a paragraph on its own page: the wordings before and after, with what changed."""

from dataclasses import dataclass

from archive.models import OpeningStrength, Paragraph
from archive.search.lineages.courses import course_through
from archive.search.lineages.members import members, with_texts
from archive.web.lineage.history import Entry, History, history

#: Texts that are told on the page of a paragraph; the page of the lineage has all.
MOST_TOLD = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphHistory:
    """A paragraph's lineage, and of its uses those nearest to this one."""

    history: History
    here: Entry
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """The page of the lineage."""
        return self.history.course.lineage.get_absolute_url()

    @property
    def series(self) -> str:
        """The title of the series."""
        return str(self.history.course.lineage.series)

    @property
    def more_count(self) -> int:
        """How many uses are not told here."""
        return len(self.history.entries) - len(self.entries)


def paragraph_history(row: Paragraph) -> ParagraphHistory | None:
    """The history of a paragraph; None where it is of no lineage: three queries, else one."""
    course = course_through(row)
    if course is None:
        return None
    texts = with_texts(members(course.lineage.series_id))
    told = history(course, texts, scale=OpeningStrength.objects.scale())
    places = (
        [at for at, one in enumerate(told.entries) if one.use.text == row.text_id] if told else []
    )
    if told is None or not places:
        return None
    first = min(max(places[0] - MOST_TOLD // 2, 0), max(len(told.entries) - MOST_TOLD, 0))
    return ParagraphHistory(
        history=told,
        here=told.entries[places[0]],
        entries=told.entries[first : first + MOST_TOLD],
    )
