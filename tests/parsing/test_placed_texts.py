"""A label that a format keeps apart stands before words, or is words itself."""

from archive.parsing.footnotes import MarkedText
from archive.parsing.parsed import Marker
from archive.parsing.placed_texts import split_text


def test_a_label_without_words_is_words() -> None:
    text = MarkedText("", "line 1", (Marker(number="1", offset=0),), label="4.")
    label, words = split_text(text)
    assert label is None
    assert (words.text, words.label, words.markers) == ("4.", "", text.markers)
