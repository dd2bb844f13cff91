"""What a view reads of the query in its address: to what it does not read it cannot answer."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict

#: Stands for the names of parameters where a view goes through all there are.
ALL = "every parameter"


class WatchedQuery(QueryDict):
    """The query of a request, which tells by name what is read of it, or that all is."""

    def __init__(self, *args: Any, **named: Any) -> None:
        self.read = set[str]()
        super().__init__(*args, **named)

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.read.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().getlist(key, default)

    def __iter__(self) -> Iterator[str]:
        self.read.add(ALL)
        return super().__iter__()

    def __len__(self) -> int:
        self.read.add(ALL)
        return super().__len__()

    def keys(self) -> Any:
        self.read.add(ALL)
        return super().keys()

    def lists(self) -> Any:
        self.read.add(ALL)
        return super().lists()


def watching(names: set[str]) -> Callable[[WSGIRequest], QueryDict]:
    """What gives a request its query, and adds to ``names`` whatever is read of it."""

    def query(request: WSGIRequest) -> QueryDict:
        watched = WatchedQuery(request.META["QUERY_STRING"])
        watched.read = names
        return watched

    return query
