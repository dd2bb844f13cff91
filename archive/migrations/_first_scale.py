"""The first scale of openings, as a new archive has it; staff keep it in a table from then on.

Written from the practice of drafting. Where a rule or a study says something of a place, it is the
place's source; where they or usage speak against it, that is its doubt.
"""

from collections.abc import Iterator

PRACTICE = "The practice of drafting"
NEUTRAL = (
    "General Assembly decision 55/488 of 7 September 2001: “takes note of” and “notes” are neutral "
    "terms that constitute neither approval nor disapproval (A/55/49 (Vol. III), p. 92; the "
    "opinion of the Legal Counsel is in A/C.5/55/42)"
)
GRUENBERG = (
    "J. S. Gruenberg, “An Analysis of United Nations Security Council Resolutions”, Case Western "
    "Reserve Journal of International Law, vol. 41, No. 2 (2009), p. 513"
)
ADVERB = "Practice: the same opening with an adverb or adjective that strengthens it"
AGAIN = "Said once more, in the same words; that it is repeated is not counted as a degree"

NEUTRAL_WITH = (
    "Practice: a neutral term with a word of approval. General Assembly decision 55/488 calls the "
    "term neutral without one"
)
BY_ADJECTIVE = (
    "Practice: ordered by the adjective first; of two openings with the same adjective, that which "
    "only notes stands below that which says the concern is the organ’s own"
)
NOTING_DOUBT = (
    "Whether to note with deep concern is more than to be concerned can be argued: noting keeps a "
    "distance that the adjective does not take away."
)
ADJECTIVES_DOUBT = (
    "Deep, serious, great and profound are kept together, as drafters put one for another; some "
    "hold “serious” to be the stronger."
)
CALL_DOUBT = (
    "Gruenberg ranks “calls upon” below “recommends” and “requests”, which are not on this scale. "
    "In the Security Council it may introduce an obligation, which no “urges” does."
)
CALL_FOR_DOUBT = (
    "“Calls for” names a thing to be done and not who is to do it; some hold it to be weaker."
)
APPEAL_DOUBT = (
    "An appeal pleads, where a call may command: some place it below “calls upon”, others above, "
    "for its urgency."
)

