"""Pages of HTML as the United Nations and its mirrors publish resolutions."""

import pytest

from archive.parsing.checks import account
from archive.parsing.parsed import Footnote, Paragraph, ParagraphKind, ParsedResolution, ParseError
from archive.parsing.pipeline import parse, parse_reading
from archive.parsing.readers.html import read

FIRST = "Recalling its resolutions 41/20 of 3 December 1986 and 43/11 of 8 December 1988"
SECOND = "Noting the reports of the lighthouse keepers"
ASKS = "Requests all keepers of lighthouses:"
OIL = "To keep the lamps filled with oil;"
WICK = "To trim the wicks every evening;"
DECIDES = "Decides to keep the lighthouses under review."
NOTE_1 = "See A/44/12, chap. II."
NOTE_2 = "Resolution 41/20, annex."


def parsed(page: str) -> ParsedResolution:
    """The parse of a page, every character of which must be accounted for."""
    reading = read(page.encode())
    found = parse_reading(reading)
    assert account(reading.source_text, found) == ({}, {})
    return found


def words_of(found: ParsedResolution) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in found.paragraphs]


def marks_of(found: ParsedResolution) -> list[tuple[str, str, int]]:
    return [(one.id, mark.number, mark.offset) for one in found.paragraphs for mark in one.markers]


def notes_of(found: ParsedResolution) -> list[tuple[str, str, str | None]]:
    return [(note.number, note.text, note.marked_in) for note in found.footnotes]


WHOLE = [
    ("pp1", f"{FIRST},"),
    ("pp2", f"{SECOND},"),
    ("op1", ASKS),
    ("op1-a", OIL),
    ("op1-b", WICK),
    ("op2", DECIDES),
]
MARKS = [("pp1", "1", len(FIRST)), ("pp2", "2", len(SECOND))]
NOTES = [("1", NOTE_1, "pp1"), ("2", NOTE_2, "pp2")]

