"""Facts name series, people decide on members, and likely ones are proposed."""

import pytest
from django.contrib.auth.models import User

from archive.ingest.facts import Statement, write_known_facts
from archive.ingest.lineages.curating import (
    accept_member,
    make_series,
    refuse_member,
    rename_series,
)
from archive.ingest.lineages.following import series_are_followed
from archive.ingest.lineages.members import series_named
from archive.ingest.lineages.reasons import DecisionError
from archive.ingest.publishing.history import history_of
from archive.ingest.publishing.withdrawal import restore, withdraw
from archive.models import Evidence, LineagePlace, Membership, Resolution, Series
from tests import factories as make
from tests.ingest.lineages.series import ALL, LAWS, NAME, all_came, came, followed, joined, records

pytestmark = pytest.mark.django_db

WHY = "It takes the same subject up."


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")


def _member(symbol: str) -> Membership:
    return Membership.objects.get(resolution__symbol=symbol)


def _series() -> Series:
    return Series.objects.get(name=NAME)


class TestFacts:
    """A fact that names a series makes a member of it."""

    def test_a_fact_makes_the_series_and_its_member_with_the_reason(self) -> None:
        row = make.make_resolution("A/RES/66/164")
        kept = records()
        stated = Statement(
            fact=Evidence.Fact.SERIES, value=NAME, words="the list", origin=Evidence.Origin.FACTS
        )
        write_known_facts({row.symbol: [stated]}, rows={row.symbol: row}, records=kept)
        kept.write()
        member = _member(row.symbol)
        assert (member.state, member.origin) == ("accepted", "fact")
        assert member.reason == (
            f"The archive’s table of facts names the series “{NAME}”; its source: the list"
        )
        series = member.series
        assert (series.slug, series.title) == ("human-rights-defenders", "Human rights defenders")
        assert history_of(Membership).get().history_change_reason == "A test"
        assert history_of(Series).count() == 1

    def test_names_that_make_one_address_are_one_series(self) -> None:
        came("A/RES/56/1")
        came("A/RES/58/1", series="Human Rights Defenders")
        assert Series.objects.count() == 1
        assert {"56 op2", "58 op1"} in joined()

    def test_a_name_without_latin_letters_has_an_address_too(self) -> None:
        came("A/RES/56/1", series="人权维护者")
        came("A/RES/58/1", series="人权维护者")
        assert Series.objects.get().slug.startswith("series-")
        assert len(joined()) == 4

    def test_another_fact_takes_the_member_to_another_series(self) -> None:
        text = came("A/RES/56/1")
        Resolution.objects.filter(pk=text.resolution_id).update(series="another")
        followed(text.resolution)
        assert _member("A/RES/56/1").series.name == "another"

    def test_without_a_fact_it_is_no_member(self) -> None:
        text = came("A/RES/56/1")
        Resolution.objects.filter(pk=text.resolution_id).update(series="")
        followed(text.resolution)
        assert not Membership.objects.exists()
        assert not LineagePlace.objects.exists()

    def test_an_archive_from_before_is_known_to_need_its_series(self) -> None:
        make.make_resolution("A/RES/56/1")
        assert series_are_followed()
        row = make.make_resolution("A/RES/58/1", series=NAME)
        assert not series_are_followed()
        followed(row)
        assert series_are_followed()
        Membership.objects.update(reason="UN corpus of 2009")
        assert not series_are_followed()


