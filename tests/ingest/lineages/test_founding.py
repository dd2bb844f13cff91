"""The founding texts, followed: what each paragraph was before, with and without the draft."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from archive.models import LineagePlace

pytestmark = pytest.mark.django_db

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
DRAFT = "002_6c4a68e8a7cd0e6b.txt"
#: What became of a paragraph before, by its name: "66 op10".
_Befores = Mapping[str, tuple[str, str]]


def _ingest(*files: Path) -> None:
    call_command("ingest", *files, jobs=1, manifest=FIXTURES / "manifest.toml")


def _befores() -> _Befores:
    """The fate of each adopted paragraph, and the one before it; empty where it has none."""
    rows = LineagePlace.objects.filter(paragraph__text__resolution__stage="adopted")
    columns = ("fate", "paragraph__text__resolution__session", "paragraph__anchor")
    before = ("before__text__resolution__session", "before__anchor")
    return {
        f"{session} {anchor}": (fate, f"{was} {was_at}" if was_at else "")
        for fate, session, anchor, was, was_at in rows.values_list(*columns, *before)
    }


def _through(name: str, befores: _Befores) -> list[str]:
    """A paragraph and all that it was before, the oldest last."""
    found = [name]
    while befores[found[-1]][1]:
        found.append(befores[found[-1]][1])
    return found


def test_a_lineage_takes_along_no_other_parts_of_a_split_or_merge() -> None:
    call_command("load_facts", FIXTURES / "resolutions.csv")
    _ingest(*(one for one in sorted(FIXTURES.glob("*.txt")) if one.name != DRAFT))
    adopted = _befores()
    assert _through("66 op10", adopted) == ["66 op10", "62 op9", "58 op9"]
    assert adopted["58 pp13"] == ("kept", "56 pp7")
    assert [adopted[f"58 {one}"] for one in ("pp5", "pp12", "op10")] == [("new", "")] * 3
    _ingest(FIXTURES / DRAFT)
    assert _befores() == adopted
    draft = LineagePlace.objects.get(
        paragraph__text__resolution__stage="draft", paragraph__anchor="op26"
    )
    assert draft.before is not None
    assert (draft.fate, draft.before.anchor) == ("merged", "op10")
    texts = LineagePlace.objects.values_list("lineage", "paragraph__text")
    assert len({*texts}) == len(texts)
