"""The words that open paragraphs of United Nations resolutions, for ``openings``.

Written by hand from the practice of drafting: verbs that open an operative paragraph in the third
person ("Notes") or a preambular one as a participle ("Noting"), adjectives and past participles
that open a preambular one ("Concerned"), and the words that modify either.
"""

#: Verbs that may open a paragraph, in the base form. A verb of two words carries its particle.
VERBS = frozenset(
    """
    accentuate accept acclaim accord acknowledge act address adhere adopt advise advocate affirm
    agree aim align amend announce anticipate appeal applaud appoint appreciate appropriate
    approve ask assert assign assure attach attribute authorize avail await be bear believe bring
    call caution celebrate challenge commemorate commend commit compliment concern conclude concur
    condemn confer confirm congratulate consider consolidate continue convene convey create
    declare decide decry dedicate deem defer define demand denounce deplore deprecate depute
    designate desire determine direct disapprove discourage dissolve do draw elect elevate
    emphasize empower encourage endeavour endorse enjoin ensure entrust envisage establish
    examine exclude exhort expect explore express extend favour feel find follow fulfil give
    grant grieve guide hail have highlight honour hope identify implore inform institute
    instruct insist intend introduce invite issue join keep lament launch lay leave listen look
    maintain make mandate mark merge mourn note object observe offer open oppose order pay place
    pledge point postpone praise proceed proclaim prohibit promise promote propose protest
    provide question raise ratify re-emphasize reaffirm realize rearticulate reassert reassure
    recall receive recognize recommend recommit reconfirm record redouble refer reflect refuse
    regard regret reiterate reject rejoice release remain remember remind renew repeat replace
    request require resolve respect respond restate resume retain return review revise salute seek
    select send set share solicit specify state strengthen stress study submit subscribe suggest
    support suspend sympathize take terminate thank transmit trust underline underscore
    understand undertake uphold urge view voice vow warn welcome wish withdraw
    """.split()
)

#: Third persons and participles that the rules of spelling do not give.
IRREGULAR_FORMS = {
    "be": ("is", "being"),
    "do": ("does", "doing"),
    "have": ("has", "having"),
    "agree": ("agrees", "agreeing"),
    "commit": ("commits", "committing"),
    "recommit": ("recommits", "recommitting"),
    "submit": ("submits", "submitting"),
    "transmit": ("transmits", "transmitting"),
    "concur": ("concurs", "concurring"),
    "confer": ("confers", "conferring"),
    "defer": ("defers", "deferring"),
    "refer": ("refers", "referring"),
    "regret": ("regrets", "regretting"),
    "set": ("sets", "setting"),
    "fulfil": ("fulfils", "fulfilling"),
    "trust": ("trusts", "trusting"),
}

#: What a verb takes along before its object begins.
PARTICLES = {
    "act": ("under", "in accordance with", "in response to", "pursuant to"),
    "appeal": ("to", "for"),
    "attach": ("great importance to", "importance to"),
    "avail": ("itself",),
    "bring": ("to the attention",),
    "believe": (
        "it necessary", "it essential", "it important", "it appropriate", "it desirable",
        "it imperative",
    ),
    "be": (
        "made aware", "of the opinion", "of the view", "informed", "apprised", "of the belief",
        "gravely concerned", "deeply concerned", "concerned", "convinced", "aware", "mindful"),
    "call": ("upon", "on", "for", "attention to", "attention also to", "once again upon"),
    "draw": ("attention to", "the attention of", "attention", "the attention", "inspiration from"),
    "express": (),
    "give": ("due consideration to", "special attention to"),
    "insist": ("on", "upon", "that"),
    "keep": ("in mind", "under review"),
    "lay": ("down",),
    "look": ("forward",),
    "pay": ("tribute to", "tribute"),
    "point": ("out",),
    "proceed": ("from",),
    "reflect": ("on", "upon"),
    "take": (
        "note", "into account", "into consideration", "cognizance", "notice", "due note",
        "full note", "careful note", "special note", "the view", "full account", "due account",
        "account",
    ),
    "bear": ("in mind",),
}  # fmt: skip

