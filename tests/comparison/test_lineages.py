"""Paragraphs of a series are joined into lineages, the same in whatever order their texts came."""

import random
from collections.abc import Iterable
from typing import Any

import pytest

from archive.comparison.lineages import Link, Say, Spot, lineages
from archive.comparison.passages import Fate

#: Texts by their letters, in the order of their series.
TEXTS = "ABCDEFG"


def spots(names: str, *, drafts: str = "") -> list[Spot]:
    """Paragraphs named "A1 B2": the text, and a number; texts that are drafts are named."""
    return [Spot(_key(one), TEXTS.index(one[0]), one[0] in drafts) for one in names.split()]


def _key(name: str) -> int:
    return 100 * TEXTS.index(name[0]) + int(name[1:])


def _name(spot: Spot) -> str:
    return f"{TEXTS[spot.text]}{spot.key % 100}"


def link(pair: str, likeness: float = 0.8, **fields: Any) -> Link:
    earlier, later = map(_key, pair.split())
    values: dict[str, Any] = {"fate": Fate.REWORDED} | fields
    return Link(earlier=earlier, later=later, likeness=likeness, **values)


def joined(names: str, *links: Link, drafts: str = "") -> list[str]:
    """Lineages as the names of their paragraphs."""
    found = lineages(spots(names, drafts=drafts), links)
    return [" ".join(_name(one.spot) for one in lineage) for lineage in found]


def befores(names: str, *links: Link, drafts: str = "") -> dict[str, str | None]:
    """What each paragraph was before, by name."""
    return {
        _name(one.spot): _name(one.before) if one.before else None
        for lineage in lineages(spots(names, drafts=drafts), links)
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


def test_the_part_most_like_its_whole_goes_on_and_no_other() -> None:
    parts = [link("A1 B1", 0.4, fate=Fate.SPLIT), link("A1 B2", 0.6, fate=Fate.SPLIT)]
    assert joined("A1 B1 B2", *parts) == ["A1 B2", "B1"]
    assert befores("A1 B1 B2", *parts) == {"A1": None, "B1": "A1", "B2": "A1"}
    whole = [link("A1 B1", 0.4, fate=Fate.MERGED), link("A2 B1", 0.6, fate=Fate.MERGED)]
    assert joined("A1 A2 B1", *whole) == ["A1", "A2 B1"]
    assert befores("A1 A2 B1", *whole)["B1"] == "A2"


def test_another_part_goes_on_with_its_whole_by_no_detour() -> None:
    links = [
        *(link(f"A{n} B1", 0.2 * n, fate=Fate.MERGED) for n in (1, 2)),
        link("B1 C1", 0.9),
        *(link(f"A{n} C1", 0.2 * n, fate=Fate.MERGED) for n in (1, 2)),
    ]
    assert joined("A1 A2 B1 C1", *links) == ["A1", "A2 B1 C1"]
    taken = link("A2 B2", 0.9)
    assert joined("A1 A2 B1 B2 C1", taken, *links) == ["A1", "A2 B2", "B1 C1"]


def test_parts_that_go_on_side_by_side_are_lineages_of_their_own() -> None:
    parts = [link(f"A1 B{n}", 0.6, fate=Fate.SPLIT) for n in (1, 2)]
    links = [*parts, link("B1 C1", 1.0), link("B2 C2", 1.0)]
    assert joined("A1 B1 B2 C1 C2", *links) == ["A1 B1 C1", "B2 C2"]
    assert befores("A1 B1 B2 C1 C2", *links)["B2"] == "A1"


def test_a_draft_changes_nothing_in_what_is_said_of_adopted_texts() -> None:
    adopted = [link("A1 C1", 0.5)]
    drafts = [
        *(link(f"A{n} B1", 0.9, fate=Fate.MERGED) for n in (1, 2)),
        *(link(f"B1 C{n}", 0.9, fate=Fate.SPLIT) for n in (1, 2)),
    ]
    names = "A1 A2 B1 C1 C2"
    told = befores(names.replace("B1 ", ""), *adopted)
    with_draft = befores(names, *adopted, *drafts, drafts="B")
    assert {name: before for name, before in with_draft.items() if name != "B1"} == told
    assert with_draft["B1"] == "A1"


def test_a_draft_joins_no_two_lineages_of_adopted_texts() -> None:
    links = [link("A1 B1"), link("B1 C1")]
    assert joined("A1 B1 C1", *links, drafts="B") == ["A1 B1", "C1"]
    said = [link("A1 B1", say=Say.CONFIRMED), link("B1 C1", say=Say.CONFIRMED)]
    assert joined("A1 B1 C1", *said, drafts="B") == ["A1 B1 C1"]


def test_a_draft_between_two_texts_takes_them_no_further_apart() -> None:
    links = [link("A1 D1"), link("D1 F1"), link("A2 F1", 0.9)]
    found = joined("A1 A2 B1 C1 D1 E1 F1", *links, drafts="BC")
    assert found == ["A1 D1", "A2 F1", "B1", "C1", "E1"]
    assert joined("A1 A2 D1 E1 F1", *links) == ["A1 D1", "A2 F1", "E1"]


def test_one_that_shares_its_text_comes_only_from_what_it_was_paired_with() -> None:
    links = [
        link("A1 B2"),
        *(link(f"B{n} C1", 0.6, say=Say.CONFIRMED) for n in (1, 2)),
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
