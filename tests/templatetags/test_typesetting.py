"""Line breaks of a template are for its readers; its words and values are for the page's."""

import pytest
from django.template import Context, Template


def _printed(source: str, **values: str) -> str:
    return Template("{% load typesetting %}{% tight %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("\n<b>\n  {{ word }}\n</b>\n", "<b>peace</b>"),
        ("{{ word }}\n  {{ word }}\n", "peacepeace"),
        ("<b>a</b>\n  <b>b</b>", "<b>a</b><b>b</b>"),
        ("{{ word }} <b>and</b> {{ word }}", "peace <b>and</b> peace"),
        ("{% if word %}\n  {{ word }}\n{% endif %}\n,", "peace,"),
        ("{% for sign in word %}\n  {{ sign }}\n{% endfor %}\n", "peace"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_what_a_tight_template_prints(source: str, printed: str) -> None:
    assert _printed(source, word="peace") == printed


def test_white_space_in_a_value_is_kept() -> None:
    assert _printed("\n{{ word }}\n", word=" a\n b ") == " a\n b "


def test_values_are_escaped() -> None:
    assert _printed("\n{{ word }}\n", word="<b> & </b>") == "&lt;b&gt; &amp; &lt;/b&gt;"
