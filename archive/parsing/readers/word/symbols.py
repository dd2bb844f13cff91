"""Signs of Word's symbol fonts as the characters that they show.

Reads: a code of the font. Writes: a character. Source: the code charts of Symbol and Wingdings.
"""

_PRIVATE = 0xF000
_SYMBOL = {
    0x2A: "*",
    0x2D: "\u2212",
    0xA3: "≤",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "\u00d7",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBC: "…",
    0xBE: "—",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE0: "◊",
} | dict(
    zip(
        (0x61, 0x62, 0x67, 0x64, 0x65, 0x6C, 0x6D, 0x70, 0x71, 0x73, 0x77),
        "αβγδελμπθσω",
        strict=True,
    )
)
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xFC: "✓",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int, font: str) -> str:
    """The character of a code in a font; the code's own character where it is unknown."""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    known = _FONTS.get(font.lower(), {}).get(low)
    if known:
        return known
    is_plain = font.lower() == "symbol" and 0x20 <= low < 0x40
    return chr(low if is_plain else code)


def shown(text: str, font: str) -> str:
    """The text with each private code shown as the font shows it; a bullet where none is known."""
    if not any(_PRIVATE <= ord(sign) <= _PRIVATE + 0xFF for sign in text):
        return text
    return "".join(
        sign if ord(sign) < _PRIVATE or ord(sign) > _PRIVATE + 0xFF else _bullet(ord(sign), font)
        for sign in text
    )


def _bullet(code: int, font: str) -> str:
    found = symbol(code, font)
    return "•" if ord(found) == code else found
