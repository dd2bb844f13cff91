"""Excerpts: parts of drafts as delegates hand them round, with labels and brackets of their own.

Reads: the reading of a file. Writes: the same with labels as resolutions print them, and without
the brackets around whole paragraphs; then the parse of it with these brackets back, and a warning
for each label that was not kept. "[OP2. Encourages …;]" is paragraph 2 and stands in brackets;
"2bis.", "2 alt.", "2)" and "PP3" are known too. No text of the archive is read so.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archive.parsing.blocks import Block, BlockKind, Reading, Role
from archive.parsing.divisions import division_of
from archive.parsing.excerpt_labels import MORE, NO_LABEL, Labelled, labelled
from archive.parsing.openings import find_opening
from archive.parsing.parsed import Paragraph, ParagraphKind, ParsedResolution, ParseWarning
from archive.parsing.printed_lines import kind_of_line
from archive.parsing.regions import begins_part

_AFTER = re.compile(r"(?: ?\][.;,:]?){0,9}$")
_LABEL_ALONE = re.compile(rf"\[|(?:\[ ?)?(?:(?i:[OP]P) ?\d{{1,3}}{MORE}[.):]?|\d{{1,3}}{MORE}[.)])")
_PUT_IN = re.compile(r" [a-z]")
_PREAMBULAR = re.compile(r"(?i:PP)\.? ?(\d*)")
_STOPS = (".", ";", ",", ":")
_OPENS = frozenset({ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE})
#: So many signs tell a paragraph again in the parse.
_KNOWN_BY = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A block as it is parsed; its words, the brackets around them, and a label to be told of."""

    block: Block
    words: str = ""
    before: str = ""
    after: str = ""
    label: str = ""


def laid_apart(reading: Reading) -> tuple[Reading, Sequence[Apart]]:
    """The reading with its blocks as resolutions print them, and what was taken from each."""
    found: list[Apart] = []
    has_begun = False
    for block in _joined(reading.blocks):
        one = _apart(block, has_begun=has_begun) if _may_differ(block) else Apart(block=block)
        has_begun = has_begun or (block.kind is BlockKind.TEXT and _opens_one(one))
        found.append(one)
    blocks = tuple(one.block for one in found)
    if not any(begins_part(one) for one in blocks if one.kind is BlockKind.TEXT):
        blocks = tuple(map(_as_paragraph, blocks))
    source = _in_signs_of(blocks, reading)
    return replace(reading, blocks=blocks, source_text=source), found


def put_together(parsed: ParsedResolution, found: Sequence[Apart]) -> ParsedResolution:
    """The parse with the brackets around the words again, and warnings for labels not kept."""
    by_anchor = _by_anchor(parsed.paragraphs, found)
    names = dict(_names_in_preamble(parsed.paragraphs, by_anchor))
    parsed = _renamed(parsed, names)
    by_anchor = {names.get(anchor, anchor): one for anchor, one in by_anchor.items()}
    return replace(
        parsed,
        paragraphs=tuple(_in_brackets(one, by_anchor) for one in parsed.paragraphs),
        warnings=(*_of_whole(parsed), *_labels_not_kept(parsed.paragraphs, by_anchor)),
        citations=tuple(
            replace(one, start=one.start + by, end=one.end + by)
            for one in parsed.citations
            for by in [len(by_anchor[one.source].before) if one.source in by_anchor else 0]
        ),
    )


def _by_anchor(paragraphs: Sequence[Paragraph], found: Sequence[Apart]) -> dict[str, Apart]:
    """What was taken from each paragraph, which is known by its first words, in order."""
    known: dict[str, list[Apart]] = defaultdict(list)
    for one in reversed(found):
        if one.words:
            known[one.words[:_KNOWN_BY]].append(one)
    return {
        paragraph.id: known[paragraph.text[:_KNOWN_BY]].pop()
        for paragraph in paragraphs
        if known.get(paragraph.text[:_KNOWN_BY])
    }