class TestDecisions:
    """What a person says of a member stands."""

    def test_a_member_that_is_accepted_has_lineages(self, publisher: User) -> None:
        came("A/RES/56/1")
        came("A/RES/58/1", series="")
        accept_member(_series().pk, "a/res/58/1", by=publisher, reason=WHY)
        member = _member("A/RES/58/1")
        assert (member.state, member.origin, member.decided_by) == ("accepted", "person", publisher)
        assert {"56 op2", "58 op1"} in joined()
        state = history_of(Membership).filter(id=member.pk).get()
        assert state.history_change_reason == f"Accepted: {WHY}"

    def test_one_that_is_refused_leaves_and_stays_away_when_it_is_published_again(
        self, publisher: User
    ) -> None:
        came("A/RES/56/1")
        text = came("A/RES/58/1")
        refuse_member(_series().pk, "A/RES/58/1", by=publisher, reason=WHY)
        followed(text.resolution, rewritten=[text.pk])
        assert _member("A/RES/58/1").state == "refused"
        assert not LineagePlace.objects.filter(paragraph__text=text).exists()
        assert series_are_followed()

    def test_one_that_was_accepted_stays_when_the_fact_goes(self, publisher: User) -> None:
        text = came("A/RES/56/1")
        accept_member(_series().pk, "A/RES/56/1", by=publisher, reason=WHY)
        Resolution.objects.filter(pk=text.resolution_id).update(series="")
        followed(text.resolution)
        assert _member("A/RES/56/1").state == "accepted"

    def test_one_that_is_moved_to_another_series_leaves_the_others_their_lineages(
        self, publisher: User
    ) -> None:
        all_came()
        refuse_member(_series().pk, "A/RES/56/1", by=publisher, reason=WHY)
        other = make_series("Civic space", by=publisher, reason=WHY)
        accept_member(other.pk, "A/RES/56/1", by=publisher, reason=WHY)
        there = {frozenset({"56 op1"}), frozenset({"56 op2"}), frozenset({"56 op3"})}
        left = {group - {"56 op1", "56 op2", "56 op3"} for group in ALL}
        assert joined() == there | (left - {frozenset()})
        assert series_are_followed()

    def test_a_fact_only_proposes_where_a_person_has_put_it_elsewhere(
        self, publisher: User
    ) -> None:
        text = came("A/RES/56/1", series="")
        other = make_series("Civic space", by=publisher, reason=WHY)
        accept_member(other.pk, "A/RES/56/1", by=publisher, reason=WHY)
        Resolution.objects.filter(pk=text.resolution_id).update(series=NAME)
        followed(text.resolution)
        states = {one.series.slug: one.state for one in Membership.objects.all()}
        assert states == {"civic-space": "accepted", "human-rights-defenders": "proposed"}

    def test_a_resolution_is_of_one_series(self, publisher: User) -> None:
        came("A/RES/56/1")
        other = make_series("Civic space", by=publisher, reason=WHY)
        with pytest.raises(DecisionError, match="member of “Human rights defenders”"):
            accept_member(other.pk, "A/RES/56/1", by=publisher, reason=WHY)

    @pytest.mark.parametrize(
        ("symbol", "told"), [("the first", "symbol"), ("A/RES/99/99", "does not know")]
    )
    def test_what_is_no_resolution_here_is_no_member(
        self, publisher: User, symbol: str, told: str
    ) -> None:
        came("A/RES/56/1")
        with pytest.raises(DecisionError, match=told):
            accept_member(_series().pk, symbol, by=publisher, reason=WHY)

    def test_a_title_longer_than_a_name_is_kept_whole(self, publisher: User) -> None:
        title = "Resolutions on " + "the rights of those who defend rights, " * 4
        series = make_series(title, by=publisher, reason=WHY)
        assert (series.title, series.name) == (title.strip(), title[:80])

    @pytest.mark.parametrize(
        ("words", "ends"),
        [("the rights of those who defend rights, " * 3, "ab"), ("人权维护者" * 17, "一二")],
        ids=["Latin", "Chinese"],
    )
    def test_long_titles_that_begin_alike_are_two_series(
        self, publisher: User, words: str, ends: str
    ) -> None:
        both = [make_series(words + end, by=publisher, reason=WHY) for end in ends]
        assert [one.title for one in both] == [words + end for end in ends]
        assert both[0].slug != both[1].slug
        assert all(len(one.slug) <= 70 for one in both)
        with pytest.raises(DecisionError, match="There is a series of that name"):
            make_series(words + ends[1], by=publisher, reason=WHY)
        names = (both[0].name, both[1].slug)
        found = series_named(names, records=records())
        assert [found[name] for name in names] == both

    def test_no_two_series_have_one_address(self, publisher: User) -> None:
        came("A/RES/56/1")
        with pytest.raises(DecisionError, match="There is a series of that name"):
            make_series("Human rights – defenders", by=publisher, reason=WHY)

    def test_a_series_is_given_another_title_under_its_address(self, publisher: User) -> None:
        came("A/RES/56/1")
        series = rename_series(_series().pk, " Defenders ", by=publisher, reason=WHY)
        assert (series.title, series.slug) == ("Defenders", "human-rights-defenders")
        assert history_of(Series).first().history_user == publisher

    @pytest.mark.parametrize("title", ["", "w" * 201])
    def test_a_series_has_a_title_of_some_length(self, publisher: User, title: str) -> None:
        with pytest.raises(DecisionError, match="title"):
            make_series(title, by=publisher, reason=WHY)


