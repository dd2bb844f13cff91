"""How a text was adopted: the statement that says at which meeting, when and by what vote.

Reads: the lines of the statement as one ("Adopted at the 83rd plenary meeting, on …, by a
recorded vote of 156 to 2, with 2 abstentions, as follows: In favour: …"). Writes: the method,
the counts, the States, the draft and its sponsors.
Sources: the Resolutions and Decisions of the General Assembly, of the Security Council and of the
Human Rights Council.
"""

import re
from dataclasses import replace

from archive.parsing.parsed import Adoption, AdoptionMethod, ParseWarning
from archive.parsing.printed_lines import VOTES_LINE
from archive.parsing.states import split_states

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), start=1)}
#: "I" is how scans print the figure 1.
_NUMBERS |= {"none": 0, "no": 0, "nil": 0, "zero": 0, "i": 1, "l": 1}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_VOTE = re.compile(
    rf"(?:vote of (?P<ayes>{_COUNT}) (?:votes )?|by (?P<votes>{_COUNT}) votes? )"
    rf"(?:in favour )?(?:to|against) (?P<noes>{_COUNT})\b",
    re.IGNORECASE,
)
_ABSTENTIONS = re.compile(
    rf"(?:,| and)? ?with (?P<abstained>{_COUNT}) abstentions?\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"[()]")
_LONGEST_LIST = 3_000
_WITHOUT_VOTE = re.compile(r"without (?:a )?vote|by (?:consensus|acclamation)", re.IGNORECASE)
_UNANIMOUS = re.compile(r"unanimously|by (?:a )?unanimous vote", re.IGNORECASE)
_RECORDED = re.compile(r"by a (?:recorded|roll-call) vote", re.IGNORECASE)
_DRAFT = re.compile(
    r"(?:draft resolution|draft) ([AES]/[A-Z0-9./]*L\. ?[0-9l]{1,4}(?:/Rev\. ?\d{1,2})?)"
)
_SPONSORS = re.compile(r"sponsored by:? (.+?)(?= (?:In favour|Against|Abstaining):|$)", re.DOTALL)
#: The States by side, as the lists name them.
Lists = dict[str, tuple[str, ...]]
_SIDES = {"in favour": "in_favour", "against": "against", "abst": "abstaining"}


def read_adoption(statement: str) -> Adoption | None:
    """The adoption a statement tells; None where it says nothing of a vote."""
    words, lists = _divide(statement)
    vote = _VOTE.search(words)
    if vote is not None:
        return _with_lists(_counted(vote), lists)
    if _WITHOUT_VOTE.search(words):
        return Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    if _UNANIMOUS.search(words):
        return Adoption(method=AdoptionMethod.RECORDED_VOTE, against=0, abstaining=0)
    if lists or _RECORDED.search(words):
        return _with_lists(Adoption(method=AdoptionMethod.RECORDED_VOTE), lists)
    return None


def check_adoption(adoption: Adoption) -> list[ParseWarning]:
    """A warning for each count that the list of States does not bear out."""
    return [
        ParseWarning(
            code="vote_contradiction",
            message=f"The statement counts {count} States {side.replace('_', ' ')} and names "
            f"{len(states)}.",
            where="masthead",
        )
        for side in _SIDES.values()
        if (states := getattr(adoption, f"{side}_states"))
        and (count := getattr(adoption, side)) is not None
        and count != len(states)
    ]


def draft_of(statement: str) -> str | None:
    """The draft a text was adopted from, "A/55/L.1"; scans print its figure 1 as "l"."""
    match = _DRAFT.search(statement)
    return match[1].replace(" ", "").replace("l", "1") if match else None


def sponsors_of(statement: str) -> tuple[str, ...]:
    """Who sponsored the draft, by name."""
    match = _SPONSORS.search(statement)
    return split_states(match[1]) if match else ()


def _divide(statement: str) -> tuple[str, Lists]:
    """The words before the lists, and the lists of States by side."""
    heads = list(VOTES_LINE.finditer(statement))
    ends = [head.start() for head in heads] + [len(statement)]
    lists: Lists = {}
    for head, end in zip(heads, ends[1:], strict=True):
        side = next((_SIDES[one] for one in _SIDES if head[1].lower().startswith(one)), None)
        if side is not None:
            lists[side] = split_states(statement[head.end() : end])
    return statement[: ends[0]], lists


def _counted(vote: re.Match[str]) -> Adoption:
    """A vote with its counts; who is not said to abstain does not where the votes are counted."""
    against, at = _in_brackets(vote.string, vote.end())
    abstentions = _ABSTENTIONS.match(vote.string, at)
    abstaining, _ = _in_brackets(vote.string, abstentions.end()) if abstentions else ("", 0)
    abstained = abstentions["abstained"] if abstentions else "none" if vote["votes"] else None
    return Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=_number(vote["ayes"] or vote["votes"]),
        against=_number(vote["noes"]),
        abstaining=_number(abstained) if abstained else None,
        against_states=split_states(against),
        abstaining_states=split_states(abstaining),
    )


def _in_brackets(text: str, at: int) -> tuple[str, int]:
    """What stands in brackets here, and where the words after it begin."""
    start = at + text[at : at + 3].find("(")
    if start < at or text[at:start].strip(" *"):
        return "", at
    depth = 0
    for match in _BRACKETS.finditer(text, start, start + _LONGEST_LIST):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return text[start + 1 : match.start()], match.end()
    return text[start + 1 :], len(text)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _with_lists(adoption: Adoption, lists: Lists) -> Adoption:
    """The vote with the lists below it, which count it where nothing else does."""

    def counted(count: int | None, side: str) -> int | None:
        return len(lists[side]) if count is None and side in lists else count

    return replace(
        adoption,
        in_favour=counted(adoption.in_favour, "in_favour"),
        against=counted(adoption.against, "against"),
        abstaining=counted(adoption.abstaining, "abstaining"),
        in_favour_states=lists.get("in_favour", adoption.in_favour_states),
        against_states=lists.get("against", adoption.against_states),
        abstaining_states=lists.get("abstaining", adoption.abstaining_states),
    )