def _names_in_preamble(
    paragraphs: Sequence[Paragraph], by_anchor: Mapping[str, Apart]
) -> Iterator[tuple[str, str]]:
    """Anchors of the preamble for what "PP" says is of it, though it stands behind "OP"."""
    count = sum(one.kind is ParagraphKind.PREAMBULAR for one in paragraphs)
    for one in paragraphs:
        apart = by_anchor.get(one.id)
        is_labelled = apart is not None and apart.label[:2].upper() == "PP"
        if is_labelled and one.kind is ParagraphKind.OPERATIVE and one.label is None:
            count += 1
            yield one.id, f"pp{count}"


def _renamed(parsed: ParsedResolution, names: Mapping[str, str]) -> ParsedResolution:
    """The parse with paragraphs of the preamble under these anchors."""
    if not names:
        return parsed
    return replace(
        parsed,
        paragraphs=tuple(
            _of_preamble(one, names[one.id]) if one.id in names else one
            for one in parsed.paragraphs
        ),
        footnotes=tuple(
            replace(one, marked_in=names.get(one.marked_in or "", one.marked_in))
            for one in parsed.footnotes
        ),
        citations=tuple(
            replace(one, source=names.get(one.source, one.source)) for one in parsed.citations
        ),
        warnings=tuple(
            replace(one, where=names.get(one.where, one.where)) for one in parsed.warnings
        ),
    )


def _of_preamble(one: Paragraph, anchor: str) -> Paragraph:
    number, kind = int(anchor.removeprefix("pp")), ParagraphKind.PREAMBULAR
    return replace(_opened(one), id=anchor, kind=kind, number=number, parent=None)


