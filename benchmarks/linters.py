"""What checking the same content costs with stratkit and with other tools, in CPU time.

python benchmarks/linters.py [--runs 3] [--outcomes 1000 10000] [--tools DIR]

The others check less: yamllint the YAML alone, check-jsonschema one file at a time against stratkit's schema,
Doorstop its requirements and their links. (Each outcome is an item that links to its axis. Its first run
stamps them, takes longer, and is not measured.) `pip install check-jsonschema doorstop yamllint` brings them,
best into an environment of their own: `--tools` is its `bin`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent

from make_plan import AXES, outcome_text, write_plan
from validate import LOAD, VALIDATE, medians

CHECKOUT = Path(__file__).resolve().parents[1]
SCHEMA = CHECKOUT / "schema" / "plan.schema.json"
LINES = 10
ITEM = """\
active: true
derived: false
header: ''
level: {level}
links: {links}
normative: true
ref: ''
reviewed: null
{content}"""


def write_requirements(folder: Path, outcomes: int) -> None:
    """Write what a plan of so many outcomes holds as Doorstop's documents: axes, and outcomes below them."""
    axes = LINES * AXES
    _document(folder / "axes", "AXIS", "", [(f"text: Axis {number + 1}\n", "[]") for number in range(axes)])
    above = [number * axes // outcomes + 1 for number in range(outcomes)]
    rows = [(_attributes(number), f"\n- AXIS{axis:05}: null") for number, axis in enumerate(above)]
    _document(folder / "outcomes", "OUT", "AXIS", rows)
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)


def _attributes(number: int) -> str:
    """What the plan says of an outcome, as attributes of an item."""
    lines = dedent(outcome_text(number, 0)).splitlines()[1:]
    return dedent("\n".join(lines)) + "\n"


def _document(folder: Path, prefix: str, parent: str, rows: list[tuple[str, str]]) -> None:
    folder.mkdir(parents=True)
    above = f"  parent: {parent}\n" if parent else ""
    settings = f"settings:\n  digits: 5\n{above}  prefix: {prefix}\n  sep: ''\n"
    (folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for number, (content, links) in enumerate(rows, start=1):
        item = ITEM.format(level=f"1.0.{number}", links=links, content=content)
        (folder / f"{prefix}{number:05}.yml").write_text(item, encoding="utf-8")


def tool(name: str, folder: Path | None) -> str:
    """The path of a tool. Raises `SystemExit` if it is not there."""
    found = shutil.which(name, path=str(folder) if folder else None)
    if found is None:
        raise SystemExit(f"{name} is not there: pip install check-jsonschema doorstop yamllint")
    return found


def report(outcomes: int, names: list[str], times: list[float]) -> str:
    """A table: each tool's seconds, and how many times stratkit's they are."""
    lines = [f"{outcomes:,} outcomes"]
    for name, spent in zip(names, times, strict=True):
        lines.append(f"  {name:20} {spent:7.2f}s {spent / times[0]:6.1f} times")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and print a table for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--outcomes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--tools", type=Path, help="the folder of the other tools; else PATH")
    given = parser.parse_args()
    for outcomes in given.outcomes:
        with tempfile.TemporaryDirectory() as name:
            plan, items = Path(name) / "plan", Path(name) / "items"
            write_plan(plan, outcomes, files=LINES)
            write_requirements(items, outcomes)
            files = tuple(str(path) for path in sorted(plan.glob("*.yaml")))
            relaxed = "{extends: default, rules: {line-length: disable, document-start: disable}}"
            schema, yamllint, doorstop = (
                tool(name, given.tools) for name in ("check-jsonschema", "yamllint", "doorstop")
            )
            commands = {
                "stratkit validate": (*VALIDATE, str(plan)),
                "yaml.load alone": (*LOAD, *files),
                "check-jsonschema": (schema, "--schemafile", str(SCHEMA), *files),
                "yamllint": (yamllint, "-d", relaxed, *files),
                "Doorstop": ("env", "-C", str(items), doorstop, "--quiet", "--no-reformat"),
            }
            sys.stdout.write(report(outcomes, list(commands), medians(list(commands.values()), given.runs)))


if __name__ == "__main__":
    main()
