"""What the page of agreed language says in words: what was found, how often, and by whom."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from archive.models import Resolution
from archive.parsing.symbols import Organ
from archive.search.agreed.language import LanguageFound
from archive.search.agreed.values import AgreedWording, Use
from archive.templatetags.addresses import grouped
from archive.templatetags.dates import adopted_on

_METHODS = {
    Resolution.AdoptionMethod.WITHOUT_VOTE.value: gettext_noop("without a vote"),
    Resolution.AdoptionMethod.RECORDED_VOTE.value: gettext_noop("by a recorded vote"),
}


def counted(found: LanguageFound) -> str:
    """How many wordings say what is asked, in a sentence."""
    if not found.count:
        return _("No wording has these words as they are asked.")
    words = (
        ngettext(
            "Of wordings with these words only %(number)s was read; there may be more, used more,"
            " earlier or later. More words find fewer.",
            "Of wordings with these words only %(number)s were read; there may be more, used more,"
            " earlier or later. More words find fewer.",
            found.count,
        )
        if found.is_cut
        else ngettext(
            "%(number)s wording has these words as they are asked.",
            "%(number)s wordings have these words as they are asked.",
            found.count,
        )
    )
    return words % {"number": grouped(found.count)}


def used_by(wording: AgreedWording) -> str:
    """How many have it, which organs, and how it was adopted: "In 3 resolutions and 1 draft; …"."""
    organs = _(", ").join(_(Organ(organ).full_name) for organ in wording.organs)
    return _("; ").join(filter(None, [_how_often(wording), organs, _adopted_how(wording)]))


def _adopted_how(wording: AgreedWording) -> str:
    """How the resolutions that have it were adopted; empty where none was."""
    known = [_METHODS[one] for one in wording.adoption_methods if one]
    if not known:
        return _("how it was adopted is not known") if wording.adoption_methods else ""
    told = _("adopted %(how)s") % {"how": _(" and ").join(map(_, known))}
    return (
        told if len(known) == len(wording.adoption_methods) else told + _(", of others not known")
    )


def _how_often(wording: AgreedWording) -> str:
    adopted, drafts = wording.resolutions_count, wording.drafts_count
    of_drafts = ngettext("%(number)s draft", "%(number)s drafts", drafts) % {
        "number": grouped(drafts)
    }
    if not adopted:
        return _("In no adopted text that is held; in %(drafts)s") % {"drafts": of_drafts}
    of_adopted = ngettext("%(number)s resolution", "%(number)s resolutions", adopted) % {
        "number": grouped(adopted)
    }
    if not drafts:
        return _("In %(resolutions)s") % {"resolutions": of_adopted}
    told = {"resolutions": of_adopted, "drafts": of_drafts}
    return _("In %(resolutions)s and %(drafts)s") % told


def more_uses(wording: AgreedWording) -> str:
    """How many have it besides those of its list; empty where all are in it."""
    count = wording.more_uses_count
    if count <= 0:
        return ""
    words = ngettext("and %(number)s more", "and %(number)s more", count)
    return words % {"number": grouped(count)}


def _dated(use: Use) -> str:
    """The day of a use, with the doubt about it; empty where it is not known."""
    return adopted_on(use.dated_on, is_unverified=use.date_is_unverified) if use.dated_on else ""


def reference(use: Use) -> str:
    """A use as a note has it: "General Assembly resolution 56/163, op. 3, 19 December 2001"."""
    return _(", ").join(filter(None, [use.name, use.place, _dated(use)]))


def footnoted(found: LanguageFound) -> str:
    """The wordings of a page as a list with notes, in plain text; empty where there are none."""
    return "\n".join(_footnoted(found)) if found.wordings else ""


def _footnoted(found: LanguageFound) -> Iterator[str]:
    for number, wording in enumerate(found.wordings, found.first_number):
        yield f"{number}. “{wording.text}” [{number}]"
    yield ""
    for number, wording in enumerate(found.wordings, found.first_number):
        yield f"[{number}] {_note(wording)}"


def _note(wording: AgreedWording) -> str:
    """Who has it first, who last, and how often."""
    told = [_("first in %(use)s") % {"use": reference(wording.first)}]
    if wording.last.symbol != wording.first.symbol:
        told.append(_("last in %(use)s") % {"use": reference(wording.last)})
    return _("; ").join([used_by(wording), *told]) + "."
