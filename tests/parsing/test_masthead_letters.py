"""The masthead of a document that prints several resolutions, each under a letter."""

from datetime import date

from archive.parsing.parsed import Adoption, AdoptionMethod
from tests.parsing.printed import codes_of, parsed, texts_of, word_text


def _lettered(*front: str, between: tuple[str, ...] = ()) -> str:
    """Two resolutions under letters in one document, as text saved from a mirror has them."""
    lines = [*front, "The General Assembly,", "Recalling it,", "1. Decides to act.", *between]
    return "\n".join([*lines, "B", "The General Assembly,", "Noting it,", "1. Decides more."])


def test_the_letter_and_title_of_the_first_resolution_head_its_text() -> None:
    found = parsed(
        _lettered(
            "RESOLUTIONS 66/164 A and B",
            "66/164. Questions of defenders",
            "Resolution A",
            "Adopted at the 89th plenary meeting, on 19 December 2011, without a vote",
            "A",
            "General",
        )
    )
    assert found.masthead.symbol == "A/RES/66/164"
    assert found.masthead.title == "Questions of defenders"
    assert list(texts_of(found).items())[:3] == [
        ("heading1", "Resolution A"),
        ("heading2", "A"),
        ("heading3", "General"),
    ]
    assert list(texts_of(found))[5:] == ["heading4", "heading5", "part-2-pp1", "part-2-op1"]
    assert found.leftovers == ()


def test_a_preamble_between_a_letter_and_the_organ_is_no_title_and_is_told_once() -> None:
    found = parsed("A\nRecalling it,\nThe General Assembly,\nThe General Assembly,")
    assert texts_of(found) == {
        "heading1": "A",
        "pp1": "Recalling it,",
        "heading2": "The General Assembly,",
    }
    assert "content_invented" not in codes_of(found)


def test_what_resolutions_adopted_apart_do_not_share_is_left_out() -> None:
    first = "Adopted at the 80th plenary meeting, on 1 December 2011, without a vote"
    second = "Adopted at the 89th plenary meeting, on 2 May 2012, by a recorded vote of 2 to 1"
    found = parsed(_lettered("66/164. Defenders", first, "A", between=("Resolution B", second)))
    masthead = found.masthead
    assert (masthead.symbol, masthead.title) == ("A/RES/66/164", "Defenders")
    assert (masthead.adopted_on, masthead.meeting, masthead.adoption) == (None, None, None)
    assert "adopted_apart" in codes_of(found)
    same = parsed(_lettered("66/164. Defenders", first, "A", between=("Resolution B", first)))
    assert (same.masthead.adopted_on, same.masthead.meeting) == (date(2011, 12, 1), 80)
    assert same.masthead.adoption == Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    assert codes_of(same) == ["several_resolutions"]


def test_resolutions_adopted_apart_from_different_drafts_have_no_one_draft() -> None:
    first, second = (
        f"Adopted at the 80th plenary meeting, without a vote, on the basis of draft resolution "
        f"A/66/L.{number}, sponsored by {state}"
        for number, state in ((1, "Peru"), (2, "Cuba"))
    )
    found = parsed(_lettered("66/164. Defenders", first, "A", between=("Resolution B", second)))
    assert (found.masthead.draft_symbol, found.masthead.sponsors) == (None, ())
    assert found.masthead.meeting == 80


def test_a_symbol_with_the_letter_that_its_number_leaves_out_is_the_text_s_own() -> None:
    found = parsed(word_text(front=["76/246. Special subjects", "A/RES/76/246 B"]))
    assert (found.masthead.symbol, codes_of(found)) == ("A/RES/76/246B", [])


def test_two_letters_of_one_number_leave_the_number_and_are_a_contradiction() -> None:
    found = parsed(word_text(front=["76/246. It", "A/RES/76/246 A", "A/RES/76/246 B"]))
    assert found.masthead.symbol == "A/RES/76/246"
    assert codes_of(found) == ["symbol_contradiction"] * 2


def test_each_part_of_a_document_keeps_its_words_though_another_part_has_closed() -> None:
    found = parsed(
        word_text(
            after=[
                "89th plenary meeting",
                "A sentence that stands between the parts and belongs to neither, " * 3,
                "B",
                "The General Assembly,",
                "Recalling it,",
                "1. Decides to act.",
                "Annex",
                "The States agree.",
                "90th plenary meeting",
                "1. Decides more.",
            ]
        )
    )
    assert list(texts_of(found))[-6:] == [
        "heading1", "heading2", "part-2-pp1", "part-2-op1", "annex-1", "annex-1-p1",
    ]  # fmt: skip
    assert len(found.leftovers) == 2
    assert codes_of(found) == ["text_left_over", "text_left_over"]
