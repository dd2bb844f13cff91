"""What a document of Akoma Ntoso says of itself: identity, workflow, vote, source.

Nothing that nobody has checked is said as if it were: a day of adoption that is unverified has a
name that says so, and dates no step of the workflow. A draft is called one in its type, its
address and its number.
"""

from lxml import etree

from archive.data.akoma_ntoso.work_addresses import (
    ACTORS,
    LANGUAGES,
    SUBTYPES,
    UNKNOWN_DAY,
    number_of,
    work_address,
)
from archive.data.akoma_ntoso.xml import AKN4UN, add
from archive.data.members import Absolute
from archive.data.records import Record
from archive.data.work_days import day_of
from archive.data.xml_words import clean
from archive.models import Resolution
from archive.parsing.readers.untrusted_xml import Element
from archive.parsing.symbols import Organ

_OURS = "recalling"
_SIDES = (
    ("inFavour", "in_favour", "votes_in_favour"),
    ("against", "against", "votes_against"),
    ("abstaining", "abstaining", "votes_abstaining"),
)
_CONCEPTS = {
    "symbol": ("/akn/ontology/concept/un/symbol", "Symbol"),
    "issuingBody": ("/akn/ontology/role/un/issuingBody", "Issuing body"),
    "resolutionTitle": ("/akn/ontology/concept/un/resolutionTitle", "Resolution title"),
    "dateOfIssuance": ("/akn/ontology/concept/un/dateOfIssuance", "Date of issuance"),
    "adoptionDate": ("/akn/ontology/concept/un/adoptionDate", "Date of adoption"),
    "memberState": ("/akn/ontology/organization/un/memberState", "Member State"),
    "inFavour": ("/akn/ontology/concept/un/voting/inFavour", "In favour"),
    "against": ("/akn/ontology/concept/un/voting/against", "Against"),
    "abstaining": ("/akn/ontology/concept/un/voting/abstaining", "Abstaining"),
}


def actor_of(resolution: Resolution) -> str:
    """The organ as addresses of works name it."""
    return ACTORS[Organ(resolution.organ)]


def add_identity(meta: Element, record: Record, *, component: str = "!main") -> None:
    """The work, its expression in a language and this manifestation of it.

    The component is that of the whole, or of an annex.
    """
    work = work_address(record.resolution.identity, day_of(record.resolution))
    language = LANGUAGES.get(record.text.language, "und") if record.text else "und"
    identity = add(meta, "identification", source=f"#{_OURS}")
    _add_work(identity, record, uri=work, component=component)
    _add_expression(identity, record, uri=f"{work}/{language}@", component=component)
    made = add(identity, "FRBRManifestation")
    add(made, "FRBRthis", value=f"{work}/{language}@/{component}.xml")
    add(made, "FRBRuri", value=f"{work}/{language}@.xml")
    parsed_on = record.text.parsed_at.date() if record.text else UNKNOWN_DAY
    add(made, "FRBRdate", date=str(parsed_on), name="markup")
    add(made, "FRBRauthor", href=f"#{_OURS}", as_="#editor")


def _add_work(identity: Element, record: Record, *, uri: str, component: str) -> None:
    resolution = record.resolution
    work = add(identity, "FRBRWork")
    add(work, "FRBRthis", value=f"{uri}/{component}")
    add(work, "FRBRuri", value=uri)
    _add_day(work, record)
    add(work, "FRBRauthor", href=f"#{actor_of(resolution)}", as_="#author")
    add(work, "FRBRcountry", value="un")
    add(work, "FRBRsubtype", value=SUBTYPES[resolution.identity.kind])
    add(work, "FRBRnumber", value=number_of(resolution.identity))
    add(work, "FRBRname", value=resolution.name_in_words)


def _add_day(of: Element, record: Record) -> None:
    """The day of adoption, or of a draft's distribution, by its name."""
    is_draft = record.resolution.is_draft
    name = "distribution" if is_draft else "adoption"
    is_doubted = record.date_is_unverified and not is_draft
    day = day_of(record.resolution) or UNKNOWN_DAY
    add(of, "FRBRdate", date=str(day), name=f"{name} (unverified)" if is_doubted else name)


