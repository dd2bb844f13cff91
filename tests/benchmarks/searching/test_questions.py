"""Questions are chosen from the data, by how many paragraphs say them."""

import sqlite3
from collections.abc import Iterator
from random import Random

import pytest

from tests.benchmarks.searching.questions import (
    SHARES,
    Chooser,
    Kind,
    Question,
    as_match,
    mistype,
    resolutions_saying,
)
from tests.benchmarks.searching.texts import Synthesis

_SIZE = 30_000


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """
        CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, symbol TEXT, wording TEXT);
        CREATE VIRTUAL TABLE paragraphs_fts
        USING fts5 (wording, content='paragraphs', content_rowid='id', tokenize='porter');
        """
    )
    texts = Synthesis(_SIZE, seed=1).texts()
    rows = ((t.act.symbol.text, p.passage.wording) for t in texts for p in t.paragraphs)
    connection.executemany("INSERT INTO paragraphs (symbol, wording) VALUES (?, ?)", rows)
    connection.execute("INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('rebuild')")
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def questions(table: sqlite3.Connection) -> list[Question]:
    return list(Chooser(table, 6).questions())


def of_kind(questions: list[Question], kind: Kind) -> list[Question]:
    return [one for one in questions if one.kind is kind]


@pytest.mark.parametrize("kind", [Kind.COMMON, Kind.TWO_WORDS, Kind.PHRASE, Kind.MID])
def test_words_and_phrases_are_as_frequent_as_their_kind(
    questions: list[Question], kind: Kind
) -> None:
    chosen = of_kind(questions, kind)
    assert len({one.said for one in chosen}) == 6
    assert all(SHARES[kind].has(one.hits, of=_SIZE) for one in chosen)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_asked(questions: list[Question], kind: Kind) -> None:
    assert of_kind(questions, kind)


def test_one_seed_gives_one_choice(table: sqlite3.Connection, questions: list[Question]) -> None:
    assert list(Chooser(table, 6).questions()) == questions
    assert list(Chooser(table, 6, seed=2).questions()) != questions


def test_hits_are_those_of_sqlite(table: sqlite3.Connection, questions: list[Question]) -> None:
    one = of_kind(questions, Kind.PHRASE)[0]
    words = one.said.strip('"').lower()
    saying = table.execute("SELECT count(*) FROM paragraphs WHERE wording LIKE ?", [f"%{words}%"])
    assert one.hits == pytest.approx(saying.fetchone()[0], rel=0.05)


def test_two_words_are_such_as_stand_together(questions: list[Question]) -> None:
    pairs = of_kind(questions, Kind.TWO_WORDS)
    assert all(len(one.said.split()) == 2 and '"' not in one.said for one in pairs)


def test_symbols_are_asked_for_as_searches(questions: list[Question]) -> None:
    addresses = [one.address() for one in of_kind(questions, Kind.SYMBOL)]
    assert all(one.endswith("&view=resolutions") and "/" in one[9:] for one in addresses)


def test_what_is_mistyped_is_found_nowhere(
    table: sqlite3.Connection, questions: list[Question]
) -> None:
    chooser = Chooser(table, 1)
    assert all(chooser.hits(one.said) == 0 for one in of_kind(questions, Kind.NOTHING))


def test_the_address_is_in_the_archives_own_order() -> None:
    question = Question(
        kind=Kind.FILTERED,
        said='"human rights"',
        narrowed={"organ": "GA", "from": "2000", "to": "2015"},
    )
    assert question.address() == "/search/?q=%22human+rights%22&organ=GA&from=2000&to=2015"
    assert question.address("/search.json").startswith("/search.json?q=")


def test_what_narrows_it_is_asked_of_columns_too() -> None:
    question = Question(
        kind=Kind.FILTERED,
        said="water",
        narrowed={"view": "paragraphs", "organ": "GA", "from": "2000", "to": "2015"},
    )
    asked = [("organ", "GA"), ("year__gte", "2000"), ("year__lte", "2015")]
    assert question.as_columns == asked


def test_each_word_and_phrase_is_quoted_for_sqlite() -> None:
    assert as_match('human "civil society" 53/144') == '"human" "civil society" "53/144"'


def test_a_mistyped_word_is_another() -> None:
    typed = [mistype(word) for word in ("impunity", "water", "hammer")]
    assert typed == ["impnuity", "wtaer", "hamer"]


def test_no_word_is_found_mostly_by_the_stem_of_another(
    table: sqlite3.Connection, questions: list[Question]
) -> None:
    for one in [*of_kind(questions, Kind.COMMON), *of_kind(questions, Kind.MID)]:
        wordings = table.execute(
            "SELECT wording FROM paragraphs WHERE wording LIKE ?", [f"%{one.said}%"]
        )
        assert one.hits < 6 * len(wordings.fetchall())


def test_words_are_drawn_from_all_over_the_table(table: sqlite3.Connection) -> None:
    drawn = Chooser(table, 1)._sample
    assert 500 < len(drawn) < 2_500
    assert Random(1).choice(drawn)


def test_resolutions_are_counted_once_each() -> None:
    table = sqlite3.connect(":memory:")
    table.executescript(
        """
        CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, symbol TEXT, wording TEXT);
        CREATE VIRTUAL TABLE paragraphs_fts USING fts5 (wording, tokenize='porter');
        INSERT INTO paragraphs VALUES (1, 'A', 'waters'), (2, 'A', 'water'), (3, 'B', 'water'),
                                      (4, 'C', 'air');
        INSERT INTO paragraphs_fts (rowid, wording) SELECT id, wording FROM paragraphs;
        """
    )
    assert resolutions_saying(table, Question(kind=Kind.MID, said="water")) == 2
    table.close()


def test_deep_pages_lie_all_along_the_list(
    table: sqlite3.Connection, questions: list[Question]
) -> None:
    pages = []
    for one in of_kind(questions, Kind.DEEP):
        pages.append(int(one.narrowed["page"]))
        assert 2 <= pages[-1] <= resolutions_saying(table, one) / 20
    assert max(pages) > 5 * min(pages)
