"""Annexes, articles, resolutions under letters and sections have paragraphs of their own."""

from archive.parsing.blocks import Role
from archive.parsing.footnotes import MarkedText
from archive.parsing.paragraphs import find_paragraphs
from archive.parsing.parsed import Marker, Paragraph, ParagraphKind

RECALLING = "Recalling the Declaration,"


def _found(*texts: str) -> list[Paragraph]:
    return list(find_paragraphs([MarkedText(text, "line 1") for text in texts]))


def _anchors(*texts: str) -> list[str]:
    return [paragraph.id for paragraph in _found(*texts)]


def test_an_article_has_paragraphs_of_its_own_with_and_without_numbers() -> None:
    found = _found(
        "1. Adopts it.", "Annex", "Statute", "The organ,", "Chapter I", "Article 1", "Scope",
        "It is:", "(a) Open;", "(b) Free.", "Article 2", "1. It meets.", "2. It acts:", "(a) Now.",
        "Chapter II", "Last words.",
    )  # fmt: skip
    assert [(p.id, p.parent) for p in found[1:]] == [
        ("annex-1", None),
        ("heading1", None),
        ("annex-1-p1", None),
        ("heading2", None),
        ("annex-1-art1", None),
        ("heading3", None),
        ("annex-1-art1-p1", None),
        ("annex-1-art1-p1-a", "annex-1-art1-p1"),
        ("annex-1-art1-p1-b", "annex-1-art1-p1"),
        ("annex-1-art2", None),
        ("annex-1-art2-op1", None),
        ("annex-1-art2-op2", None),
        ("annex-1-art2-op2-a", "annex-1-art2-op2"),
        ("heading4", None),
        ("annex-1-p2", None),
    ]
    kinds = {p.id: p.kind for p in found}
    assert kinds["annex-1-art1"] is ParagraphKind.HEADING
    assert kinds["annex-1-art2-op2-a"] is ParagraphKind.ANNEX


def test_articles_that_begin_again_begin_a_part() -> None:
    assert _anchors("Annex", "Article 1", "It is.", "Article 1", "It is more.")[1:] == [
        "annex-1-art1",
        "annex-1-art1-p1",
        "annex-1-part-2-art1",
        "annex-1-part-2-art1-p1",
    ]


def test_an_article_s_words_may_follow_its_number() -> None:
    found = _found("Proclaims it:", "Article 1. All act.", "2. They act:", "(a) Now.", "Article 2.")
    assert [(p.id, p.kind, p.label, p.text) for p in found[1:3]] == [
        ("art1", ParagraphKind.ANNEX, "Article 1.", "All act."),
        ("art1-op2", ParagraphKind.ANNEX, "2.", "They act:"),
    ]
    assert [p.id for p in found[3:]] == ["art1-op2-a", "art2"]


def test_numbers_go_on_after_an_article_that_the_text_inserts() -> None:
    found = _anchors("1. Approves;", "2. Amends it:", "Article 7", "It acts.", "3. Ends.")
    assert found == ["op1", "op2", "art7", "art7-p1", "op3"]
    annexed = _anchors("1. Amends it:", "Article 7", "It acts.", "Annex", "2. It is.", "2. Ends.")
    assert annexed[-2:] == ["annex-1-op2", "annex-1-op2-again1"]


def test_an_annex_may_begin_with_the_preamble_of_an_organ() -> None:
    found = _found("1. Adopts it.", "Annex", "Declaration", "The General Assembly,", RECALLING)
    assert [p.id for p in found[1:]] == ["annex-1", "heading1", "heading2", "annex-1-p1"]
    more = _found("1. Adopts it.", "Annex", "First words.", "The General Assembly,", RECALLING)
    assert [p.id for p in more[2:]] == ["annex-1-p1", "heading1", "annex-1-part-2-p1"]


def test_a_letter_and_an_organ_after_an_annex_begin_another_resolution() -> None:
    found = _found(
        "1. Adopts it.", "Annex", "The States agree.", "B", "Title", "The General Assembly,",
        RECALLING, "1. Decides.",
    )  # fmt: skip
    assert [p.id for p in found[3:]] == [
        "heading1", "heading2", "heading3", "part-2-pp1", "part-2-op1",
    ]  # fmt: skip


