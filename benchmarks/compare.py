"""What it costs to compare two plans of 10,000 elements, beside what it costs to read them.

Every twentieth title is reworded, every fiftieth outcome renamed without a word of it: those are proposed.

python benchmarks/compare.py [--runs 5]
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time

from make_plan import write_plan

from stratkit.check.comparison import compare
from stratkit.load.workspace import Workspace, open_workspace

OUTCOMES = 3_300
"""With an indicator and a milestone for each, 10,000 elements."""
LIMIT = 1.0
"""So many seconds a comparison may add to reading."""


def edit(folder: Path) -> None:
    """Reword and rename some of a plan's elements."""
    number = 0
    for file in sorted(folder.glob("*-line.yaml")):
        lines = []
        for line in file.read_text(encoding="utf-8").split("\n"):
            if re.match(r" +title: ", line):
                number += 1
                line += " in time" if number % 20 == 0 else ""  # noqa: PLW2901
            if re.fullmatch(r" +- id: outcome-\d*[05]0", line):
                line += "-renamed"  # noqa: PLW2901
            lines.append(line)
        file.write_text("\n".join(lines), encoding="utf-8")


def measure(old: Path, new: Path) -> tuple[float, float, int, int]:
    """The seconds of reading and of comparing, and how many elements and changes there are."""
    gc.collect()  # what the measurement before left behind is no cost of this one
    start = process_time()
    plans: list[Workspace] = [open_workspace(path, path) for path in (old, new)]
    read = process_time()
    comparison = compare(*plans)
    told = len(comparison.judgement.changes)
    _ = comparison.dispositions, comparison.headline, comparison.concerns
    return read - start, process_time() - read, len(plans[0].index.elements), told


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as scratch:
        old, new = Path(scratch) / "old", Path(scratch) / "new"
        for folder in (old, new):
            write_plan(folder, OUTCOMES, 10)
        edit(new)
        rows = [measure(old, new) for _ in range(runs)]
    reading, comparing = (median(times) for times in list(zip(*rows, strict=True))[:2])
    _, _, elements, changes = rows[0]
    sys.stdout.write(
        f"{elements:,} against {elements:,} elements, {changes:,} changes\n"
        f"reading both {reading:.2f} s, comparing {comparing:.2f} s (at most {LIMIT:.1f} s)\n"
    )


if __name__ == "__main__":
    main()