#: Each family with its places: rank, phrases, source, doubt.
SCALE: dict[str, list[tuple[int, list[str], str, str]]] = {
    "Reception": [
        (1, ["note", "take note"], NEUTRAL, ""),
        (
            2,
            ["note with interest", "take note with interest"],
            NEUTRAL_WITH,
            "Interest need not be approval; the step from the neutral term is a small one.",
        ),
        (
            3,
            [
                *("note with appreciation", "take note with appreciation"),
                *("note with satisfaction", "take note with satisfaction"),
                *("note with gratitude", "take note with gratitude"),
            ],
            NEUTRAL_WITH,
            (
                "Appreciation may be of the work and satisfaction of its result; they are kept "
                "together, as drafters put one for the other."
            ),
        ),
        (
            4,
            ["welcome"],
            f"{PRACTICE}: approval of what is received, where noting it is none",
            "To welcome a report need not be to agree with all that it says.",
        ),
        (
            5,
            ["welcome with appreciation", "welcome with satisfaction", "warmly welcome"],
            ADVERB,
            "With appreciation may be courtesy to an author and no more approval.",
        ),
        (
            6,
            ["endorse"],
            f"{PRACTICE}: what is endorsed becomes the organ’s own",
            (
                "It is another act as well as a stronger word: recommendations are endorsed, "
                "events are welcomed. Between texts about different things the step says nothing."
            ),
        ),
    ],
    "Concern": [
        (1, ["note with concern", "take note with concern", "view with concern"], BY_ADJECTIVE, ""),
        (2, ["concerned", "express concern"], BY_ADJECTIVE, ""),
        (2, ["reiterate concern", "reaffirm concern"], AGAIN, ""),
        (
            3,
            [
                *("note with deep concern", "note with serious concern"),
                *("note with great concern", "note with profound concern"),
            ],
            BY_ADJECTIVE,
            f"{NOTING_DOUBT} {ADJECTIVES_DOUBT}",
        ),
        (
            4,
            [
                *("deeply concerned", "seriously concerned", "profoundly concerned"),
                *("express deep concern", "express serious concern", "express great concern"),
                *("express profound concern",),
            ],
            BY_ADJECTIVE,
            ADJECTIVES_DOUBT,
        ),
        (4, ["reiterate deep concern", "reaffirm deep concern"], AGAIN, ADJECTIVES_DOUBT),
        (5, ["note with grave concern"], BY_ADJECTIVE, NOTING_DOUBT),
        (6, ["gravely concerned", "express grave concern"], BY_ADJECTIVE, ""),
        (6, ["reiterate grave concern", "reaffirm grave concern"], AGAIN, ""),
        (
            7,
            ["alarmed", "express alarm", "note with alarm"],
            f"{PRACTICE}; {GRUENBERG}, places “alarmed” well above “concerned”",
            "Whether “alarmed” without an adverb is more than “gravely concerned” can be argued.",
        ),
        (
            8,
            ["deeply alarmed", "gravely alarmed", "express deep alarm", "express grave alarm"],
            ADVERB,
            "",
        ),
    ],
    "Asking": [
        (
            1,
            ["invite"],
            f"{PRACTICE}: whoever is invited is free to decline",
            (
                "Of bodies that are independent of an organ, “invites” is the form of courtesy, "
                "whatever the urgency."
            ),
        ),
        (1, ["reiterate invitation", "renew invitation"], AGAIN, ""),
        (2, ["encourage"], f"{PRACTICE}: an invitation with approval of what is asked", ""),
        (3, ["strongly encourage"], ADVERB, "Whether it stays below “calls upon” can be argued."),
        (
            4,
            ["call upon", "call on"],
            f"{PRACTICE}: the ordinary form of an exhortation",
            CALL_DOUBT,
        ),
        (4, ["reiterate call upon", "renew call upon", "reiterate call on"], AGAIN, CALL_DOUBT),
        (4, ["call for"], f"{PRACTICE}: as “calls upon”", CALL_FOR_DOUBT),
        (4, ["reiterate call for", "renew call for"], AGAIN, CALL_FOR_DOUBT),
        (4, ["appeal"], f"{PRACTICE}: as “calls upon”", APPEAL_DOUBT),
        (4, ["reiterate appeal", "renew appeal"], AGAIN, APPEAL_DOUBT),
        (
            5,
            ["strongly call upon", "urgently call upon", "urgently call for", "strongly call for"],
            ADVERB,
            "Whether it stays below “urges” can be argued.",
        ),
        (5, ["strongly appeal", "urgently appeal"], ADVERB, APPEAL_DOUBT),
        (
            6,
            ["urge"],
            f"{PRACTICE}; {GRUENBERG}, places “urges” above “calls upon” and below “demands”",
            "",
        ),
        (7, ["strongly urge", "urgently urge"], ADVERB, ""),
        (
            8,
            ["demand"],
            f"{PRACTICE}; {GRUENBERG}, places “demands” above all other words that instruct",
            (
                "A demand of the Security Council may bind; one of another organ of the United "
                "Nations is the strongest form of a recommendation."
            ),
        ),
        (8, ["reiterate demand", "renew demand"], AGAIN, ""),
        (9, ["strongly demand"], ADVERB, ""),
    ],
    "Disapproval": [
        (
            1,
            ["note with regret", "take note with regret"],
            (
                f"{PRACTICE}: that which only notes stands below that which says the regret is the "
                "organ’s own"
            ),
            "",
        ),
        (2, ["regret", "express regret"], f"{PRACTICE}: sorrow that need not blame anybody", ""),
        (3, ["deeply regret", "express deep regret", "express profound regret"], ADVERB, ""),
        (
            4,
            ["deplore"],
            f"{PRACTICE}; {GRUENBERG}, places “deplored” below “condemned”",
            "Of a disaster, “deplores” may be sorrow without blame.",
        ),
        (5, ["strongly deplore", "deeply deplore", "profoundly deplore"], ADVERB, ""),
        (
            6,
            ["condemn", "express condemnation"],
            f"{PRACTICE}; {GRUENBERG}, places “condemned” above “deplored”",
            "",
        ),
        (6, ["reiterate condemnation", "reaffirm condemnation"], AGAIN, ""),
        (
            7,
            [
                *("strongly condemn", "unequivocally condemn", "vigorously condemn"),
                *("express strong condemnation",),
            ],
            ADVERB,
            "“Unequivocally” excludes exceptions more than it adds force.",
        ),
        (7, ["reaffirm strong condemnation", "reiterate strong condemnation"], AGAIN, ""),
        (
            8,
            [
                *("condemn in the strongest terms", "condemn in the strongest possible terms"),
                *("condemn in the strongest manner",),
            ],
            f"{PRACTICE}: by its own words there is nothing stronger",
            "",
        ),
    ],
    "Earlier texts": [
        (
            1,
            ["recall"],
            f"{PRACTICE}: an earlier text or event is named",
            "In a preamble “Recalling” may be the only sign that an organ stands by what it said.",
        ),
        (
            2,
            ["reaffirm"],
            f"{PRACTICE}: what an earlier text says is said again",
            (
                "A text may be recalled and its principle reaffirmed: between openings about "
                "different things the step says nothing."
            ),
        ),
        (
            3,
            ["strongly reaffirm", "solemnly reaffirm", "emphatically reaffirm"],
            ADVERB,
            "“Solemnly” tells of the occasion more than of the degree.",
        ),
    ],
    "Emphasis": [
        (
            1,
            ["acknowledge", "recognize"],
            f"{PRACTICE}: something is granted without being pressed",
            (
                "“Recognizes” may be of a right or a status, and then is no weaker than "
                "“stresses”. Some hold “acknowledges” to grant less."
            ),
        ),
        (
            2,
            ["emphasize", "highlight", "re-emphasize", "stress", "underline", "underscore"],
            f"{PRACTICE}: what is said is pressed",
            (
                "No order among these is agreed. They are kept together, as drafters put one for "
                "another to avoid repeating it."
            ),
        ),
        (3, ["strongly emphasize", "strongly stress", "strongly underline"], ADVERB, ""),
    ],
    "Conviction": [
        (1, ["believe"], f"{PRACTICE}: an opinion", ""),
        (2, ["convinced", "express conviction"], f"{PRACTICE}: an opinion that is held firmly", ""),
        (2, ["reiterate conviction", "reaffirm conviction"], AGAIN, ""),
        (3, ["deeply convinced", "firmly convinced", "strongly convinced"], ADVERB, ""),
    ],
    "Resolve": [
        (
            1,
            ["wish", "desire", "desirous"],
            f"{PRACTICE}: what an organ would like, without saying that it will do it",
            "",
        ),
        (
            2,
            ["determined", "express determination", "resolved"],
            f"{PRACTICE}: what an organ says that it will do",
            "",
        ),
        (2, ["reaffirm determination", "reiterate determination", "reaffirm resolve"], AGAIN, ""),
        (3, ["firmly determined", "express firm determination", "firmly resolved"], ADVERB, ""),
    ],
    "Support": [
        (1, ["support", "express support"], PRACTICE, ""),
        (1, ["reaffirm support", "reiterate support"], AGAIN, ""),
        (
            2,
            [
                *("strongly support", "fully support", "express full support"),
                *("express strong support",),
            ],
            ADVERB,
            (
                "Full support is support without reserve, strong support is support with force; "
                "they are kept together."
            ),
        ),
        (
            2,
            [
                *("reaffirm full support", "reaffirm strong support"),
                *("reiterate full support", "reiterate strong support"),
            ],
            AGAIN,
            "",
        ),
    ],
    "Appreciation": [
        (1, ["appreciate", "express appreciation"], PRACTICE, ""),
        (1, ["reiterate appreciation"], AGAIN, ""),
        (
            2,
            [
                *("highly appreciate", "deeply appreciate", "deeply appreciative"),
                *("express deep appreciation", "express sincere appreciation"),
            ],
            ADVERB,
            "“Sincere” may be courtesy and no degree.",
        ),
        (2, ["reiterate deep appreciation"], AGAIN, ""),
    ],
}


def places() -> Iterator[dict[str, str | int]]:
    """Every place of the scale as the values of its row."""
    for family, ranks in SCALE.items():
        for rank, phrases, source, doubt in ranks:
            for phrase in phrases:
                yield {
                    "family": family,
                    "phrase": phrase,
                    "rank": rank,
                    "source": f"{source.rstrip('.')}.",
                    "doubt": doubt,
                }
