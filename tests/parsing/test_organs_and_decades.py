"""Mastheads of every organ and decade, in each layout their files have."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import pytest

from archive.parsing.parsed import AdoptionMethod, ParsedResolution
from archive.parsing.pipeline import parse
from archive.parsing.symbols import Organ

WIDTH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A resolution as an organ printed it, and what its masthead says."""

    front: tuple[str, ...]
    closing: tuple[str, ...]
    organ: Organ
    symbol: str
    title: str | None
    adopted_on: date
    meeting: int
    method: AdoptionMethod | None = None
    counts: tuple[int | None, ...] = (None, None, None)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines, with a text of two preambular and two operative paragraphs."""
        return (
            *self.front,
            f"The {self.organ.full_name},",
            "Recalling its decision to keep the matter under review, and the report of the group,",
            "Convinced of the need for States to act together in the years that lie ahead of them,",
            "1. Urges States to create an environment in which everyone can act in safety;",
            "2. Decides to remain seized of the matter.",
            *self.closing,
        )


SHAPES = {
    "Human Rights Council": Printed(
        front=(
            "Resolution adopted by the Human Rights Council on 21 March 2013",
            "22/6. Protecting those who act",
        ),
        closing=("50th meeting", "21 March 2013", "[Adopted without a vote.]"),
        organ=Organ.HRC,
        symbol="A/HRC/RES/22/6",
        title="Protecting those who act",
        adopted_on=date(2013, 3, 21),
        meeting=50,
        method=AdoptionMethod.WITHOUT_VOTE,
    ),
    "Human Rights Council, with a vote": Printed(
        front=("31/32.", "Protecting those who act, whether individuals or groups"),
        closing=(
            "66th meeting",
            "24 March 2016",
            "[Adopted by a recorded vote of 3 to 2, with 1 abstention. The voting was as follows:",
            "In favour:",
            "Albania, Belgium, Peru",
            "Against:",
            "Fiji, Venezuela (Bolivarian Republic of)",
            "Abstaining:",
            "Chad]",
        ),
        organ=Organ.HRC,
        symbol="A/HRC/RES/31/32",
        title="Protecting those who act, whether individuals or groups",
        adopted_on=date(2016, 3, 24),
        meeting=66,
        method=AdoptionMethod.RECORDED_VOTE,
        counts=(3, 2, 1),
    ),
    "Human Rights Council, its name before the number": Printed(
        front=("Human Rights Council resolution 13/13. Protection of those who act",),
        closing=("42nd meeting", "25 March 2010", "[Adopted without a vote.]"),
        organ=Organ.HRC,
        symbol="A/HRC/RES/13/13",
        title="Protection of those who act",
        adopted_on=date(2010, 3, 25),
        meeting=42,
        method=AdoptionMethod.WITHOUT_VOTE,
    ),
    "Commission on Human Rights": Printed(
        front=("2000/61. Those who act",),
        closing=("62nd meeting", "26 April 2000", "[Adopted without a vote. See chap. XI.]"),
        organ=Organ.CHR,
        symbol="E/CN.4/RES/2000/61",
        title="Those who act",
        adopted_on=date(2000, 4, 26),
        meeting=62,
        method=AdoptionMethod.WITHOUT_VOTE,
    ),
    "Commission on Human Rights, its number below the title": Printed(
        front=("Those who act", "Commission on Human Rights resolution 2003/64"),
        closing=(
            "60th meeting",
            "24 April 2003",
            "[Resolution adopted by a roll-call vote of 50 votes to none, with 3 abstentions.",
            "See chap. XVII.]",
        ),
        organ=Organ.CHR,
        symbol="E/CN.4/RES/2003/64",
        title="Those who act",
        adopted_on=date(2003, 4, 24),
        meeting=60,
        method=AdoptionMethod.RECORDED_VOTE,
        counts=(50, 0, 3),
    ),
    "Economic and Social Council": Printed(
        front=("1996/31. Consultation with those who act",),
        closing=("49th plenary meeting", "25 July 1996"),
        organ=Organ.ECOSOC,
        symbol="E/RES/1996/31",
        title="Consultation with those who act",
        adopted_on=date(1996, 7, 25),
        meeting=49,
    ),
    "Economic and Social Council, the meeting and its day on a line": Printed(
        front=("1503 (XLVIII). Procedure for what is sent in",),
        closing=("1693rd plenary meeting, 27 May 1970.",),
        organ=Organ.ECOSOC,
        symbol="E/RES/1503(XLVIII)",
        title="Procedure for what is sent in",
        adopted_on=date(1970, 5, 27),
        meeting=1693,
    ),
    "General Assembly, old": Printed(
        front=("1514 (XV). Declaration on those who act",),
        closing=("947th plenary meeting,", "14 December 1960."),
        organ=Organ.GA,
        symbol="A/RES/1514(XV)",
        title="Declaration on those who act",
        adopted_on=date(1960, 12, 14),
        meeting=947,
    ),
    "General Assembly, a resumed meeting": Printed(
        front=("76/242. Justice for those who act",),
        closing=("54th resumed plenary meeting", "24 December 2021"),
        organ=Organ.GA,
        symbol="A/RES/76/242",
        title="Justice for those who act",
        adopted_on=date(2021, 12, 24),
        meeting=54,
    ),
    "Security Council": Printed(
        front=(
            "United Nations",
            "S/RES/2744 (2024)",
            "Resolution 2744 (2024)",
            "Adopted by the Security Council at its 9690th meeting, on",
            "19 July 2024",
        ),
        closing=(),
        organ=Organ.SC,
        symbol="S/RES/2744(2024)",
        title=None,
        adopted_on=date(2024, 7, 19),
        meeting=9690,
    ),
    "Security Council, unanimous": Printed(
        front=("Resolution 450 (1979)", "of 14 June 1979"),
        closing=("Adopted unanimously at the 2149th meeting.",),
        organ=Organ.SC,
        symbol="S/RES/450(1979)",
        title=None,
        adopted_on=date(1979, 6, 14),
        meeting=2149,
        method=AdoptionMethod.RECORDED_VOTE,
        counts=(None, 0, 0),
    ),
}


def _a_paragraph_a_line(lines: tuple[str, ...]) -> str:
    return "\n".join(lines)


def _wrapped(lines: tuple[str, ...]) -> str:
    return "\n\n".join("\n".join(wrap(line, WIDTH)) for line in lines)


def _page(lines: tuple[str, ...]) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!DOCTYPE html><html><body><div>{paragraphs}</div></body></html>"


LAYOUTS = [_a_paragraph_a_line, _wrapped, _page]


@pytest.fixture(params=LAYOUTS, ids=["lines", "wrapped", "html"])
def layout(request: pytest.FixtureRequest) -> Callable[[tuple[str, ...]], str]:
    """One of the layouts."""
    chosen: Callable[[tuple[str, ...]], str] = request.param
    return chosen


def _parsed(printed: Printed, layout: Callable[[tuple[str, ...]], str]) -> ParsedResolution:
    return parse(layout(printed.lines).encode())


@pytest.mark.parametrize("name", SHAPES)
def test_a_masthead_says_the_same_in_every_layout(
    name: str, layout: Callable[[tuple[str, ...]], str]
) -> None:
    printed = SHAPES[name]
    masthead = _parsed(printed, layout).masthead
    assert (masthead.organ, masthead.symbol) == (printed.organ, printed.symbol)
    assert masthead.title == printed.title
    assert (masthead.adopted_on, masthead.meeting) == (printed.adopted_on, printed.meeting)
    adoption = masthead.adoption
    assert (adoption.method if adoption else None) == printed.method
    if adoption:
        counts = (adoption.in_favour, adoption.against, adoption.abstaining)
        assert counts == printed.counts


@pytest.mark.parametrize("name", SHAPES)
def test_what_stands_around_a_text_is_no_paragraph_of_it(
    name: str, layout: Callable[[tuple[str, ...]], str]
) -> None:
    found = _parsed(SHAPES[name], layout)
    assert [paragraph.id for paragraph in found.paragraphs] == ["pp1", "pp2", "op1", "op2"]
    assert (found.leftovers, found.warnings) == ((), ())


def test_a_draft_without_a_number_has_the_title_below_the_place_of_one() -> None:
    draft = Printed(
        front=("A/HRC/22/L.13", "Fiji*, Peru: draft resolution", "22/… Protecting those who act"),
        closing=(),
        organ=Organ.HRC,
        symbol="A/HRC/22/L.13",
        title="Protecting those who act",
        adopted_on=date(2013, 3, 21),
        meeting=50,
    )
    masthead = parse(_a_paragraph_a_line(draft.lines).encode()).masthead
    assert (masthead.symbol, masthead.title) == (draft.symbol, draft.title)
    assert (masthead.is_draft, masthead.sponsors) == (True, ("Fiji", "Peru"))
    apart = parse("\n".join(draft.lines).replace("22/… ", "22/…\n").encode()).masthead
    assert apart.title == draft.title
