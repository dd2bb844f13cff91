"""Invented texts agree wording again from year to year, and are numbered as texts are."""

from collections import Counter, defaultdict

import pytest

from archive.parsing.openings import find_opening
from archive.parsing.parsed import ParagraphKind
from tests.benchmarks.searching.passages import OPERATIVE, PREAMBULAR, Passage
from tests.benchmarks.searching.texts import InventedText, Placed, Synthesis, place

_SIZE = 12_000


@pytest.fixture(scope="module")
def texts() -> list[InventedText]:
    return list(Synthesis(_SIZE, seed=1).texts())


@pytest.fixture(scope="module")
def paragraphs(texts: list[InventedText]) -> list[Placed]:
    return [one for text in texts for one in text.paragraphs]


def test_there_are_exactly_as_many_paragraphs_as_asked_for(paragraphs: list[Placed]) -> None:
    assert len(paragraphs) == _SIZE


def test_one_seed_gives_one_archive(texts: list[InventedText]) -> None:
    again = [one.paragraphs for one in Synthesis(_SIZE, seed=1).texts()]
    assert [[p.passage.wording for p in text] for text in again] == [
        [p.passage.wording for p in text.paragraphs] for text in texts
    ]


def test_most_paragraphs_were_agreed_before(paragraphs: list[Placed]) -> None:
    times = Counter(one.passage.wording for one in paragraphs)
    repeated = sum(count for count in times.values() if count > 1)
    assert repeated > 0.5 * len(paragraphs)
    assert len(times) > 0.2 * len(paragraphs)


def test_paragraphs_are_as_long_as_those_of_real_resolutions(paragraphs: list[Placed]) -> None:
    lengths = [len(one.passage.wording.split()) for one in paragraphs]
    assert 30 < sum(lengths) / len(lengths) < 50


def test_every_mention_is_the_words_that_name_an_act(texts: list[InventedText]) -> None:
    places = [(p.passage.wording, p.passage.mentions) for t in texts for p in t.paragraphs]
    places += [(note.wording, note.mentions) for text in texts for note in text.notes]
    mentions = 0
    for wording, mentioned in places:
        for one in mentioned:
            said = wording[one.start : one.end]
            assert said.startswith((one.act.symbol.short, one.act.symbol.text))
            assert one.act.adopted_as is None
            mentions += 1
    assert 0.2 < mentions / _SIZE < 0.4


def test_acts_cite_acts_before_them(texts: list[InventedText]) -> None:
    for text in texts:
        cited = {m.act.key for p in text.paragraphs for m in p.passage.mentions}
        assert all(key < text.act.key for key in cited)


def test_some_acts_are_cited_far_more_often_than_others(paragraphs: list[Placed]) -> None:
    cited = Counter(m.act.key for one in paragraphs for m in one.passage.mentions)
    often, median = cited.most_common(1)[0][1], sorted(cited.values())[len(cited) // 2]
    assert often > 10 * median


def test_anchors_are_given_once_in_a_text(texts: list[InventedText]) -> None:
    for text in texts:
        anchors = [one.anchor for one in text.paragraphs]
        assert len(set(anchors)) == len(anchors)
        assert [one.position for one in text.paragraphs] == [*range(1, len(anchors) + 1)]


def test_only_acts_that_are_held_have_a_text(texts: list[InventedText]) -> None:
    assert all(bool(text.paragraphs) == text.act.is_held for text in texts)
    assert not all(text.act.is_held for text in texts)


def test_notes_are_marked_in_paragraphs_of_their_text(texts: list[InventedText]) -> None:
    noted = [text for text in texts if text.notes]
    assert 0.1 < len(noted) / len(texts) < 0.2
    assert all(note.marked_in in text.paragraphs for text in noted for note in text.notes)


@pytest.mark.parametrize("seed", [10, 14, 19])  # their first act would have notes
def test_no_note_is_written_before_there_is_an_act_to_name(seed: int) -> None:
    first = next(Synthesis(1_000, seed=seed).texts())
    assert first.paragraphs
    assert not first.notes


def test_most_words_of_a_title_are_said_in_the_text(texts: list[InventedText]) -> None:
    shares = []
    for text in filter(lambda text: text.paragraphs, texts):
        body = " ".join(one.passage.wording for one in text.paragraphs).lower()
        words = [word for word in text.act.series.title.lower().split() if len(word) > 3]
        shares.append(sum(word in body for word in words) / max(1, len(words)))
    assert sum(shares) / len(shares) > 0.9


def test_paragraphs_are_numbered_and_lettered_as_texts_are() -> None:
    passages = [
        Passage(kind=ParagraphKind.PREAMBULAR, wording="Recalling it,"),
        Passage(kind=ParagraphKind.OPERATIVE, wording="To go on;", is_within=True),
        Passage(kind=ParagraphKind.OPERATIVE, wording="Decides:"),
        Passage(kind=ParagraphKind.OPERATIVE, wording="To stop;", is_within=True),
        Passage(kind=ParagraphKind.HEADING, wording="II"),
        Passage(kind=ParagraphKind.OPERATIVE, wording="Requests;"),
        Passage(kind=ParagraphKind.ANNEX, wording="Rules"),
    ]
    placed = [(one.anchor, one.label, one.number, one.parent) for one in place(passages)]
    assert placed == [
        ("pp1", "", None, None),
        ("op1", "1.", 1, None),
        ("op2", "2.", 2, None),
        ("op2-a", "(a)", None, 3),
        ("heading1", "", None, None),
        ("op3", "3.", 3, None),
        ("annex-op1", "1.", 1, None),
    ]


def test_letters_end_and_numbers_go_on() -> None:
    lettered = Passage(kind=ParagraphKind.OPERATIVE, wording="To go on;", is_within=True)
    whole = Passage(kind=ParagraphKind.OPERATIVE, wording="Decides:")
    anchors = [one.anchor for one in place([whole, *[lettered] * 22])]
    assert anchors[-3:] == ["op1-t", "op2", "op2-a"]


@pytest.mark.parametrize(("opening", "form", "share"), [*PREAMBULAR, *OPERATIVE])
def test_openings_have_the_normal_form_that_the_parser_gives_them(
    opening: str, form: str, share: int
) -> None:
    found = find_opening(f"{opening} the report of the Committee,")
    assert found is not None
    assert (found.normal, share > 0) == (form, True)


def test_openings_come_in_their_shares(paragraphs: list[Placed]) -> None:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in paragraphs:
        forms[one.passage.kind][one.passage.form] += 1
    assert forms["preambular"].most_common(1)[0][0] == "recall"
    assert 0.15 < forms["preambular"]["recall"] / forms["preambular"].total() < 0.4
    assert forms["operative"]["request"] > 2 * forms["operative"]["urge"]
