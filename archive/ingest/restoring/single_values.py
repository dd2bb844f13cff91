"""Single values that come back: the words of a paragraph, its label, a fact, what is cited.

A value is named by the record that has it, and by the name of its column there.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from archive.corrections import making
from archive.corrections.facts import fact_in
from archive.corrections.naming import named, quoted
from archive.corrections.places import Span, text_at
from archive.corrections.values import Correction as Value
from archive.corrections.values import CorrectionError
from archive.ingest.editing.editions import Edition
from archive.ingest.fact_columns import COLUMNS, Sponsors, read_value
from archive.ingest.publishing.history import history_of
from archive.ingest.restoring.citing import cited_alone
from archive.ingest.restoring.instants import told
from archive.ingest.restoring.restoration import (
    Restoration,
    RestoringError,
    correctable,
    restoration,
)
from archive.models import Citation, Evidence, Footnote, Paragraph, Resolution, Text
from archive.parsing.parsed import Adoption, Masthead, ParsedResolution

_Fact = Evidence.Fact
#: The fact that each column of a resolution is of; the first column stands for those beside it.
FACT_OF: Mapping[str, str] = {
    columns[0]: fact for fact, columns in COLUMNS.items() if columns and fact != _Fact.STAGE.value
}


def _anchor(model: type[Paragraph | Footnote], key: int) -> str:
    """Where a row stands now, whatever it was called then. Raises CorrectionError where it is gone.

    One database query.
    """
    now = model.objects.filter(pk=key).first()
    if now is None:
        raise CorrectionError(
            "It is gone from the text, or what it belonged to is. Restore a state of the text in "
            "which it was there."
        )
    return now.anchor


def _wording(parsed: ParsedResolution, row: Any) -> list[Value]:
    anchor = _anchor(row.instance_type, row.id)
    return [making.wording_set(parsed, anchor, text=row.wording)]


def _kind(parsed: ParsedResolution, row: Any) -> list[Value]:
    return [making.kind_set(parsed, _anchor(Paragraph, row.id), kind=row.kind)]


def _label(parsed: ParsedResolution, row: Any) -> list[Value]:
    return [making.label_set(parsed, _anchor(Paragraph, row.id), label=row.label or None)]


def _parent(parsed: ParsedResolution, row: Any) -> list[Value]:
    parent = _anchor(Paragraph, row.parent_id) if row.parent_id else None
    return [making.parent_set(parsed, _anchor(Paragraph, row.id), parent=parent)]


def _number(parsed: ParsedResolution, row: Any) -> list[Value]:
    return [making.note_number_set(parsed, _anchor(Footnote, row.id), number=row.number)]


def _mark(parsed: ParsedResolution, row: Any) -> list[Value]:
    """Where a note was marked: a paragraph, and how many characters into it."""
    at = (_anchor(Paragraph, row.paragraph_id), row.marker_offset) if row.paragraph_id else None
    return [making.marker_set(parsed, _anchor(Footnote, row.id), place=at)]


def _cited(parsed: ParsedResolution, row: Any) -> list[Value]:
    """What words cited, and nothing else, where they stand now in their paragraph or note."""
    anchor = (row.footnote or row.paragraph).anchor
    text = text_at(parsed, anchor)
    start = row.start if text[row.start : row.end] == row.words else text.find(row.words)
    if start < 0:
        raise CorrectionError(f"{quoted(row.words)} does not stand in {named(anchor)} any more.")
    span = Span(anchor, start, start + len(row.words))
    return cited_alone(parsed, span, symbol=row.cited_symbol)


def _fact(parsed: ParsedResolution, row: Any, *, column: str) -> list[Value]:
    fact = FACT_OF[column]
    return [making.fact_set(parsed, fact, words=fact_in_words(row.instance, fact))]


#: What can come back by itself, by model and column.
_WAYS: Mapping[type[Model], Mapping[str, Callable[..., list[Value]]]] = {
    Paragraph: {"wording": _wording, "kind": _kind, "label": _label, "parent": _parent},
    Footnote: {
        "wording": _wording,
        "number": _number,
        "paragraph": _mark,
        "marker_offset": _mark,
    },
    Citation: {"cited_symbol": _cited},
}


def can_come_back(model: type[Model], column: str) -> bool:
    """Whether a column of a model can be restored by itself."""
    return column in FACT_OF if model is Resolution else column in _WAYS.get(model, {})


def value_restoration(model: type[Model], key: int, *, record: int, column: str) -> Restoration:
    """What brings one value of a row back to what one of its records has.

    Raises RestoringError where it cannot come back or is so already; a record that is none of the
    row's is one, too.
    """
    row = history_of(model).filter(id=key, history_id=record).first()
    if row is None or not can_come_back(model, column):
        raise RestoringError("There is no such value in its history.")
    edition = correctable(_text_of(row, model))
    try:
        values = _made(edition, row, model=model, column=column)
    except CorrectionError as error:
        raise RestoringError(str(error)) from error
    day = told(row.history_date)
    return restoration(
        edition,
        values,
        what=f"the {column.replace('_', ' ')} of {named(values[0].where)} as it was on {day}",
        evidence=f"As it was on {day}, by its history.",
    )


def _made(edition: Edition, row: Any, *, model: type[Model], column: str) -> list[Value]:
    if model is Resolution:
        return _fact(edition.parsed, row, column=column)
    return _WAYS[model][column](edition.parsed, row)


def _text_of(row: Any, model: type[Model]) -> Text:
    """The text whose edition says the value. Raises RestoringError where none does."""
    if model is not Resolution:
        return Text(pk=row.text_id)
    found = Text.objects.filter(resolution=row.id).defer("wording", "search_vector")
    text = found.in_reading_language().first()
    if text is None:
        raise RestoringError(
            "No text of it is held, or it is withdrawn, and a fact is corrected with its text. The "
            "archive’s table of facts and its manifests say what is known of it."
        )
    return text


def fact_in_words(resolution: Resolution, fact: str) -> str | None:
    """A fact of a resolution in the words in which people set it; None for none."""
    value = read_value(resolution, _Fact(fact))
    if isinstance(value, Sponsors):
        masthead = Masthead(sponsors=value.first, additional_sponsors=value.additional)
        return fact_in(masthead, fact, facts={})
    if isinstance(value, Adoption):
        return fact_in(Masthead(adoption=value), fact, facts={})
    return None if value is None else str(value)
