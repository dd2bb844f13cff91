"""A lineage keeps its name when texts come and go."""

from archive.comparison.lineage_names import Known, Named, named

NAMES = {1: "A/op1", 2: "B/op2", 3: "C/op3", 4: "D/op4"}


def _named(*groups: list[int], known: tuple[Known, ...] = ()) -> Named:
    return named(groups, known, names=NAMES)


def _known(name: str, *keys: int, became: str | None = None) -> Known:
    return Known(name=name, keys=frozenset(keys), became=became)


def test_a_new_lineage_is_named_after_its_first_paragraph() -> None:
    assert _named([1, 2], [3]).names == ("A/op1", "C/op3")


def test_it_keeps_its_name_when_an_earlier_text_comes() -> None:
    assert _named([1, 2, 3], known=(_known("B/op2", 2, 3),)).names == ("B/op2",)


def test_it_goes_with_the_paragraph_that_it_was_first_made_for() -> None:
    found = _named([1, 3], [2], known=(_known("B/op2", 1, 2, 3),))
    assert found.names == ("A/op1", "B/op2")


def test_where_that_is_gone_it_stays_with_most_of_its_paragraphs() -> None:
    found = _named([1], [2, 3], known=(_known("Z/op9", 1, 2, 3),))
    assert found.names == ("A/op1", "Z/op9")


def test_of_two_in_one_the_one_that_was_known_first_goes_on() -> None:
    found = _named([1, 2], known=(_known("B/op2", 2), _known("A/op1", 1)))
    assert (found.names, found.became) == (("B/op2",), {"A/op1": "B/op2"})


def test_what_was_merged_is_itself_again_once_the_two_are_parted() -> None:
    known = (_known("B/op2", 1, 2), _known("A/op1", became="B/op2"))
    found = _named([1], [2], known=known)
    assert (found.names, found.became) == (("A/op1", "B/op2"), {})


def test_what_became_another_leads_to_the_one_that_goes_on() -> None:
    known = (
        _known("A/op1", 1),
        _known("B/op2", 2),
        _known("Z/op9", became="B/op2"),
    )
    found = _named([1, 2], known=known)
    assert found.became == {"B/op2": "A/op1", "Z/op9": "A/op1"}


def test_what_has_no_paragraph_any_more_takes_no_place() -> None:
    found = _named([1], known=(_known("Z/op9"), _known("Y/op9", 77)))
    assert (found.names, found.became) == (("A/op1",), {})


def test_what_is_gone_becomes_the_lineage_that_has_its_paragraphs() -> None:
    found = _named([1, 2], known=(_known("A/op1", 1), _known("Z/op9", 2)))
    assert (found.names, found.became) == (("A/op1",), {"Z/op9": "A/op1"})
