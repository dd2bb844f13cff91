"""Whatever a text is made of, each paragraph has an anchor of its own, and nothing is lost."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.parsing.checks import account
from archive.parsing.parsed import ParagraphKind, ParsedResolution, ParseError
from archive.parsing.pipeline import parse

_ANCHOR = re.compile(r"[a-z]+[0-9]*[a-z]*(-[a-z0-9]+)*")
_LINES = st.sampled_from(
    [
        "Recalling its resolution 53/144 of 9 December 1998,",
        "Having considered the report, and noting it with appreciation,",
        "1. Requests the Secretary-General to report on it:",
        "2. Decides to act as follows:",
        "3. We reaffirm all of it.",
        "12 bis. Urges all States to act;",
        "l. The States shall act.",
        "Decides to remain seized of the matter.",
        "(a) To act at once;",
        "(b) (i) To act in time;",
        "(ii) To act later;",
        "(a bis) To act in between;",
        "• To act without a number;",
        "– To act below it;",
        "A. The States shall act as one.",
        "1.1 The States shall act.",
        "and to report thereon;",
        "“Article 3",
        "“1. The States act.”",
        "Annex",
        "Annex II",
        "Appendix",
        "Article 1",
        "Article 2. Scope",
        "Article 3. The States shall act.",
        "Chapter II",
        "A",
        "B",
        "II",
        "Resolution B",
        "The General Assembly,",
        "A short heading",
        "Adopted at the 83rd plenary meeting, on 8 December 2000, by a recorded vote of 2 to 1",
        "In favour: Chile, Peru",
        "Abstaining: None",
        "RESOLUTION 66/164",
        "66/164. Defenders",
        "[S/5380]",
        "83rd plenary meeting",
        "8 December 2000",
    ]
)


def _parsed(lines: list[str]) -> tuple[str, ParsedResolution | None]:
    text = "\n".join([*lines, ""])
    try:
        return text, parse(text.encode())
    except ParseError:
        return text, None


@settings(max_examples=80, deadline=None)
@given(st.lists(_LINES, min_size=3, max_size=40))
def test_every_paragraph_has_an_anchor_of_its_own_below_one_that_exists(lines: list[str]) -> None:
    _, found = _parsed(["The General Assembly,", "Recalling it,", "1. Decides to act.", *lines])
    assert found is not None
    anchors = [paragraph.id for paragraph in found.paragraphs]
    assert len(anchors) == len(set(anchors))
    assert all(_ANCHOR.fullmatch(anchor) for anchor in anchors)
    for place, paragraph in enumerate(found.paragraphs):
        assert paragraph.text
        assert paragraph.parent is None or paragraph.parent in anchors[:place]
        if paragraph.kind is ParagraphKind.OPERATIVE:
            assert paragraph.number is not None or paragraph.parent is not None
        if paragraph.kind is ParagraphKind.PREAMBULAR:
            assert paragraph.label is None or paragraph.parent is not None
        if paragraph.parent is not None:
            assert paragraph.label or re.search(r"-p[0-9]+$", paragraph.id)


@settings(max_examples=80, deadline=None)
@given(st.lists(_LINES, min_size=3, max_size=40))
def test_every_sign_of_a_text_is_in_its_parse_and_no_other(lines: list[str]) -> None:
    text, found = _parsed(lines)
    if found is not None:
        missing, invented = account(text, found)
        assert (missing, invented) == ({}, {})
