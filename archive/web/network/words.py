"""What a network is, and how much of it is drawn, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.search.network.network import Network
from archive.search.network.params import NetworkParams
from archive.templatetags.addresses import grouped


def heading(params: NetworkParams) -> str:
    """What the network is of: “Who recalls whom”, or whom and who one resolution."""
    if params.of:
        return _("What %(symbol)s recalls, and what recalls it") % {"symbol": params.of}
    return _("Which resolutions recall which")


def narrowed(params: NetworkParams) -> str:
    """What narrows it, as the end of a heading; empty where nothing does."""
    return "; ".join(_narrowing(params))


def _narrowing(params: NetworkParams) -> Iterator[str]:
    if params.organs:
        yield _(", ").join(_(organ.full_name) for organ in params.organs)
    if params.openings:
        yield _("under %(openings)s") % {
            "openings": ", ".join(f"“{one}”" for one in params.openings)
        }
    if params.since:
        yield _("from %(day)s") % {"day": params.since.in_words}
    if params.until:
        yield _("to %(day)s") % {"day": params.until.in_words}


def counted(found: Network) -> str:
    """How many recalls there are, and between how many, in a sentence."""
    return _("%(recalls)s between %(resolutions)s.") % {
        "recalls": ngettext("%(number)s recall", "%(number)s recalls", found.recalls_count)
        % {"number": grouped(found.recalls_count)},
        "resolutions": ngettext(
            "%(number)s resolution", "%(number)s resolutions", found.resolutions_count
        )
        % {"number": grouped(found.resolutions_count)},
    }


def threshold(found: Network) -> str:
    """What of it is drawn, and by which thresholds; empty where all is."""
    if not found.is_cut:
        return ""
    if found.of:
        return _of_those_around(found)
    return " ".join(filter(None, [_of_recalled(found), _of_recalling(found)]))


def _of_those_around(found: Network) -> str:
    told = {"number": found.most_recalled_count, "least": found.least_received}
    if not found.least_received:
        return (
            _("Drawn are the %(number)s of them that are recalled most, and then the latest.")
            % told
        )
    return (
        _("Drawn are the %(number)s of them that are recalled most, each by %(least)s or more.")
        % told
    )


def _of_recalled(found: Network) -> str:
    return ngettext(
        "Drawn is the one that is recalled most, by %(least)s others.",
        "Drawn are the %(number)s that are recalled most, each by %(least)s or more.",
        found.most_recalled_count,
    ) % {"number": found.most_recalled_count, "least": found.least_received}


def _of_recalling(found: Network) -> str:
    if not found.others_count:
        return ""
    return ngettext(
        "With them is drawn the one that recalls most of these, %(least)s.",
        "With them are drawn the %(number)s that recall most of these, each %(least)s or more.",
        found.others_count,
    ) % {"number": found.others_count, "least": found.least_given}
