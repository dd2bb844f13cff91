"""One stylesheet and one script, made of parts: found, light, and in the manner of the house."""

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders

from archive.web.bundles import SCRIPTS, STYLES, Bundle, BundleFinder, as_script, as_stylesheet

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = {STYLES: 30_000, SCRIPTS: 8_000}
LEAST_CONTRAST = 4.5

both = pytest.mark.parametrize("bundle", [STYLES, SCRIPTS], ids=["styles", "scripts"])
part = pytest.mark.parametrize("name", STYLES.parts)


def _source(name: str) -> str:
    return (ROOT / "static" / "css" / f"{name}.css").read_text()


@both
def test_a_bundle_is_found_where_it_is_served(bundle: Bundle) -> None:
    found = finders.find(bundle.name)
    assert found is not None
    assert Path(found).read_text() == bundle.content()
    assert finders.find(bundle.name, find_all=True) == [found]


def test_both_are_collected_and_nothing_else() -> None:
    assert [name for name, _ in BundleFinder().list([])] == ["css/recalling.css", "js/recalling.js"]
    assert [name for name, _ in BundleFinder().list(["*.js"])] == ["css/recalling.css"]
    assert [name for name, _ in BundleFinder().list(None)] == [
        "css/recalling.css",
        "js/recalling.js",
    ]


def test_of_other_files_the_finder_knows_nothing() -> None:
    assert not BundleFinder().find("css/tokens.css")
    assert BundleFinder().check() == []


def test_a_part_that_has_changed_changes_what_is_found(
    tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.BASE_DIR, settings.DATA_DIR = tmp_path, tmp_path / "var"
    sheet = tmp_path / "static" / "css" / "one.css"
    sheet.parent.mkdir(parents=True)
    bundle = Bundle("css", "css", ("one",), as_stylesheet)
    monkeypatch.setattr("archive.web.bundles.BUNDLES", {bundle.name: bundle})
    for colour in ("red", "blue"):
        sheet.write_text(f"a {{\n  color: {colour}; /* a colour */\n}}\n")
        found = BundleFinder().find(bundle.name)
        assert isinstance(found, str)
        assert Path(found).read_text() == f"a{{color:{colour}}}"
    assert [path.name for path in (tmp_path / "var").rglob("*.*")] == ["recalling.css"]


def test_style_rules_are_put_together_without_what_no_browser_reads() -> None:
    parts = [
        "/* Why. */\na > * {\n  margin: 0.5em 10.5em;\n}\n",
        "b {\n  top: calc(var(--step) * 0.5);\n}\n",
    ]
    assert as_stylesheet(parts) == "a>*{margin:.5em 10.5em}b{top:calc(var(--a)*.5)}"


def test_custom_properties_have_a_letter_each_the_same_everywhere() -> None:
    parts = [":root{--ink:#000;--ink-soft:#444}", ".a--ink{color:var(--ink-soft);top:var(--ink)}"]
    assert as_stylesheet([*parts, "b{left:var(--ink)}"]) == (
        ":root{--a:#000;--b:#444}.a--ink{color:var(--b);top:var(--a)}b{left:var(--a)}"
    )


def test_where_letters_run_out_the_names_of_custom_properties_stay() -> None:
    rules = "".join(f"a{{--name{number}:0}}" for number in range(60))
    made = as_stylesheet([rules])
    assert "--Z:" in made
    assert "--name52:" in made


def test_a_part_of_a_script_stands_by_itself_without_remarks() -> None:
    parts = [
        "// Why.\n\nconst box = 1; // here\n",
        "const box = 2;\nif (box) {\n  // So.\n  go();\n}\n",
    ]
    assert as_script(parts) == (
        "{\nconst box = 1; // here\n}\n{\nconst box = 2;\nif (box) {\ngo();\n}\n}\n"
    )


@both
def test_a_bundle_is_light(bundle: Bundle) -> None:
    size = len(bundle.content().encode())
    assert size < MOST_BYTES[bundle]


@both
def test_a_file_is_a_part_once_or_belongs_to_the_pages_for_staff(bundle: Bundle) -> None:
    assert len(set(bundle.parts)) == len(bundle.parts)
    staff = "".join(path.read_text() for path in (ROOT / "templates/admin").rglob("*.html"))
    for path in (ROOT / "static" / bundle.folder).glob(f"*.{bundle.ending}"):
        is_for_staff = f"{bundle.folder}/{path.name}" in staff
        assert is_for_staff != (path.stem in bundle.parts), path.name


@part
def test_colours_are_named_once(name: str) -> None:
    if name not in {"tokens", "print"}:
        assert re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl\(", _source(name)) == []


@part
def test_rules_do_not_say_left_or_right(name: str) -> None:
    sided = r"[\w-]*(?:left|right)[\w-]*\s*:|:\s*(?:left|right)\s*[;}]"
    assert re.findall(sided, _source(name).replace("@bottom-right", "")) == []


@part
def test_nothing_moves(name: str) -> None:
    assert re.findall(r"transition|animation|@keyframes|scroll-behavior", _source(name)) == []


@part
def test_nothing_is_loaded_from_a_style_rule(name: str) -> None:
    assert re.findall(r"url\(|@import|@font-face", _source(name)) == []


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of ``#rrggbb``."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def _tokens(scheme: str) -> dict[str, str]:
    light, dark = _source("tokens").split("@media (prefers-color-scheme: dark)")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        *((ink, "paper") for ink in ("ink", "soft", "accent", "not-held", "conflict")),
        *((ink, "mark") for ink in ("ink", "soft", "accent", "not-held", "conflict")),
        ("on-accent", "accent"),
    ],
)
def test_words_stand_out_from_what_is_behind_them(scheme: str, ink: str, paper: str) -> None:
    tokens = _tokens(scheme)
    assert _contrast(tokens[ink], tokens[paper]) >= LEAST_CONTRAST
