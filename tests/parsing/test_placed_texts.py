"""A label that a format keeps apart stands before words, or is words itself."""

from archive.parsing.footnotes import MarkedText
from archive.parsing.parsed import Marker
from archive.parsing.placed_texts import placed, split_text


def test_a_label_without_words_is_words() -> None:
    text = MarkedText("", "line 1", (Marker(number="1", offset=0),), label="4.")
    label, words = split_text(text)
    assert label is None
    assert (words.text, words.label, words.markers) == ("4.", "", text.markers)


def test_a_quotation_keeps_the_label_that_stood_apart_from_it() -> None:
    texts = [MarkedText("Calls upon all States to act:", "line 1"), MarkedText('"', "2", label=".")]
    quotation = placed(texts)[1]
    assert quotation.is_quoted
    assert (quotation.label, quotation.text.text, quotation.text.label) == (None, '. "', "")