class TestProposals:
    """Resolutions that may be of a series wait for a person."""

    def test_one_with_the_title_of_a_member_is_proposed(self) -> None:
        came("A/RES/56/1", title="Protecting human rights defenders")
        came("A/RES/58/1", title="Protecting human rights defenders", series="")
        member = _member("A/RES/58/1")
        assert (member.state, member.origin) == ("proposed", "title")
        assert member.reason == "It has the title of A/RES/56/1."
        assert not LineagePlace.objects.filter(
            paragraph__text__resolution__symbol="A/RES/58/1"
        ).exists()

    def test_one_that_recalls_two_members_is_proposed_and_one_that_recalls_one_is_not(
        self,
    ) -> None:
        for symbol in ("A/RES/56/1", "A/RES/58/1"):
            came(symbol)
        text = came("A/RES/66/1", [LAWS], series="", title="")
        for n, symbol in enumerate(("A/RES/56/1", "A/RES/58/1"), 1):
            assert not Membership.objects.filter(resolution=text.resolution).exists()
            cited = Resolution.objects.get(symbol=symbol)
            make.make_citation(
                text.paragraphs.get(), "Calls", symbol, position=n, cited_resolution=cited
            )
            followed(text.resolution)
        member = _member("A/RES/66/1")
        assert (member.state, member.origin) == ("proposed", "citation")
        assert member.reason == "It recalls A/RES/56/1 and A/RES/58/1, which are of the series."

    def test_what_was_refused_is_not_proposed_again(self, publisher: User) -> None:
        came("A/RES/56/1", title="Protecting human rights defenders")
        text = came("A/RES/58/1", title="Protecting human rights defenders", series="")
        refuse_member(_series().pk, "A/RES/58/1", by=publisher, reason=WHY)
        followed(text.resolution)
        assert _member("A/RES/58/1").state == "refused"

    def test_what_nothing_speaks_for_any_more_is_proposed_no_more(self, publisher: User) -> None:
        came("A/RES/56/1", title="Protecting human rights defenders")
        text = came("A/RES/58/1", title="Protecting human rights defenders", series="")
        withdraw(text.pk, by=publisher, reason="A person is named in it.")
        assert not Membership.objects.filter(resolution=text.resolution).exists()

    def test_a_new_member_has_its_like_proposed(self, publisher: User) -> None:
        came("A/RES/56/1")
        for symbol in ("A/RES/58/1", "A/RES/60/1"):
            came(symbol, title="Protecting human rights defenders", series="")
        accept_member(_series().pk, "A/RES/60/1", by=publisher, reason=WHY)
        assert _member("A/RES/58/1").reason == "It has the title of A/RES/60/1."

    def test_a_title_that_is_withdrawn_speaks_for_nothing_until_it_is_given_back(
        self, publisher: User
    ) -> None:
        title = "Protecting human rights defenders"
        text = came("A/RES/56/1", title=title)
        came("A/RES/58/1", title=title, series="")
        withdraw(text.pk, by=publisher, reason="A person is named in it.")
        assert not Membership.objects.proposed().exists()
        came("A/RES/60/1", title=title, series="")
        restore(text.pk, by=publisher)
        proposed = Membership.objects.proposed().values_list("resolution__symbol", flat=True)
        assert set(proposed) == {"A/RES/58/1", "A/RES/60/1"}

    def test_what_came_before_its_series_had_members_is_proposed_once_it_has(self) -> None:
        title = "Protecting human rights defenders"
        came("A/RES/58/1", title=title, series="")
        came("A/RES/56/1", title=title)
        assert _member("A/RES/58/1").reason == "It has the title of A/RES/56/1."

    def test_each_of_several_series_with_members_of_one_title_is_proposed(self) -> None:
        title = "Protecting human rights defenders"
        came("A/RES/56/1", title=title)
        came("A/RES/60/1", title=title, series="civic space")
        text = came("A/RES/58/1", title=title, series="")
        found = Membership.objects.proposed().filter(resolution=text.resolution)
        assert {one.reason for one in found} == {
            "It has the title of A/RES/56/1.",
            "It has the title of A/RES/60/1.",
        }

    def test_a_fact_accepts_what_was_proposed(self) -> None:
        came("A/RES/56/1", title="Protecting human rights defenders")
        text = came("A/RES/58/1", title="Protecting human rights defenders", series="")
        Resolution.objects.filter(pk=text.resolution_id).update(series=NAME)
        followed(text.resolution)
        member = _member("A/RES/58/1")
        assert (member.state, member.origin) == ("accepted", "fact")
