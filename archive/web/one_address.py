"""The one address of a search, to which its other spellings lead."""

from django.http import HttpRequest

from archive.search.form.params import SearchParams

#: Django sends nobody to a longer address; a page of text has one when it is pasted.
LONGEST_REDIRECT = 16_384


def is_elsewhere(request: HttpRequest, params: SearchParams, *, address: str) -> bool:
    """Whether the search that was asked has another address, to which the visitor can be sent.

    A search whose address is too long for that is answered where it was asked.
    """
    is_there = params.is_written_as(request.META["QUERY_STRING"])
    return not is_there and len(address) <= LONGEST_REDIRECT
