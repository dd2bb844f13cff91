"""A redline: what was taken out and what was put in, told by elements and in words."""

from archive.comparison.words import word_changes
from archive.templatetags.components import macro


def _redline(before: str, after: str) -> str:
    return str(macro("redline")(word_changes(before, after)))


def test_what_was_put_in_or_taken_out_is_so_by_its_element_and_in_words() -> None:
    hidden = '<span class="visually-hidden">'
    assert _redline("Urges all States", "Urges some States") == (
        f"Urges <del>{hidden}[taken out: </span>all{hidden}]</span></del>"
        f"<ins>{hidden}[put in: </span>some{hidden}]</span></ins> States"
    )


def test_the_same_words_are_only_those_words() -> None:
    assert _redline("Urges States", "Urges States") == "Urges States"


def test_signs_of_markup_are_text() -> None:
    assert "<b>" not in _redline("a <b>", "a <b> & <i>")
    assert "&lt;i&gt;" in _redline("a <b>", "a <b> & <i>")
