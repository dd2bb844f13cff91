"""Each line of the thesaurus brings two spellings of one word together, in texts and searches."""

from collections import Counter

import pytest
from django.db import connection

from archive.embedded.spellings import SPELLINGS
from archive.search.language.keys import any_of, in_wordings
from archive.search.language.readings import Readings
from archive.search.language.terms import Kind, Term

LINES = [
    tuple(side.strip() for side in line.split(":"))
    for line in SPELLINGS.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture
def _thesaurus(db: None) -> None:
    """A server that has the file; one of a deployment's own may go without."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_ts_dict WHERE dictname = 'recalling_spellings'")
        if not cursor.rowcount:
            pytest.skip("this server has no file of spellings (docs/search.md says how)")


def _found(texts: list[str], asked: list[str]) -> list[bool]:
    """Whether each of some texts is found by the words that are asked at the same place."""
    terms = [Term(words, kind=Kind.PHRASE) for words in asked]
    read = Readings.of(terms)
    queries = [any_of(map(in_wordings, read.of_term(term))) for term in terms]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT archive_words(wording) @@ asked::tsquery
            FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS pair (wording, asked, nth)
            ORDER BY nth
            """,
            [texts, queries],
        )
        return [is_found for (is_found,) in cursor]


def _missed(texts: list[str], asked: list[str]) -> list[str]:
    return [
        f"“{words}” does not find “{text}”"
        for text, words, is_found in zip(texts, asked, _found(texts, asked), strict=True)
        if not is_found
    ]


@pytest.mark.usefixtures("_thesaurus")
def test_each_spelling_finds_the_other() -> None:
    written, looked_up = map(list, zip(*LINES, strict=True))
    assert _missed(written, looked_up) + _missed(looked_up, written) == []


FORMS = [
    ("organisations", "organized"),
    ("counter-terrorism", "counterterrorism"),
    ("counter terrorism", "counter-terrorism"),
    ("Defence", "defenses"),
    ("co-operative", "cooperation"),
    ("judgements", "judgment"),
    ("programmes", "program"),
    ("5 percent", "5 per cent"),
    ("Vietnam", "Viet Nam"),
    ("healthcare", "health-care"),
    ("e-mails", "email"),
    ("policy-makers", "policymaker"),
    ("fulfilment", "fulfillment"),
    ("behavioural", "behavioral"),
    ("labour-intensive", "labor intensive"),
]


@pytest.mark.usefixtures("_thesaurus")
@pytest.mark.parametrize(("one", "other"), FORMS)
def test_forms_of_a_spelling_find_those_of_the_other(one: str, other: str) -> None:
    last = one.rsplit(maxsplit=1)[-1], other.rsplit(maxsplit=1)[-1]
    if "of work" in one:
        one, other = one.split(maxsplit=1)[0], last[1]
    assert _found([one, other], [other, one]) == [True, True]


APART = [
    ("cheque", "check"),
    ("drafts", "draught"),
    ("recreation", "re-creation"),
    ("operation", "cooperation"),
    ("peace", "peacekeeping"),
    ("governmental", "nongovernmental"),
    ("terrorism", "counterterrorism"),
    ("licence", "licentious"),
]


@pytest.mark.usefixtures("_thesaurus")
@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert _found([one, other], [other, one]) == [False, False]


@pytest.mark.django_db
def test_no_line_says_what_another_says_or_leads_on_to_another() -> None:
    words = {word for written, looked_up in LINES for word in (written, *looked_up.split())}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, (ts_lexize('pg_catalog.english_stem', word))[1]"
            " FROM unnest(%s::text[]) AS word",
            [list(words)],
        )
        stems = dict(cursor)
    samples = Counter(stems[written] for written, _ in LINES)
    assert [stem for stem, number in samples.items() if number > 1] == []
    led_to = {" ".join(stems[word] for word in looked_up.split()) for _, looked_up in LINES}
    assert led_to & set(samples) == set()
    assert all(stems.values())
