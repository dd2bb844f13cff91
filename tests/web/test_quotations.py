"""A quotation is the sentence around the words cited, short enough to stand beside a text."""

import pytest

from archive.web.quotations import LONGEST_QUOTATION, quotation

LONG = (
    "Recalling also all previous resolutions on this subject, in particular its resolution 64/163 "
    "of 18 December 2009 and Human Rights Council resolutions 13/13 of 25 March 2010 and 16/5 of "
    "24 March 2011, and every other text in which the Assembly spoke of those who defend human "
    "rights in all parts of the world, alone and together with others,"
)


def _quote(wording: str, words: str, opening: str = "") -> tuple[str, str]:
    """The quotation, and what it says the words cited are."""
    start = wording.index(words)
    quoted = quotation(wording, start=start, end=start + len(words), opening=opening)
    return quoted.words, quoted.words[quoted.start : quoted.end]


def test_a_short_paragraph_is_quoted_whole() -> None:
    wording = "Recalling its resolution 53/144 of 9 December 1998,"
    assert _quote(wording, "resolution 53/144", "Recalling") == (wording, "resolution 53/144")


def test_a_long_paragraph_keeps_its_opening_and_what_is_near() -> None:
    quoted, cited = _quote(LONG, "16/5 of 24 March 2011", "Recalling also")
    assert quoted.startswith("Recalling also … ")
    assert quoted.endswith(" …")
    assert cited == "16/5 of 24 March 2011"
    assert len(quoted) < LONGEST_QUOTATION


def test_what_stands_near_the_beginning_is_quoted_from_the_beginning() -> None:
    for near in ("resolution 64/163", "2009"):
        quoted, cited = _quote(LONG, near, "Recalling also")
        assert quoted.startswith("Recalling also all previous resolutions")
        assert cited == near


@pytest.mark.parametrize("words", ["resolution 64/163", "13/13", "16/5", "spoke", "alone"])
def test_words_are_never_cut_in_two(words: str) -> None:
    quoted, _ = _quote(LONG, words)
    inner = quoted.removeprefix("… ").removesuffix(" …")
    assert f" {inner} " in f" {LONG} "


def test_without_an_opening_the_quotation_begins_with_an_ellipsis() -> None:
    quoted, cited = _quote(LONG, "16/5 of 24 March 2011")
    assert quoted.startswith("… ")
    assert cited == "16/5 of 24 March 2011"


def test_only_the_sentence_is_quoted() -> None:
    wording = "Takes note of the report. Recalls resolution 53/144. Decides to stay seized."
    assert _quote(wording, "resolution 53/144")[0] == "Recalls resolution 53/144."


@pytest.mark.parametrize(
    "wording",
    [
        "See Official Records, Supplement No. 53 (A/66/53), chap. II, sect. A.",
        "Ibid., Sixty-sixth Session, chap. I; see also A/66/53.",
    ],
)
def test_an_abbreviation_ends_no_sentence(wording: str) -> None:
    assert _quote(wording, "A/66/53") == (wording, "A/66/53")


def test_words_cited_that_are_longer_than_a_quotation_are_kept_whole() -> None:
    words = "x" * (LONGEST_QUOTATION + 10)
    quoted, cited = _quote(f"Recalling {words} {'and more ' * 30}", words, "Recalling")
    assert cited == words
    assert quoted.endswith(" …")