def _opened(one: Paragraph) -> Paragraph:
    opening = find_opening(one.text)
    printed, normal = (opening.printed, opening.normal) if opening else (None, None)
    return replace(one, opening=printed, form=normal)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with a label that stands on a line of its own before the words below it."""
    above: Block | None = None
    for block in blocks:
        if above is not None and not _may_differ(block):
            yield above
            above = None
        if above is not None:
            text = f"{above.text} {block.text}"
            block = _moved(replace(block, text=text), by=-len(above.text) - 1)  # noqa: PLW2901
        above = block if _may_differ(block) and _LABEL_ALONE.fullmatch(block.text) else None
        if above is None:
            yield block
    if above is not None:
        yield above


def _opens_one(one: Apart) -> bool:
    """Whether a block is a paragraph to which labels of sub-paragraphs below it belong."""
    is_kept = not one.label or one.block.role is Role.PREAMBULAR
    return is_kept and begins_part(one.block)


def _may_differ(block: Block) -> bool:
    """Whether a block may have labels and brackets of drafts: words, and no printed line."""
    is_words = block.kind is BlockKind.TEXT and block.role is None and not block.rows
    return is_words and kind_of_line(block.text) is None


def _as_paragraph(block: Block) -> Block:
    """A line of a file that has nothing else: a paragraph, unless it heads a division."""
    has_words = _may_differ(block) and any(map(str.isalnum, block.text))
    is_line = has_words and division_of(block.text) is None
    return replace(block, role=Role.PREAMBULAR) if is_line else block


def _in_signs_of(blocks: Sequence[Block], reading: Reading) -> str:
    """The text of the file with those signs left out and put in by which its blocks differ."""
    before, after = _signs(reading.blocks), _signs(blocks)
    taken, added = before - after, after - before
    kept = []
    for sign in reading.source_text:
        if taken[sign]:
            taken[sign] -= 1
        else:
            kept.append(sign)
    return f"{''.join(kept)} {' '.join(added.elements())}"


def _signs(blocks: Sequence[Block]) -> Counter[str]:
    signs: Counter[str] = Counter()
    for block in blocks:
        signs.update(f"{block.label}{block.text}".replace(" ", ""))
    return signs


def _apart(block: Block, *, has_begun: bool) -> Apart:
    """One block, with its label and its brackets told from its words."""
    outer = _brackets_before(block.text)
    label = NO_LABEL
    if not block.label:
        label = labelled(block.text[len(outer) :], has_begun=has_begun)
    rest = block.text[len(outer) + len(label.printed) :]
    inner = _brackets_before(rest)
    before, words, after = _around(outer + inner, rest[len(inner) :])
    if not words:
        return Apart(block=block)
    kept = f"{label.kept} " if label.kept else ""
    by = len(block.text) - len(after) - len(kept + words)
    block = _moved(replace(block, text=f"{kept}{words}"), by=by)
    return Apart(
        block=replace(
            block, label=block.label or label.apart, role=_role(label, words, has_begun=has_begun)
        ),
        words=words,
        before=before,
        after=after,
        label=label.printed.strip(" .:") if label.is_told else "",
    )


def _brackets_before(text: str) -> str:
    return text[: len(text) - len(text.lstrip("[ "))]


def _around(before: str, words: str) -> tuple[str, str, str]:
    """Brackets that hold all the words, the words, the brackets behind. Others stay as words."""
    found = _AFTER.search(words)
    after = found[0] if found else ""
    within = words[: len(words) - len(after)]
    depth = lowest = before.count("[")
    for sign in within:
        depth += (sign == "[") - (sign == "]")
        lowest = min(lowest, depth)
    if lowest < before.count("["):
        return "", before + words, ""
    if depth > before.count("["):
        return before, words, ""
    if after.endswith(_STOPS) and find_opening(within) is None:
        return "", before + words, ""
    return before, within, after


def _role(label: Labelled, words: str, *, has_begun: bool) -> Role | None:
    """What a block is that would be taken for a heading: unfinished, or with brackets."""
    if label.role is not None or label.kept or label.apart:
        return label.role
    is_bracketed = words[0] == "[" or words[-1] == "]"
    bare = words.replace("[", "").replace("]", "").strip()
    opening = find_opening(bare)
    if is_bracketed and bare.endswith(_STOPS) and opening is None:
        return Role.PREAMBULAR
    if opening is None or opening.is_preambular:
        return Role.PREAMBULAR if opening and is_bracketed else None
    is_unfinished = has_begun and not bare.endswith(_STOPS)
    return Role.OPERATIVE if is_bracketed or is_unfinished else None


def _moved(block: Block, *, by: int) -> Block:
    """A block whose marks and links stand nearer to its begin."""
    marks = (replace(one, offset=max(0, one.offset - by)) for one in block.marks)
    return replace(block, marks=tuple(marks), links=tuple(link.moved(-by) for link in block.links))


def _in_brackets(paragraph: Paragraph, by_anchor: Mapping[str, Apart]) -> Paragraph:
    """A paragraph with the brackets that stood around its words, and its opening without them."""
    one = by_anchor.get(paragraph.id)
    if one is None:
        return paragraph
    if one.before and paragraph.label is None and paragraph.kind in _OPENS:
        paragraph = _opened(paragraph)
    by = len(one.before)
    markers = (replace(marker, offset=marker.offset + by) for marker in paragraph.markers)
    text = f"{one.before}{paragraph.text}{one.after}"
    return replace(paragraph, text=text, markers=tuple(markers))


def _of_whole(parsed: ParsedResolution) -> Iterator[ParseWarning]:
    """The warnings but those that what comes first has a number other than 1, or is one of two."""
    numbered = [one for one in parsed.paragraphs if one.number is not None]
    operative = [one.id for one in numbered if one.kind is ParagraphKind.OPERATIVE]
    first = set() if parsed.masthead.organ else set(operative[:1])
    first |= {one.id for one in numbered if _PUT_IN.search(one.label or "")}
    for one in parsed.warnings:
        if one.code != "number_gap" or one.where not in first:
            yield one


def _labels_not_kept(
    paragraphs: Sequence[Paragraph], by_anchor: Mapping[str, Apart]
) -> Iterator[ParseWarning]:
    """A warning for each label that is not the one by which its paragraph is counted."""
    for paragraph in paragraphs:
        label = by_anchor[paragraph.id].label if paragraph.id in by_anchor else ""
        printed = _PREAMBULAR.fullmatch(label)
        if label and not (printed and printed[1] in {"", str(paragraph.number)}):
            yield ParseWarning(
                code="label_not_kept",
                message=f"The label “{label}” is not kept: the paragraph is counted by its place.",
                where=paragraph.id,
            )