def test_an_appendix_stands_in_its_annex_and_the_next_annex_ends_it() -> None:
    assert _anchors(
        "Annex I", "1. It is.", "Appendix", "1. It is more.", "Appendix II", "1. Most.", "Annex II",
        "It ends.",
    ) == [
        "annex-1", "annex-1-op1", "annex-1-appendix-1", "annex-1-appendix-1-op1",
        "annex-1-appendix-2", "annex-1-appendix-2-op1", "annex-2", "annex-2-p1",
    ]  # fmt: skip


def test_a_format_may_say_that_an_annex_begins() -> None:
    texts = [
        MarkedText("1. Adopts it.", "line 1"),
        MarkedText("Political declaration", "line 2", role=Role.ANNEX),
        MarkedText("The States agree.", "line 3"),
    ]
    assert [p.id for p in find_paragraphs(texts)] == ["op1", "annex-1", "annex-1-p1"]


def test_words_that_go_on_in_small_letters_belong_to_the_paragraph_of_an_annex() -> None:
    found = _found("Annex", "1. They act:", "(a) Now;", "(b) Then;", "and report.", "They end.")
    assert [(p.id, p.parent, p.kind) for p in found[4:]] == [
        ("annex-1-op1-p1", "annex-1-op1", ParagraphKind.ANNEX),
        ("annex-1-p1", None, ParagraphKind.ANNEX),
    ]


def test_labels_at_the_margin_of_an_annex_follow_one_another_there() -> None:
    found = _found(
        "Annex", "(a) One:", "(i) Now;", "(ii) So;", "(b) Two;", "Scope", "• Three;", "• Four.",
    )  # fmt: skip
    assert [(p.id, p.label, p.parent) for p in found[1:]] == [
        ("annex-1-p1", "(a)", None),
        ("annex-1-p1-i", "(i)", "annex-1-p1"),
        ("annex-1-p1-ii", "(ii)", "annex-1-p1"),
        ("annex-1-p2", "(b)", None),
        ("heading1", None, None),
        ("annex-1-p3", "•", None),
        ("annex-1-p4", "•", None),
    ]


def test_paragraphs_counted_as_decimals_stand_below_their_number_or_at_the_margin() -> None:
    found = _found("Annex", "1. It is.", "1.1 It is.", "1.1.1 It is.", "1.2 It is.", "2. It is.")
    assert [(p.id, p.label) for p in found[1:]] == [
        ("annex-1-op1", "1."),
        ("annex-1-op1-1", "1.1"),
        ("annex-1-op1-1-1", "1.1.1"),
        ("annex-1-op1-2", "1.2"),
        ("annex-1-op2", "2."),
    ]
    alone = _found("Annex", "Scope", "19.1 It is.", "(a) Now;", "19.2 It ends.")
    assert [p.id for p in alone[2:]] == ["annex-1-op19-1", "annex-1-op19-1-a", "annex-1-op19-2"]


def test_quoted_paragraphs_belong_to_the_one_that_quotes_them_whatever_they_begin_with() -> None:
    found = _found(
        "1. Amends it to read:", "“Article 3", "“1. The organ acts.", "“The General Assembly,”",
        "2. Decides:", "“A table", "3. It ends.”", "3. Ends.",
    )  # fmt: skip
    assert [(p.id, p.text[:3]) for p in found] == [
        ("op1", "Ame"), ("op1-p1", "“Ar"), ("op1-p2", "“1."), ("op1-p3", "“Th"),
        ("op2", "Dec"), ("op2-p1", "“A "), ("op2-p2", "3. "), ("op3", "End"),
    ]  # fmt: skip


def test_a_section_with_a_preamble_of_its_own_begins_a_part() -> None:
    found = _found(RECALLING, "1. Decides;", "2. Ends.", "II", "Noting it,", "1. Decides.", "III",
                   "Decides more.", "IV", "1. Ends.")  # fmt: skip
    assert [p.id for p in found if p.kind is not ParagraphKind.HEADING] == [
        "pp1", "op1", "op2", "part-2-pp1", "part-2-op1", "part-3-op1", "part-4-op1",
    ]  # fmt: skip


def test_numbers_go_on_after_a_section_that_prints_none() -> None:
    assert _anchors("1. Decides;", "II", "Requests it.", "III", "2. Ends.") == [
        "op1", "heading1", "part-2-op1", "heading2", "op2",
    ]  # fmt: skip


