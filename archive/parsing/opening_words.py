"""The words that open paragraphs of United Nations resolutions, for ``openings``.

Written by hand from the practice of drafting: verbs that open an operative paragraph in the third
person ("Notes") or a preambular one as a participle ("Noting"), adjectives and past participles
that open a preambular one ("Concerned"), and the words that modify either.
"""

#: Verbs that may open a paragraph, in the base form. A verb of two words carries its particle.
VERBS = frozenset(
    """
    abolish abrogate accentuate accept acclaim accord acknowledge act address adhere admit adopt
    advise advocate affirm agree aim align amend announce anticipate appeal applaud appoint
    appreciate appropriate approve ask assert assign assure attach attest attribute authorize avail
    avert await be bear believe bring build call caution celebrate censure challenge commemorate
    commend commit compliment concern conclude concur condemn confer confirm congratulate consider
    consolidate contemplate continue convene convey create decide declare decry dedicate deem defer
    define deliberate demand denounce deplore deprecate depute derive designate desire determine
    direct disapprove discourage dissolve do draw elect elevate emphasize empower encourage
    endeavour endorse enjoin ensure entreat entrust envisage establish evince evoke examine exclude
    exhort expect explore express extend favour fear feel find fix follow foresee fulfil give grant
    grieve guide hail have highlight honour hope identify implore inform insist institute instruct
    intend introduce invite issue join keep know lament launch lay leave lift listen look maintain
    make mandate mark merge mourn nominate note notify object observe offer open oppose order pay
    perceive place pledge point postpone praise proceed proclaim prohibit promise promote propose
    protest provide pursue question raise ratify re-emphasize reaffirm realize rearticulate
    reassert reassure recall receive recognize recommend recommit reconfirm reconsider record
    redouble refer reflect refuse regard regret reiterate reject rejoice release remain remember
    remind renew renounce reopen repeat replace repudiate request require rescind resolve respect
    respond restate resume retain return review revise revoke salute seek select send set share
    solicit spare specify state strengthen stress study submit subscribe suggest support suspend
    sympathize take terminate thank transfer transmit trust underline underscore understand
    undertake uphold urge view voice vow waive warn welcome wish withdraw
    """.split()
)

