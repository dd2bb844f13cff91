"""States of a text as its history lists them, and the files it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from archive.ingest.publishing.history import State, history_of, states_of
from archive.ingest.publishing.records import Sign
from archive.models import Ingestion, SourceFile, Text

PER_PAGE = 20
_SAID = {Sign.ADDED: "added", Sign.CHANGED: "changed", Sign.REMOVED: "removed"}
_KINDS: Mapping[str, tuple[str, str]] = {
    "paragraph": ("paragraph", "paragraphs"),
    "footnote": ("note", "notes"),
    "citation": ("citation", "citations"),
}
_WHOLE = {"text": "the text itself", "resolution": "facts of the resolution"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedState:
    """A state, what changed with it in words, and its name in an address."""

    state: State
    counts: Sequence[str]
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerFile:
    """A file that a text was read from, with its ingestions, the latest first."""

    file: SourceFile
    ingestions: Sequence[Ingestion]
    is_present: bool


def listed_states(text: Text, *, page: str) -> tuple[Sequence[ListedState], "Page[State]"]:
    """A page of the states of a text, the latest first."""
    shown = Paginator(states_of(text), PER_PAGE).get_page(page)
    return [listed(state) for state in shown], shown


def listed(state: State) -> ListedState:
    """A state as a list has it."""
    return ListedState(state=state, counts=list(_counts(state)), at=state.at.isoformat())


def _counts(state: State) -> Iterator[str]:
    """“2 paragraphs changed”, “1 note added”, in the order of a text."""
    if state.is_first:
        yield "the text came into being"
    for model, whole in _WHOLE.items():
        if (model, Sign.CHANGED.value) in state.counts and not state.is_first:
            yield f"{whole} changed"
    for model, (one, many) in _KINDS.items():
        for sign, said in _SAID.items():
            count = state.counts.get((model, sign.value), 0)
            if count:
                yield f"{count:,} {one if count == 1 else many} {said}"


def former_files(text: Text) -> list[FormerFile]:
    """The files that a text was read from, the present one first: three queries."""
    records: Any = history_of(Text).filter(id=text.pk)
    keys = list(dict.fromkeys(records.values_list("source_file", flat=True)))
    files = SourceFile.objects.without_content().in_bulk(keys)
    ingestions = Ingestion.objects.without_parse().filter(source_file__in=keys).latest_first()
    return [
        FormerFile(
            file=files[key],
            ingestions=[one for one in ingestions if one.source_file_id == key],
            is_present=key == text.source_file_id,
        )
        for key in keys
        if key in files
    ]
