"""Texts made to hurt: for each a way to make it of about so many characters."""

from collections.abc import Callable

Shape = Callable[[int], str]

HEAD = "The General Assembly,\nRecalling its resolution 53/144 of 9 December 1998,\n"
_WRAPPED = "Recalling a line that is cut by its width and goes on\n"


def repeated(piece: str, *, before: str = "", after: str = "") -> Shape:
    """A text of one piece over and over."""
    return lambda size: before + piece * (size // len(piece)) + after


def counted(piece: str, *, before: str = "", after: str = "") -> Shape:
    """A text of one piece over and over, each with its number in place of ``{n}``."""
    return lambda size: before + "".join(_numbered(piece, size)) + after


def _numbered(piece: str, size: int) -> list[str]:
    return [piece.replace("{n}", str(number)) for number in range(1, size // len(piece) + 1)]


RECALLING = HEAD + "Recalling "
DECIDES = HEAD + "1. Decides it.\n"
SHAPES: dict[str, Shape] = {
    "one long line": repeated("a", before=RECALLING),
    "one long line of words": repeated("hu man rights de fenders ", before=RECALLING),
    "one long number": repeated("1", before=RECALLING),
    "one long line of a wrapped text": repeated("a", before=HEAD + _WRAPPED * 9),
    "open brackets": repeated("(", before=RECALLING),
    "open brackets and figures": repeated("(1", before=RECALLING),
    "closing brackets": repeated(")", before=RECALLING),
    "square brackets": repeated("[1", before=RECALLING),
    "quotation marks": repeated("“", before=RECALLING),
    "quotations": repeated("“a” ", before=RECALLING),
    "glued markers": repeated("word1, ", before=RECALLING, after="\n1. Decides.\n1 Note.\n"),
    "markers and their notes": lambda size: (
        RECALLING
        + " ".join(f"word{number}," for number in range(1, size // 40))
        + "\n1. Decides.\n"
        + "".join(f"{number} See A/66/{number}.\n" for number in range(1, size // 40))
    ),
    "glued years": repeated("25 March 20101 and ", before=RECALLING, after="\n1. Do.\n1 Note.\n"),
    "raised figures": repeated("a¹², ", before=RECALLING, after="\n1. Decides.\n1 Note.\n"),
    "notes": counted("{n} See A/66/203, and so on.\n", before=DECIDES),
    "notes of two lines": repeated("1 Note\nof a thing\n", before=DECIDES),
    "notes that go on": repeated("1 Note of a thing\n", before=DECIDES),
    "numbers alone": repeated(_WRAPPED + "1\n", before=HEAD),
    "rules and notes": repeated(_WRAPPED + "____\n1 See\n", before=HEAD),
    "first labels": repeated("1. ", before=HEAD + "1. Decides "),
    "lines of first labels": repeated("1. \n", before=HEAD),
    "operative paragraphs": counted("{n}. Decides to act;\n", before=HEAD),
    "letters": repeated("(a) ", before=HEAD + "1. Decides\n"),
    "lines of letters": repeated("(a) To act;\n", before=HEAD + "1. Decides\n"),
    "nested labels": repeated("(a) x\n(i) y\n(1) z\n", before=HEAD + "1. Decides\n"),
    "headings": repeated("I\nPurposes and aims\n", before=HEAD),
    "headings in capitals": repeated("A. PURPOSES\n", before=DECIDES),
    "annexes": repeated("Annex\n", before=DECIDES),
    "annexes with titles": repeated("Annex II\nThe principles\n1. All do.\n", before=DECIDES),
    "articles": counted("Article {n}\nEach State acts.\n", before=DECIDES + "Annex\n"),
    "heads of citations": repeated("resolution ", before=RECALLING),
    "heads and numbers": repeated("resolution 1 ", before=RECALLING),
    "citations in a list": repeated("66/1 of 1 May 2001, ", before=RECALLING + "resolutions "),
    "symbols": repeated("A/66/1, ", before=RECALLING),
    "symbols without spaces": repeated("A/66/1,", before=RECALLING),
    "long symbols": repeated("A/" + "1" * 390 + "!\n", after=HEAD),
    "suffixes": repeated("Add.1 and ", before=RECALLING + "A/66/1/"),
    "names of instruments": repeated("the Charter of the United Nations ", before=RECALLING),
    "pinpoints": repeated("paragraph 1 (a) of ", before=RECALLING),
    "ibid.": repeated("1 Ibid., chap. I.\n", before=DECIDES),
    "dates": repeated("1 May 2001 ", before=RECALLING),
    "hyphens": repeated("a-", before=RECALLING),
    "hyphens at ends of lines": repeated("counter-\nterrorism ", before=HEAD + _WRAPPED * 9),
    "page numbers": repeated("2/7\n", before=DECIDES),
    "form feeds": repeated("\f2\n", before=HEAD + _WRAPPED),
    "votes": repeated("In favour: Chad, Peru, Togo.\n", before=HEAD),
    "a long vote": repeated("Chad, ", before=HEAD + "1. Decides.\nIn favour: "),
    "a title of stars": repeated("*", before="Title ", after="x\n" + HEAD),
    "title lines": repeated("A line of a title\n", after=HEAD),
    "a long adoption": repeated("Aa ", before="Adopted by the ", after="\n" + HEAD),
    "lines after the end": repeated("Xx yy.\n", before=DECIDES),
    "empty lines": repeated("\n", after=HEAD),
    "organs": repeated("The General Assembly,\nRecalling it,\n1. Decides.\n"),
    "combining marks": repeated("e\u0301\u0302", before=RECALLING),
    "right to left": repeated("\u202eقرار 1 ", before=RECALLING),
    "soft hyphens": repeated("re\u00adspective ", before=RECALLING),
    "zero-width signs": repeated("a\u200b", before=RECALLING),
    "tables of cells": repeated("a\tb\tc\n", before=DECIDES),
    "spaces": repeated(" ", before=RECALLING, after="x,\n"),
    "ends of mastheads": repeated("<<ODS DOC SYMBOL1>>", before=DECIDES),
}
#: The shapes that cost a stage most, for how its time grows.
WORST = {
    "read": ("one long line of a wrapped text", "numbers alone", "empty lines"),
    "divide": ("organs", "title lines", "lines after the end"),
    "masthead": ("title lines", "a long adoption", "votes"),
    "markers": ("glued markers", "markers and their notes", "raised figures"),
    "paragraphs": ("lines of letters", "nested labels", "annexes with titles"),
    "mends": ("one long line of words", "hyphens", "soft hyphens"),
    "citations": ("citations in a list", "heads and numbers", "open brackets and figures"),
    "checks": ("operative paragraphs", "lines of letters", "notes"),
}
#: Bytes that are no plain text, or hardly.
ODD_FILES: dict[str, Callable[[int], bytes]] = {
    "NULs": lambda size: HEAD.encode() + b"\0" * size,
    "NULs among words": lambda size: HEAD.encode() + b"Recalling \0" * (size // 11),
    "UTF-16 without its mark": lambda size: (HEAD + "Recalling " * (size // 20)).encode(
        "utf-16-le"
    ),
    "lone surrogates": lambda size: HEAD.encode() + b"Recalling " + b"\xed\xa0\x80" * (size // 3),
    "lone surrogates in UTF-16": lambda size: (
        b"\xff\xfe" + HEAD.encode("utf-16-le") + b"\x00\xd8" * (size // 2)
    ),
    "bytes of no encoding": lambda size: HEAD.encode() + b"\x81\x8d\x8f" * (size // 3),
    "control characters": lambda size: HEAD.encode() + b"Recalling it\x0b,\x01 " * (size // 16),
    "spaces only": lambda size: b" " * size,
}
