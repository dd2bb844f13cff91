"""What a text did with a lineage, in a word and by a sign that is not told by colour."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from archive.comparison.histories import State
from archive.models import LineagePlace

_Fate = LineagePlace.Fate

WORDS: Mapping[State, Promise] = {
    State.NEW: pgettext_lazy("a paragraph", "new"),
    State.SPLIT: pgettext_lazy("a paragraph", "split off"),
    State.KEPT: pgettext_lazy("a paragraph", "kept"),
    State.REWORDED: pgettext_lazy("a paragraph", "reworded"),
    State.MERGED: pgettext_lazy("a paragraph", "merged"),
    State.DROPPED: pgettext_lazy("a paragraph", "dropped"),
    State.ABSENT: pgettext_lazy("a paragraph", "absent"),
}
#: Signs, each of another shape.
SIGNS: Mapping[State, str] = {
    State.NEW: "+",
    State.SPLIT: "\N{DIVISION SIGN}",
    State.KEPT: "=",
    State.REWORDED: "≈",
    State.MERGED: "\N{SUBSET OF}",
    State.DROPPED: "\N{MULTIPLICATION SIGN}",
    State.ABSENT: "·",
}
#: What each word means, for the key of a table.
MEANINGS: Mapping[State, Promise] = {
    State.NEW: _("the first text held that has it"),
    State.SPLIT: _(
        "the first text held that has it by itself; before, a part of another paragraph"
    ),
    State.KEPT: _("the same words as before, but for typography and punctuation"),
    State.REWORDED: _("other words than before"),
    State.MERGED: _("its words, or a part of them, are within other paragraphs"),
    State.DROPPED: _("the text held before it of the same organ has it"),
    State.ABSENT: _("not in this text by itself, nor in the one held before it of the same organ"),
}
#: What else became of a paragraph.
MORE: Mapping[str, Promise] = {
    _Fate.MOVED: _("moved"),
    _Fate.SPLIT: _("split"),
    _Fate.MERGED: _("merged"),
}
