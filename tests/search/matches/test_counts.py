"""A count says how surely it is known, and agrees with its noun."""

import pytest

from archive.search.matches.counts import Certainty, Count, Noun


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(number=0), "No resolution"),
        (Count(number=1), "1 resolution"),
        (Count(number=12_345), "12,345 resolutions"),
        (Count(number=1_204, kind=Certainty.ABOUT), "about 1,204 resolutions"),
        (Count(number=0, noun=Noun.PARAGRAPH), "No paragraph"),
        (Count(number=1, noun=Noun.PARAGRAPH), "1 paragraph"),
        (
            Count(number=4_000, kind=Certainty.MORE_THAN, noun=Noun.PARAGRAPH),
            "more than 4,000 paragraphs",
        ),
    ],
)
def test_a_count_in_words(count: Count, words: str) -> None:
    assert count.in_words == words


def test_drafts_are_among_what_is_counted() -> None:
    count = Count(number=5, drafts=2)
    assert (count.adopted, count.is_exact) == (3, True)
    assert not Count(number=5, kind=Certainty.ABOUT).is_exact
