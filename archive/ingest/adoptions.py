"""How an act was adopted, as the manifest and the table of facts write it."""

import re

from archive.parsing.parsed import Adoption, AdoptionMethod

_RECORDED = re.compile(r"recorded vote (\d{1,3})-(\d{1,3})-(\d{1,3})")


def read_adoption(written: str) -> Adoption:
    """The adoption: "without a vote", or "recorded vote 127-14-41".

    The counts are in favour, against, abstaining. Raises ValueError for any other words.
    """
    if written == "without a vote":
        return Adoption(method=AdoptionMethod.WITHOUT_VOTE)
    vote = _RECORDED.fullmatch(written)
    if vote is None:
        raise ValueError(
            f"“{written}” is no way of adoption; write “without a vote”, or “recorded vote "
            "127-14-41” with the votes in favour, against and abstaining."
        )
    in_favour, against, abstaining = (int(count) for count in vote.groups())
    return Adoption(
        method=AdoptionMethod.RECORDED_VOTE,
        in_favour=in_favour,
        against=against,
        abstaining=abstaining,
    )


def adoption_in_words(adoption: Adoption) -> str:
    """The adoption as ``read_adoption`` reads it; a vote without counts is only named."""
    if adoption.method is AdoptionMethod.WITHOUT_VOTE:
        return "without a vote"
    counts = (adoption.in_favour, adoption.against, adoption.abstaining)
    if None in counts:
        return "recorded vote"
    return "recorded vote " + "-".join(str(count) for count in counts)
