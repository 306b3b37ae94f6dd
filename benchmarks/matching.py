"""How well elements are found again that were renamed and reworded, and what it costs to look for them.

python benchmarks/matching.py [--seeds 5]

Each pair of `edits` is written as two plans without lineage, read, and matched. What is found is what is
asserted, by the same title, and what is proposed, by likeness. Precision is the share of it that is true,
recall the share of the true edits that is found.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean, median
from time import process_time
from typing import NamedTuple

from edits.cycles import CYCLES, real_pairs
from edits.dice import Dice
from edits.elements import Element, real_elements
from edits.pairs import Mix, Pair, make_pair
from edits.wording import STRENGTHS, reword

from stratkit.compare.matching import Matching, matching
from stratkit.load.workspace import Workspace, open_workspace

PLANS = Path(__file__).resolve().parents[1] / "plans"
FIRST_SEED = 4_000
"""Not among the seeds by which it was chosen what likeness is enough."""

PRECISION, RECALL = 0.95, {1: 0.8, 2: 0.8}
"""What is asked for at every strength, and at the mild ones."""

REVISION = {"edited": 0.02, "removed": 0.01, "confusable": 0.01, "fresh": 0.01}
CHANGED = 0.05
REWRITING = {"edited": 1.0, "removed": 0.0, "confusable": 0.0, "fresh": 0.0}
ROOM = 8

_HOLDERS = {
    "focus_area": ("challenges", "focus_areas"),
    "axis": ("action_lines", "axes"),
    "milestone": ("outcomes", "milestones"),
    "activity": ("work_plans", "activities"),
}
"""Where elements stand that lie in others: all in one, for where they lie does not count here."""


class Score(NamedTuple):
    """How many were found, how many of them are true, and how many there were to find."""

    found: int
    true: int
    edits: int

    @property
    def precision(self) -> float:
        return self.true / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.true / self.edits


def as_plan(elements: Iterable[Element]) -> dict[str, object]:
    """A plan of elements, without a word about what they continue."""
    lists: dict[str, list[dict[str, object]]] = defaultdict(list)
    inside: dict[str, list[dict[str, object]]] = defaultdict(list)
    for one in elements:
        written: dict[str, object] = {"id": one.id, "title": one.title}
        if one.text:
            written["text"] = one.text
        (inside[one.kind] if one.kind in _HOLDERS else lists[f"{one.kind}s"]).append(written)
    for kind, (around, key) in _HOLDERS.items():
        lists[around].append(
            {"id": f"all-{around}".replace("_", "-"), "title": f"All {around}", key: inside[kind]}
        )
    header = {"id": "measured", "title": "Measured", "organization": {"name": "A network"}}
    return {"format": 1, "plan": header, **lists}


def open_plan(elements: Iterable[Element]) -> Workspace:
    """Write a plan of elements and read it. Raises `SystemExit` if it is faulty."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.yaml").write_text(json.dumps(as_plan(elements), ensure_ascii=False), encoding="utf-8")
        workspace = open_workspace(folder, folder, room=ROOM)
    if workspace.problems:
        raise SystemExit(f"the measured plan is faulty: {workspace.problems[0].message}")
    return workspace


def score(pair: Pair) -> Score:
    """Match the plans of a pair, and count what is found besides what has the same id."""
    found = matching(open_plan(pair.old), open_plan(pair.new))
    pairs = [(one.old.id, one.new.id) for one in found.matches if one.by == "title"]
    pairs += [(one.old.id, one.new.id) for one in found.proposals]
    truth = {(edit.old, edit.new) for edit in pair.edits}
    return Score(len(pairs), len(truth.intersection(pairs)), len(truth))


def by_strength(seeds: int) -> Iterator[str]:
    """Lines of a table: precision and recall at each strength, mean and worst of all seeds."""
    measures = "".join(f" {name:>16} {'worst':>6}" for name in ("precision: mean", "recall: mean"))
    yield f"{'strength':>8} {'edits':>6}{measures}"
    real = real_elements(PLANS)
    for strength in STRENGTHS:
        seed = FIRST_SEED * strength
        scores = [
            score(make_pair(real, seed=seed + number, strengths=(strength,))) for number in range(seeds)
        ]
        precisions, recalls = [one.precision for one in scores], [one.recall for one in scores]
        met = min(precisions) >= PRECISION and min(recalls) >= RECALL.get(strength, 0)
        figures = f"{mean(precisions):16.3f} {min(precisions):6.3f} {mean(recalls):16.3f} {min(recalls):6.3f}"
        yield f"{strength:8} {sum(one.edits for one in scores):6} {figures}{'' if met else '  too low'}"


def by_cycle() -> Iterator[str]:
    """Lines of a table: what is found again of what authors say, without reading what they say."""
    yield f"{'real cycles':46} {'said':>5} {'found':>6} {'true':>5}"
    for old, new, pair in zip(CYCLES, CYCLES[1:], real_pairs(PLANS), strict=False):
        found, true, edits = score(pair)
        yield f"{f'{old} → {new[-9:]}':46} {edits:5} {found:6} {true:5}"


def revision(size: int) -> Pair:
    """A plan and a revision of it: of what kept its id, 5 in a hundred have another title."""
    pair = make_pair(real_elements(PLANS), seed=FIRST_SEED, mix=Mix(size=size, **REVISION))
    dice, kept = Dice(FIRST_SEED), {one.id for one in pair.old}
    changed = (
        replace(one, title=reword(one.title, 2, dice)) if one.id in kept and dice.chance(CHANGED) else one
        for one in pair.new
    )
    return replace(pair, new=tuple(changed))


def rewriting(size: int) -> Pair:
    """A plan and another in which all of its elements are said anew under other ids."""
    return make_pair(real_elements(PLANS), seed=FIRST_SEED, mix=Mix(size=size, **REWRITING))


def by_size(runs: int) -> Iterator[str]:
    """Lines of a table: seconds of CPU for reading both plans, and for matching them."""
    yield f"{'elements':34} {'reading':>8} {'matching':>9} {'proposed':>9}"
    for size in (1_000, 10_000):
        for name, make in (("5 % changed, 2 % renamed", revision), ("all renamed", rewriting)):
            pair = make(size)
            begin = process_time()
            plans = open_plan(pair.old), open_plan(pair.new)
            reading = process_time() - begin
            times, found = zip(*(_timed(*plans) for _ in range(runs)), strict=True)
            figures = f"{reading:7.2f}s {median(times):8.2f}s {len(found[0].proposals):9,}"
            yield f"{f'{size:,} × {size:,}, {name}':34} {figures}"


def _timed(old: Workspace, new: Workspace) -> tuple[float, Matching]:
    begin = process_time()
    found = matching(old, new)
    return process_time() - begin, found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5, help="pairs at each strength, of 540 edits each")
    parser.add_argument("--runs", type=int, default=3, help="how often the time is taken; 0: not at all")
    given = parser.parse_args(arguments)
    tables = [by_strength(given.seeds), by_cycle(), *([by_size(given.runs)] if given.runs else [])]
    for table in tables:
        for line in (*table, ""):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
