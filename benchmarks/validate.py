"""What `stratkit validate` costs in CPU time, against processes that do the least possible.

python benchmarks/validate.py [--runs 5] [--outcomes 10000]
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


def report(rows: list[tuple[str, float, float, float]]) -> str:
    """A table: what is measured, its seconds, those of the least process, their ratio and its limit."""
    lines = [f"{'':40} {'stratkit':>9} {'least':>9} {'ratio':>7} {'at most':>8}"]
    for name, ours, least, allowed in rows:
        lines.append(f"{name:40} {ours:8.3f}s {least:8.3f}s {ours / least:7.2f} {allowed:8.1f}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--outcomes", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        large = Path(name) / "large"
        write_plan(large, given.outcomes, files=10)
        files = tuple(str(path) for path in sorted(large.glob("*.yaml")))
        commands = [(*VALIDATE, str(SAMPLE)), NOTHING, (*VALIDATE, str(large)), (*LOAD, *files)]
        small, nothing, big, load = medians(commands, given.runs)
    sys.stdout.write(
        report(
            [
                ("metropolis-2021-2023, against `pass`", small, nothing, 10),
                (f"{given.outcomes:,} outcomes, against `yaml.load`", big, load, 0.7),
            ]
        )
    )


if __name__ == "__main__":
    main()
