"""The frozen values of a correction, and what comes of applying some.

A place (``where``) is named as it stands after the corrections before: ``masthead.title`` for a
fact, the anchor of a paragraph or note (``op10-a``, ``fn2``), and for a citation the anchor it
stands in with its span (``op5:10-28``). ``before`` and ``after`` are plain values for JSON, as the
parse contract writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from archive.parsing.parsed import ParsedResolution


class Action(StrEnum):
    """What a correction does; in brackets, what ``before`` and ``after`` hold."""

    SET_FACT = "set_fact"
    """A fact of the masthead (words as the manifest writes them, or None)."""
    SET_WORDING = "set_wording"
    """The words of a paragraph or note (text)."""
    SET_KIND = "set_kind"
    """The kind of a paragraph (ParagraphKind)."""
    SET_LABEL = "set_label"
    """The label of a paragraph, and with it its number (as printed, or None)."""
    SET_PARENT = "set_parent"
    """The paragraph it is a part of (anchor, or None)."""
    MOVE = "move"
    """The paragraph it follows (anchor, or None where it comes first)."""
    SPLIT = "split"
    """One paragraph into two (``before`` the text, ``after`` both texts)."""
    MERGE = "merge"
    """A paragraph with the next one (``before`` both texts, ``after`` the text)."""
    INSERT = "insert"
    """A paragraph after the named one, or after ``START`` (``after`` its kind, label and text by
    name; where one is restored, also the parent, anchor, number and rows that it had)."""
    REMOVE = "remove"
    """A paragraph that is none (``before`` its text)."""
    SET_MARKER = "set_marker"
    """Where a note is marked (anchor and offset as a list, or None)."""
    SET_NOTE_NUMBER = "set_note_number"
    """The number of a note."""
    INSERT_NOTE = "insert_note"
    """A note (``after`` its number and text by name)."""
    REMOVE_NOTE = "remove_note"
    """A note that is none (``before`` its text)."""
    CITE = "cite"
    """What a span cites (``before`` a symbol or None where none was found, ``after`` a symbol).

    For a reference within the text it is the anchor that is referred to.
    """
    UNCITE = "uncite"
    """A span that is no citation (``before`` the symbol)."""
    EXPLAIN = "explain"
    """A warning that a person has looked into and explains: the text is right as it stands.

    ``before`` is the code of the warning, ``where`` its place; the evidence of the correction is
    the explanation. The parse stays as it is, without the warning.
    """

    @property
    def label(self) -> str:
        """For people: "Set wording"."""
        return self.value.replace("_", " ").capitalize()


MASTHEAD = "masthead."
#: Where a paragraph is inserted that comes before all others.
START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change of a parse by a person."""

    action: Action
    where: str
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A correction that does not meet what it was made for.

    ``found`` is what stands at its place now, None where there is no such place. Values of people
    win, so it ``is_applied`` where it can be; where it cannot, the text is as the parse has it.
    """

    correction: Correction
    found: Any
    is_applied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A parse with corrections applied.

    ``facts`` are those of the masthead that people have set, by name, as the manifest writes them.
    ``set_by`` says for each place which correction set it last, by its index among those given.
    """

    parsed: ParsedResolution
    facts: Mapping[str, str | None] = field(default_factory=dict)
    set_by: Mapping[str, int] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


class CorrectionError(Exception):
    """A correction that cannot be made; the message says what, where and what to do."""
