"""Pages that show no text: of frames, of programs; and pages of more than is read."""

import pytest

from archive.parsing.parsed import ParseError
from archive.parsing.readers.html import read

WORDS = "<p>The General Assembly,</p><p>Recalling its resolutions on lighthouses,</p>"
FRAMES = (
    "<html><head><title>Lamps</title></head><frameset cols='20,80'><frame src=a.htm>"
    "<frame src=b.htm><noframes>This page needs frames</noframes></frameset></html>"
)
IN_A_FRAME = "<p>Lamps and wicks</p><iframe src='lamps.htm'></iframe><script>show()</script>"
FILLED = (
    "<head><title>Lamps</title><script src=app.js></script></head><body><div id=root>Loading the "
    "lamps of all lighthouses, please wait</div><noscript>Enable scripts</noscript></body>"
)


def message_of(page: str) -> str:
    with pytest.raises(ParseError) as refused:
        read(page.encode())
    assert refused.value.code == "empty_file"
    return refused.value.message


@pytest.mark.parametrize("page", [FRAMES, IN_A_FRAME])
def test_a_page_that_shows_others_in_frames_is_refused_as_such(page: str) -> None:
    assert message_of(page) == (
        "The page has no text of a resolution, it shows other pages in frames; open the page with "
        "the resolution by itself, save that, and give it."
    )


@pytest.mark.parametrize("page", [FILLED, "<body><app-root></app-root><script>1</script></body>"])
def test_a_page_that_programs_fill_is_refused_as_such(page: str) -> None:
    assert message_of(page) == (
        "The page has no text of a resolution without its scripts; open it in a browser, save "
        "what it shows as PDF or plain text, and give that."
    )


def test_a_page_without_words_is_refused() -> None:
    assert message_of("<body><p> </p></body>") == "The page shows no words; get the page again."


@pytest.mark.parametrize("beside", ["<script>1</script>", "<iframe src=x></iframe>"])
@pytest.mark.parametrize("words", [WORDS, "<p>Recalling lamps,", "<p>" + "lamps " * 60])
def test_a_short_text_beside_programs_and_frames_is_read(beside: str, words: str) -> None:
    assert read(f"<body>{beside}{words}</body>".encode()).blocks


def test_pictures_within_a_page_are_no_text_however_long() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 3_100_000}'>"
    assert len(read(f"<body>{picture}{WORDS}</body>".encode()).blocks) == 2


@pytest.mark.parametrize(
    "page",
    [WORDS + "<p>" + "lamps " * 500_001, "<pre>" + "a\n" * 100_001],
    ids=["characters", "lines"],
)
def test_a_page_of_more_than_is_read_is_refused(page: str) -> None:
    with pytest.raises(ParseError) as refused:
        read(page.encode())
    assert refused.value.code == "too_large"


def test_what_an_attribute_says_far_from_its_start_is_not_read() -> None:
    page = f"{WORDS}<p class='{'lamp ' * 500}sup'>Noting lamps,</p>"
    assert [block.text for block in read(page.encode()).blocks][-1] == "Noting lamps,"
