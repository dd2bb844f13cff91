"""Hits are told apart, of phrases only whole ones; a long wording is cut to what is round them."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from archive.search.excerpts.fragments import (
    LONGEST_WHOLE,
    MARK_BEGINS,
    MARK_ENDS,
    Fragment,
    Marked,
    excerpt,
    whole,
)

_MARKS = str.maketrans("<>", MARK_BEGINS + MARK_ENDS)
FILLING = "and all that stands between one place and another in a paragraph of some length, "


def _shown(fragments: tuple[Fragment, ...]) -> str:
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in fragments)


def _marked(marked: str, *compounds: str) -> Marked:
    text = marked.replace("<", "").replace(">", "")
    return Marked(text, marked.translate(_MARKS), compounds)


def _excerpt(marked: str, *terms: str) -> str:
    return _shown(excerpt(_marked(marked), terms))


def test_a_word_is_a_hit_in_any_of_its_forms() -> None:
    assert _excerpt("Protects <defenders> and the <defence>", "defender") == (
        "Protects [defenders] and the [defence]"
    )


def test_a_phrase_is_one_hit_and_its_words_elsewhere_are_none() -> None:
    marked = "the <human> <rights> of <human> <rights> <defenders>, and <rights>"
    assert _excerpt(marked, "human rights defenders") == (
        "the human rights of [human rights defenders], and rights"
    )


def test_a_phrase_holds_over_hyphens_and_words_too_common_to_be_marked() -> None:
    assert _excerpt("<gender>-<based> <violence>", "gender-based violence") == (
        "[gender-based violence]"
    )
    assert _excerpt("<Rights> of the <Child>", "rights of the child") == "[Rights of the Child]"
    assert _excerpt("<Rights> for the <Child>", "rights of the child") == "[Rights] for the [Child]"


def test_a_compound_is_a_hit_where_it_is_sought_as_one_word() -> None:
    counter = _marked("Counter-terrorism <laws> and terrorism", "Counter-terrorism")
    assert _shown(excerpt(counter, ["counterterrorism"])) == (
        "[Counter-terrorism] [laws] and terrorism"
    )
    assert _shown(excerpt(counter, ["counterterrorism laws"])) == (
        "[Counter-terrorism laws] and terrorism"
    )
    apart = _marked("The counter-terrorism of <laws>", "counter-terrorism")
    assert _shown(whole(apart, ["counterterrorism laws"])) == "The counter-terrorism of laws"


def test_the_first_part_of_a_compound_is_no_hit_where_it_stands_alone() -> None:
    marked = _marked("<Gender>, <gendered> and <gender>-<based> <violence>", "gender-based")
    assert _shown(excerpt(marked, ["gender-based", "violence"])) == (
        "Gender, gendered and [gender-based] [violence]"
    )
    marked = _marked("<Counter> and <counterterrorist>", "counter-terrorist")
    assert _shown(excerpt(marked, ["counter-terrorism"])) == "Counter and [counterterrorist]"


def test_a_word_is_a_hit_with_or_without_its_diacritics() -> None:
    assert _excerpt("The <Mémoire> of", "memoires") == "The [Mémoire] of"
    assert _excerpt("a <côte> <d>’<Ivoire>, <Ivoire>", "cote d'ivoire") == (
        "a [côte d’Ivoire], Ivoire"
    )


def test_where_single_words_are_sought_whatever_is_marked_is_one_of_them() -> None:
    assert _excerpt("an <archive> of <enquiries>", "inquiry", "arch") == (
        "an [archive] of [enquiries]"
    )


def test_a_symbol_is_one_hit() -> None:
    assert _excerpt("See <E/CN.4/2001/94> and", "E/CN.4/2001/94") == "See [E/CN.4/2001/94] and"
    assert _excerpt("resolution S<-21></1>", "S-21/1") == "resolution [S-21/1]"


def test_words_of_a_phrase_are_hits_where_the_phrase_is_nowhere_whole() -> None:
    assert _excerpt("<human> beings and <rights>", "human rights") == "[human] beings and [rights]"
    marked = _marked("<human> beings and <rights>")
    assert _shown(whole(marked, ["human rights"])) == "human beings and rights"


def test_a_hit_has_the_bracket_that_closes_one_it_has_opened() -> None:
    marked = _marked("(see <217> <A> (<III>)) and (<rights>)")
    shown = "(see [217 A (III)]) and (rights)"
    assert _shown(whole(marked, ["217 A (III)"])) == shown
    assert _shown(excerpt(marked, ["217 A (III)"])) == shown
    assert _shown(whole(_marked("(<rights>)"), ["rights"])) == "([rights])"


def test_terms_that_overlap_are_one_hit() -> None:
    assert _excerpt("<human> <rights> <defenders>", "human rights", "rights defenders") == (
        "[human rights defenders]"
    )


def test_a_citation_is_a_hit_whatever_its_words() -> None:
    marked = _marked("E/CN.4/2002/106 and Add.1 and 2")
    fragments = excerpt(marked, ["E/CN.4/2002/106/Add.1"], cited=[(20, 25)])
    assert _shown(fragments) == "E/CN.4/2002/106 and [Add.1] and 2"


def test_a_short_wording_is_shown_whole_and_a_long_one_round_its_hit() -> None:
    short = (FILLING * 9)[:LONGEST_WHOLE]
    assert _excerpt(short) == short
    shown = _excerpt(f"{FILLING * 9}against <impunity> {FILLING * 9}", "impunity")
    assert shown.startswith("… ")
    assert "against [impunity] and all" in shown
    assert shown.endswith(" …")
    assert len(shown) < LONGEST_WHOLE


def test_no_ellipsis_stands_where_nothing_is_left_out() -> None:
    assert _excerpt(f"<impunity> {FILLING * 9}", "impunity").startswith("[impunity] and all")
    assert _excerpt(f"{FILLING * 9}against <impunity>", "impunity").endswith("[impunity]")


def test_an_excerpt_begins_and_ends_between_words() -> None:
    shown = _excerpt(f"{FILLING * 9}against <impunity> {FILLING * 9}", "impunity")
    words = set(f"{FILLING} … against [impunity]".split())
    assert set(shown.split()) <= words


def test_two_places_of_a_long_wording_are_shown_those_with_most_hits() -> None:
    gap = FILLING * 9
    marked = f"<one> start {gap} <two> and <three> {gap} middle {gap} <four> and <five> {gap}"
    shown = _excerpt(marked, "one", "two", "three", "four", "five")
    assert "start" not in shown
    assert shown.index("[two] and [three]") < shown.index(" … ") < shown.index("[four] and [five]")


def test_an_excerpt_of_many_hits_is_not_long_and_one_without_is_the_beginning() -> None:
    assert len(_excerpt("<impunity> and " * 500, "impunity")) < 700
    assert _excerpt("Recalling " + FILLING * 9).startswith("Recalling and all")


def test_an_excerpt_does_not_end_within_a_hit_but_its_first() -> None:
    phrase = "<human> <rights> <defenders>"
    for filling in range(60):
        shown = _excerpt(f"{phrase} {'x ' * filling}" * 30, "human rights defenders")
        assert shown.replace("[human rights defenders]", "").strip("x …") == ""
    long_phrase = " ".join(["<human>", "<rights>"] * 200)
    assert 300 < len(_excerpt(f"of {long_phrase} and", long_phrase)) < 420


def test_a_wording_without_spaces_is_cut_where_it_must_be() -> None:
    shown = _excerpt(f"{'x' * 900}-<impunity>-{'x' * 900}", "impunity")
    assert "[impunity]" in shown
    assert len(shown) < LONGEST_WHOLE


@given(st.text(alphabet="ab<> -é", max_size=900), st.lists(st.sampled_from(["a", "b a", "ab-a"])))
def test_nothing_is_lost_or_added_but_at_an_ellipsis(marked: str, terms: list[str]) -> None:
    text = marked.replace("<", "").replace(">", "")
    fragments = whole(_marked(marked), terms)
    assert "".join(part.text for part in fragments) == text
    assert all(part.text for part in fragments)
    assert not any(one.is_hit is two.is_hit is False for one, two in pairwise(fragments))
    shown = "".join(part.text for part in excerpt(_marked(marked), terms))
    assert all(piece.strip() in text for piece in shown.split("…"))


#: Marked words with few words round them and with many.
_PIECES = "<rights> of the <child>", "of the <child>", "<rights>", "of the", "of", "and to a–b of"


@given(
    st.lists(st.sampled_from(_PIECES), max_size=16),
    st.sampled_from(["rights of the child", "of the child", "child of the", "the child rights"]),
)
@example(["and to a–b of", "of the <child>"], "of the child")
@example(["<rights>", "of the", "and to a–b of"], "rights of the")
def test_a_phrase_is_a_hit_wherever_its_words_follow_one_another(
    pieces: list[str], term: str
) -> None:
    words, sought = " ".join(pieces).split(), term.split()
    plain = [word.strip("<>") for word in words]
    begun = [place for place in range(len(words)) if plain[place : place + len(sought)] == sought]
    inside = {place + nth for place in begun for nth in range(len(sought))}
    marked = [place for place, word in enumerate(words) if word.startswith("<")]
    fragments = excerpt(_marked(" ".join(words)), [term])
    hits = " ".join(part.text for part in fragments if part.is_hit).split()
    assert hits == [plain[place] for place in sorted(inside) or marked]
