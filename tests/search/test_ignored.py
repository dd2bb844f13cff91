"""Whatever is typed can be asked of the database; what of it is ignored is said."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.search.form.params import Part
from archive.search.language.lexemes import MOST_LEXEMES, Asked, ask
from archive.search.language.query import Query
from tests.factories import make_paragraph, make_text

pytestmark = pytest.mark.django_db


def asked(typed: str) -> Asked:
    return ask(Query.read(typed))


def _symbols(keys: str) -> set[str]:
    """The symbols of the cards that have the keys."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT symbol FROM archive_cataloguecard WHERE keys @@ %s::tsquery", [keys])
        return {symbol for (symbol,) in cursor}


HOSTILE = [
    "it's",
    "a'b\\c",
    "'' impunity",
    "\\' impunity",
    "O'Neill's \\\\server\\share",
    "<script>alert('x')</script> impunity",
    "50% of_words LIKE '%'",
    "impunity:* & !women | (a <-> b)",
    "حقوق الإنسان impunity",
    "🕊️ impunity",
    "\0impunity\0",
    "http://www.un.org/en/?q='1'&b=2 mail@un.org -5 +3.5e10 /usr/lib",
    "".join(map(chr, range(1, 256))),
    "x" * 2_046,
    "é" * 1_023,
    f'"{"a" * 2_040} {"b" * 2_040}"',
    "-" * 5_000 + "a-" * 3_000,
    "bba\\‘’<* 5robo'*",
    "\U00014a4dab\U00014a4d*",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: typed[:12])
@pytest.mark.parametrize("parts", [(), (Part.TITLE, Part.ANNEX)])
def test_whatever_is_typed_the_database_can_be_asked(typed: str, parts: tuple[Part, ...]) -> None:
    everything = asked(typed)
    for keys in (everything.keys(parts), everything.wording(), everything.any_word()):
        if keys:
            _symbols(keys)


@given(
    st.text(alphabet="abOR \"'“”‘’«»-&|!*:()\\\0é\u00a0/15.X<>%", max_size=60)
    | st.text(max_size=100)
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_asked(typed: str) -> None:
    everything = asked(typed)
    for keys in (everything.keys([Part.ANNEX]), everything.wording(), everything.any_term()):
        if keys:
            _symbols(keys)


IGNORED = {
    "the impunity": ("“the” (stands in every text)",),
    "the impunity & of OR \0": (
        "“&” and “OR”",
        "“the” and “of” (stand in every text)",
        "NUL characters (which no text has)",
    ),
    'impunity "of the" -and': ('“"of the"” and “-and” (stand in every text)',),
    "impunity": (),
    "①": ("“①”",),
    "an* impunity": ("“an*” (needs three letters before its *)",),
    f"{'y' * 2_047} impunity": (f"“{'y' * 40}…” (too long for a word)",),
}


@pytest.mark.parametrize("typed", IGNORED, ids=lambda typed: typed[:20])
def test_what_is_ignored_is_said(typed: str) -> None:
    assert asked(typed).ignored == IGNORED[typed]


@pytest.mark.parametrize("typed", ["", "the", "&", "the OR of"])
def test_of_nothing_nothing_is_asked(typed: str) -> None:
    nothing = asked(typed)
    assert (nothing.keys(), nothing.wording(), nothing.any_word()) == ("", "", "")
    assert nothing.query.alternatives == ()


def test_words_beyond_the_most_are_ignored_and_said() -> None:
    words = [f"word{number}" for number in range(MOST_LEXEMES + 9)]
    many = asked(" ".join(words))
    assert [term.words for term in many.word_terms] == words[:MOST_LEXEMES]
    (said,) = many.ignored
    assert said.startswith(f"“word{MOST_LEXEMES}”, ")
    assert said.endswith("and 3 more (more words than are looked for at once)")


def test_the_same_words_are_counted_once() -> None:
    assert asked("violence violent threats " * 300).ignored == ()


def test_a_paragraph_in_quotation_marks_is_looked_for_by_its_beginning() -> None:
    text = make_text()
    wording = " ".join(f"word{number}" for number in range(300))
    make_paragraph(text, wording)
    long = asked(f'"{wording}"')
    assert _symbols(long.keys()) == {text.resolution.symbol}
    assert long.ignored == (f'“"{wording[:39]}…” (of which only the beginning is looked for)',)
