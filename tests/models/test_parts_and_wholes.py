"""A citation of a part leads to the document that prints it as well, and counts once."""

import pytest

from archive.models import Citation, Resolution
from tests import factories as make

pytestmark = pytest.mark.django_db


def _citing_a_part(*, in_a_note: bool) -> tuple[Citation, Citation]:
    """A text that cites 45/58 P and, within those words, the whole; in a note once more."""
    part, whole = make.make_resolution("A/RES/45/58P"), make.make_resolution("A/RES/45/58")
    paragraph = make.make_paragraph(make.make_text(), "Recalls resolution 45/58 P of 1990;")
    place = make.make_footnote(paragraph, "Resolution 45/58 P.") if in_a_note else paragraph
    if in_a_note:
        make.make_citation(paragraph, "45/58 P", part)
    cited = make.make_citation(place, "esolution 45/58 P", part)
    return cited, make.make_citation(place, "45/58", whole, of_whole=True)


@pytest.mark.parametrize("in_a_note", [False, True])
def test_who_cites_a_part_is_listed_with_the_whole_and_marked_where_the_part_is_cited(
    in_a_note: bool,  # noqa: FBT001
) -> None:
    cited, of_whole = _citing_a_part(in_a_note=in_a_note)
    [received] = Citation.objects.received_by(Resolution.objects.get(symbol="A/RES/45/58"))
    assert received == of_whole
    assert (received.marked_start, received.marked_end) == (cited.start, cited.end)
    for own in Citation.objects.received_by(Resolution.objects.get(symbol="A/RES/45/58P")):
        assert (own.marked_start, own.marked_end) == (own.start, own.end)


def test_the_whole_of_a_part_is_no_mention_of_its_own() -> None:
    cited, _ = _citing_a_part(in_a_note=False)
    assert list(Citation.objects.around(cited.text)) == [cited]
    assert [one.symbol for one in Resolution.objects.most_recalled()] == ["A/RES/45/58P"]
