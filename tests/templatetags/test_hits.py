"""Hits in a wording are marked, and nothing in it is taken for markup."""

from archive.search.excerpts.fragments import Fragment
from archive.templatetags.hits import marked


def test_hits_are_marked_and_the_rest_is_not() -> None:
    fragments = (Fragment("Condemns "), Fragment("impunity", is_hit=True), Fragment(";"))
    assert marked(fragments) == "Condemns <mark>impunity</mark>;"


def test_signs_of_markup_are_text_in_hits_and_beside_them() -> None:
    fragments = (Fragment("<b> & {} "), Fragment("</mark>{0}", is_hit=True))
    assert marked(fragments) == "&lt;b&gt; &amp; {} <mark>&lt;/mark&gt;{0}</mark>"


def test_no_fragments_are_no_words() -> None:
    assert marked(()) == ""
