"""Bytes become text by their content; what was mended is named, what is no text is refused."""

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers.encoding import decode

WORDS = "Recalling the “Declaration” of Côte d’Ivoire,\nNoting it,\n"


def _codes(data: bytes) -> list[str]:
    return [warning.code for warning in decode(data).warnings]


def _refusal(data: bytes) -> ParseError:
    with pytest.raises(ParseError) as refused:
        decode(data)
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_or_without_its_mark_and_without_a_warning(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert (decoded.text, decoded.warnings) == (WORDS.rstrip("\n"), ())


def test_windows_1252_is_mended_and_the_warning_counts_bytes_and_names_the_first_line() -> None:
    decoded = decode(b"Recalling it,\n" + WORDS.encode("cp1252"))
    assert decoded.text == "Recalling it,\n" + WORDS.rstrip("\n")
    assert [(w.code, w.message, w.where) for w in decoded.warnings] == [
        (
            "encoding_mended",
            "Read 4 bytes that are not UTF-8 as Windows-1252, the first in line 2.",
            "file",
        )
    ]


def test_stray_windows_bytes_among_utf8_are_mended_and_the_rest_stays() -> None:
    decoded = decode("Côte ".encode() + "d’Ivoire".encode("cp1252"))
    assert decoded.text == "Côte d’Ivoire"


def test_a_byte_that_windows_1252_does_not_know_is_reported_as_lost() -> None:
    decoded = decode(b"Recalling\nthe \x81 Declaration")
    assert decoded.text == "Recalling\nthe \ufffd Declaration"
    assert [w.code for w in decoded.warnings] == ["encoding_mended", "characters_lost"]
    assert decoded.warnings[1].message == (
        "1 character could not be read or had been lost before, first in line 2."
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_read_with_or_without_its_mark_and_named(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))
    assert decoded.text == WORDS.rstrip("\n")
    assert [w.code for w in decoded.warnings] == ["encoding_mended"]
    assert "UTF-16" in decoded.warnings[0].message


def test_big_endian_utf16_with_its_mark_is_read() -> None:
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")).text == WORDS.rstrip("\n")


def test_a_nul_byte_is_refused_with_its_line_and_what_to_do() -> None:
    refused = _refusal(b"Recalling\nthe \x00 Declaration")
    assert refused.code == "binary_file"
    assert refused.message.startswith("Line 2 holds a NUL byte, so this is not text;")
    assert "save the resolution as plain text" in refused.message


def test_bytes_that_are_mostly_control_characters_are_refused() -> None:
    refused = _refusal(bytes(range(1, 9)) * 10 + b"words of a text")
    assert refused.code == "binary_file"
    assert refused.message.startswith("80 of 95 characters are control characters")


def test_a_few_control_characters_are_left_out_and_counted() -> None:
    decoded = decode(b"Recalling the Declaration\x07 of human rights defenders " * 4)
    assert "\x07" not in decoded.text
    assert [w.message for w in decoded.warnings] == ["Left out 4 control characters."]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", "\u200b\n \u2060".encode()])
def test_a_file_of_signs_that_nobody_sees_is_empty(data: bytes) -> None:
    assert _refusal(data).code == "empty_file"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert decode(f"Recalling it,{end}Noting it,".encode()).text == "Recalling it,\nNoting it,"


def test_ligatures_and_raised_figures_are_read_as_letters_and_figures() -> None:
    assert decode("ﬁrst eﬀort of 2010¹² ﬂies oﬃce baﬄe".encode()).text == (
        "first effort of 201012 flies office baffle"
    )


def test_a_soft_hyphen_divides_at_a_line_end_and_is_dropped_elsewhere() -> None:
    assert decode("coun\u00adter-ter\u00ad \nrorism".encode()).text == "counter-ter- \nrorism"


def test_plain_text_gets_no_warning() -> None:
    assert _codes(b"Recalling the Declaration,") == []


def test_a_form_feed_ends_a_line_and_stays_before_the_first_of_its_page() -> None:
    assert decode(b"Recalling it,\x0cNoting it,").text == "Recalling it,\n\x0cNoting it,"
    assert decode(b"Recalling it,\n\x0cNoting it,").text == "Recalling it,\n\x0cNoting it,"


def test_the_encoding_that_a_text_names_is_read_without_a_warning() -> None:
    decoded = decode("Ångström".encode("iso8859-15"), declared="iso-8859-15")
    assert (decoded.text, decoded.warnings) == ("Ångström", ())


def test_latin_1_stands_for_windows_1252() -> None:
    assert decode(b"\x93lamp\x94", declared="latin-1").text == "“lamp”"


@pytest.mark.parametrize("declared", ["x-no-such", "big5", "punycode", "utf-8"])
def test_an_encoding_that_is_unknown_or_fails_or_is_none_of_files_is_left_aside(
    declared: str,
) -> None:
    assert [warning.code for warning in decode(b"lamp \x93\xff", declared=declared).warnings] == [
        "encoding_mended"
    ]


@pytest.mark.parametrize("data", ["\ud800".encode("utf-16-le", "surrogatepass") * 9000])
def test_halves_of_signs_are_counted_as_lost(data: bytes) -> None:
    decoded = decode(b"\xff\xfe" + "lamp".encode("utf-16-le") + data)
    assert "9,000 characters" in decoded.warnings[-1].message
