"""A QR code as a picture for a strict Content-Security-Policy: a file of its own, no styles."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html

_QUIET_ZONE = 4  # ISO/IEC 18004 asks for four modules of white around
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" shape-rendering="crispEdges">'
    '<path fill="#fff" d="M0 0h{}v{}h-{}z"/><path fill="#000" d="{}"/></svg>'
)


def qr_picture(words: str) -> str:
    """The words as an SVG file, black on white in every colour scheme.

    The library is loaded when somebody wants one: it loads others, which no command needs.
    """
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415
    from qrcode.main import QRCode  # noqa: PLC0415

    code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_ZONE)
    code.add_data(words)
    rows: Sequence[Sequence[bool]] = code.get_matrix()
    size = len(rows)
    return format_html(_SVG, size, size, size, size, size, "".join(_squares(rows)))


def _squares(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    """Each dark module as a square of a path."""
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                yield f"M{x} {y}h1v1h-1z"
