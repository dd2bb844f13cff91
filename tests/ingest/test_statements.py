"""What masthead and manifest state, each fact with its words, and none without evidence."""

from datetime import date
from pathlib import Path

import pytest

from archive.ingest.manifest import ManifestEntry, read_manifest
from archive.ingest.outcomes import Verdict
from archive.ingest.refusals import RefusalError
from archive.ingest.statements import statements_of_masthead
from archive.ingest.storage import store
from archive.models import Evidence, Resolution, SourceFile
from archive.parsing.parsed import Adoption, AdoptionMethod, ParsedResolution
from tests import builders as build

WORD_FILE = (
    "Resolution adopted by the General Assembly on 19 December 2011",
    "[on the report of the Third Committee (A/66/462/Add.2)]",
    "66/164. Promotion of the Declaration",
    "89th plenary meeting",
    "19 December 2011",
    "United NationsA/RES/66/164General AssemblyDistr.: General",
    "10 April 2012Sixty-sixth session",
    "Agenda item 69 (b)",
)


def test_each_fact_rests_on_the_line_that_prints_it() -> None:
    masthead = build.masthead(
        adopted_on=date(2011, 12, 19),
        meeting=89,
        committee_report="A/66/462/Add.2",
        agenda_item="69 (b)",
        distributed_on=date(2012, 4, 10),
        lines=WORD_FILE,
    )
    words = {one.fact.value: one.words for one in statements_of_masthead(masthead)}
    assert words == {
        "symbol": "66/164. Promotion of the Declaration",
        "stage": "66/164. Promotion of the Declaration",
        "title": "66/164. Promotion of the Declaration",
        "adopted_on": "Resolution adopted by the General Assembly on 19 December 2011",
        "meeting": "89th plenary meeting",
        "committee_report": "[on the report of the Third Committee (A/66/462/Add.2)]",
        "agenda_item": "Agenda item 69 (b)",
        "distributed_on": "10 April 2012Sixty-sixth session",
    }


def test_a_vote_rests_on_the_line_that_tells_of_it() -> None:
    line = "Adopted without a vote at the 89th plenary meeting"
    masthead = build.masthead(
        adoption=Adoption(method=AdoptionMethod.WITHOUT_VOTE), lines=("A/RES/66/164", line)
    )
    words = {one.fact.value: one.words for one in statements_of_masthead(masthead)}
    assert words["adoption"] == line


def test_a_title_on_two_lines_is_its_own_evidence() -> None:
    masthead = build.masthead(None, title="A title on two lines", lines=("A title", "on two lines"))
    [statement] = statements_of_masthead(masthead)
    assert statement.words == "A title on two lines"


def test_a_fact_no_line_shows_rests_on_the_masthead_as_a_whole() -> None:
    masthead = build.masthead(None, title=None, meeting=89, lines=())
    [statement] = statements_of_masthead(masthead)
    assert statement.words == "the masthead of the file"


def test_a_longer_number_is_not_taken_for_the_symbol() -> None:
    masthead = build.masthead("A/RES/66/16", title=None, lines=("A/RES/66/164", "A/RES/66/16"))
    assert {one.words for one in statements_of_masthead(masthead)} == {"A/RES/66/16"}


def _entry(folder: Path, **keys: object) -> ManifestEntry:
    (folder / "a.txt").write_bytes(b"words")
    path = folder / "manifest.toml"
    path.write_text(build.manifest_toml("a.txt", b"words", **keys), encoding="utf-8")
    return read_manifest(path).entries["a.txt"]


def _store(entry: ManifestEntry, parsed: ParsedResolution) -> Verdict:
    return store(build.received(entry=entry), parsed, replace=False).verdict


@pytest.mark.django_db
def test_a_manifest_gives_what_the_file_does_not_print(tmp_path: Path) -> None:
    proofs = {
        "symbol": "it cites A/62/225",
        "stage": "received as adopted",
        "adopted_on": "verify: general knowledge",
    }
    _store(_entry(tmp_path, adopted_on=date(2007, 12, 18), evidence=proofs), build.parse_of(None))
    resolution = Resolution.objects.get(symbol="A/RES/62/152")
    assert resolution.adopted_on == date(2007, 12, 18)
    held = resolution.evidence.filter(origin="manifest").values_list("fact", "words", "is_verified")
    assert set(held) == {
        ("symbol", "it cites A/62/225", True),
        ("stage", "received as adopted", True),
        ("adopted_on", "verify: general knowledge", False),
    }
    assert SourceFile.objects.get().received_from == "a test"