def test_a_paragraph_without_a_number_before_numbered_sections_is_the_first() -> None:
    assert _anchors(RECALLING, "Adopts this declaration:", "Values", "1. Peace.", "2. Law.") == [
        "pp1", "op1", "heading1", "part-2-op1", "part-2-op2",
    ]  # fmt: skip


def test_a_table_belongs_to_the_paragraph_above_it_and_no_cell_of_it_is_a_label() -> None:
    rows = (((0, 2), (3, 8)), ((9, 11), (12, 16)))
    table = MarkedText("1. First 2. Last", "line 2", (Marker(number="1", offset=8),), rows=rows)
    found = find_paragraphs([MarkedText("1. Decides:", "line 1"), table])
    assert (found[1].id, found[1].parent, found[1].text) == ("op1-p1", "op1", "1. First 2. Last")
    assert (found[1].rows, found[1].markers) == (rows, table.markers)
    alone = find_paragraphs([MarkedText("Annex", "line 1"), table])
    assert (alone[1].id, alone[1].kind, alone[1].rows) == ("annex-1-p1", ParagraphKind.ANNEX, rows)


def test_a_list_with_numbers_goes_on_after_words_in_between() -> None:
    found = _found("2. Adopts the agenda:", "1. Opening:", "(a) Now;", "and later.", "2. Closing.",
                   "3. Requests it.")  # fmt: skip
    assert [p.id for p in found] == ["op2", "op2-1", "op2-1-a", "op2-1-p1", "op2-2", "op3"]


def test_the_letter_l_is_the_number_one_where_two_follows() -> None:
    found = _found("Annex", "Article 1", "l. The States act.", "2. They end.")
    assert [(p.id, p.label, p.number) for p in found[2:]] == [
        ("annex-1-art1-op1", "l.", 1),
        ("annex-1-art1-op2", "2.", 2),
    ]
    letters = _found("1. Urges:", "k. It;", "l. It;", "3. It.")
    assert [p.id for p in letters] == ["op1", "op1-k", "op1-l", "op3"]


def test_the_language_of_a_text_is_no_hindrance_where_the_format_says_what_its_parts_are() -> None:
    texts = [
        MarkedText("Rappelant la Déclaration,", "1", role=Role.PREAMBULAR),
        MarkedText("Décide d’agir :", "2", role=Role.OPERATIVE),
        MarkedText("Agir ;", "3", role=Role.OPERATIVE, label="a)"),
        MarkedText("Prie le Secrétaire général.", "4", role=Role.OPERATIVE),
    ]
    assert [(p.id, p.kind.value) for p in find_paragraphs(texts)] == [
        ("pp1", "preambular"),
        ("op1", "operative"),
        ("op1-a", "operative"),
        ("op1-p1", "operative"),
    ]


def test_numbered_paragraphs_of_a_declaration_open_in_the_first_person() -> None:
    found = _found("Adopts this declaration:", "Values", "1. We reaffirm them.", "2. Resolve it.")
    assert [(p.opening, p.form) for p in found[2:]] == [
        ("We reaffirm", "reaffirm"),
        ("Resolve", "resolve"),
    ]


def test_headings_may_have_numbers_of_their_own_while_those_of_paragraphs_run_on() -> None:
    found = _found(
        "Annex",
        "1. Reasons for the Fund",
        "1. The Fund is needed.",
        "2. It is new.",
        "3. It is small.",
        "2. Objects and purpose of the Fund",
        "4. The Fund shall pay.",
    )
    assert [(p.id, p.text) for p in found[1:]] == [
        ("heading1", "1. Reasons for the Fund"),
        ("annex-1-op1", "The Fund is needed."),
        ("annex-1-op2", "It is new."),
        ("annex-1-op3", "It is small."),
        ("heading2", "2. Objects and purpose of the Fund"),
        ("annex-1-op4", "The Fund shall pay."),
    ]


def test_a_number_before_words_without_a_stop_heads_nothing_where_it_follows_none() -> None:
    assert _anchors("Annex", "1. Fish", "2. Bread", "4. Wine.")[1:] == [
        "annex-1-op1",
        "annex-1-op2",
        "annex-1-op4",
    ]
