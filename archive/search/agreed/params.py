"""The parameters of a question for agreed language, and the one way to write them in an address."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import TextChoices
from django.utils.translation import gettext_noop

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.agreed.typed import wording_of
from archive.search.form.params import WrittenParams


class LanguageSort(TextChoices):
    """What comes first among the wordings that have the words as they are asked."""

    MOST_USED = "most-used", gettext_noop("Most used")
    OLDEST = "oldest", gettext_noop("First used")
    NEWEST = "newest", gettext_noop("Last used")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageParams(WrittenParams):
    """Which words are asked; an empty value narrows nothing.

    Of ``organ`` and ``stage`` is at least one of the texts that have a wording.
    """

    q: str = ""
    organ: Organ | None = None
    stage: Resolution.Stage | None = None
    sort: LanguageSort = LanguageSort.MOST_USED
    page: int = 1

    def on_page(self, page: int) -> "LanguageParams":
        """The same question, another page."""
        return replace(self, page=page)

    @property
    def wording(self) -> str:
        """The words that are asked, without what came along with a paragraph that was copied."""
        return wording_of(self.q)

    @property
    def is_narrowed(self) -> bool:
        """Whether only some of the texts are asked."""
        return bool(self.organ or self.stage)

    def _written(self) -> Iterator[tuple[str, object]]:
        yield "q", self.q
        yield "organ", self.organ
        yield "stage", self.stage
        yield "sort", self.sort is not LanguageSort.MOST_USED and self.sort
        yield "page", self.page > 1 and self.q and self.page
