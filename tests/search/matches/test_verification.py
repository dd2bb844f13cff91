"""Where few resolutions have the pairs of a phrase, those that say it whole are told."""

import pytest

from archive.models import Resolution
from archive.search.form.params import Part
from archive.search.language.lexemes import ask
from archive.search.language.query import Query
from archive.search.matches import verification
from archive.search.matches.verification import Verification, verify
from tests import factories as make

pytestmark = pytest.mark.django_db

PHRASE = '"human rights defenders"'


def _verified(typed: str, *, parts: tuple[Part, ...] = ()) -> Verification | None:
    return verify(ask(Query.read(typed)), parts=parts)


def _saying(typed: str, *, parts: tuple[Part, ...] = ()) -> set[str]:
    verified = _verified(typed, parts=parts)
    assert verified is not None
    found = Resolution.objects.filter(pk__in=verified.holding(parts))
    return set(found.values_list("symbol", flat=True))


def _said_in(symbol: str, where: str, wording: str = "Human rights defenders;") -> None:
    title = wording if where == "title" else "Of something else"
    resolution = make.make_resolution(symbol, title=title)
    own_title = wording if where == "own title" else resolution.title
    text = make.make_text(resolution, title=own_title)
    kind = where if where in {"preambular", "annex"} else "operative"
    said = wording if kind == where else "Nothing of it;"
    paragraph = make.make_paragraph(text, said, kind=kind)
    if where == "note":
        make.make_footnote(paragraph, wording)


PLACES = {
    "A/RES/1/1": "title",
    "A/RES/1/2": "own title",
    "A/RES/1/3": "preambular",
    "A/RES/1/4": "operative",
    "A/RES/1/5": "annex",
    "A/RES/1/6": "note",
}


def test_a_phrase_is_told_by_the_part_it_stands_in() -> None:
    for symbol, where in PLACES.items():
        _said_in(symbol, where)
    _said_in("A/RES/2/1", "operative", "Human rights; and the rights defenders have;")
    assert _saying(PHRASE) == set(PLACES)
    assert {part: _saying(PHRASE, parts=(part,)) for part in Part} == {
        Part.TITLE: {"A/RES/1/1", "A/RES/1/2"},
        Part.PREAMBULAR: {"A/RES/1/3"},
        Part.OPERATIVE: {"A/RES/1/4"},
        Part.ANNEX: {"A/RES/1/5"},
        Part.FOOTNOTES: {"A/RES/1/6"},
    }
    assert _saying(PHRASE, parts=(Part.ANNEX, Part.FOOTNOTES)) == {"A/RES/1/5", "A/RES/1/6"}


def test_no_other_word_stands_for_one_that_is_passed_over() -> None:
    pair = "rights of the defenders;"
    _said_in("A/RES/1/1", "operative", f"Rights of brave defenders that win; {pair}")
    _said_in("A/RES/1/2", "operative", f"Rights as such defenders as win; {pair}")
    assert _saying('"rights of the defenders who win"') == {"A/RES/1/2"}


def test_alternatives_and_exclusions_are_told_together() -> None:
    _said_in("A/RES/1/1", "operative", "Human rights defenders and their work;")
    _said_in("A/RES/1/2", "operative", "Human rights defenders;")
    _said_in("A/RES/1/3", "operative", "Human rights; rights defenders have;")
    _said_in("A/RES/1/4", "operative", "The work;")
    assert _saying(f"{PHRASE} work") == {"A/RES/1/1"}
    assert _saying(f"{PHRASE} -work") == {"A/RES/1/2"}
    assert _saying(f"{PHRASE} OR work") == {"A/RES/1/1", "A/RES/1/2", "A/RES/1/4"}
    assert _saying(f"work -{PHRASE}") == {"A/RES/1/4"}
    assert _saying(f"rights -{PHRASE} OR {PHRASE} work") == {"A/RES/1/1", "A/RES/1/3"}
    assert _saying(f'{PHRASE} OR "defenders and their work"') == {"A/RES/1/1", "A/RES/1/2"}


def test_a_phrase_that_nothing_says_is_verified_too() -> None:
    assert _saying(PHRASE) == set()


def test_what_needs_no_verifying_or_would_need_too_much_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for symbol in ("A/RES/1/1", "A/RES/1/2"):
        _said_in(symbol, "operative")
    assert _verified('"human rights"') is None
    assert _verified(" OR ".join(f'"human rights word{number}"' for number in range(21))) is None
    monkeypatch.setattr(verification, "MOST_VERIFIED", 2)
    assert _verified(PHRASE) is not None
    monkeypatch.setattr(verification, "MOST_VERIFIED", 1)
    assert _verified(PHRASE) is None
