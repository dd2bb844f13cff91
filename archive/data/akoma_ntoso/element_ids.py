"""Identities of elements (``eId``), by the printed numbers: ``para_10__point_a``.

The naming convention joins the names of an element and of those it stands in by two underscores;
the name is the element's, abbreviated, with its number as printed, or its count where none is. A
preambular paragraph has no number, and is counted: the third is ``container_3``. The anchors of
the archive follow from the same places, so that each identity names one anchor.
"""

import re

_NAMED = {
    "pp": "container",
    "op": "para",
    "p": "unnumbered",
    "art": "art",
    "heading": "heading",
    "introduction": "introduction",
}
_COUNTED = frozenset({"annex", "appendix", "part"})
_STEP = re.compile(r"(pp|op|heading|introduction|art|rule|principle|regulation|guideline)(\d.*)")
_UNLABELLED = re.compile(r"(p|again|item)(\d+)")


def element_id(anchor: str) -> str:
    """The eId of the element at an anchor."""
    steps = anchor.split("-")
    names: list[str] = []
    while steps:
        step = steps.pop(0)
        if step in _COUNTED and steps and steps[0].isdecimal():
            names.append(f"{step}_{steps.pop(0)}")
        else:
            names.append(_name(step))
    return "__".join(names)


def _name(step: str) -> str:
    """One step of an anchor as the name of an element."""
    if step in _COUNTED:
        return step
    found = _STEP.fullmatch(step) or _UNLABELLED.fullmatch(step)
    if found:
        return f"{_NAMED.get(found[1], found[1])}_{found[2]}"
    return f"point_{step}"


def anchor_of(identity: str) -> str:
    """The anchor an eId names; empty for what is none of ours."""
    steps = [_step(name) for name in identity.split("__")]
    return "-".join(steps) if all(steps) else ""


_STEPS = {name: step for step, name in _NAMED.items()}


def _step(name: str) -> str:
    kind, _, rest = name.partition("_")
    if kind in _COUNTED:
        return f"{kind}-{rest}" if rest else kind
    if not (kind.isalpha() and rest.replace("_", "").isalnum()):
        return ""
    return rest if kind == "point" else f"{_STEPS.get(kind, kind)}{rest}"