SAVED_BY_WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Untitled</title>
<style><!-- p.MsoNormal {{margin:0cm}} --></style></head><body lang=EN-GB>
<div class=WordSection1><table><tr><td><p>United Nations</p></td><td><p>A<b>/RES/44/99</b></p></td>
</tr></table>
<p>44/99.<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>Keeping of lighthouses</p>
<p><i>The General Assembly</i>,<o:p></o:p></p>
<p><i>Recalling</i>{FIRST[9:]}<a href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>,</p>
<p>{SECOND}<a href="#_ftn2" name="_ftnref2"><sup>2</sup></a>,</p>
<p>1.&nbsp;&nbsp; {ASKS}</p><p>(a)&nbsp; {OIL}</p><p>(b)&nbsp; {WICK}</p><p>2. {DECIDES}</p></div>
<div style='mso-element:footnote-list'><hr size=1>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1"
name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> See A/44/12,</p><p
class=MsoFootnoteText>chap. II.</p></div>
<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2"
name="_ftn2"><sup>2</sup></a> {NOTE_2}</p></div></div></body></html>"""

SITE = f"""<!DOCTYPE html><html><head><title>x</title><script>var a = "<p>no</p>";</script></head>
<body class="nav-open"><div id="cookie-banner"><p>We use cookies for the statistics.</p></div>
<header role=banner><nav><ul><li><a href=/ga>The General Assembly</a></li><li>
<a href=/sc>Security Council</a></li></ul></nav></header>
<ol class=breadcrumb><li><a href=/>Home</a></li><li>Resolutions</li></ol><main><article>
<h1>Keeping of lighthouses</h1><p>A/RES/44/99</p><div class=body><p><em>The General Assembly,</em>
<p>{FIRST}<sup>1</sup>,<p>{SECOND} <sup>2</sup>,
<ol><li><p>{ASKS}</p><ol type=a><li>{OIL}<li>{WICK}</ol><li>{DECIDES}</ol>
<p style="display: none">Hidden words</p><p hidden>Hidden too</p><!-- and a comment -->
<hr><p><sup>1</sup> {NOTE_1}</p><p><sup>2</sup> {NOTE_2}</p></div></article>
<aside><h2>Related</h2><p>Urges all States to read these other pages too,</p></aside></main>
<footer>© The keepers of the archive</footer></body></html>"""

WIKI = f"""<html><body><div class="mw-parser-output"><p>44/99. Keeping of lighthouses</p>
<p>The General Assembly,</p>
<p>{FIRST}<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>,</p>
<p>{SECOND}<sup id="cite_ref-2"><a href="#cite_note-2"><span>[</span>2<span>]</span></a></sup>,</p>
<p>1. {ASKS}</p><p>(a) {OIL}</p><p>(b) {WICK}</p><p>2. {DECIDES}</p>
<h2>Footnotes</h2><ol class="references">
<li id="cite_note-1"><a href="#cite_ref-1">↑</a> <span class="reference-text">{NOTE_1}</span></li>
<li id="cite_note-2"><span>{NOTE_2}</span> <a href="#cite_ref-2">↩</a></li></ol></div>
<div class="printfooter">Retrieved from a wiki</div></body></html>"""

BREAKS = f"""<html><body><table width="100%"><tr><td><a href=/>Home</a><br><a
href=/s>Search</a></td><td><font size=2>A/RES/44/99<br><b>44/99. Keeping of lighthouses</b><br><br>
<i>The General Assembly,</i><br><br>Recalling its resolutions 41/20 of 3 December 1986<br>
and 43/11 of 8 December 1988<a href="#n1"><sup>1</sup></a>,<br>
{SECOND}<a href="#n2">2</a>,<br>&nbsp;&nbsp;&nbsp;1. {ASKS}<br>(a) {OIL}<br>(b) {WICK}<br>
&nbsp;&nbsp;&nbsp;2. {DECIDES}<br><br><a name="n1"></a>1. {NOTE_1}<br><a name="n2"></a>2. Resolution
41/20,<br>annex.</font></td></tr></table></body></html>"""

IN_CELLS = f"""<html><body><table><tr><td>General Assembly</td><td>A/RES/44/99</td></tr></table>
<table><tr><td colspan=3>The General Assembly,</td></tr>
<tr><td></td><td colspan=2>{FIRST}<sup>1</sup>,</td></tr>
<tr><td></td><td colspan=2>{SECOND}<sup>2</sup>,</td></tr>
<tr><td>1.</td><td colspan=2>{ASKS}</td></tr><tr><td></td><td>(a)</td><td>{OIL}</td></tr>
<tr><td></td><td>(b)</td><td>{WICK}</td></tr><tr><td>2.</td><td colspan=2>{DECIDES}</td></tr>
<tr><td><sup>1</sup></td><td colspan=2>{NOTE_1}</td></tr>
<tr><td><sup>2</sup></td><td colspan=2>{NOTE_2}</td></tr></table></body></html>"""

TYPED = f"""<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY><A HREF="/">UN Home</A><HR><PRE>
                                              A/RES/44/99

          44/99.  Keeping of lighthouses

     The General Assembly,

     Recalling its resolutions 41/20 of 3 December 1986 and 43/11 of
8 December 1988 1/,

     {SECOND} 2/,

     1.   {ASKS}

     (a)  {OIL}

     (b)  {WICK}

     2.   {DECIDES}

                              Notes

     1/   See A/44/12,
chap. II.

     2/   {NOTE_2}

