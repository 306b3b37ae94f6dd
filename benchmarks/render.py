"""What `stratkit render` costs, against bare WeasyPrint and against Chromium, on the same HTML.

python benchmarks/render.py [--runs 5] [--outcomes 225]

- stratkit reads and checks the plan, writes the HTML, lays it out in a process of its own, claims PDF/A-3a
  and PDF/UA-1 at once, and attaches the plan.
- WeasyPrint is its own command: the HTML that stratkit wrote, with the same sheets, fonts and attachments,
  to tagged PDF/A-3a.
- Chromium is its own command: the same HTML, sheets and fonts, to tagged PDF with bookmarks. It prints no
  running heads and no footnotes, attaches nothing, and writes no PDF/A.

The CPU is that of whole processes with all they start, the median of runs that take turns; the memory is the
peak of one more run. Ends with 1 if a limit is passed. It needs Linux, Chromium and pypdf.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pypdf
from make_plan import write_plan
from process_tree import cpu, peak_memory

from stratkit import shipped
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.render.page import page_for_paper
from stratkit.render.source_files import source_files

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "plans" / "metropolis-2021-2023"
LINES = 5

RENDER = (sys.executable, "-c", "from stratkit.cli import main; main()", "render", "--quiet", "--force")
WEASYPRINT = (sys.executable, "-m", "weasyprint", "--quiet", "--pdf-tags", "--pdf-variant", "pdf/a-3a")
CHROMIUM = ("--headless", "--no-pdf-header-footer", "--generate-pdf-document-outline")

Commands = dict[str, tuple[str, ...]]


class Cost(NamedTuple):
    """What one contender took: pages, seconds of CPU, bytes of memory."""

    pages: int
    seconds: float
    memory: int


def commands(plan: Path, folder: Path) -> Commands:
    """The contenders by name; each writes its PDF, called after it, into the folder."""
    workspace = open_workspace(plan, CHECKOUT)
    page = _page(workspace, folder)
    attached = [part for path in _attachments(workspace, folder) for part in ("--attachment", str(path))]
    return {
        "stratkit": (*RENDER, str(plan), "-o", _pdf(folder, "stratkit")),
        "WeasyPrint": (*WEASYPRINT, *attached, str(page), _pdf(folder, "WeasyPrint")),
        "Chromium": (
            _chromium(),
            *CHROMIUM,
            *(["--no-sandbox"] if os.geteuid() == 0 else []),  # as root it does not start without
            f"--print-to-pdf={_pdf(folder, 'Chromium')}",
            page.as_uri(),
        ),
    }


def _pdf(folder: Path, name: str) -> str:
    return str(folder / f"{name}.pdf")


def _page(workspace: Workspace, folder: Path) -> Path:
    """Write the HTML that stratkit prints, and beside it what it refers to."""
    for templates in shipped.templates().iterdir():
        (folder / templates.name).symlink_to(templates)
    page = folder / "page.html"
    page.write_text(page_for_paper(workspace, "plan"), encoding="utf-8")
    return page


def _attachments(workspace: Workspace, folder: Path) -> list[Path]:
    paths = []
    for attached in source_files(workspace):
        path = folder / "attached" / attached.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(attached.content)
        paths.append(path)
    return paths


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise SystemExit("Chromium is not there: apt install chromium")
    return found


def measure(plan: Path, runs: int) -> dict[str, Cost]:
    """What each contender takes for a plan; they take turns, so that a busy machine slows all alike."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contenders = commands(plan, folder)
        memory = [peak_memory(command) for command in contenders.values()]
        rounds = [[cpu(command) for command in contenders.values()] for _ in range(runs)]
        seconds = [median(times) for times in zip(*rounds, strict=True)]
        pages = [len(pypdf.PdfReader(_pdf(folder, contender)).pages) for contender in contenders]
        return dict(zip(contenders, map(Cost, pages, seconds, memory), strict=True))


def report(title: str, costs: dict[str, Cost], limits: dict[str, float]) -> str:
    """A table: what each contender took, and what stratkit's part of its CPU is and may be."""
    lines = [f"{title:30} {'pages':>5} {'CPU':>9} {'memory':>9} {'ratio':>6} {'at most':>8}"]
    for name, cost in costs.items():
        ratio = f"{costs['stratkit'].seconds / cost.seconds:6.2f}"
        allowed = f"{limits[name]:8.2f}" if name in limits else ""
        took = f"{cost.pages:5} {cost.seconds:8.2f}s {cost.memory / 2**20:5.0f} MiB"
        lines.append(f"  {name:28} {took} {ratio} {allowed}".rstrip())
    return "\n".join(lines) + "\n"


def within(costs: dict[str, Cost], limits: dict[str, float]) -> bool:
    """Whether stratkit took no more CPU than so many times the others'."""
    return all(costs["stratkit"].seconds <= most * costs[name].seconds for name, most in limits.items())


def main() -> None:
    """Measure, print a table for each plan, and end with 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--outcomes", type=int, nargs="*", default=[225])
    given = parser.parse_args()
    sound = _compare(SAMPLE.name, SAMPLE, given.runs, {"Chromium": 1.5})
    for outcomes in given.outcomes:
        with tempfile.TemporaryDirectory() as name:
            write_plan(Path(name), outcomes, LINES)
            sound &= _compare(f"{outcomes:,} outcomes", Path(name), given.runs, {"WeasyPrint": 1.1})
    raise SystemExit(not sound)


def _compare(title: str, plan: Path, runs: int, limits: dict[str, float]) -> bool:
    costs = measure(plan, runs)
    sys.stdout.write(report(title, costs, limits))
    sys.stdout.flush()
    return within(costs, limits)


if __name__ == "__main__":
    main()
