"""In templates for Jinja2 values are text, and what is missing is an error."""

import pytest
from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import set_script_prefix
from django.utils import translation
from django.utils.translation import trans_real
from jinja2 import Environment, UndefinedError


@pytest.fixture
def environment() -> Environment:
    """The one that pages are made in."""
    engine = engines["jinja2"]
    assert isinstance(engine, Jinja2)
    return engine.env


def _printed(environment: Environment, source: str, **values: object) -> str:
    return environment.from_string(source).render(values)


def test_values_are_escaped(environment: Environment) -> None:
    assert _printed(environment, "<i>{{ word }}</i>", word="<b> & '\"") == (
        "<i>&lt;b&gt; &amp; &#39;&#34;</i>"
    )


@pytest.mark.parametrize("source", ["{{ word }}", "{% if word %}{% endif %}", "{{ page.nothing }}"])
def test_what_nothing_has_is_an_error(environment: Environment, source: str) -> None:
    with pytest.raises(UndefinedError):
        _printed(environment, source, page="")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("\n<b>\n  {{ word }}\n</b>\n", "<b>peace</b>"),
        ("{{ word }} <b>and</b> {{ word }}", "peace <b>and</b> peace"),
        ("{% if word %}\n  {{ word }}\n{% endif %}\n,", "peace,"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_line_breaks_of_a_template_are_not_printed(
    environment: Environment, source: str, printed: str
) -> None:
    assert _printed(environment, source, word="peace") == printed


def test_white_space_in_a_value_is_kept(environment: Environment) -> None:
    assert _printed(environment, "\n{{ word }}\n", word=" a\n b ") == " a\n b "


def test_addresses_are_below_the_path_that_the_archive_is_served_at(
    environment: Environment,
) -> None:
    set_script_prefix("/archive/")
    try:
        assert _printed(environment, "{{ path_of('search') }}") == "/archive/search/"
    finally:
        set_script_prefix("/")


def test_a_message_that_is_remembered_is_said_in_the_language_of_the_moment(
    environment: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LANGUAGES", [("fr", "French"), ("ar", "Arabic")])
    monkeypatch.setattr(
        trans_real.DjangoTranslation,
        "gettext",
        lambda self, message: f"{self.language()}: {message}",
    )
    said = []
    for language in ("fr", "ar", "fr"):
        with translation.override(language):
            said.append(_printed(environment, "{{ _('peace') }}"))
    assert said == ["fr: peace", "ar: peace", "fr: peace"]