</PRE><HR><A HREF="/">Back</A></BODY></HTML>"""

XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
    + SITE.removeprefix("<!DOCTYPE html>").replace("<hr>", "<hr />")
)


@pytest.mark.parametrize(
    "page",
    [SAVED_BY_WORD, SITE, WIKI, BREAKS, IN_CELLS, TYPED, XHTML],
    ids=["Word", "site", "wiki", "breaks", "cells", "typed", "XHTML"],
)
def test_a_page_of_each_shape_has_the_same_paragraphs_marks_and_notes(page: str) -> None:
    found = parsed(page)
    body = [(one, text) for one, text in words_of(found) if not one.startswith("heading")]
    assert [(one, text.replace(" ,", ",")) for one, text in body] == WHOLE
    assert [(one, number) for one, number, _ in marks_of(found)] == [("pp1", "1"), ("pp2", "2")]
    assert notes_of(found) == NOTES
    assert found.masthead.symbol == "A/RES/44/99" or page is WIKI


@pytest.mark.parametrize("page", [SAVED_BY_WORD, SITE, WIKI], ids=["Word", "site", "wiki"])
def test_marks_stand_where_they_were_printed(page: str) -> None:
    assert marks_of(parsed(page)) == MARKS


def test_what_stands_around_the_text_is_left_over_and_not_lost() -> None:
    left = parsed(SITE).leftovers
    assert "We use cookies for the statistics." in left
    assert "© The keepers of the archive" in left
    assert not [words for words in left if "Hidden" in words or "comment" in words]


def test_a_list_says_the_labels_of_its_items() -> None:
    labels = [one.label for one in parsed(SITE).paragraphs if one.label]
    assert labels == ["1.", "(a)", "(b)", "2."]


def page_of(body: str) -> str:
    return f"<html><body><p>The General Assembly,</p><p>{FIRST},</p>{body}</body></html>"


def last_of(body: str) -> Paragraph:
    return parsed(page_of(body)).paragraphs[-1]


def texts_of(body: str) -> list[str]:
    return [one.text for one in parsed(page_of(body)).paragraphs][1:]


def test_a_table_of_data_stays_a_table() -> None:
    table = (
        f"<p>1. {ASKS}<sup>1</sup></p><table><tr><th>Lighthouse</th><th>Keepers</th></tr>"
        "<tr><td>North</td><td>12</td></tr><tr><td>South<br>and east</td></tr>"
        f"<tr><td></td><td>7</td></tr></table><p><sup>1</sup> {NOTE_1}</p>"
    )
    found = next(one for one in parsed(page_of(table)).paragraphs if one.rows)
    cells = [[found.text[start:end] for start, end in row] for row in found.rows]
    assert cells == [
        ["Lighthouse", "Keepers"],
        ["North", "12"],
        ["South and east"],
        ["", "7"],
    ]


def test_a_table_in_a_page_without_notes_stays_a_table() -> None:
    table = "<table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>7</td></tr></table>"
    found = parsed(page_of(f"<p>1. {ASKS}</p>{table}"))
    cells = [
        [one.text[start:end] for start, end in row] for one in found.paragraphs for row in one.rows
    ]
    assert cells == [["North", "12"], ["South", "7"]]


def test_a_table_that_holds_another_places_words() -> None:
    nested = (
        f"<table><tr><td>1. {ASKS}<sup>1</sup></td><td><table><tr><td>North</td></tr></table></td>"
        f"</tr><tr><td>2. {DECIDES}</td><td>South</td></tr></table><p><sup>1</sup> {NOTE_1}</p>"
    )
    assert not any(one.rows for one in parsed(page_of(nested)).paragraphs)


def test_a_heading_is_one_unless_its_words_say_otherwise() -> None:
    body = (
        f"<h3>Lamps and their care.</h3><p>1. {ASKS}<sup>1</sup></p><h3>Annex</h3>"
        f"<p>Words of the annex.</p><p><sup>1</sup> {NOTE_1}</p>"
    )
    found = parsed(page_of(body)).paragraphs
    assert (found[1].kind, found[1].text) == (ParagraphKind.HEADING, "Lamps and their care.")
    assert found[3].id == "annex-1"


def test_raised_letters_units_and_fractions_stay_words() -> None:
    body = "<p>1. Decides on the 2<sup>nd</sup> day, for 5 km<sup>2</sup><sup>1</sup>, to rest.</p>"
    body += f"<p><sup>1</sup> {NOTE_1}</p>"
    assert last_of(body).text == "Decides on the 2nd day, for 5 km2, to rest."


def test_two_notes_may_be_marked_in_one_place() -> None:
    body = f"<p>1. {ASKS[:-1]}<sup>1, 2</sup>:</p><p><sup>1</sup> {NOTE_1}</p>"
    body += f"<p><sup>2</sup> {NOTE_2}</p>"
    found = parsed(page_of(body))
    assert [number for _, number, _ in marks_of(found)] == ["1", "2"]
    assert "," in found.leftovers


def test_a_link_to_a_paragraph_stays_in_the_words() -> None:
    body = f"<p>1. {ASKS}<sup>1</sup></p>"
    body += "<p>2. Recalls paragraph <a href='#p1'>1</a> above<a href=x>.</a>"
    body += f"<p><sup>1</sup> {NOTE_1}</p>"
    assert last_of(body).text == "Recalls paragraph 1 above."


def test_a_note_may_mark_and_a_bare_number_takes_the_words_below_it() -> None:
    body = f"<p>1. {ASKS}<sup>1</sup></p><p><sup>1</sup></p><p>See paragraph<sup>2</sup> above.</p>"
    assert notes_of(parsed(page_of(body)))[0][1] == "See paragraph2 above."


def test_spaces_around_marks_and_links_are_those_of_the_words() -> None:
    body = (
        f"<p>1. Decides  that <a href='#top'>lamps </a> and<sup>1</sup>wicks <sup>1</sup>; oil <a"
        f" href='#z'> too</a> <sup></sup>stay<sup>(<a href='#f'>1</a>)</sup>.</p>"
        f"<p><sup>1</sup> {NOTE_1}"
    )
    assert last_of(body).text == "Decides that lamps and wicks; oil too stay."


def test_words_go_on_over_line_breaks_and_hyphens_there_stay() -> None:
    body = (
        f"<p>1. Decides on counter-<br>lamps, gender-<br>and wick-lamps, 1990–<br>"
        "1995<sup>1</sup><br>, and"
        f"<br>on rest;<br>2. {DECIDES}</p><p><sup>1</sup> {NOTE_1}</p>"
    )
    assert texts_of(body)[0].startswith(
        "Decides on counter-lamps, gender- and wick-lamps, 1990–1995,"
    )


def test_words_in_mid_sentence_close_no_text_though_an_adoption_begins_so() -> None:
    body = "<p>1. Recalls the rules for lamps<sup>1</sup><br>adopted at the 9th session, and<br>"
    found = parsed(page_of(f"{body}all others.</p><p>2. {DECIDES}</p><p><sup>1</sup> {NOTE_1}</p>"))
    assert words_of(found)[-1] == ("op2", DECIDES)


def test_a_page_without_raised_numbers_is_read_as_text_is() -> None:
    body = f"<h2>Lamps</h2><p>1. Requests the keepers of all lamps1 to rest;</p><p>2. {DECIDES}</p>"
    body += f"<p>1 {NOTE_1}</p>"
    found = parsed(page_of(body))
    assert notes_of(found) == [("1", NOTE_1, "op1")]
    assert found.paragraphs[1].kind is ParagraphKind.HEADING


def test_a_page_without_an_organ_begins_at_its_first_paragraph() -> None:
    body = f"<body><h1>Keepers</h1><p>{FIRST},</p><p>1. {DECIDES}</p></body>"
    assert [one.id for one in parsed(body).paragraphs] == ["pp1", "op1"]


def test_a_page_that_is_no_resolution_is_refused_as_such() -> None:
    with pytest.raises(ParseError) as refused:
        parse(b"<html><body><p>Opening hours of the lighthouse</p></body></html>")
    assert refused.value.code == "not_a_resolution"


def test_the_organ_that_paragraphs_follow_speaks() -> None:
    body = f"<div>The Security Council</div><main><p>The General Assembly,</p><p>{FIRST},</p>"
    found = parsed(f"<body>{body}<p>1. {DECIDES}</p></main></body>")
    assert found.masthead.organ == "GA"


def test_an_organ_with_one_paragraph_is_enough() -> None:
    found = parsed(f"<body><p>The General Assembly,</p><p>1. {DECIDES}</p></body>")
    assert words_of(found) == [("op1", DECIDES)]


def test_the_masthead_may_stand_in_another_part_of_the_page() -> None:
    front = "<div><p>Resolution adopted by the General Assembly on 3 May 1989</p>"
    front = f"<div>{front[5:]}<p>A/RES/44/99</p></div>"
    body = f"<body><div class=x>{front}<div><p>The General Assembly,</p><p>{FIRST},</p>"
    found = parsed(f"{body}<p>1. {DECIDES}</p></div></div><div>Visitors: 12</div></body>")
    assert found.masthead.symbol == "A/RES/44/99"
    assert "Visitors: 12" in found.leftovers


@pytest.mark.parametrize("page", [b"<div>" * 500 + b"x", b"<br>x" * 60_001])
def test_a_page_of_too_many_elements_is_refused(page: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        read(page)
    assert refused.value.code == "too_large"


def test_a_page_in_utf_16_is_read() -> None:
    assert notes_of(parse(SITE.encode("utf-16"))) == NOTES


def test_a_reading_of_html_marks_what_is_sure() -> None:
    found: list[Footnote] = list(parsed(SITE).footnotes)
    assert [note.marked_in for note in found] == ["pp1", "pp2"]
    assert not read(SITE.encode()).hidden_marks
    assert read(TYPED.encode()).hidden_marks
