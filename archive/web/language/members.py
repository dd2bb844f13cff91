"""Agreed language as members of an object, for ``/language.json`` and the API.

docs/formats/language.md is the contract.
"""

from archive.data.members import Absolute, Members
from archive.search.agreed.language import LanguageFound
from archive.search.agreed.values import AgreedWording, Use
from archive.web.language.addresses import language_address


def language_members(
    found: LanguageFound, *, absolute: Absolute, name: str = "language_json"
) -> Members:
    """What was found; ``name`` is that of the address that its links lead to."""
    params = found.params
    return {
        "q": params.q,
        "organ": params.organ and str(params.organ),
        "stage": params.stage and str(params.stage),
        "sort": str(params.sort),
        "page": params.page,
        "page_count": found.page_count,
        "total": {"number": found.count, "is_exact": not found.is_cut},
        "links": _links(found, absolute=absolute, name=name),
        "saying": [wording_members(one, absolute=absolute) for one in found.saying],
        "near": [wording_members(one, absolute=absolute) for one in found.near],
    }


def _links(found: LanguageFound, *, absolute: Absolute, name: str) -> dict[str, str | None]:
    params = found.params
    has_next = params.page < found.page_count
    return {
        "self": absolute(language_address(params, name)),
        "first": absolute(language_address(params.on_page(1), name)),
        "next": absolute(language_address(params.on_page(params.page + 1), name))
        if has_next
        else None,
        "page": absolute(language_address(params)),
    }


def wording_members(one: AgreedWording, *, absolute: Absolute) -> Members:
    """A wording, how near it is, and who uses it."""
    return {
        "wording": one.text,
        "opening": one.opening or None,
        "opening_form": one.form or None,
        "match": one.match.value,
        "likeness": round(one.likeness, 3),
        "resolutions_count": one.resolutions_count,
        "drafts_count": one.drafts_count,
        "organs": list(one.organs),
        "adoption_methods": [method or None for method in one.adoption_methods],
        "first": _use_members(one.first, absolute=absolute),
        "last": _use_members(one.last, absolute=absolute),
        "uses": [_use_members(use, absolute=absolute) for use in one.uses],
    }


def _use_members(use: Use, *, absolute: Absolute) -> Members:
    """A paragraph that says it, and the resolution or draft that it stands in."""
    return {
        "symbol": use.symbol,
        "title": use.title or None,
        "organ": use.organ,
        "stage": use.stage,
        "dated_on": use.dated_on.isoformat() if use.dated_on else None,
        "date_is_unverified": use.date_is_unverified,
        "adoption_method": use.adoption_method or None,
        "anchor": use.anchor,
        "place": use.place,
        "url": absolute(use.address),
    }
