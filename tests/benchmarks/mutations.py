"""Mutations: what scanners, converters and people do to files, and what nobody would do."""

import re
import zipfile
from collections.abc import Callable
from html import escape, unescape
from io import BytesIO
from random import Random

PIECES = (
    "The General Assembly,", "The Human Rights Council", "Recalling its resolution 53/144,",
    "Noting with deep concern that", "1.", "2. Decides:", "(a)", "(b) To act;", "(i)", "(ii)",
    "a.", "A", "B", "II", "Annex", "Annex I", "Article 1", "I. General", "1", "12", "1F", "0F",
    "____________", "1  See A/62/53.", "2 Ibid.", "[3] Resolution 217 A (III).", "Ibid., annex",
    "re spective", "counter-", "non -State", "A/RES/66/164", "A/C.3/70/L.46*", "A/66/53 and Corr.1",
    "resolutions 66/164 of 19 December 2011, 68/181 and", "31/6 A and B", "3411 A to D (XXX)",
    "217 A (III)", "S-21/1", "ES-10/24", "1325 (2000)", "decision 25/117", "PRST/29/1",
    "paragraph 3 of the present resolution", "annex thereto", "the Charter of the United Nations",
    "89th plenary meeting", "19 December 2011", "31 February 2011", "[DU1]", "2/7",
    "<<ODS DOC SYMBOL1>>A/RES/66/164<<ODS DOC SYMBOL1>>", "United NationsA/RES/66/164General",
    "Agenda item 69 (b)", "Adopted at the 90th plenary meeting, by a recorded vote of 98 to 1",
    "In favour: Chad, Peru.", "Against: None", "Sponsors: Chad", "Draft resolution",
    "Distr.: Limited",
    "10-a", "0.", "00.", "99999999999999999999.", "(aa)", "(zz)", "(iiii)", "٣.", "²", "①", "Ⅳ",
)  # fmt: skip
SIGNS = (
    "()[]{}“”‘’\"'«»<>&;:,.-–—/\\*_#|~^0123456789"
    "\t\n\r\f\v\x00\x01\x07\x1b\x7f\x85\xa0\xad\u0301\u0600\u061c\u200b\u200d\u200e\u202e\u2028"
    "\u2029\u3000\ufeff\ufffd\ufb01\U0001d11e\ud800\udfff\ud83d¹²³ıİßǅﬃ"
)
#: The share of texts that are mutated whole.
_WHOLE = 0.3
_TAG = re.compile(r"<[^<>]{0,300}>")
_WORDS = re.compile(r"(?<=>)[^<>]+(?=<)")
_LEAF = re.compile(r"<([\w:]{1,40})\b[^<>]{0,300}>[^<>]*</\1>")
_NUMBER = re.compile(rb"\d+")

Mutation = Callable[[Random, str], str]


def _span(random: Random, size: int, most: int) -> tuple[int, int]:
    start = random.randrange(size + 1)
    return start, min(size, start + random.randrange(1, most + 1))


def _on_lines(change: Callable[[Random, list[str]], None]) -> Mutation:
    def mutated(random: Random, text: str) -> str:
        lines = text.split("\n")
        change(random, lines)
        return "\n".join(lines)

    return mutated


def _drop_line(random: Random, lines: list[str]) -> None:
    del lines[random.randrange(len(lines))]


def _repeat_line(random: Random, lines: list[str]) -> None:
    lines.insert(random.randrange(len(lines) + 1), lines[random.randrange(len(lines))])


def _swap_lines(random: Random, lines: list[str]) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _add_line(random: Random, lines: list[str]) -> None:
    lines.insert(random.randrange(len(lines) + 1), random.choice(PIECES))


def _cut_line(random: Random, lines: list[str]) -> None:
    place = random.randrange(len(lines))
    line = lines[place]
    middle = random.randrange(len(line) + 1)
    lines[place : place + 1] = [line[:middle], line[middle:]]


def _double_space(_random: Random, lines: list[str]) -> None:
    lines[:] = [piece for line in lines for piece in (line, "")]


def _indent(random: Random, lines: list[str]) -> None:
    place = random.randrange(len(lines))
    lines[place] = random.choice(("\t", "  ", "    ", " " * 40)) + lines[place]


def _glue(random: Random, text: str) -> str:
    places = [place for place, sign in enumerate(text) if sign in "\n "]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + text[at + 1 :]


