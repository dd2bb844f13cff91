"""Small archives for tests: by a seed, of several organs, years, parts, openings and citations."""

from datetime import date
from random import Random

from archive.models import Footnote, Paragraph, Resolution, Text
from tests import factories as make

#: What wordings are made of; the phrases come whole, in pieces, and with other words between.
WORDS = (
    "impunity",
    "defenders",
    "violence",
    "gender-based violence",
    "human rights",
    "rights of the child",
    "child",
    "rights",
    "human",
)
OPENINGS = ("", "recall", "note", "call upon", "urge", "condemn")
CITED = ("A/RES/53/144", "A/RES/217A(III)", "E/CN.4/2001/94", "A/HRC/RES/13/13", "S/RES/1325(2000)")
_SYMBOLS = (
    ("A/RES/66/{}", 2011),
    ("A/RES/70/{}", 2015),
    ("A/RES/{}(XXI)", 1966),
    ("A/HRC/RES/13/{}", 2010),
    ("A/HRC/RES/S-21/{}", 2014),
    ("E/CN.4/RES/2000/{}", 2000),
    ("S/RES/{}(2000)", 2000),
    ("A/C.3/70/L.{}", 2015),
)
_KINDS = {
    Paragraph.Kind.PREAMBULAR: "pp{}",
    Paragraph.Kind.OPERATIVE: "op{}",
    Paragraph.Kind.ANNEX: "annex-p{}",
}


def make_archive(seed: int, *, resolutions: int = 40) -> None:
    """Resolutions of which four in five are held, each text of a dozen short paragraphs."""
    random = Random(seed)
    with make.catalogued_once():
        made = [_resolution(random, number) for number in range(1, resolutions + 1)]
        for resolution in made:
            if random.random() < 0.8:
                _fill(make.make_text(resolution, title=resolution.title), random)


def wording(random: Random, *, length: int) -> str:
    """So many words and phrases, in any order."""
    return " ".join(random.choice(WORDS) for _ in range(length))


def _resolution(random: Random, number: int) -> Resolution:
    form, year = random.choice(_SYMBOLS)
    day = date(year, random.randrange(1, 13), random.randrange(1, 29))
    is_draft = "/L." in form
    dated = {"distributed_on" if is_draft else "adopted_on": day} if random.random() < 0.9 else {}
    make_one = make.make_draft if is_draft else make.make_resolution
    return make_one(form.format(number), title=wording(random, length=3).capitalize(), **dated)


def _fill(text: Text, random: Random) -> None:
    """Paragraphs of every part, and notes."""
    rows = [
        _paragraph(text, random, kind=kind, number=number)
        for kind in _KINDS
        for number in range(1, random.randrange(1, 5))
    ]
    for position, row in enumerate(rows, start=1):
        row.position = position
    Paragraph.objects.bulk_create(rows)
    Footnote.objects.bulk_create(
        Footnote(
            text=text,
            position=number,
            number=str(number),
            wording=wording(random, length=2),
            cited=_cited(random),
        )
        for number in range(1, random.randrange(1, 3))
    )


def _paragraph(text: Text, random: Random, *, kind: Paragraph.Kind, number: int) -> Paragraph:
    opening = random.choice(OPENINGS)
    return Paragraph(
        text=text,
        kind=kind,
        anchor=_KINDS[kind].format(number),
        number=number if kind == Paragraph.Kind.OPERATIVE else None,
        opening=opening,
        form=opening,
        wording=wording(random, length=random.randrange(1, 4)),
        cited=_cited(random),
    )


def _cited(random: Random) -> list[str]:
    return sorted(random.sample(CITED, random.choice([0, 0, 0, 1, 2])))