def _add_expression(identity: Element, record: Record, *, uri: str, component: str) -> None:
    resolution = record.resolution
    expression = add(identity, "FRBRExpression")
    add(expression, "FRBRthis", value=f"{uri}/{component}")
    add(expression, "FRBRuri", value=uri)
    if resolution.distributed_on:
        add(expression, "FRBRdate", date=str(resolution.distributed_on), name="publication")
    else:
        _add_day(expression, record)
    add(expression, "FRBRauthor", href=f"#{actor_of(resolution)}", as_="#issuer")
    language = LANGUAGES.get(record.text.language, "und") if record.text else "und"
    add(expression, "FRBRlanguage", language=language)


def add_history(meta: Element, record: Record) -> None:
    """How the act came about: the draft, who sponsored it, the report, the adoption and its vote.

    A step has a day only where that is known and checked; of the others it is the first day of the
    year 1.
    """
    resolution = record.resolution
    steps = [
        ("draftResolution", resolution.draft_symbol, resolution.sponsors),
        ("draftResolutionAdditionalSponsors", "", resolution.additional_sponsors),
        ("recommendedForAdoption", resolution.committee_report, []),
    ]
    told = [one for one in steps if one[1] or one[2]]
    if told or resolution.adopted_on:
        workflow = add(meta, "workflow", source=f"#{_OURS}")
        for outcome, symbol, names in told:
            _add_step(workflow, outcome, symbol=symbol, by=_listed(names))
        if resolution.adopted_on:
            day = UNKNOWN_DAY if record.date_is_unverified else resolution.adopted_on
            organ = f"#{actor_of(resolution)}"
            add(workflow, "step", date=str(day), outcome="adopted", by=organ)
    if resolution.adoption_method:
        _add_vote(add(meta, "analysis", source=f"#{_OURS}"), resolution)


def _add_step(workflow: Element, outcome: str, *, symbol: str, by: str) -> None:
    named = {"as": symbol} if symbol else {}
    add(workflow, "step", date=str(UNKNOWN_DAY), outcome=outcome, by=by, **named)


def _listed(names: list[str]) -> str:
    """Names as the United Nations lists them."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _add_vote(analysis: Element, resolution: Resolution) -> None:
    is_recorded = resolution.adoption_method == Resolution.AdoptionMethod.RECORDED_VOTE
    outcome = "adoptedRecordedVote" if is_recorded else "adoptedWithoutVote"
    voting = add(add(analysis, "parliamentary"), "voting", outcome=outcome)
    if not is_recorded:
        add(voting, "quorum", value="")
        return
    for concept, side, column in _SIDES:
        counted = getattr(resolution, column)
        value = "" if counted is None else str(counted)
        count = add(voting, "count", value=value, refersTo=f"#{concept}")
        _add_voters(count, resolution.voting_states.get(side, []))


def _add_voters(count: Element, states: list[str]) -> None:
    """The States that voted so; the standard has no element for them, files of the UN have one."""
    if states:
        voters = etree.SubElement(count, f"{{{AKN4UN}}}voters")
        for state in states:
            add(voters, "organization", clean(state), refersTo="#memberState")


def add_references(meta: Element, record: Record, *, absolute: Absolute) -> None:
    """Everything that is referred to by name, and whose names they are."""
    resolution = record.resolution
    references = add(meta, "references", source=f"#{_OURS}")
    add(
        references,
        "TLCOrganization",
        eId=_OURS,
        href=absolute("/"),
        showAs="Recalling",
    )
    add(
        references,
        "TLCOrganization",
        eId=actor_of(resolution),
        href=f"/akn/ontology/organization/un/{actor_of(resolution)}",
        showAs=resolution.get_organ_display(),
    )
    for role in ("author", "issuer", "editor"):
        href = f"/akn/ontology/role/un/{role}"
        add(references, "TLCRole", eId=role, href=href, showAs=role.capitalize())
    for concept, (href, name) in _CONCEPTS.items():
        add(references, "TLCConcept", eId=concept, href=href, showAs=name)
