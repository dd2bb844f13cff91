"""schema.org: a resolution as ``Legislation``, for search engines and for whoever reads pages.

Properties are those of schema.org’s Legislation, which follow the European Legislation Identifier.
A draft is none that was passed: it has a status, and the day it was distributed. A date has no
property for doubt, and is left out where nobody has checked it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from archive.citing.cited import PUBLISHER, Cited
from archive.citing.particulars import kind_of
from archive.citing.pinpoints import EDITORIAL

_CONTEXT = "https://schema.org"
_Node = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a resolution cites: a symbol, its title where it is known, and its page if it has one.

    ``is_act`` is whether it is an act of an organ, and no report or draft.
    """

    symbol: str
    title: str = ""
    url: str = ""
    is_act: bool = True


def legislation(cited: Cited, *, citations: Iterable[Mention] = ()) -> _Node:
    """The node of a page, with what it cites; of a place, with the whole that it is part of."""
    described = _place(cited) if cited.anchor else _whole(cited)
    return (
        {"@context": _CONTEXT} | described | _known(citation=[_mention(one) for one in citations])
    )


def _place(cited: Cited) -> _Node:
    described = _known(
        url=cited.leads_to,
        name=_name_of_place(cited),
        text=cited.wording,
        inLanguage=cited.language,
    )
    node = {"@type": "Legislation", "@id": cited.leads_to}
    return node | described | {"isPartOf": _whole(cited)}


def _whole(cited: Cited) -> _Node:
    described = _known(
        url=cited.url,
        name=cited.name,
        alternateName=cited.identity if cited.title else "",
        legislationIdentifier=cited.symbol.text,
        legislationType=kind_of(cited),
        inLanguage=cited.language,
        publisher={"@type": "Organization", "name": PUBLISHER},
    )
    return {"@type": "Legislation", "@id": cited.url} | described | _adoption(cited)


def _adoption(cited: Cited) -> _Node:
    """Who passed it and when; of a draft, that it is one."""
    organ = {"@type": "Organization", "name": cited.author}
    if cited.is_draft:
        return _known(
            creativeWorkStatus="Draft",
            datePublished=_written(cited.checked_day),
            sourceOrganization=organ,
        )
    return _known(legislationDate=_written(cited.checked_day), legislationPassedBy=organ)


def _mention(one: Mention) -> _Node:
    kind = "Legislation" if one.is_act else "CreativeWork"
    number = "legislationIdentifier" if one.is_act else "identifier"
    return {"@type": kind} | _known(
        **{"@id": one.url, "url": one.url, number: one.symbol, "name": one.title}
    )


def _name_of_place(cited: Cited) -> str:
    place = cited.pinpoint.written(EDITORIAL) if cited.pinpoint else cited.anchor
    return f"{cited.identity}, {place}"


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _known(**values: Any) -> _Node:
    return {name: value for name, value in values.items() if value}
