"""Texts to correct, and the corrections that a person might make in them."""

from collections.abc import Callable
from random import Random

from archive.corrections import making
from archive.corrections.applying import corrected
from archive.corrections.places import texts_of
from archive.corrections.values import Correction, CorrectionError
from archive.parsing.parsed import ParagraphKind, ParsedResolution
from archive.parsing.pipeline import parse
from tests.parsing.printed import word_text

RECALLS = "Recalling its resolution 53/144 of 9 December 1998,1"
PREAMBLE = (
    f"{RECALLS} and Human Rights Council resolution 13/13 of 25 March 2010,2",
    "Noting the report of the Secretary-General (A/66/203),",
    "Gravely concerned, as paragraph 2 (a) above and paragraph 3 of the present resolution say,",
)
_LIST = (
    "Requests the Secretary-General:",
    "(a) To report on paragraph 1 of the present resolution;",
    "(b) To act:",
    "(i) In time;",
    "(ii) With care;",
    "and to do so at once;",
)
OPERATIVE = (
    "Calls upon all States to give effect to resolution 66/164;",
    "\n".join(_LIST),
    "Welcomes Economic and Social Council resolution 2006/2 of 27 June 2006;3",
    "Decides to remain seized of the matter.",
)
NOTES = ("Resolution 53/144, annex.", "See A/HRC/13/13.", "Ibid., chap. II.")
ANNEX = (
    "Annex",
    "Principles of action",
    "1. Everyone has the right to act, as resolution 217 A (III) says.",
    "2. No one shall be:",
    "(a) Hindered;",
    "(b) Punished.",
    "General provisions",
    "Every State shall act.",
)


def plain_text(*, notes: tuple[str, ...] = NOTES, front: tuple[str, ...] = ()) -> ParsedResolution:
    """A text with lists, notes and citations of every kind."""
    return parse(word_text(PREAMBLE, OPERATIVE, notes=notes, front=front).encode())


def annexed_text() -> ParsedResolution:
    """A text with an annex, without notes."""
    return parse(word_text(after=ANNEX).encode())


def uncounted_text() -> ParsedResolution:
    """A text whose operative paragraphs print no numbers."""
    lines = [
        "The General Assembly,",
        "Recalling its resolution 53/144 of 9 December 1998,",
        "Requests all States to act;",
        "Calls upon them to act at once;",
        "Decides to remain seized of the matter.",
    ]
    return parse("\n".join([*lines, ""]).encode())


WORDS = (
    "Recalling also resolution 60/161 of 16 December 2005,",
    "Decides to act on A/66/203 and resolution 1325 (2000);",
    "(b) To report again;",
    "7. Requests a report;",
    "and nothing else",
    "II",
)


def some_correction(parsed: ParsedResolution, chance: Random) -> Correction | None:
    """A correction that a person might make; None where what was tried cannot be."""
    try:
        return chance.choice(_WAYS)(parsed, chance)
    except CorrectionError:
        return None


def some_corrections(
    parsed: ParsedResolution, chance: Random, *, count: int
) -> tuple[list[Correction], ParsedResolution]:
    """Corrections one after another, and the text that they give."""
    made: list[Correction] = []
    now = parsed
    for _ in range(count):
        one = some_correction(now, chance)
        if one is not None:
            made.append(one)
            now = corrected(parsed, made).parsed
    return made, now


def _anchor(parsed: ParsedResolution, chance: Random) -> str:
    if not parsed.paragraphs:
        raise CorrectionError
    return chance.choice(parsed.paragraphs).id


def _note(parsed: ParsedResolution, chance: Random) -> str:
    return f"fn{chance.choice([note.number for note in parsed.footnotes] or ['1'])}"


def _wording(parsed: ParsedResolution, chance: Random) -> Correction:
    where, text = chance.choice(list(texts_of(parsed)))
    words = text.split()
    at = chance.randrange(len(words) + 1)
    changed = chance.choice(
        [
            [*words[:at], "indeed", *words[at:]],
            [*words[:at], *words[at + 1 :], "again"],
            [chance.choice(WORDS)],
        ]
    )
    return making.wording_set(parsed, where, text=" ".join(changed))


def _kind(parsed: ParsedResolution, chance: Random) -> Correction:
    return making.kind_set(parsed, _anchor(parsed, chance), kind=chance.choice(list(ParagraphKind)))


def _label(parsed: ParsedResolution, chance: Random) -> Correction:
    label = chance.choice([None, "5.", "(c)", "(ii)", "•", "2.", "12 bis.", "1.1"])
    return making.label_set(parsed, _anchor(parsed, chance), label=label)


def _parent(parsed: ParsedResolution, chance: Random) -> Correction:
    parent = chance.choice([None, _anchor(parsed, chance)])
    return making.parent_set(parsed, _anchor(parsed, chance), parent=parent)


