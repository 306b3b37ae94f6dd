"""What `stratkit validate` costs in CPU time, against processes that do the least possible.

python benchmarks/validate.py [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from make_plan import write_plan

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "plans" / "metropolis-2021-2023"

# What the installed script does, without looking for where it was installed.
VALIDATE = (sys.executable, "-c", "from stratkit.cli import main; main()", "validate")
NOTHING = (sys.executable, "-c", "pass")
LOAD = (
    sys.executable,
    "-c",
    "import sys, yaml\nfor path in sys.argv[1:]: yaml.load(open(path, 'rb'), yaml.CSafeLoader)",
)


LIMITS = {1_000: 2.0, 10_000: 1.0}
"""How many times the CPU of a bare `yaml.load` a plan of so many outcomes may cost."""

# An installed package has its bytecode: without it, every run would compile the sources anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu(command: tuple[str, ...]) -> float:
    """The seconds of CPU that a process takes. Raises `SystemExit` if it fails."""
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command[3:5])} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def medians(commands: list[tuple[str, ...]], runs: int) -> list[float]:
    """The median of each command's seconds; they take turns, so that a busy machine slows all alike."""
    for command in commands:
        cpu(command)
    rounds = [[cpu(command) for command in commands] for _ in range(runs)]
    return [median(times) for times in zip(*rounds, strict=True)]


def report(rows: list[tuple[str, float, float, float]], *, other: str = "least") -> str:
    """A table: what is measured, its seconds, those of the `other` process, their ratio and its limit."""
    lines = [f"{'':40} {'stratkit':>9} {other:>9} {'ratio':>7} {'at most':>8}"]
    for name, ours, least, allowed in rows:
        lines.append(f"{name:40} {ours:8.3f}s {least:8.3f}s {ours / least:7.2f} {allowed:8.1f}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    small, nothing = medians([(*VALIDATE, str(SAMPLE)), NOTHING], given.runs)
    rows = [("metropolis-2021-2023, against `pass`", small, nothing, 10.0)]
    for outcomes, allowed in LIMITS.items():
        with tempfile.TemporaryDirectory() as name:
            plan = Path(name) / "plan"
            write_plan(plan, outcomes, files=10)
            files = tuple(str(path) for path in sorted(plan.glob("*.yaml")))
            ours, load = medians([(*VALIDATE, str(plan)), (*LOAD, *files)], given.runs)
            rows.append((f"{outcomes:,} outcomes, against `yaml.load`", ours, load, allowed))
    sys.stdout.write(report(rows))


if __name__ == "__main__":
    main()