#: Third persons and participles that the rules of spelling do not give.
IRREGULAR_FORMS = {
    "be": ("is", "being"),
    "do": ("does", "doing"),
    "have": ("has", "having"),
    "admit": ("admits", "admitting"),
    "agree": ("agrees", "agreeing"),
    "commit": ("commits", "committing"),
    "recommit": ("recommits", "recommitting"),
    "submit": ("submits", "submitting"),
    "transfer": ("transfers", "transferring"),
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
    "build": ("on", "upon"),
    "call": ("upon", "on", "for", "attention to", "attention also to", "once again upon"),
    "consider": (
        "it alarming", "it appropriate", "it desirable", "it essential", "it imperative",
        "it important", "it necessary", "it urgent", "it vital",
    ),
    "draw": (
        "attention to", "the attention of", "attention", "the attention", "inspiration from", "on",
        "upon",
    ),
    "express": (),
    "give": ("due consideration to", "special attention to"),
    "insist": ("on", "upon", "that"),
    "keep": ("in mind", "under review"),
    "lay": ("down",),
    "look": ("forward",),
    "pay": ("tribute to", "tribute"),
    "place": ("on record",),
    "point": ("out",),
    "proceed": ("from",),
    "reflect": ("on", "upon"),
    "take": (
        "note", "notes", "into account", "into consideration", "cognizance", "notice", "due note",
        "full note", "careful note", "special note", "stock", "the view", "full account",
        "due account", "account",
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
SINGULAR = {"concerns": "concern", "fears": "fear", "notes": "note", "regrets": "regret"}

#: Verbs that say nothing without what they take along: "Taking forward" begins a title.
WITH_A_PARTICLE = frozenset("bring build draw keep lay take".split())

#: Base forms that are nouns or adjectives too: they open what they are followed by "the", "our".
OTHER_WORDS_TOO = frozenset(
    "aim appeal approach call challenge concern demand desire direct draw express favour fear fix "
    "guide honour hope issue lift mandate mark mind note object offer open order place pledge "
    "point praise promise protest question record regret release request respect review share "
    "stress study support trust urge view voice vow wish".split()
)

#: Participles and adjectives that open a preambular paragraph.
ADJECTIVES = frozenset(
    """
    affirmed afraid alarmed angered anguished animated anxious appalled appreciative apprehensive
    assured astonished aware cognizant committed concerned confident conscious convinced dedicated
    desirous determined disappointed dismayed distressed disturbed eager encouraged engaged
    faithful grateful gratified grieved guided heartened hopeful horrified impelled impressed
    indignant inspired intent mindful motivated moved obliged outraged persuaded perturbed pleased
    preoccupied prompted proud ready reassured regretful reminded resolute resolved sad saddened
    satisfied seized shocked sorrowful troubled unwavering upset willing worried
    """.split()
)

#: Adverbs and short words before the head.
BEFORE = frozenset(
    """
    acutely again also always categorically cautiously clearly constantly deeply doubly duly
    earnestly emphatically energetically equally especially ever extremely finally firmly
    forcefully formally fully further furthermore genuinely gravely greatly highly increasingly
    intensely keenly likewise more most nevertheless once particularly profoundly publicly
    reluctantly resolutely respectfully seriously severely sincerely solemnly still strenuously
    strongly unanimously unconditionally unequivocally unreservedly urgently utterly vehemently
    very vigorously warmly well wholeheartedly wholly
    """.split()
)

#: Modifiers after the head, longest first.
AFTER = (
    "without any reservation",
    "without reservation",
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
    "therefore",
)

#: Adverbs that stand after the head too, before what it is about: "Condemns strongly the use".
AFTER_AS_WELL = frozenset(
    "categorically deeply emphatically equally especially firmly fully highly resolutely strongly "
    "unequivocally unreservedly urgently vigorously warmly".split()
)
#: Those of them that belong to no adjective after them.
OF_VERBS_ONLY = frozenset("categorically unequivocally unreservedly".split())

#: What an organ may feel, express or hold; they close "with deep concern", "its appreciation".
ATTITUDES = frozenset(
    """
    abhorrence admiration alarm anger anguish anticipation anxiety appreciation apprehension
    approval belief commendation commitment compassion concern concerns condemnation condolences
    confidence consternation conviction desire determination disappointment disapproval dismay
    disquiet distress encouragement expectation faith fear fears frustration gratification
    gratitude grief hope indignation intent intention interest objection opposition outrage
    pleasure preoccupation pride profound readiness recognition regret regrets rejection relief
    resolve respect sadness satisfaction shock solidarity sorrow support sympathy thanks
    understanding view willingness wish worry
    """.split()
)

#: Adjectives that colour an attitude.
DEGREES = frozenset(
    """
    abiding active and best complete considerable continued continuing continuous deep deepest
    earlier earnest enormous extreme firm full general grave gravest great greatest growing
    heartfelt high highest immense increasing keen keenest lasting mounting ongoing outright
    particular previous profound renewed serious sincere sincerest solemn special steadfast strong
    strongest unanimous unconditional unequivocal unreserved unwavering utmost utter very warm
    warmest
    """.split()
)

#: What an organ may hold as its own: "Reiterating its call upon".
HELD_AS_ITS_OWN = (
    "call upon", "calls upon", "call on", "call for", "calls for", "call to", "calls to", "request",
    "requests", "previous request", "previous requests", "appeal", "appeals",
)  # fmt: skip

#: What it may say once more: "Reiterates its invitation".
SAID_ONCE_MORE = (
    "decision", "demand", "demands", "endorsement", "invitation and encouragement", "invitation",
    "invitations",
)  # fmt: skip

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
