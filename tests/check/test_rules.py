"""Each rule on its own cases, which are plans in `tests/rules/<code>/`.

`fails*` and `passes*` are plans of one file or of a folder. A faulty line of YAML ends in `#! <code>`. Where
no comment can stand, `NAME.expected` beside the plan lists the places: `LINE code`, or `FILE:LINE code` in a
folder. A folder `published` in that of a plan holds the same plan as it was published. On a plan that fails,
which is a fragment, milder findings of other rules do not count.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from stratkit.check import catalogue, rules
from stratkit.check.finding import EVERYTHING, Finding, find
from stratkit.load.workspace import open_workspace

CASES = Path(__file__).resolve().parents[1] / "rules"
MARK = re.compile(r"#! ([a-z-]+)$")

HEAD = "format: 1\nplan:\n  id: example\n  title: Example\n  organization:\n    name: Example\n"
BEFORE = HEAD.replace("example", "before")
GIF = "GIF89a{0}d\0\0\0\0,\0\0\0\0{0}d\0\0\2\2L\1\0;"
"""An image of 100 rows; its width is two characters, the lower byte first."""
BESIDE = {
    "plan.yaml": HEAD + "  previous: previous\n",
    "published:plan.yaml": HEAD,
    "previous/plan.yaml": BEFORE,
    "stratkit.yaml": "",
    "chapters/resilience.md": "Resilience, in full.\n",
    "small.gif": GIF.format("\0\1"),
    "large.gif": GIF.format("\0\2"),
}
"""What there is around an example. A comment with the name of one of these files begins its part."""
FILE = re.compile(r"^# (\S+)\n", re.MULTILINE)


def plans(code: str, kind: str) -> list[Path]:
    found = [path for path in (CASES / code).glob(f"{kind}*") if path.suffix != ".expected"]
    assert {f"{kind}.yaml", kind} & {path.name for path in found}
    return sorted(found)


def cases(kind: str) -> list[Path]:
    return [plan for code in catalogue.CODES for plan in plans(code, kind)]


def name(plan: Path) -> str:
    return f"{plan.parent.name}/{plan.name}"


def marked(plan: Path) -> Counter[tuple[str, int, str]]:
    """The places where something is wrong, as (file, line, code)."""
    places = []
    for file in sorted(plan.rglob("*.yaml")) if plan.is_dir() else [plan]:
        shown = file.relative_to(plan if plan.is_dir() else plan.parent).as_posix()
        for number, line in enumerate(file.read_bytes().decode("utf-8", "replace").split("\n"), start=1):
            if match := MARK.search(line):
                places.append((shown, number, match[1]))
    expected = plan.with_suffix(".expected")
    if expected.exists():
        for line in expected.read_text("utf-8").splitlines():
            where, code = line.split()
            file_name, _, number_text = where.rpartition(":")
            places.append((file_name or plan.name, int(number_text), code))
    return Counter(places)


def found(plan: Path) -> Counter[tuple[str, int, str]]:
    base = plan if plan.is_dir() else plan.parent
    findings = telling(find_all(plan, base), plan.parent.name)
    return Counter((finding.span.path, finding.span.line, finding.code) for finding in findings)


def find_all(plan: Path, base: Path) -> list[Finding]:
    """Every finding on a plan; if there is one that was published, held against that."""
    workspace, before = open_workspace(plan, base), plan / "published"
    if not before.exists():
        return find(workspace)
    published = open_workspace(before, before, revision="published")
    return find(workspace, EVERYTHING._replace(published="published"), published)


def telling(findings: list[Finding], code: str) -> list[Finding]:
    """The errors, and the findings of one rule."""
    return [finding for finding in findings if finding.severity == "error" or finding.code == code]


def codes_in(example: str, code: str, folder: Path) -> set[str]:
    """What is found in an example, once it has the head that a plan needs and what lies beside it."""
    for name, text in files_of(example + "\n").items():
        path = folder / name.replace(":", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    findings = find_all(folder, folder)
    return {finding.code for finding in telling(findings, code)}


def files_of(example: str) -> dict[str, str]:
    files = dict(BESIDE)
    first, *parts = FILE.split(example)
    for name, text in [("plan.yaml", first), *zip(parts[::2], parts[1::2], strict=True)]:
        head, found, rest = text.partition("plan:\n")
        files[name] = head + files[name] + rest if found else files[name] + text
    return files


@pytest.mark.parametrize("plan", cases("fails"), ids=name)
def test_exactly_the_marked_faults_are_found(plan: Path) -> None:
    expected = marked(plan)
    assert {code for _, _, code in expected} == {plan.parent.name}
    assert found(plan) == expected


@pytest.mark.parametrize("plan", cases("passes"), ids=name)
def test_near_miss_is_silent_under_all_rules(plan: Path) -> None:
    assert find_all(plan, plan.parent) == []


@pytest.mark.parametrize("code", catalogue.CODES)
def test_examples_show_what_they_say(code: str, tmp_path: Path) -> None:
    rule = catalogue.rule(code)
    assert codes_in(rule.bad, code, tmp_path) == {code}
    assert codes_in(rule.good, code, tmp_path) == set()


@pytest.mark.parametrize("code", catalogue.CODES)
def test_explanation_is_one_sentence_and_a_reason(code: str) -> None:
    rule = catalogue.rule(code)
    assert rule.severity in {"error", "warning", "info"}
    assert re.fullmatch(r"[A-Z`][^.\n]*\.", rule.summary)
    assert len(rule.why.split()) >= 10
    assert rule.why.endswith(".")


def test_every_module_of_a_rule_is_listed_once() -> None:
    folder = Path(rules.__path__[0])
    modules = sorted(path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem != "__init__")
    assert len(modules) > 10
    assert sorted(catalogue.CODES) == modules


def test_every_folder_of_cases_belongs_to_a_rule() -> None:
    folders = sorted(path.name for path in CASES.iterdir())
    assert folders == sorted(catalogue.CODES)


@pytest.mark.parametrize("code", catalogue.CHECKED)
def test_rules_that_look_at_a_plan_have_a_check(code: str) -> None:
    assert callable(catalogue.check_of(code))


@pytest.mark.parametrize("code", catalogue.UNCHECKED)
def test_other_rules_have_none(code: str) -> None:
    with pytest.raises(AttributeError):
        catalogue.check_of(code)


def test_unknown_rule() -> None:
    with pytest.raises(KeyError):
        catalogue.rule("no-such-rule")
