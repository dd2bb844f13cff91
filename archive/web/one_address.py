"""The one address of a search, to which its other spellings lead."""

from typing import Protocol

from django.http import HttpRequest

#: Django sends nobody to a longer address; a page of text has one when it is pasted.
LONGEST_REDIRECT = 16_384


class Written(Protocol):
    """Parameters that are written in one way."""

    def is_written_as(self, query_string: str) -> bool:
        """Whether an address has exactly these parameters in this order."""


def is_elsewhere(request: HttpRequest, params: Written, *, address: str) -> bool:
    """Whether the search that was asked has another address, to which the visitor can be sent.

    A search whose address is too long for that is answered where it was asked.
    """
    is_there = params.is_written_as(request.META["QUERY_STRING"])
    return not is_there and len(address) <= LONGEST_REDIRECT
