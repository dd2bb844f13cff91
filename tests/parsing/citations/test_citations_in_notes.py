"""Citations in notes, and notes that say ibid."""

import pytest

from archive.parsing.citations import find_citations
from archive.parsing.symbols import Organ
from tests.parsing.citations.citing import Expected, cited_in_note, note

IN_NOTES: dict[str, list[Expected]] = {
    "Resolution 217 A (III).": [("Resolution 217 A (III)", "A/RES/217A(III)", None, None)],
    "See resolution 2200 A (XXI), annex.": [
        ("resolution 2200 A (XXI), annex", "A/RES/2200A(XXI)", None, "annex")
    ],
    "Resolution 50/81, annex, and resolution S-23/3, annexes I and II.": [
        ("Resolution 50/81, annex", "A/RES/50/81", None, "annex"),
        ("resolution S-23/3, annexes I and II", "A/RES/S-23/3", None, "annexes I and II"),
    ],
    "See Official Records of the General Assembly, Sixty-fifth Session, Supplement No. 53 and"
    " corrigendum (A/65/53 and Corr.1), chap. II, sect. A.": [
        ("A/65/53", "A/65/53", None, "chap. II, sect. A"),
        ("Corr.1", "A/65/53/Corr.1", None, "chap. II, sect. A"),
    ],
    "Ibid., Sixty-sixth Session, Supplement No. 53 (A/66/53), chap. II, sect. A.": [
        ("A/66/53", "A/66/53", None, "chap. II, sect. A")
    ],
    "E/CN.4/2001/94 and E/CN.4/2002/106 and Add.1 and 2; see also A/56/341.": [
        ("E/CN.4/2001/94", "E/CN.4/2001/94", None, None),
        ("E/CN.4/2002/106", "E/CN.4/2002/106", None, None),
        ("Add.1", "E/CN.4/2002/106/Add.1", None, None),
        ("2", "E/CN.4/2002/106/Add.2", None, None),
        ("A/56/341", "A/56/341", None, None),
    ],
    "A/56/341 and Add.1-4.": [
        ("A/56/341", "A/56/341", None, None),
        ("Add.1", "A/56/341/Add.1", None, None),
        ("-", "A/56/341/Add.2", None, None),
        ("-", "A/56/341/Add.3", None, None),
        ("4", "A/56/341/Add.4", None, None),
    ],
    "A/56/341/Add.1 and Add.3, annex.": [
        ("A/56/341/Add.1", "A/56/341/Add.1", None, "annex"),
        ("Add.3, annex", "A/56/341/Add.3", None, "annex"),
    ],
    "A/66/53/Add.2 and Corr.1.": [
        ("A/66/53/Add.2", "A/66/53/Add.2", None, None),
        ("Corr.1", "A/66/53/Add.2/Corr.1", None, None),
    ],
    "A/C.6/76/SR.27-29.": [
        ("A/C.6/76/SR.27", "A/C.6/76/SR.27", None, None),
        ("-", "A/C.6/76/SR.28", None, None),
        ("29", "A/C.6/76/SR.29", None, None),
    ],
    "A/56/1 and Add.1 and 25 others.": [
        ("A/56/1", "A/56/1", None, None),
        ("Add.1", "A/56/1/Add.1", None, None),
    ],
    "A/67/828-S/2013/210, annex, paras. 117–118 and annex II.": [
        ("A/67/828", "A/67/828", None, "annex, paras. 117-118 and annex II"),
        (
            "S/2013/210, annex, paras. 117–118 and annex II",
            "S/2013/210",
            None,
            "annex, paras. 117-118 and annex II",
        ),
    ],
    "A/CONF.157/24 (Part I), chap. III.": [
        ("A/CONF.157/24 (Part I), chap. III", "A/CONF.157/24(PartI)", None, "chap. III")
    ],
    "A/76/6 (Sect. 17) and A/76/6 (Sect. 17)/Corr.1.": [
        ("A/76/6 (Sect. 17)", "A/76/6(Sect.17)", None, None),
        ("A/76/6 (Sect. 17)/Corr.1", "A/76/6(Sect.17)/Corr.1", None, None),
    ],
    "FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.": [
        (
            "FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex",
            "FCCC/CP/2015/10/Add.1",
            None,
            "decision 1/CP.21, annex",
        )
    ],
    "See Supplement No. 53 (A/73/53), chap. IV, sect. A, resolution 37/17.": [
        ("A/73/53", "A/73/53", None, "chap. IV, sect. A"),
        ("resolution 37/17", "A/HRC/RES/37/17", None, None),
    ],
    "A/56/1026-S/2002/932, annex II, resolution 14/221.": [
        ("A/56/1026", "A/56/1026", None, "annex II"),
        ("S/2002/932, annex II", "S/2002/932", None, "annex II"),
    ],
    "See Security Council resolution 1325 (2000), annex II.": [
        (
            "Security Council resolution 1325 (2000), annex II",
            "S/RES/1325(2000)",
            None,
            "annex II",
        )
    ],
    "See the General Assembly in its resolution 66/164.": [
        ("resolution 66/164", "A/RES/66/164", None, None)
    ],
    "As the Human Rights Council, in its resolution 46/5, decided.": [
        ("resolution 46/5", "A/HRC/RES/46/5", None, None)
    ],
    "See resolution 5/1.": [],
    f"A/CONF.1/{'9' * 68} and Add.1.": [
        (f"A/CONF.1/{'9' * 68}", f"A/CONF.1/{'9' * 68}", None, None)
    ],
    f"A/CONF.1/{'9' * 90}.": [],
    "United Nations, Treaty Series, vol. 1, No. 4.": [],
}


@pytest.mark.parametrize("organ", [Organ.GA, Organ.HRC, Organ.SC, None])
@pytest.mark.parametrize("text", IN_NOTES)
def test_a_note_of_any_organ_cites(text: str, organ: Organ | None) -> None:
    assert cited_in_note(text, organ) == IN_NOTES[text]


IBID: list[tuple[list[str], list[tuple[str, str | None, str | None]]]] = [
    (["Resolution 60/1.", "Ibid., para. 3."], [("Ibid., para. 3", "A/RES/60/1", "para. 3")]),
    (["Resolution 60/1, annex.", "Ibid."], [("Ibid.", "A/RES/60/1", "annex")]),
    (["A/56/341.", "See ibid., annex II."], [("ibid., annex II", "A/56/341", "annex II")]),
    (
        ["A/56/341.", "Ibid.", "Ibid., annex."],
        [("Ibid.", "A/56/341", None), ("Ibid., annex", "A/56/341", "annex")],
    ),
    (["A/56/341 and A/57/182.", "Ibid., annex."], []),
    (["Sales No. E.93.I.8.", "Ibid., annex."], []),
    (["A/56/341.", "Ibid., vol. 5, No. 12."], []),
]


@pytest.mark.parametrize(("texts", "expected"), IBID)
def test_a_note_that_says_ibid_cites_what_the_note_before_cites(
    texts: list[str], expected: list[tuple[str, str | None, str | None]]
) -> None:
    notes = [note(text, str(number)) for number, text in enumerate(texts, start=1)]
    citations = find_citations([], notes, organ=Organ.GA)
    assert [(c.text, c.target, c.pinpoint) for c in citations if c.by_name] == expected
