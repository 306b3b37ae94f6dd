"""How much a change of a plan matters, by its kind, by that of the element, and by policy.

`error`: the commitment is certainly weaker. `warning`: that cannot be decided from the files. `info`: all
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from stratkit.compare.change import Kind
from stratkit.compare.difference import STATEMENTS
from stratkit.compare.dispositions import COMMITTED

Level = Literal["info", "warning", "error"]
LEVELS: tuple[Level, ...] = ("info", "warning", "error")
"""From the least to the most."""

MEASURED = ("outcome", "indicator")
"""The kinds of element without which nobody can tell whether a promise was kept."""

OF_ANY: Mapping[Kind, Level] = {
    "added": "info",
    "removed": "info",
    "retired": "info",
    "renamed": "info",
    "continued": "info",
    "split": "info",
    "merged": "info",
    "shifted": "info",
    "moved": "info",
    "reordered": "info",
    "reworded": "info",
    "linked": "info",
    "unlinked": "info",
    "changed": "info",
    "set": "info",
    "unset": "info",
    "listed": "info",
    "unlisted": "info",
    "brought-forward": "info",
    "postponed": "info",
    "target-raised": "info",
    "target-lowered": "error",
    "target-changed": "warning",
    "target-brought-forward": "info",
    "target-postponed": "error",
    "target-added": "info",
    "target-dropped": "error",
    "baseline-restated": "warning",
    "baseline-added": "info",
    "baseline-dropped": "warning",
    "unit-changed": "warning",
    "direction-changed": "warning",
}
"""What each kind of change is, of whatever element, where no rule says otherwise."""


class Rule(NamedTuple):
    """A level for kinds of change, of some kinds of element and in some fields; of all, where none is named.

    A field stands for all that lies in it: `title` for `title.fr`.
    """

    level: Level
    changes: tuple[Kind, ...]
    of: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def holds(self, kind: Kind, of: str, field: str) -> bool:
        """Whether it is about such a change."""
        named = not self.fields or any(field == one or field.startswith(f"{one}.") for one in self.fields)
        return kind in self.changes and named and (not self.of or of in self.of)


WORDING: tuple[Kind, ...] = ("reworded", "unset", "unlisted")
"""Changes of words, and words that are gone."""
WORDS = ("title", "summary", "text", "key_ideas")

RULES = (
    Rule("error", ("removed",), of=MEASURED),
    Rule("warning", ("removed",), of=COMMITTED),
    Rule("error", ("postponed",), of=("outcome", "milestone"), fields=("due",)),
    Rule("warning", ("unset",), of=("outcome", "milestone"), fields=("due",)),
    Rule("warning", ("postponed", "unset"), of=("plan",), fields=("period.end",)),
    Rule("warning", ("split", "merged", "shifted"), of=MEASURED),  # what they say is not compared
    Rule("warning", WORDING, of=COMMITTED, fields=WORDS),
    Rule("warning", WORDING, fields=STATEMENTS),
    Rule("warning", ("unset",), of=COMMITTED, fields=("lead",)),
    Rule("warning", ("set", "changed"), of=COMMITTED, fields=("audience",)),
    Rule("warning", ("set", "unset", "changed"), of=("indicator",), fields=("aggregate", "scale")),
    Rule("warning", ("unset",), of=("indicator",), fields=("targets.date",)),
)
"""What a change is of some elements; the first that holds counts."""

RENEWED = (
    Rule("info", ("baseline-restated",)),  # each cycle begins where it stands
    Rule("info", ("unset", "unlisted"), of=COMMITTED, fields=("summary", "text", "key_ideas")),
)
"""What a change is between two cycles, before all other rules: each is told anew, at its own length."""

LOSSES: tuple[Kind, ...] = ("removed", "retired", "unlinked", "unset", "unlisted", "postponed")
"""The kinds of change by which something is gone, or later."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What differs from the rules: `instead` of them, and what is `at_least` so much.

    `undecided` is the level of what cannot be decided.
    """

    instead: tuple[Rule, ...] = ()
    at_least: tuple[Rule, ...] = ()
    undecided: Level = "warning"


POLICIES: Mapping[str, Policy] = {
    "editorial": Policy(instead=(Rule("info", ("reworded",)),)),
    "accountability": Policy(),
    "strict": Policy(at_least=(Rule("warning", LOSSES),), undecided="error"),
}
"""Policies by name.

`editorial`, while texts are being edited: other words are info; all else is as the rules say.
`accountability`, unless another is named: as the rules say.
`strict`, for a plan that was approved: what cannot be decided is an error, and whatever is gone or later is
at least a warning.
"""


def level_of(kind: Kind, of: str, field: str = "", policy: Policy = POLICIES["accountability"]) -> Level:
    """The level of such a change of an element of a kind, whatever surrounds it."""
    fallback = Rule(OF_ANY[kind], (kind,))
    level = _first((*policy.instead, *RULES, fallback), kind, of, field)
    return settled(level, kind, of, field, policy)


def settled(level: Level, kind: Kind, of: str, field: str, policy: Policy) -> Level:
    """What a policy makes of the level of a change."""
    least = _first((*policy.at_least, Rule("info", (kind,))), kind, of, field)
    return highest((policy.undecided if level == "warning" else level, least))


def _first(rules: Iterable[Rule], kind: Kind, of: str, field: str) -> Level:
    return next(rule.level for rule in rules if rule.holds(kind, of, field))


def highest(levels: Iterable[Level]) -> Level:
    """The level that matters most; there is at least one."""
    return max(levels, key=LEVELS.index)
