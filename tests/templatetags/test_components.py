"""A component written for Jinja2 stands in a template of Django's, its values escaped once."""

from django.template import Context, Template

from archive.models import Resolution
from tests.web.markup import markup

DRAFT = '{% load components %}{% component "draft_words" resolution=resolution %}'


def test_a_component_prints_what_it_is_given() -> None:
    page = Template(DRAFT).render(Context({"resolution": Resolution()}))
    assert markup(page).one("span").words == "draft, not adopted in these words"


def test_its_markup_is_markup_and_its_values_are_text() -> None:
    adopted = Resolution(symbol="A/RES/1/1<b>&")
    page = Template(DRAFT).render(Context({"resolution": Resolution(adopted_as=adopted)}))
    link = markup(page).one("span", class_="draft-words").one("a")
    assert link.words == adopted.symbol
    assert link.attributes["href"] == adopted.get_absolute_url()
    assert "<b>" not in page
