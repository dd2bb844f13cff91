"""The one stylesheet and the one script of public pages, made of the parts in ``static``.

Parts are written and read one by one; a browser asks for one file of each kind. collectstatic finds
the two beside the files of the folder and gives them their hashed names.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from string import ascii_letters
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

import rcssmin
from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

#: Lines of a script that only explain it, blank ones, and how far the others are set in.
_UNREAD = re.compile(r"^\s*(?://.*\n)?", re.MULTILINE)
#: What numbers in rules can be read without: noughts before a point, blanks around a sign.
_NEEDLESS = re.compile(r"(?<![\w.])0(?=\.\d)|(?<=\)) (?=\* [\d.])|(?<=\) \*) (?=[\d.])")
#: The name of a custom property: "--step".
_PROPERTY = re.compile(r"(?<![\w-])--[a-z][\w-]*")


class Bundle(NamedTuple):
    """One file made of parts: the parts' names, in order, and how they are put together."""

    folder: str
    ending: str
    parts: tuple[str, ...]
    together: Callable[[Iterable[str]], str]

    @property
    def name(self) -> str:
        """Its path below the static files: ``css/recalling.css``."""
        return f"{self.folder}/recalling.{self.ending}"

    def content(self) -> str:
        """What is served: the parts put together.

        Raises:
            FileNotFoundError: a part has no file of its name.
        """
        folder = Path(settings.BASE_DIR) / "static" / self.folder
        return self.together((folder / f"{part}.{self.ending}").read_text() for part in self.parts)


def as_stylesheet(parts: Iterable[str]) -> str:
    """Style rules, each part after the other, without blanks and comments.

    Custom properties have a letter each: no other file names those of the bundle.
    """
    return _shortly_named(_NEEDLESS.sub("", str(rcssmin.cssmin("\n".join(parts)))))


def _shortly_named(rules: str) -> str:
    """Rules with letters for their custom properties; where these run out, the rest stay."""
    names = [name for name, _ in Counter(_PROPERTY.findall(rules)).most_common()]
    short = {name: f"--{letter}" for name, letter in zip(names, ascii_letters, strict=False)}
    return _PROPERTY.sub(lambda found: short.get(found[0], found[0]), rules)


def as_script(parts: Iterable[str]) -> str:
    """A module in which each part is a block, so that none sees the names of another.

    No part has a text of several lines: what begins a line is not read.
    """
    return "".join(f"{{\n{_UNREAD.sub('', part)}}}\n" for part in parts)


#: Later rules win over earlier ones: what is printed comes last.
STYLES = Bundle(
    "css",
    "css",
    (
        "tokens",
        "base",
        "layout",
        "components",
        "resolution",
        "tables",
        "recalls",
        "search",
        "results",
        "facets",
        "narrow",
        "suggestions",
        "problem",
        "network",
        "rooms",
        "citing",
        "reading",
        "api",
        "redline",
        "compare",
        "strengths",
        "language",
        "lineage",
        "series",
        "draft",
        # Parts of single kinds of pages go above this line, one name a line.
        "print",
    ),
    as_stylesheet,
)
SCRIPTS = Bundle("js", "js", ("suggestions", "copying", "keys", "printing"), as_script)
BUNDLES = {bundle.name: bundle for bundle in (STYLES, SCRIPTS)}


class BundleFinder(FileSystemFinder):
    """Finds the bundles among the static files; each is written anew where it is asked for."""

    def __init__(self) -> None:
        folder = Path(settings.DATA_DIR) / "bundles"
        self.locations = [("", str(folder))]
        self.storage = FileSystemStorage(folder)

    def check(self, **_options: Any) -> list[CheckMessage]:
        """Nothing can be configured wrongly."""
        return []

    def find_location(self, root: str, path: str, *_prefix: str | None) -> str | None:  # noqa: ARG002
        """Where the bundle of that name lies; nothing of other names."""
        return self._written(BUNDLES[path]) if path in BUNDLES else None

    def list(
        self, ignore_patterns: Iterable[str] | None
    ) -> Iterator[tuple[str, FileSystemStorage]]:
        """Each bundle with the folder it lies in."""
        for name, bundle in BUNDLES.items():
            if not matches_patterns(name, ignore_patterns or []):
                self._written(bundle)
                yield name, self.storage

    def _written(self, bundle: Bundle) -> str:
        """The path of the file, never half there, as another process may read it."""
        place = Path(self.storage.path(bundle.name))
        content = bundle.content()
        if not place.is_file() or place.read_text() != content:
            place.parent.mkdir(parents=True, exist_ok=True)
            _replace(place, content)
        return str(place)


def _replace(place: Path, content: str) -> None:
    with NamedTemporaryFile("w", dir=place.parent, delete=False, encoding="utf-8") as new:
        new.write(content)
    Path(new.name).chmod(0o644)
    Path(new.name).replace(place)
