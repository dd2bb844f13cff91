"""What a list is narrowed to: values in their normal forms; what is empty narrows nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from archive.models import Resolution
from archive.parsing.parsed import ParagraphKind
from archive.parsing.symbols import Organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Of which resolutions: their organ, session, stage, and days, the first and last included.

    The day is that of the adoption; of a draft, that of its distribution.
    """

    organ: Organ | None = None
    session: str = ""
    stage: Resolution.Stage | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedResolutions(Acts):
    """``cites`` is the symbol of what a text cites, ``opening`` how a paragraph of it opens."""

    held: bool | None = None
    series: str = ""
    cites: str = ""
    opening: str = ""
    changed_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedParagraphs(Acts):
    """``resolution`` and ``cites`` are symbols, ``opening`` is a normal form: “call upon”."""

    resolution: str = ""
    kind: ParagraphKind | None = None
    opening: str = ""
    cites: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCitations(Acts):
    """``citing`` and ``cited`` are symbols; ``opening`` is that of the paragraph, as a form.

    ``resolved`` are those of which the archive has a page; ``in_conflict`` those against which
    their text, or the known dates, speak.
    """

    citing: str = ""
    cited: str = ""
    opening: str = ""
    resolved: bool | None = None
    in_conflict: bool | None = None


def of_acts(wanted: Acts, *, card: str = "") -> Q:
    """The conditions on the cards of resolutions, which a path leads to: ``text__card__``."""
    conditions = {
        "organ": wanted.organ and wanted.organ.value,
        "session": wanted.session,
        "stage": wanted.stage and wanted.stage.value,
        "dated_on__gte": wanted.since,
        "dated_on__lte": wanted.until,
    }
    return Q(**{f"{card}{name}": value for name, value in conditions.items() if value})
