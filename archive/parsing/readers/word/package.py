"""The parts of a Word package: the document and what it refers to.

Reads: bytes of a .docx or .docm. Writes: the roots of its parts by what they are to the document
(``footnotes``, ``styles``), or by the relationship that an element names.
"""

import posixpath

from archive.parsing.parsed import ParseError
from archive.parsing.readers.archives import Archive
from archive.parsing.readers.word.xml import Element, children, nodes_in, parse_part

#: Far more tags and attributes than any resolution has; beyond it a tree fills time and memory.
MOST_NODES = 500_000
_USUAL_PLACE = "word/document.xml"


class Package:
    """A Word package; ``missing`` are the parts that it names and does not have.

    Raises ParseError as ``Archive`` and ``parse_part`` do, and ``damaged_file`` without a document.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._nodes = 0
        self.missing: list[str] = []
        self._place = self._find_document()
        root = self._root(self._place)
        if root is None:
            raise ParseError(
                "damaged_file",
                f"The file is damaged: it has no {self._place}; open it in Word and save it again.",
            )
        self.document = root
        self._relations = self._relations_of(self._place)

    def part(self, kind: str) -> Element | None:
        """The part that is this to the document, None where it has none."""
        for found, target in self._relations.values():
            if found == kind:
                return self._named(target)
        usual = posixpath.join(posixpath.dirname(self._place), f"{kind}.xml")
        return None if self._relations else self._root(usual)

    def related(self, name: str | None) -> tuple[str, Element] | None:
        """The part a relationship of the document points to, with its place."""
        _, target = self._relations.get(name or "", ("", ""))
        root = self._named(target) if target else None
        return None if root is None else (target, root)

    def _named(self, target: str) -> Element | None:
        root = self._root(target)
        if root is None and target not in self.missing:
            self.missing.append(target)
        return root

    def _root(self, place: str) -> Element | None:
        data = self._archive.read(place)
        if data is None:
            return None
        self._nodes += nodes_in(data)
        if self._nodes > MOST_NODES:
            raise ParseError(
                "too_large",
                f"Its parts up to {place} have some {self._nodes:,} tags and attributes; give one "
                "resolution per file.",
            )
        return parse_part(data, place)

    def _find_document(self) -> str:
        for kind, target in self._relations_of("").values():
            if kind == "officeDocument" and target in self._archive:
                return target
        return _USUAL_PLACE

    def _relations_of(self, place: str) -> dict[str, tuple[str, str]]:
        """Kind and place of each part another refers to, by the relationship's name."""
        folder, name = posixpath.split(place)
        root = self._root(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            one.get("Id", ""): (
                posixpath.basename(one.get("Type", "")),
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in children(root, "pr:Relationship")
            if one.get("TargetMode") != "External"
        }
