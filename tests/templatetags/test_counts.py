"""Counts agree with their nouns, and say when they are estimated."""

import pytest

from archive.templatetags.counts import approximately, counted_more_paragraphs, counted_pages


@pytest.mark.parametrize(
    ("count", "pages", "paragraphs"),
    [
        (1, "1 page", "1 more paragraph"),
        (2, "2 pages", "2 more paragraphs"),
        (30000, "30,000 pages", "30,000 more paragraphs"),
    ],
)
def test_a_count_agrees_with_its_noun(count: int, pages: str, paragraphs: str) -> None:
    assert counted_pages(count) == pages
    assert counted_more_paragraphs(count) == paragraphs


def test_a_count_that_is_estimated_says_so() -> None:
    assert approximately(1200, is_approximate=True) == "about 1,200"
    assert approximately(1200, is_approximate=False) == "1,200"