@pytest.mark.django_db
def test_a_draft_names_the_act_that_was_adopted_in_its_place(tmp_path: Path) -> None:
    proofs = {"symbol": "seen", "stage": "seen", "adopted_as": "same matter, same session"}
    entry = _entry(
        tmp_path,
        symbol="A/C.3/70/L.46",
        stage="draft",
        adopted_as="A/RES/70/161",
        evidence=proofs,
    )
    _store(entry, build.parse_of(None))
    draft = Resolution.objects.get(symbol="A/C.3/70/L.46")
    assert draft.is_draft
    assert draft.adopted_as == Resolution.objects.get(symbol="A/RES/70/161")
    assert draft.evidence.get(fact=Evidence.Fact.ADOPTED_AS).words == "same matter, same session"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("keys", "fact"),
    [
        ({"evidence": {"stage": "seen"}}, "symbol"),
        ({"evidence": {"symbol": "seen"}}, "stage"),
        ({"adopted_on": date(2007, 12, 18)}, "adopted on"),
    ],
)
def test_a_fact_without_evidence_that_the_file_does_not_print_is_refused(
    tmp_path: Path, keys: dict[str, object], fact: str
) -> None:
    with pytest.raises(RefusalError) as refused:
        _store(_entry(tmp_path, **keys), build.parse_of(None))
    key = fact.replace(" ", "_")
    assert str(refused.value) == (
        f"manifest, entry 1 (line 1), {key}: The file does not print what the manifest says "
        f"here, “{fact.capitalize()}”, and the manifest gives no evidence for it; write "
        f"evidence.{key}."
    )
    assert not Resolution.objects.exists()


@pytest.mark.django_db
def test_a_fact_the_file_prints_needs_no_evidence(tmp_path: Path) -> None:
    entry = _entry(tmp_path, title="Promotion of the Declaration", evidence={})
    assert _store(entry, build.parse_of("A/RES/62/152")) == Verdict.ADDED
    assert Evidence.objects.get(fact="title").origin == "masthead"


@pytest.mark.django_db
def test_a_draft_that_prints_its_adoption_is_refused(tmp_path: Path) -> None:
    entry = _entry(tmp_path, symbol="A/C.3/70/L.46", stage="draft")
    masthead = build.masthead(None, meeting=89, lines=("89th plenary meeting",))
    with pytest.raises(RefusalError) as refused:
        _store(entry, build.parse_of(None, masthead=masthead))
    assert str(refused.value) == (
        "masthead: The symbol is that of a draft, but the file prints “89th plenary meeting”, as "
        "an adopted text does; find out which of the two it is."
    )


@pytest.mark.django_db
def test_bytes_that_are_held_take_up_what_the_manifest_has_come_to_say(tmp_path: Path) -> None:
    _store(_entry(tmp_path), build.parse_of(None))
    proofs = {"symbol": "told by a test", "stage": "told by a test", "series": "seen"}
    later = build.received(entry=_entry(tmp_path, series="defenders", evidence=proofs))
    outcome = store(later, build.parse_of(None), replace=False)
    assert (outcome.verdict, outcome.detail) == (
        Verdict.UNCHANGED,
        "Facts of the manifest were written.",
    )
    assert Resolution.objects.get(symbol="A/RES/62/152").series == "defenders"


@pytest.mark.django_db
def test_bytes_that_are_held_as_another_than_the_manifest_says_are_refused(tmp_path: Path) -> None:
    _store(_entry(tmp_path), build.parse_of(None))
    with pytest.raises(RefusalError) as refused:
        _store(_entry(tmp_path, symbol="A/RES/62/153"), build.parse_of(None))
    assert str(refused.value) == (
        "manifest, entry 1 (line 1), symbol: These bytes are held as A/RES/62/152; the manifest "
        "says A/RES/62/153."
    )
