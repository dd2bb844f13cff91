"""Subjects of headings: how many of what were found, whose they are, and of when.

"3 resolutions and 1 draft", "of the sixty-sixth session of the General Assembly". Every clause is
one message, so that a language may order it as it wants to.
"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, gettext_lazy, gettext_noop, ngettext, ngettext_lazy

from archive.models import Resolution
from archive.parsing.session_names import session_name
from archive.search.facets.chips import dates_in_words
from archive.search.form.params import Part, SearchParams, View
from archive.search.language.query import listed
from archive.search.matches.counts import Certainty, Count

_Stage = Resolution.Stage

_NOTHING = {
    View.RESOLUTIONS: gettext_lazy("No resolution"),
    _Stage.ADOPTED: gettext_lazy("No adopted resolution"),
    _Stage.DRAFT: gettext_lazy("No draft"),
    View.PARAGRAPHS: gettext_lazy("No paragraph"),
    Part.TITLE: gettext_lazy("No title"),
    Part.PREAMBULAR: gettext_lazy("No preambular paragraph"),
    Part.OPERATIVE: gettext_lazy("No operative paragraph"),
    Part.ANNEX: gettext_lazy("No paragraph of an annex"),
    Part.FOOTNOTES: gettext_lazy("No note"),
}
_COUNTED = {
    View.RESOLUTIONS: ngettext_lazy("%(count)s resolution", "%(count)s resolutions", "number"),
    _Stage.ADOPTED: ngettext_lazy(
        "%(count)s adopted resolution", "%(count)s adopted resolutions", "number"
    ),
    _Stage.DRAFT: ngettext_lazy("%(count)s draft", "%(count)s drafts", "number"),
    View.PARAGRAPHS: ngettext_lazy("%(count)s paragraph", "%(count)s paragraphs", "number"),
    Part.TITLE: ngettext_lazy("%(count)s title", "%(count)s titles", "number"),
    Part.PREAMBULAR: ngettext_lazy(
        "%(count)s preambular paragraph", "%(count)s preambular paragraphs", "number"
    ),
    Part.OPERATIVE: ngettext_lazy(
        "%(count)s operative paragraph", "%(count)s operative paragraphs", "number"
    ),
    Part.ANNEX: ngettext_lazy(
        "%(count)s paragraph of an annex", "%(count)s paragraphs of annexes", "number"
    ),
    Part.FOOTNOTES: ngettext_lazy("%(count)s note", "%(count)s notes", "number"),
}
#: Parts without their count, for where several share one.
_NAMES = {
    Part.TITLE: ngettext_lazy("title", "titles", "number"),
    Part.PREAMBULAR: ngettext_lazy("preambular paragraph", "preambular paragraphs", "number"),
    Part.OPERATIVE: ngettext_lazy("operative paragraph", "operative paragraphs", "number"),
    Part.ANNEX: ngettext_lazy("paragraph of an annex", "paragraphs of annexes", "number"),
    Part.FOOTNOTES: ngettext_lazy("note", "notes", "number"),
}
_UNSURELY = {
    Certainty.ABOUT: gettext_noop("About %(things)s"),
    Certainty.MORE_THAN: gettext_noop("More than %(things)s"),
}
_WHOSE_ACTS = {
    View.RESOLUTIONS: gettext_noop("resolutions"),
    _Stage.ADOPTED: gettext_noop("adopted resolutions"),
    _Stage.DRAFT: gettext_noop("drafts"),
}
#: Languages choose the form of a verb by a number; resolutions that are not counted are several.
_SEVERAL = 2

_Kind = View | Part | Resolution.Stage


def counted(count: Count, params: SearchParams) -> str:
    """How many of what: "About 12,000 resolutions", "3 resolutions and 1 draft", "No note"."""
    kinds = _kinds(params)
    if not count.number:
        return _none(kinds)
    if count.is_exact and count.drafts and kinds == (View.RESOLUTIONS,):
        of_both = [_number(count.adopted, kinds), _number(count.drafts, (_Stage.DRAFT,))]
        return listed(of_both, "and")
    things = _number(count.number, kinds)
    return things if count.is_exact else gettext(_UNSURELY[count.kind]) % {"things": things}


def belongings(params: SearchParams, *, number: int) -> list[str]:
    """Whose they are, when they were adopted, whether they are held; what a comma parts.

    ``number`` is how many there are, by which a language chooses its forms.
    """
    said = [one for one in _belongings(params, number=number) if one]
    if len(said) > 1 and params.view is View.PARAGRAPHS and not (params.organ or params.session):
        acts, narrowing, *rest = said
        told = {"of_acts": acts, "narrowing": narrowing}
        return [gettext("%(of_acts)s %(narrowing)s") % told, *rest]
    return said


def _kinds(params: SearchParams) -> tuple[_Kind, ...]:
    """What is counted."""
    if params.view is View.PARAGRAPHS:
        return params.parts or (View.PARAGRAPHS,)
    return (params.stage or View.RESOLUTIONS,)


def _none(kinds: Sequence[_Kind]) -> str:
    if len(kinds) == 1:
        return str(_NOTHING[kinds[0]])
    return gettext("No %(thing)s") % {"thing": _named(kinds, number=1)}


def _number(number: int, kinds: Sequence[_Kind]) -> str:
    """A number with its noun, or with several; nothing for none."""
    if not number:
        return ""
    told = {"number": number, "count": f"{number:,}"}
    if len(kinds) == 1:
        return _COUNTED[kinds[0]] % told
    return gettext("%(count)s %(things)s") % (told | {"things": _named(kinds, number=number)})


def _named(kinds: Sequence[_Kind], *, number: int) -> str:
    parts = [kind for kind in kinds if isinstance(kind, Part)]
    return listed([_NAMES[part] % {"number": number} for part in parts], "or")


def _belongings(params: SearchParams, *, number: int) -> Iterator[str]:
    whose = _whose(params)
    yield gettext("of %(whose)s") % {"whose": whose} if whose else ""
    yield dates_in_words(params)
    if params.held is not None:
        several = number if params.view is View.RESOLUTIONS else _SEVERAL
        yield (
            ngettext("that is held", "that are held", several)
            if params.held
            else ngettext("that is not held", "that are not held", several)
        )


def _whose(params: SearchParams) -> str:
    """Of which acts, session and organ; empty where all are asked for."""
    acts, body = _acts_of_paragraphs(params), _body(params)
    if acts and body:
        return gettext("%(acts)s of %(body)s") % {"acts": acts, "body": body}
    return acts or body


def _body(params: SearchParams) -> str:
    """A session, an organ, or the session of an organ."""
    told = {
        "session": _session(params.session),
        "organ": gettext(params.organ.full_name) if params.organ else "",
    }
    if params.session and params.organ:
        return gettext("the %(session)s of the %(organ)s") % told
    if params.session:
        return gettext("the %(session)s") % told
    return gettext("the %(organ)s") % told if params.organ else ""


def _session(written: str) -> str:
    """A session for people: "sixty-sixth session", "2005 session"."""
    return session_name(written) or gettext("%(number)s session") % {"number": written}


def _acts_of_paragraphs(params: SearchParams) -> str:
    """The resolutions that paragraphs are of, where anything narrows which."""
    narrowing = params.organ, params.session, params.since, params.until, params.stage
    is_narrowed = any(narrowing) or params.held is not None
    if not is_narrowed or params.view is not View.PARAGRAPHS:
        return ""
    return gettext(_WHOSE_ACTS[params.stage or View.RESOLUTIONS])