def _moved(parsed: ParsedResolution, chance: Random) -> Correction:
    after = chance.choice([None, _anchor(parsed, chance), _anchor(parsed, chance)])
    return making.moved(parsed, _anchor(parsed, chance), after=after)


def _split(parsed: ParsedResolution, chance: Random) -> Correction:
    where = _anchor(parsed, chance)
    text = next(one.text for one in parsed.paragraphs if one.id == where)
    spaces = [at for at, sign in enumerate(text) if sign == " "] or [1]
    return making.split(parsed, where, at=chance.choice(spaces))


def _merged(parsed: ParsedResolution, chance: Random) -> Correction:
    return making.merged(parsed, _anchor(parsed, chance))


def _inserted(parsed: ParsedResolution, chance: Random) -> Correction:
    after = chance.choice([None, *(one.id for one in parsed.paragraphs)])
    return making.inserted(
        parsed,
        after,
        kind=chance.choice(list(ParagraphKind)),
        text=chance.choice(WORDS),
        label=chance.choice([None, None, "(c)", "9.", "•"]),
    )


def _removed(parsed: ParsedResolution, chance: Random) -> Correction:
    return making.removed(parsed, _anchor(parsed, chance))


def _marker(parsed: ParsedResolution, chance: Random) -> Correction:
    where = _anchor(parsed, chance)
    text = next(one.text for one in parsed.paragraphs if one.id == where)
    place = chance.choice([None, (where, chance.randrange(len(text) + 1))])
    return making.marker_set(parsed, _note(parsed, chance), place=place)


def _note_number(parsed: ParsedResolution, chance: Random) -> Correction:
    number = chance.choice(["1", "2", "3", "9", "*"])
    return making.note_number_set(parsed, _note(parsed, chance), number=number)


def _note_inserted(parsed: ParsedResolution, chance: Random) -> Correction:
    number = chance.choice(["2", "4", "*"])
    return making.note_inserted(parsed, number=number, text="Resolution 60/161.")


def _note_removed(parsed: ParsedResolution, chance: Random) -> Correction:
    return making.note_removed(parsed, _note(parsed, chance))


def _cited(parsed: ParsedResolution, chance: Random) -> Correction:
    where, text = chance.choice(list(texts_of(parsed)))
    words = text.split(" ")
    first = chance.randrange(len(words))
    last = chance.randrange(first, len(words))
    start = len(" ".join([*words[:first], ""])) if first else 0
    end = len(" ".join(words[: last + 1]))
    return making.cited(parsed, where, start=start, end=end, symbol="A/RES/70/1")


def _cited_otherwise(parsed: ParsedResolution, chance: Random) -> Correction:
    one = chance.choice([c for c in parsed.citations if not c.of_whole] or [None])
    if one is None:
        raise CorrectionError
    symbol = chance.choice(["A/RES/60/161", "S/RES/1325(2000)", _anchor(parsed, chance)])
    return making.cited(parsed, one.source, start=one.start, end=one.end, symbol=symbol)


def _uncited(parsed: ParsedResolution, chance: Random) -> Correction:
    one = chance.choice([c for c in parsed.citations if not c.of_whole] or [None])
    if one is None:
        raise CorrectionError
    return making.uncited(parsed, one.source, start=one.start, end=one.end)


def _fact(parsed: ParsedResolution, chance: Random) -> Correction:
    facts = {
        "symbol": "A/HRC/RES/13/13",
        "title": "Defenders",
        "adopted_on": "19 December 2005",
        "adoption": "recorded vote 120-3-4",
        "sponsors": "Chile, Norway",
    }
    fact = chance.choice(list(facts))
    return making.fact_set(parsed, fact, words=chance.choice([facts[fact], None]))


_WAYS: tuple[Callable[[ParsedResolution, Random], Correction], ...] = (
    _wording,
    _wording,
    _kind,
    _label,
    _parent,
    _moved,
    _split,
    _merged,
    _inserted,
    _removed,
    _marker,
    _note_number,
    _note_inserted,
    _note_removed,
    _cited,
    _cited_otherwise,
    _uncited,
    _fact,
)


def with_corrections(parsed: ParsedResolution, *made: Correction) -> ParsedResolution:
    """The text that corrections give which meet what they were made for."""
    found = corrected(parsed, made)
    assert found.conflicts == ()
    return found.parsed


def anchors_in(parsed: ParsedResolution) -> list[str]:
    """The anchors of the paragraphs, in order."""
    return [one.id for one in parsed.paragraphs]


def cited_in(parsed: ParsedResolution, source: str) -> list[tuple[str, str]]:
    """What each citation of a place says and cites."""
    return [
        (one.text, one.target or one.pinpoint or "")
        for one in parsed.citations
        if one.source == source and not one.of_whole
    ]
