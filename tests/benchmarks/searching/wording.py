"""Invented wording, in the proportions of real resolutions.

Words come as often as the law of Zipf and Mandelbrot has it: a few words make up half of a text,
most of the others hardly ever occur. Set terms ("human rights") are drawn as one, so that phrases
are as common as they are in practice. The head is ordered as in 250 resolutions of the years 2000
to 2003; the words after it are those of ``archive/parsing/words.txt``, and the rest is made up.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random

import archive.parsing

_LIST = Path(archive.parsing.__file__).with_name("words.txt")
#: The most frequent words and set terms of resolutions, most frequent first.
HEAD = tuple(
    """
    the of and to in for on its that with United_Nations as by international a all States at their
    human_rights Secretary-General development General_Assembly report or including session
    be resolution countries other implementation which relevant organizations Committee cooperation
    information an from programme also efforts activities Security_Council in_particular economic
    in_accordance_with continue regional Convention Commission nuclear under is
    Member_States well measures developing_countries this rights law are support Declaration social
    national further system those Parties work such have peace upon women non-governmental
    Governments action need the_importance_of assistance it disarmament ensure humanitarian into
    through Council against persons appropriate sustainable_development resources Organization
    weapons new human between effective protection not promotion community full Conference children
    World policies request access education process situation technical health training
    fundamental_freedoms people territories question environment trade provisions respect violence
    framework progress role related capacity progress_made poverty reports particular agenda
    obligations follow-up parties_to_the_conflict discrimination recommendations democracy military
    gender-based self-determination counter-terrorism counterterrorism peacekeeping operations
    defence defense organisation organisations Côte_d’Ivoire women’s people’s refugees mandate
    international_law climate water food_security armed_conflict civil_society defenders impunity
    freedom_of_expression freedom_of_association torture journalists lawyers judges_and_lawyers
    """.split()
)
SEPARATE = "_"
#: The law: the word of rank r comes in proportion to 1 / (r + SHIFT) ** STEEPNESS.
SHIFT, STEEPNESS = 0.9, 1.03
#: How many words there are, proper names apart.
SIZE = 40_000
#: From this rank on, one word in so many is a set term of two, as "sustainable development" is.
_SET_TERMS_FROM, _SET_TERMS_EVERY = 400, 25
_BEGINNINGS = "ab ac ad al am ap ar as ba be bi bo ca ce ci co cu da de di do ef el em en er es fa "
_BEGINNINGS += "fe fi fo ga ge gra ha he ho im in ir ju ka la le li lo ma me mi mo na ne ni no ob "
_BEGINNINGS += "op or pa pe po pra pre pro ra re ro sa se si so sta stru su ta te to tra u va ve vi"
_MIDDLES = "bar bel cal cid cre dar del dic fer fin gal gen gis lat lig lim lor mand mar men min "
_MIDDLES += "mon nal nan nor pal pec plin por quar rab ral rec ren ric sal sen ser sig sol spec "
_MIDDLES += "tan tem ten ter tor tric val vec ven ver vis vor"
_ENDINGS = "able ad al an ance ate ation ational ed ence ent er ers es ful ial ic ical ied ies ing "
_ENDINGS += "ings ion ional ions ism ist ists ities ity ive ized izing less ly ment ments ness or "
_ENDINGS += "ous s ship sion th tion tive ure"


@dataclass(frozen=True)
class Vocabulary:
    """Words and set terms, most frequent first, drawn as often as their rank says."""

    terms: Sequence[str]

    @cached_property
    def _ladder(self) -> list[float]:
        """The weights of the ranks, added up."""
        return list(accumulate(1 / (rank + SHIFT) ** STEEPNESS for rank in self._ranks))

    @property
    def _ranks(self) -> range:
        return range(1, len(self.terms) + 1)

    def drawn(self, count: int, *, chance: Random) -> list[str]:
        """So many terms, each on its own."""
        return [self.terms[place] for place in self.places(count, chance=chance)]

    def places(self, count: int, *, chance: Random) -> list[int]:
        """The places of so many terms, each on its own; the most frequent has place 0."""
        ladder, total, random = self._ladder, self._ladder[-1], chance.random
        return [bisect_left(ladder, random() * total) for _ in range(count)]

    def subject(self, count: int, *, chance: Random) -> list[int]:
        """The places of terms that a series speaks of: some well known, some known to few."""
        lowest, highest = min(60, len(self.terms) // 2), len(self.terms)
        ratio = highest / lowest
        return [int(lowest * ratio ** chance.random()) - 1 for _ in range(count)]


def vocabulary(*, chance: Random, size: int = SIZE) -> Vocabulary:
    """The words of an archive: the head, the words of a list, then made-up ones."""
    head = [term.replace(SEPARATE, " ") for term in HEAD]
    known = set(head)
    listed = [word for word in dict.fromkeys(_listed()) if word not in known]
    chance.shuffle(listed)
    terms = [*head, *listed][:size]
    made = made_up(chance, known=known | set(listed))
    while len(terms) < size:
        is_set_term = len(terms) > _SET_TERMS_FROM and len(terms) % _SET_TERMS_EVERY == 0
        terms.append(f"{next(made)} {next(made)}" if is_set_term else next(made))
    return Vocabulary(tuple(terms))


def made_up(chance: Random, *, known: set[str]) -> Iterator[str]:
    """Words that might be English, each once and none of those known."""
    beginnings, middles, endings = _BEGINNINGS.split(), _MIDDLES.split(), _ENDINGS.split()
    seen = set(known)
    while True:
        inner = "".join(chance.choices(middles, k=chance.choice((1, 1, 2))))
        word = chance.choice(beginnings) + inner + chance.choice(endings)
        if word not in seen:
            seen.add(word)
            yield word


def _listed() -> list[str]:
    """The words of the shipped list, longer than two letters."""
    lines = (line for line in _LIST.read_text().splitlines() if not line.startswith("#"))
    words = (word for line in lines for word in line.split())
    return [word for word in words if len(word) > 2 and word.isalpha()]
