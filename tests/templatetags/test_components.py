"""A component written for Jinja2 stands in a template of Django's, its values escaped once."""

from datetime import date

from django.template import Context, Template

from archive.models import Resolution
from tests.web.markup import markup

DATED = '{% load components %}{% component "adopted_on" day=day is_unverified=unverified %}'
DRAFT = '{% load components %}{% component "draft_words" resolution=resolution %}'


def test_a_component_prints_what_it_is_given() -> None:
    day = date(2011, 12, 19)
    said = [
        Template(DATED).render(Context({"day": day, "unverified": unverified}))
        for unverified in (False, True)
    ]
    assert said == ["19 December 2011", "19 December 2011 (date unverified)"]


def test_its_markup_is_markup_and_its_values_are_text() -> None:
    adopted = Resolution(symbol="A/RES/1/1<b>&")
    page = Template(DRAFT).render(Context({"resolution": Resolution(adopted_as=adopted)}))
    link = markup(page).one("span", class_="draft-words").one("a")
    assert link.words == adopted.symbol
    assert link.attributes["href"] == adopted.get_absolute_url()
    assert "<b>" not in page
