"""Shelves: the organs, sessions and years by which the archive is browsed, and their addresses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import register_converter, reverse
from django.utils.translation import gettext as _

from archive.models import Resolution
from archive.models.counts import Shelf
from archive.parsing.session_names import session_name, session_number
from archive.parsing.symbols import Organ

#: How an address says that symbols name no session, which no session is called.
WITHOUT_SESSION = "no-session"


class OrganConverter:
    """The short name of an organ in capitals: ``GA``."""

    regex = "|".join(Organ)

    def to_python(self, value: str) -> Organ:
        """The organ."""
        return Organ(value)

    def to_url(self, value: str) -> str:
        """Its short name."""
        return str(value)


class SessionConverter:
    """A session as symbols write it: ``66``, ``XXI``, ``S-21``, a year; or that there is none."""

    regex = rf"(?:E?S-)?[0-9]{{1,4}}|(?:E?S-)?[IVXLC]+|{WITHOUT_SESSION}"

    def to_python(self, value: str) -> str:
        """The session as rows have it, empty where there is none."""
        return "" if value == WITHOUT_SESSION else value

    def to_url(self, value: str) -> str:
        """The session, or that there is none."""
        return value or WITHOUT_SESSION


class YearConverter:
    """A year in four figures."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        """The year."""
        return int(value)

    def to_url(self, value: int | str) -> str:
        """The year in four figures."""
        return f"{int(value):04d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A shelf with its name for people, what the name means, and its address."""

    shelf: Shelf
    label: str
    meaning: str
    address: str

    @property
    def years(self) -> str:
        """Its years for people: “1998–2015”, or one; empty where nothing is dated."""
        since, until = self.shelf.since, self.shelf.until
        return str(since or "") if since == until else f"{since}–{until}"


def register() -> None:
    """Make the converters known to addresses, as ``organ``, ``session`` and ``year``."""
    register_converter(OrganConverter, "organ")
    register_converter(SessionConverter, "session")
    register_converter(YearConverter, "year")


def organs(shelves: Iterable[Shelf]) -> tuple[Labelled, ...]:
    """Those of organs in the order in which the archive names organs."""
    found = {shelf.name: shelf for shelf in shelves}
    return tuple(
        Labelled(
            shelf=found[organ],
            label=str(organ.label),
            meaning=organ.value,
            address=reverse("browse_organ", args=[organ.value]),
        )
        for organ in Resolution.Organ
        if organ.value in found
    )


def sessions(shelves: Iterable[Shelf], *, organ: str) -> tuple[Labelled, ...]:
    """Those of an organ's sessions, the latest first, special ones after the regular ones."""
    return tuple(
        Labelled(
            shelf=shelf,
            label=shelf.name or _("No session"),
            meaning=session_name(shelf.name),
            address=reverse("browse_session", args=[organ, shelf.name]),
        )
        for shelf in sorted(shelves, key=_latest_first)
    )


def years(shelves: Iterable[Shelf]) -> tuple[Labelled, ...]:
    """Those of years, in their order."""
    return tuple(
        Labelled(
            shelf=shelf,
            label=shelf.name,
            meaning="",
            address=reverse("browse_year", args=[shelf.name]),
        )
        for shelf in shelves
    )


def neighbours(
    labelled: Sequence[Labelled], name: str
) -> tuple[Labelled | None, Labelled | None, Labelled | None]:
    """The one before that of a name, that one itself, and the one after; None where none is."""
    index = next((n for n, one in enumerate(labelled) if one.shelf.name == name), None)
    if index is None:
        return None, None, None
    before = labelled[index - 1] if index else None
    after = labelled[index + 1] if index + 1 < len(labelled) else None
    return before, labelled[index], after


def session_title(organ: Organ, session: str) -> str:
    """A session with its organ for people: “General Assembly, sixty-sixth session”."""
    named = session_name(session) or session or _("no session")
    return _("%(organ)s, %(session)s") % {"organ": _(organ.full_name), "session": named}


def _latest_first(shelf: Shelf) -> tuple[bool, bool, bool, int]:
    """Sessions counted by years are later than those that were numbered."""
    is_special = "S-" in shelf.name
    is_numbered = shelf.ordinal is not None
    return not shelf.name, is_special, is_numbered, -session_number(shelf.name)
