"""Operations: how what can be asked is registered, and described for OpenAPI.

Answers are written from the members of rows; the shapes describe them, and tests hold that they do.
"""

from collections.abc import Callable
from typing import Any

from ninja import Router

from archive.web.api.problems import Problem
from archive.web.api.shapes.shape import Shape

_METHODS = ["GET", "HEAD"]
Operation = Callable[..., Any]


def listing(
    router: Router,
    address: str,
    *,
    page: type[Shape],
    summary: str,
    counts_pages: bool = False,
    **more: Any,
) -> Callable[[Operation], Operation]:
    """Register what answers a list; of one that counts its pages, any after the last is 404."""
    answers = {200: page, 400: Problem, 503: Problem}
    if counts_pages:
        answers[404] = Problem
    return _registered(router, address, answers=answers, summary=summary, **more)


def looking_up(
    router: Router, address: str, *, shape: type[Shape], summary: str, example: str = ""
) -> Callable[[Operation], Operation]:
    """Register what answers one thing; by its name, where there is an example of one.

    Then another spelling of the name leads to its one address.
    """
    moved = {301: None} if example else {}
    answers = {200: shape, **moved} | dict.fromkeys((400, 404, 410, 503), Problem)
    extra = {"openapi_extra": {"x-example": example}} if example else {}
    return _registered(router, address, answers=answers, summary=summary, **extra)


def _registered(
    router: Router, address: str, *, answers: dict[int, Any], summary: str, **more: Any
) -> Callable[[Operation], Operation]:
    def register(operation: Operation) -> Operation:
        registered: Operation = router.api_operation(
            _METHODS,
            address,
            response=answers,
            operation_id=operation.__name__,
            summary=summary,
            by_alias=True,
            **more,
        )(operation)
        return registered

    return register