def _break(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice((" ", "\n", "-\n", "\n\n", " -")) + text[at:]


def _add_signs(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    signs = random.choice(SIGNS) * random.choice((1, 1, 1, 2, 50))
    return text[:at] + signs + text[at:]


def _add_piece(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PIECES) + text[at:]


def _drop_span(random: Random, text: str) -> str:
    start, end = _span(random, len(text), 200)
    return text[:start] + text[end:]


def _repeat_span(random: Random, text: str) -> str:
    start, end = _span(random, len(text), 100)
    return text[:end] + text[start:end] * random.choice((1, 2, 20)) + text[end:]


def _truncate(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return random.choice((text[:at], text[at:]))


def _recase(random: Random, text: str) -> str:
    start, end = _span(random, len(text), 100)
    return text[:start] + text[start:end].swapcase() + text[end:]


def _renumber(random: Random, text: str) -> str:
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return text
    one = random.choice(numbers)
    by = random.choice(("", "0", "1", "7", "999", "18446744073709551616", one[0] * 2))
    return text[: one.start()] + by + text[one.end() :]


TEXT_MUTATIONS: tuple[Mutation, ...] = (
    *map(
        _on_lines,
        (_drop_line, _repeat_line, _swap_lines, _add_line, _cut_line, _double_space, _indent),
    ),
    _glue,
    _break,
    _add_signs,
    _add_piece,
    _drop_span,
    _repeat_span,
    _truncate,
    _recase,
    _renumber,
)


def _damage_tag(random: Random, text: str) -> str:
    """Drop, repeat, move, rename or open a tag."""
    tags = list(_TAG.finditer(text))
    if not tags:
        return text
    one, other = random.choice(tags), random.choice(tags)
    by = random.choice(
        ("", one[0] * 2, other[0], one[0].replace(" ", " x=y ", 1), one[0][:-1], "</p>", "<p>")
    )
    return text[: one.start()] + by + text[one.end() :]


def _change_words(random: Random, text: str) -> str:
    """Change the words between two tags as text is changed, and keep the markup whole."""
    words = [one for one in _WORDS.finditer(text) if not one[0].isspace()]
    if not words:
        return text
    one = random.choice(words)
    changed = random.choice(TEXT_MUTATIONS)(random, unescape(one[0]))
    kept = "".join(sign for sign in changed if sign in "\t\n\r" or sign >= " ")
    return text[: one.start()] + escape(kept) + text[one.end() :]


def _move_element(random: Random, text: str) -> str:
    """Drop, repeat or move an element without elements in it."""
    leaves = list(_LEAF.finditer(text))
    if not leaves:
        return text
    one, other = random.choice(leaves), random.choice(leaves)
    return text[: one.start()] + random.choice(("", one[0] * 2, other[0])) + text[one.end() :]


MARKUP_MUTATIONS: tuple[Mutation, ...] = (
    *(_change_words,) * 12,
    *(_move_element,) * 6,
    _damage_tag,
    *TEXT_MUTATIONS[::5],
)


def _of_text(random: Random, data: bytes, mutations: tuple[Mutation, ...]) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        text = random.choice(mutations)(random, text)
    return text.encode("utf-8", "surrogatepass" if random.random() < 0.5 else "replace")


def _of_bytes(random: Random, data: bytes) -> bytes:
    """Bytes changed, dropped, repeated, or the file cut short."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        start, end = _span(random, len(found), random.choice((1, 1, 4, 200)))
        kept = bytes(found[start:end])
        flipped = bytes(byte ^ 1 << random.randrange(8) for byte in kept)
        found[start:end] = random.choice((b"", kept * 2, flipped, random.randbytes(len(kept))))
    return bytes(found[: random.randrange(len(found) + 1)] if random.random() < 0.05 else found)


def _of_numbers(random: Random, data: bytes) -> bytes:
    """One number of a PDF made another."""
    numbers = list(_NUMBER.finditer(data))
    one = random.choice(numbers)
    by = random.choice((b"0", b"1", b"-1", b"3", b"65535", b"1000000000", b"9" * 30))
    return data[: one.start()] + by + data[one.end() :]


def _of_word(random: Random, data: bytes) -> bytes:
    """A member of a package changed as text, dropped, renamed or doubled."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice([*members, "word/document.xml", "word/document.xml", "word/footnotes.xml"])
    turn = random.random()
    if turn < 0.9:
        members[name] = _of_text(random, members[name], MARKUP_MUTATIONS)
    elif turn < 0.95:
        del members[name]
    else:
        members[random.choice(("../x", "/x", "word/x.xml", "word\\document.xml"))] = members[name]
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return written.getvalue()


def _part_of(random: Random, data: bytes) -> bytes:
    """Mostly some lines of a text below its organ's name, so that more texts are tried."""
    if random.random() < _WHOLE:
        return data
    lines = data.split(b"\n")
    start = random.randrange(len(lines))
    return b"\n".join([b"The General Assembly,", *lines[start : start + random.randrange(5, 40)]])


def mutated(random: Random, data: bytes, *, kind: str) -> bytes:
    """A file of a format, changed in a way the generator decides."""
    if random.random() < 0.1:
        return _of_bytes(random, data)
    if kind == "text":
        return _of_text(random, _part_of(random, data), TEXT_MUTATIONS)
    if kind == "word":
        return _of_word(random, data)
    if kind == "pdf":
        return random.choice((_of_bytes, _of_numbers))(random, data)
    return _of_text(random, data, MARKUP_MUTATIONS)
