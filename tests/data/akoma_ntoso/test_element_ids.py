"""Identities of elements follow from the printed numbers, and name anchors."""

import pytest

from archive.data.akoma_ntoso.element_ids import anchor_of, element_id


@pytest.mark.parametrize(
    ("anchor", "identity"),
    [
        ("pp3", "container_3"),
        ("op10", "para_10"),
        ("op10-a", "para_10__point_a"),
        ("op10-a-ii", "para_10__point_a__point_ii"),
        ("op10-p1", "para_10__unnumbered_1"),
        ("op4-again1", "para_4__again_1"),
        ("op2-item3", "para_2__item_3"),
        ("op5bis", "para_5bis"),
        ("part-2-op1", "part_2__para_1"),
        ("annex-1-art5-op2", "annex_1__art_5__para_2"),
        ("annex-art12x3", "annex__art_12x3"),
        ("annex", "annex"),
        ("appendix-2-p4", "appendix_2__unnumbered_4"),
        ("heading2", "heading_2"),
        ("introduction1", "introduction_1"),
    ],
)
def test_an_anchor_and_an_identity_name_one_another(anchor: str, identity: str) -> None:
    assert element_id(anchor) == identity
    assert anchor_of(identity) == anchor


@pytest.mark.parametrize("identity", ["para", "para_", "para_<1>", "__", "", "para_1__", "a b_1"])
def test_what_is_no_identity_names_nothing(identity: str) -> None:
    assert anchor_of(identity) == ""
