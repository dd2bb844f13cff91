"""Rows of every model for staff to look at."""

from typing import Any

from django.apps import apps
from django.contrib.admin import site
from django.db.models import Model
from django.urls import reverse

from archive.models import (
    Citation,
    ComparedTexts,
    Membership,
    OpeningStrength,
    Paragraph,
    ParagraphPairing,
    Resolution,
    Series,
    Text,
)
from tests import factories as make

#: Those that have lists, of rows about resolutions; others are tried by themselves.
MODELS = [
    model
    for model in apps.get_app_config("archive").get_models()
    if site.is_registered(model) and model not in {OpeningStrength, ParagraphPairing}
]


def list_of(model: type[Model], query: str = "") -> str:
    """The address of a list, asked for what a query says."""
    name = f"admin:archive_{model._meta.model_name}_changelist"
    return f"{reverse(name)}{'?' if query else ''}{query}"


def make_held_draft(**fields: Any) -> Text:
    """A draft with a text, its evidence, and the rows that ``add_to`` brings."""
    draft = make.make_draft(
        adopted_as=make.make_resolution(), series="Human rights defenders", **fields
    )
    make.make_evidence(draft)
    _join(draft)
    text = make.make_text(draft)
    add_to(text)
    return text


def _join(draft: Resolution) -> None:
    """Make a draft a member of the series that its facts name."""
    series, _ = Series.objects.get_or_create(slug="defenders", name=draft.series, title="Defenders")
    Membership.objects.create(
        series=series, resolution=draft, state="accepted", origin="fact", reason="Its facts."
    )


def make_pairing() -> ParagraphPairing:
    """What became of the first paragraph of all in a text of its own."""
    earlier = Paragraph.objects.order_by("pk")[0]
    later = make.make_paragraph(make.make_text(), earlier.wording)
    compared = ComparedTexts.objects.create(earlier=earlier.text, later=later.text)
    return ParagraphPairing.objects.create(
        compared=compared, earlier=earlier, later=later, fate="kept", likeness=1
    )


def add_to(text: Text) -> None:
    """One paragraph with a sub-paragraph and a note, a citation in each, and an ingestion."""
    paragraph = make.make_paragraph(text, "Recalls resolution 53/144;")
    part = make.make_sub_paragraph(paragraph, "a", "Resolution 60/161;")
    note = make.make_footnote(paragraph, "Resolution 53/144, annex.")
    _cite(text, paragraph, words="resolution 53/144")
    _cite(text, part, words="Resolution 60/161")
    _cite(text, note, words="Resolution 53/144")
    make.make_ingestion(text, warnings=[{"code": "broken_word", "message": "Mended a word."}])


def _cite(text: Text, place: Any, *, words: str) -> Citation:
    return make.make_citation(place, words, make.make_resolution(), dated_on=text.parsed_at.date())
