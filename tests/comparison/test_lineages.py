"""Paragraphs of a series are joined into lineages, the same in whatever order their texts came."""

import random
from collections.abc import Iterable
from typing import Any

import pytest

from archive.comparison.lineages import Link, Say, Spot, lineages
from archive.comparison.passages import Fate

#: Texts by their letters, in the order of their series.
TEXTS = "ABCDEFG"


def spots(names: str) -> list[Spot]:
    """Paragraphs named "A1 B2": the text, and a number; the key is where the name stands."""
    return [Spot(_key(name), TEXTS.index(name[0])) for name in names.split()]


def _key(name: str) -> int:
    return 100 * TEXTS.index(name[0]) + int(name[1:])


def _name(spot: Spot) -> str:
    return f"{TEXTS[spot.text]}{spot.key % 100}"


def link(pair: str, likeness: float = 0.8, **fields: Any) -> Link:
    earlier, later = map(_key, pair.split())
    values: dict[str, Any] = {"fate": Fate.REWORDED} | fields
    return Link(earlier=earlier, later=later, likeness=likeness, **values)


def joined(names: str, *links: Link) -> list[str]:
    """Lineages as the names of their paragraphs."""
    found = lineages(spots(names), links)
    return [" ".join(_name(one.spot) for one in lineage) for lineage in found]


def befores(names: str, *links: Link) -> dict[str, str | None]:
    """What each paragraph was before, by name."""
    return {
        _name(one.spot): _name(one.before) if one.before else None
        for lineage in lineages(spots(names), links)
        for one in lineage
    }


def test_what_was_paired_text_by_text_is_one_lineage() -> None:
    assert joined("A1 A2 B1 B2 C1", link("A1 B2"), link("B2 C1")) == ["A1 B2 C1", "A2", "B1"]


def test_a_paragraph_that_is_left_out_of_a_text_goes_on_behind_it() -> None:
    assert joined("A1 B1 C1", link("A1 C1")) == ["A1 C1", "B1"]


def test_no_lineage_has_two_paragraphs_of_one_text_and_the_more_like_one_stays() -> None:
    found = joined("A1 B1 C1 C2", link("A1 B1", 0.7), link("B1 C1", 0.9), link("A1 C2", 0.8))
    assert found == ["A1 C2", "B1 C1"]


def test_of_two_as_like_the_one_of_the_nearer_text_is_joined() -> None:
    links = [link("A1 C1"), link("A1 B1"), link("B1 C2")]
    assert joined("A1 B1 C1 C2", *links) == ["A1 B1 C2", "C1"]


def test_parts_of_one_paragraph_are_of_its_lineage() -> None:
    parts = [link(f"A1 B{n}", 0.6, fate=Fate.SPLIT) for n in (1, 2)]
    assert joined("A1 B1 B2", *parts) == ["A1 B1 B2"]
    whole = [link(f"A{n} B1", 0.6, fate=Fate.MERGED) for n in (1, 2)]
    assert joined("A1 A2 B1", *whole) == ["A1 A2 B1"]


def test_parts_that_go_on_side_by_side_are_lineages_of_their_own() -> None:
    parts = [link(f"A1 B{n}", 0.6, fate=Fate.SPLIT) for n in (1, 2)]
    links = [*parts, link("B1 C1", 1.0), link("B2 C2", 1.0)]
    assert joined("A1 B1 B2 C1 C2", *links) == ["A1 B1 C1", "B2 C2"]
    assert befores("A1 B1 B2 C1 C2", *links)["B2"] == "A1"


def test_what_two_are_merged_into_was_the_likest_of_them_before() -> None:
    whole = [link("A1 B1", 0.5, fate=Fate.MERGED), link("A2 B1", 0.6, fate=Fate.MERGED)]
    assert befores("A1 A2 B1", *whole)["B1"] == "A2"


def test_one_that_shares_its_text_comes_only_from_what_it_was_paired_with() -> None:
    links = [
        link("A1 B2"),
        *(link(f"B{n} C1", 0.6, fate=Fate.MERGED) for n in (1, 2)),
    ]
    assert joined("A1 B1 B2 C1", *links) == ["A1 B1 B2 C1"]
    assert befores("A1 B1 B2 C1", *links) == {"A1": None, "B1": None, "B2": "A1", "C1": "B1"}


def test_one_alone_comes_from_the_last_text_though_the_two_were_not_paired() -> None:
    links = [link("A1 B1"), link("A1 C1")]
    assert befores("A1 B1 C1", *links) == {"A1": None, "B1": "A1", "C1": "B1"}


def test_what_somebody_confirms_comes_before_what_is_more_like() -> None:
    links = [link("A1 B1", 1.0), link("A1 B2", 0.1, say=Say.CONFIRMED)]
    assert joined("A1 B1 B2", *links) == ["A1 B2", "B1"]


def test_somebody_may_say_that_a_paragraph_became_two() -> None:
    both = [link(f"A1 B{n}", 0.1, say=Say.CONFIRMED) for n in (1, 2)]
    assert joined("A1 B1 B2", *both) == ["A1 B1 B2"]


def test_what_somebody_denies_is_not_joined_by_a_detour_either() -> None:
    links = [link("A1 B1"), link("B1 C1", 0.9), link("A1 C1", 1.0, say=Say.DENIED)]
    assert joined("A1 B1 C1", *links) == ["A1", "B1 C1"]


def test_the_keys_of_paragraphs_decide_nothing() -> None:
    names = "A1 A2 B1 B2 C1 C2"
    pairs = ["A1 B1", "A1 B2", "A2 B1", "A2 B2", "B1 C1", "B2 C1", "A1 C2", "B2 C2"]
    links = [link(pair) for pair in pairs]
    expected = joined(names, *links)
    for seed in range(20):
        keys = list(range(6))
        random.Random(seed).shuffle(keys)
        assert _rekeyed(names, links, keys) == expected


def _rekeyed(names: str, links: Iterable[Link], keys: list[int]) -> list[str]:
    """The same with other keys, and the links in another order."""
    old = spots(names)
    key_of = {spot.key: key for spot, key in zip(old, keys, strict=True)}
    name_of = {key_of[spot.key]: _name(spot) for spot in old}
    turned = [
        Link(
            earlier=key_of[one.earlier],
            later=key_of[one.later],
            fate=one.fate,
            likeness=one.likeness,
        )
        for one in links
    ]
    turned.sort(key=lambda one: (one.earlier, one.later))
    found = lineages([Spot(key_of[spot.key], spot.text) for spot in old], turned)
    return [" ".join(name_of[one.spot.key] for one in lineage) for lineage in found]


@pytest.mark.parametrize("say", list(Say))
def test_links_of_paragraphs_that_are_not_shown_join_nothing(say: Say) -> None:
    links = [link("A1 B1", say=say), link("B1 C1", say=say)]
    assert joined("A1 C1", *links) == ["A1", "C1"]
