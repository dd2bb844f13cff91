"""A page's markup as a tree, for tests that ask what a reader finds where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "img", "br", "path", "circle", "rect"}


@dataclass
class Element:
    """An element; ``children`` are elements and words in the order they stand."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All the words in it, white space as it stands."""
        return "".join(child if isinstance(child, str) else child.words for child in self.children)

    @property
    def tidy_words(self) -> str:
        """All the words in it, with single spaces."""
        return " ".join(self.words.split())

    def every(self, name: str = "", /, **attributes: str) -> list["Element"]:
        """The elements in it with this name and these attributes; ``class_`` is one of several."""
        return [element for element in self._all() if element._is(name, attributes)]

    def one(self, name: str = "", /, **attributes: str) -> "Element":
        """The only such element."""
        found = self.every(name, **attributes)
        assert len(found) == 1, f"{len(found)} of {name} {attributes}"
        return found[0]

    def _all(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._all()

    def _is(self, name: str, attributes: dict[str, str]) -> bool:
        classes = self.attributes.get("class", "").split()
        return name in {"", self.name} and all(
            value in classes if key == "class_" else self.attributes.get(key) == value
            for key, value in attributes.items()
        )


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open[-1].name == tag, f"</{tag}> closes <{self.open[-1].name}>"
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def markup(page: bytes | str) -> Element:
    """The tree of a page; an element closed out of turn is an error."""
    tree = _Tree()
    tree.feed(page.decode() if isinstance(page, bytes) else page)
    assert len(tree.open) == 1, f"<{tree.open[-1].name}> is never closed"
    return tree.open[0]
