"""XML from strangers reaches nothing outside itself, and grows no further than it is long."""

from pathlib import Path

import pytest
from lxml import etree

from archive.parsing.readers.untrusted_xml import root_of

ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]><x>&e;</x>'


def test_an_entity_is_never_put_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("never told", encoding="utf-8")
    root = root_of(ENTITY.format(address=secret.as_uri()).encode())
    assert "never told" not in "".join(map(str, root.itertext()))


def test_comments_and_instructions_are_left_out() -> None:
    root = root_of(b"<x>a<!-- b --><?c d?>e</x>")
    assert ("".join(map(str, root.itertext())), len(root)) == ("ae", 0)


@pytest.mark.parametrize("data", [b"", b"<x>", b"<x/><y/>", b"<x>" * 300 + b"</x>" * 300])
def test_what_is_not_sound_or_too_deep_is_refused(data: bytes) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        root_of(data)