#: Words within a particle that its normal form leaves out.
OF_NO_PARTICLE = frozenset("also once again further more it due full careful special great".split())

#: Third persons that are nouns too, in headings.
NOUNS_TOO = frozenset(
    "aims appeals calls issues marks objects offers orders places points questions records "
    "requests studies supports views".split()
)

#: Verbs whose object "further" may belong to: "Calls for further measures".
TAKING_MORE = frozenset(
    "call encourage invite promote provide request seek support urge welcome".split()
)

#: The form without a plural that says nothing.
SINGULAR = {"concerns": "concern", "regrets": "regret"}

#: Participles and adjectives that open a preambular paragraph.
ADJECTIVES = frozenset(
    """
    affirmed afraid alarmed angered anguished anxious appalled appreciative apprehensive assured
    astonished aware committed concerned confident conscious convinced cognizant dedicated
    desirous determined disappointed dismayed distressed disturbed eager encouraged engaged
    grateful gratified grieved guided heartened hopeful horrified impressed indignant inspired
    intent mindful moved motivated obliged outraged perturbed persuaded pleased preoccupied
    proud ready reassured regretful resolute resolved sad saddened satisfied seized shocked
    sorrowful troubled unwavering upset willing worried
    """.split()
)

#: Adverbs and short words before the head.
BEFORE = frozenset(
    """
    again also always categorically cautiously clearly deeply duly earnestly emphatically
    energetically equally especially ever extremely finally firmly formally forcefully fully
    further furthermore gravely greatly highly increasingly keenly likewise most once more
    nevertheless once particularly profoundly publicly reluctantly resolutely respectfully
    seriously severely sincerely solemnly still strongly strenuously unanimously unconditionally
    unequivocally unreservedly urgently utterly vehemently very vigorously warmly well
    wholeheartedly
    """.split()
)

#: Modifiers after the head, longest first.
AFTER = (
    "in the strongest possible terms",
    "in the strongest terms",
    "in the strongest manner",
    "in particular",
    "once again",
    "once more",
    "also",
    "further",
    "furthermore",
    "again",
    "additionally",
    "likewise",
    "moreover",
)

#: What an organ may feel, express or hold; they close "with deep concern", "its appreciation".
ATTITUDES = frozenset(
    """
    abhorrence admiration alarm anger anguish anticipation anxiety apprehension approval belief
    commitment concern concerns condemnation condolences confidence consternation conviction
    desire determination disappointment disapproval dismay distress encouragement expectation
    faith frustration gratification gratitude grief hope indignation interest intention intent
    appreciation objection opposition outrage pleasure preoccupation pride profound readiness
    recognition regret regrets rejection relief resolve respect sadness satisfaction shock
    solidarity sorrow support sympathy thanks understanding wish willingness worry
    """.split()
)

#: Adjectives that colour an attitude.
DEGREES = frozenset(
    """
    abiding active best continued continuing considerable complete deep deepest earnest enormous
    extreme firm full general grave gravest great greatest growing heartfelt high highest immense
    increasing keen keenest lasting mounting ongoing outright particular profound renewed serious
    sincere sincerest special strong strongest unconditional unequivocal unreserved unwavering
    utmost utter warm warmest continuous solemn unanimous steadfast and
    """.split()
)

#: What an organ may hold as its own: "Reiterating its call upon".
HELD_AS_ITS_OWN = ("call upon", "calls upon", "call on", "call for", "call to", "request", "appeal")

#: Past participles after "Having" that end otherwise than in -ed.
PAST_PARTICIPLES = {
    "been": "be",
    "borne": "bear",
    "given": "give",
    "heard": "hear",
    "met": "meet",
    "seen": "see",
    "taken": "take",
    "undertaken": "undertake",
}
