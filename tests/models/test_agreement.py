"""What two rows must agree in is held by the database and told by forms before it."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from archive.models import Citation, Footnote, Paragraph, Resolution, Text
from archive.models.agreement import Agreement
from tests import factories as make

pytestmark = pytest.mark.django_db

AGREEMENTS = [
    pytest.param(model, one, id=one.name)
    for model in apps.get_app_config("archive").get_models()
    for one in model._meta.constraints
    if isinstance(one, Agreement)
]


def _agreement(model: type[Model], link: str) -> Agreement:
    found = (one for one in model._meta.constraints if isinstance(one, Agreement))
    return next(one for one in found if one.link == link)


@pytest.mark.parametrize(("model", "agreement"), AGREEMENTS)
def test_it_is_taken_away_and_added_again(model: type[Model], agreement: Agreement) -> None:
    with connection.schema_editor() as editor:
        editor.remove_constraint(model, agreement)
        assert not _is_there(agreement)
        editor.add_constraint(model, agreement)
    assert _is_there(agreement)


def _is_there(agreement: Agreement) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_constraint WHERE conname = %s", [agreement.name])
        return cursor.fetchone() is not None


@pytest.mark.parametrize(("model", "agreement"), AGREEMENTS)
def test_a_migration_writes_it_down_whole(model: type[Model], agreement: Agreement) -> None:
    _, args, kwargs = agreement.deconstruct()
    again = Agreement(*args, **kwargs)
    assert again == agreement
    assert hash(again) == hash(agreement)
    assert again != Agreement(**(kwargs | {"link": "another"}))
    assert again != model._meta.constraints[0]


def test_a_form_tells_of_a_paragraph_of_another_text() -> None:
    mine = make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    other = make.make_paragraph(make.make_text(), "Recalls the Declaration;")
    note = Footnote(text=mine.text, position=1, number="1", wording="Resolution 53/144.")
    agreement = _agreement(Footnote, "paragraph")
    agreement.validate(Footnote, note)
    note.paragraph = mine
    agreement.validate(Footnote, note)
    note.paragraph = other
    with pytest.raises(ValidationError, match="footnote_paragraph_is_of_its_text"):
        agreement.validate(Footnote, note)
    agreement.validate(Footnote, note, exclude={"text"})


def test_a_form_tells_of_a_draft_adopted_as_a_draft() -> None:
    draft = Resolution(symbol="A/C.3/70/L.46", stage="draft")
    agreement = _agreement(Resolution, "adopted_as")
    draft.adopted_as = make.make_resolution("A/RES/70/161")
    agreement.validate(Resolution, draft)
    draft.adopted_as = make.make_draft("A/C.3/70/L.45")
    with pytest.raises(ValidationError, match="adopted_as_names_an_adopted_one"):
        agreement.validate(Resolution, draft)


def _make_a_draft_of(resolution: Resolution) -> None:
    Resolution.objects.filter(pk=resolution.pk).update(symbol="A/70/L.1", stage="draft")
    connection.check_constraints()


def test_a_resolution_that_a_draft_names_stays_adopted() -> None:
    adopted = make.make_resolution("A/RES/70/161")
    make.make_draft(adopted_as=adopted)
    assert adopted.adopted_as_stage == "adopted"
    with pytest.raises(IntegrityError, match="adopted_as_names"), transaction.atomic():
        _make_a_draft_of(adopted)


def test_a_row_may_come_before_the_one_it_names_in_a_transaction() -> None:
    text = make.make_text()
    parent = make.make_paragraph(text, "Calls upon all States:")
    make.make_sub_paragraph(parent, "a", "To report;")
    key = parent.pk
    Paragraph.objects.filter(pk=key).update(id=key + 1_000_000)
    with pytest.raises(IntegrityError, match="parent"), transaction.atomic():
        connection.check_constraints()
    Paragraph.objects.filter(pk=key + 1_000_000).update(id=key)
    connection.check_constraints()


def test_a_text_goes_with_all_that_stands_in_it() -> None:
    text = make.make_text()
    first = make.make_paragraph(text, "Recalls resolution 53/144:")
    within = make.make_sub_paragraph(first, "a", "Recalls resolution 53/144;")
    note = make.make_footnote(within, "Resolution 53/144, annex.")
    make.make_citation(note, "Resolution 53/144", "A/RES/53/144")
    text.delete()
    connection.check_constraints()
    rows = (Text, Paragraph, Footnote, Citation)
    assert [model._default_manager.count() for model in rows] == [0, 0, 0, 0]
