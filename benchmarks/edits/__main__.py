"""Prints how much of the old titles is kept at each strength, some of the edits, and the real cycles.

python -m benchmarks.edits [--seed 2021] [--size 1200] [--examples 5]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .cycles import real_pairs
from .elements import real_elements
from .pairs import Mix, Pair, make_pair
from .shares import at_rank, kept_stems, kept_words
from .wording import STRENGTHS

PLANS = Path(__file__).resolve().parents[2] / "plans"
HEAD = f"{'strength':>8} {'edits':>6} {'real':>5} {'moved':>6} {'shifted':>8}"
HEAD += f" {'words kept: mean':>17} {'10 %':>5} {'half':>5} {'90 %':>5} {'stems: mean':>12}"


def main() -> None:
    """Read the command line, make a pair for each strength, and print what they are like."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--size", type=int, default=Mix.size, help="elements in each old plan")
    parser.add_argument("--examples", type=int, default=5, help="edits shown of each strength")
    given = parser.parse_args()
    real, mix = real_elements(PLANS), Mix(size=given.size)
    pairs = {each: make_pair(real, seed=given.seed + each, strengths=(each,), mix=mix) for each in STRENGTHS}
    lines = [f"{len(real)} real elements among {given.size}", "", HEAD]
    lines += [_row(strength, pair) for strength, pair in pairs.items()]
    for strength, pair in pairs.items():
        lines += ["", f"strength {strength}", *_shown(pair, given.examples)]
    for pair in real_pairs(PLANS):
        lines += ["", "as authors say", *_shown(pair, len(pair.edits))]
    sys.stdout.write("\n".join(lines) + "\n")


def _row(strength: int, pair: Pair) -> str:
    both = pair.titles()
    words, stems = ([kept(*each) for each in both] for kept in (kept_words, kept_stems))
    real = sum(not edit.old.startswith("invented-") for edit in pair.edits)
    moved, shifted = sum(edit.moved for edit in pair.edits), sum(edit.shifted for edit in pair.edits)
    ranks = " ".join(f"{at_rank(words, rank):5.2f}" for rank in (0.1, 0.5, 0.9))
    means = (sum(words) / len(words), sum(stems) / len(stems))
    counts = f"{strength:8} {len(both):6} {real:5} {moved:6} {shifted:8}"
    return f"{counts} {means[0]:17.2f} {ranks} {means[1]:12.2f}"


def _shown(pair: Pair, count: int) -> list[str]:
    return [f"  {old}\n  → {new}" for old, new in pair.titles()[:count]]


if __name__ == "__main__":
    main()
