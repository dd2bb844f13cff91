"""Anchors are given once, and are short enough to be kept."""

from archive.parsing.anchors import Anchors


def test_an_anchor_longer_than_any_text_needs_is_cut_and_still_unique() -> None:
    anchors = Anchors()
    long = "op1" + "-words" * 20
    given = [anchors.unique(f"{long}-{step}") for step in "aab"]
    assert given[0] == "op1" + "-words" * 9 + "-wo-x"
    assert given[1:] == [f"{given[0]}-again1", f"{given[0]}-again2"]
    assert max(map(len, given)) < 80
