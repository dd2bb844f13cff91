"""A page is read in the encoding that it declares, or mended with a warning."""

import pytest

from archive.parsing.readers.html import read


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("iso-8859-2", "iso-8859-2")],
)
def test_a_page_is_read_in_the_encoding_it_declares(declared: str, codec: str) -> None:
    page = f'<meta charset="{declared}"><p>The General Assembly,<p>Recalling the café in Łódź,'
    page = page.replace("Łódź", "Łódź" if codec == "iso-8859-2" else "Lodz")
    reading = read(page.encode(codec))
    assert reading.blocks[1].text.startswith("Recalling the café in")
    assert not reading.warnings


@pytest.mark.parametrize("declared", ["no-such-thing", "utf-8", "idna"])
def test_a_page_that_is_not_in_its_encoding_is_mended_with_a_warning(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>The General Assembly,<p>Recalling the café,'
    reading = read(page.encode("cp1252"))
    assert reading.blocks[1].text == "Recalling the café,"
    assert [warning.code for warning in reading.warnings] == ["encoding_mended"]
