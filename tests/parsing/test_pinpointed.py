"""Whether the place that a citation names is a certain paragraph of the text it cites."""

import re

import pytest

from archive.parsing.pinpointed import Aim, aim, paragraphs_named, pattern_of
from archive.parsing.places import Place


def _aim(pinpoint: str, anchor: str) -> Aim:
    place = Place.read(anchor)
    assert place is not None
    return aim(pinpoint, place)


def _matches(pinpoint: str, anchor: str) -> bool:
    """Whether the database would bring it; Python knows no signs for the edges of words alone."""
    place = Place.read(anchor)
    assert place is not None
    pattern = pattern_of(place).replace(r"\m", r"\b").replace(r"\M", r"\b")
    return re.search(pattern, pinpoint, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [
        ("paragraph 5", "op5"),
        ("para. 5", "op5"),
        ("paras. 3, 5 and 7", "op5"),
        ("paras. 3-7", "op5"),
        ("paragraphs 3 to 7", "op5"),
        ("operative paragraph 5", "op5"),
        ("preambular paragraph 5", "pp5"),
        ("paragraph 10 (a)", "op10-a"),
        ("paragraph 10 (a)", "op10"),
        ("paragraphs 2 (a) and (b)", "op2-b"),
        ("paragraph 10 (a) (ii)", "op10-a-ii"),
        ("annex", "annex"),
        ("annex II", "annex-2"),
        ("annex, article 5", "annex-art5"),
        ("article 4", "annex-1-art4"),
        ("article 5, para. 2", "annex-art5-op2"),
        ("article 5, para. 2", "annex-art5"),
        ("principles 2 and 3", "annex-principle3"),
        ("paragraph 12 bis", "op12bis"),
    ],
)
def test_a_place_that_is_named_is_aimed_at(pinpoint: str, anchor: str) -> None:
    assert _aim(pinpoint, anchor) is Aim.THE_PLACE
    assert _matches(pinpoint, anchor)


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [
        ("annex", "annex-art5"),
        ("annex", "annex-op3"),
        ("annex, article 5", "annex-art5-op2"),
        ("paragraph 10", "op10-a"),
        ("paragraph 10 (a)", "op10-a-ii"),
    ],
)
def test_what_a_place_is_part_of_is_wider(pinpoint: str, anchor: str) -> None:
    assert _aim(pinpoint, anchor) is Aim.WIDER
    assert _matches(pinpoint, anchor)


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [
        ("paragraph 5", "op6"),
        ("paragraph 5", "pp5"),
        ("preambular paragraph 5", "op5"),
        ("paragraph 5", "annex-op5"),
        ("paragraph 5", "annex-art5"),
        ("paragraph 10 (b)", "op10-a"),
        ("paras. 3 and 7", "op5"),
        ("annex", "op5"),
        ("annex I", "annex-2"),
        ("article 5", "annex-art50"),
        ("paragraph 12", "op12bis"),
        ("chap. II, sect. A", "op2"),
        ("", "op5"),
    ],
)
def test_another_place_is_not_aimed_at(pinpoint: str, anchor: str) -> None:
    assert _aim(pinpoint, anchor) is Aim.ELSEWHERE


@pytest.mark.parametrize(
    ("pinpoint", "named"),
    [
        ("paragraph 40", ["op. 40"]),
        ("paragraphs 18 and 19", ["op. 18", "op. 19"]),
        ("paras. 3-5", ["op. 3", "op. 4", "op. 5"]),
        ("paragraph 10 (a) and (b)", ["op. 10 (a)", "op. 10 (b)"]),
        ("paragraph 12 bis", ["op. 12 bis"]),
        ("preambular paragraph 4", ["pp 4"]),
        ("annex", []),
        ("annex, para. 4", []),
        ("sect. II, para. 4", []),
        ("operative paragraph 4", ["op. 4"]),
        ("paragraphs 1-400", []),
    ],
)
def test_the_paragraphs_of_the_text_itself_are_named_one_by_one(
    pinpoint: str, named: list[str]
) -> None:
    assert [place.in_words for place in paragraphs_named(pinpoint)] == named
