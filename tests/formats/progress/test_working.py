"""The working of a status, as text."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from operator import add, mul, sub, truediv
from pathlib import Path
from typing import Any

import pytest
from tests.progress.conftest import examples
from tests.progress.test_indicators import opened

from stratkit.formats.progress.rows import MARKS
from stratkit.formats.progress.working import NoStatus, explain
from stratkit.load.workspace import Workspace, open_workspace
from stratkit.progress.overview import Overview
from stratkit.source.shown import display_width

HARBOUR = Path(__file__).parent / "harbour"
DAY = date(2022, 6, 30)
IDS = [
    *("clients", "trainees", "passed", "events", "accidents", "trust", "berths", "noise"),
    *("visits", "mentions", "reach", "members", "letters"),
    *("drafted", "adopted", "printed", "signed"),
    *("trained", "unmeasured", "code", "skills", "people", "safety", "calm", "skills-gap"),
    "harbour-2021-2023",
]


@pytest.fixture(scope="module")
def harbour() -> Overview:
    workspace = open_workspace(HARBOUR, HARBOUR)
    assert workspace.problems == []
    return Overview(workspace, DAY)


@pytest.mark.parametrize("target", IDS)
def test_golden(harbour: Overview, golden: Callable[[str, str], None], target: str) -> None:
    golden(f"working.{target}.txt", explain(harbour, target, colour=False))


OPERATIONS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
SUM = re.compile(r"([(\d≈-][\d.()+× /≈-]*) ([=≈]) (-?[\d.]+)( %)?")


def work(node: ast.expr) -> Fraction:
    """A sum, worked out by the rules of arithmetic."""
    if isinstance(node, ast.BinOp):
        return Fraction(OPERATIONS[type(node.op)](work(node.left), work(node.right)))
    if isinstance(node, ast.UnaryOp):
        return -work(node.operand)
    assert isinstance(node, ast.Constant)
    return Fraction(str(node.value))


def sums(text: str) -> list[tuple[str, str, str, str]]:
    """Each sum in a working: what is worked out, `=` or `≈`, what comes out, and whether that is percent."""
    rows = re.sub(r"\n {6,}(?=[=≈+/×])", " ", text)
    return SUM.findall(re.sub(r"([(+×/]) *\n +", r"\1 ", re.sub(r"([=≈])\n +", r"\1 ", rows)))


def check(text: str, *, rolled_up: bool) -> int:
    """Work every sum of a text out again. What is rolled up adds percentages; else they are of numbers."""
    found = sums(text)
    for left, sign, right, percent in found:
        came = work(ast.parse(left.replace("×", "*").replace("≈", ""), mode="eval").body)
        if percent and not (rolled_up and "(" in left):
            came *= 100
        rounded = sign == "≈" or "≈" in left
        slack = Fraction(6, 100) if rounded else Fraction(0)
        assert abs(came - Fraction(right)) <= slack, f"{left} {sign} {right}"
    return len(found)


def test_sums_are_found_and_faults_in_them(harbour: Overview) -> None:
    text = explain(harbour, "clients", colour=False)
    assert [f"{left} {sign} {right}{percent}" for left, sign, right, percent in sums(text)] == [
        "300 + (500 - 300) × 181/730 ≈ 349.59",
        "(≈349.59 - 200) / (500 - 200) ≈ 49.863 %",
        "(280 - 200) / (500 - 200) ≈ 26.667 %",
        "≈26.667 / ≈49.863 ≈ 53.5 %",
    ]
    with pytest.raises(AssertionError):
        check(text.replace("≈ 349.59", "≈ 349.69"), rolled_up=False)
    rolled_up = sums(explain(harbour, "trained", colour=False))
    assert [right for _, _, right, _ in rolled_up] == ["60.633", "67.932", "89.3"]


@pytest.mark.parametrize("target", IDS)
def test_sums_of_goldens_work_out(harbour: Overview, target: str) -> None:
    rolled_up = target in IDS[17:]
    text = explain(harbour, target, colour=False)
    assert check(text, rolled_up=rolled_up) >= ("of what is expected" in text)


@pytest.mark.parametrize("example", examples("examples.yaml"), ids=lambda example: example["name"])
def test_sums_of_indicators_work_out(example: dict[str, Any], tmp_path: Path) -> None:
    overview = Overview(opened(example, tmp_path), date.fromisoformat(example["as_of"]))
    text = explain(overview, "it", colour=False)
    count = check(text, rolled_up=False)
    computed = example["status"] not in ("no_report", "not_computed")
    assert f"\nas of {example['as_of']}: {STATUSES[example['status']]}\n" in text
    if computed and Fraction(str(example["expected_percent"])) > 0:
        assert count >= 1
        assert " of what is expected\n" in text
    percent = example["percent"]
    if percent is None:
        assert "\n  reached   no percentage: " in text.replace("  reached     ", "  reached   ")
    else:
        shown = re.search(r"\n  reached .*?(-?[\d.]+) %", text)
        assert shown
        assert abs(Fraction(shown[1]) - Fraction(str(percent))) <= Fraction(1, 1000)


STATUSES = {key: key.replace("_", " ") for key in MARKS}


@pytest.mark.parametrize("example", examples("rollups.yaml"), ids=lambda example: example["name"])
def test_sums_of_what_is_rolled_up_work_out(example: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(example["plan"], encoding="utf-8")
    workspace = open_workspace(tmp_path, tmp_path)
    overview = Overview(workspace, date.fromisoformat(example["as_of"]))
    for target, expected in example["expected"].items():
        name = workspace.plan.plan.id if target == "plan" else target
        text = explain(overview, name, colour=False)
        check(text, rolled_up=target not in overview.progress.indicators)
        assert f"\n  status  {STATUSES[expected['status']]}: " in re.sub(
            r"\n  status +", "\n  status  ", text
        )
        if "reported" in expected and expected["reported"]["status"]:
            assert f"\n  reported  {expected['reported']['status'].replace('_', ' ')}" in text


def test_it_is_80_columns_wide(harbour: Overview) -> None:
    lines = [line for target in IDS for line in explain(harbour, target, colour=False).splitlines()]
    assert max(map(display_width, lines)) <= 80
    assert not any(line.endswith(" ") for line in lines)


def test_places_are_those_of_the_files(harbour: Overview) -> None:
    for target in IDS[:13]:
        for line in explain(harbour, target, colour=False).splitlines():
            given = re.fullmatch(
                r"  (?:baseline|target|goal|reading|instead of|left out) +(-?[\d.]+) .* (\S+):(\d+)", line
            )
            if given:
                written = (HARBOUR / given[2]).read_text(encoding="utf-8").splitlines()[int(given[3]) - 1]
                assert re.search(rf"value: {re.escape(given[1])}\b", written), line


@pytest.mark.parametrize("target", IDS)
def test_colour_is_for_statuses_alone(harbour: Overview, target: str) -> None:
    plain, coloured = (explain(harbour, target, colour=choice) for choice in (False, True))
    painted = re.findall(r"\x1b\[3\dm\x1b\[1m(.*?)\x1b\[0m", coloured)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    assert set(painted) <= {"on track", "at risk", "off track", "completed"}
    assert bool(painted) == (", computed" in plain or re.search(r"status +(on|off|at) ", plain) is not None)


def test_no_sign_but_two_is_beyond_ascii(harbour: Overview) -> None:
    text = "".join(explain(harbour, target, colour=False) for target in IDS)
    assert {character for character in text if not character.isascii()} == {"×", "≈"}


def test_a_share_is_shown_on_its_side_of_a_band(plan_of: Callable[..., Workspace]) -> None:
    # 284.999 / 300 is 94.9996666…, and would be 95 with fewer digits
    body = (
        "indicators:\n  - {id: it, title: It, baseline: {date: 2020, value: 0}, "
        "targets: [{date: 2021, value: 300}]}\n"
        "updates:\n  - {id: report, period: 2021, readings: [{indicator: it, value: 284.999}]}\n"
    )
    text = explain(Overview(plan_of(body), date(2021, 12, 31)), "it", colour=False)
    assert "status    at risk: ≈95 / 100 ≈ 94.9997 % of what is expected\n" in text


def test_own_bands_have_a_place(plan_of: Callable[..., Workspace], tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").write_text("bands:\n  on_track: 90\n  at_risk: 62.5\n", encoding="utf-8")
    body = (
        "indicators:\n  - {id: it, title: It, baseline: {date: 2020, value: 0}, "
        "targets: [{date: 2021, value: 100}]}\n"
        "updates:\n  - {id: report, period: 2021, readings: [{indicator: it, value: 70}]}\n"
    )
    text = explain(Overview(plan_of(body), date(2021, 12, 31)), "it", colour=False)
    assert re.search(r"on track from 90 %, at risk from 62.5 %\s+stratkit.yaml:2\n", text)


def test_hostile_texts_do_nothing(plan_of: Callable[..., Workspace]) -> None:
    # as it stands within quotation marks in YAML
    hostile = r"\u202egnp\x1b[31m" + "長" * 3000
    value = f'"{hostile}"'
    body = (
        f"indicators:\n  - id: it\n    title: {value}\n    unit: {value}\n    scale: [{value}, b]\n"
        f"    baseline: {{date: 2020, value: {value}, note: {value}}}\n"
        "    targets: [{date: 2021, value: b}]\n"
        f"updates:\n  - {{id: report, period: 2021, readings: [{{indicator: it, value: {value}}}]}}\n"
    )
    text = explain(Overview(plan_of(body), date(2021, 12, 31)), "it", colour=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u202egnp\\x1b[31m" in text
    assert max(map(display_width, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("target", "message", "mend"),
    [
        ("traind", "nothing in this plan has the id `traind`", "did you mean `trained`?"),
        (
            "report-2021",
            "`report-2021` is an update, which has no status",
            "a status has what is measured or done, and what that is rolled up to",
        ),
        (
            "zzzz",
            "nothing in this plan has the id `zzzz`",
            "`stratkit progress` shows the ids with `--format csv`",
        ),
    ],
)
def test_what_has_no_status(harbour: Overview, target: str, message: str, mend: str) -> None:
    with pytest.raises(NoStatus) as stopped:
        explain(harbour, target, colour=False)
    assert (str(stopped.value), stopped.value.help) == (message, mend)


def test_an_earlier_id_leads_to_the_present_one(plan_of: Callable[..., Workspace]) -> None:
    workspace = plan_of("outcomes:\n  - {id: new, title: New, was: [old]}\n")
    with pytest.raises(NoStatus, match="nothing has the id `old` any more") as stopped:
        explain(Overview(workspace, DAY), "old", colour=False)
    assert stopped.value.help == "it is `new` now"
