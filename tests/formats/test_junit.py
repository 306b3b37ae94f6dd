"""JUnit's XML, read back by two readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

import junitparser
import pytest

from stratkit.check.finding import Finding
from stratkit.formats import Reach
from stratkit.formats.junit import write
from stratkit.source.shown import visible
from stratkit.source.text import Span

Make = Callable[..., Finding]


def read(findings: Sequence[Finding]) -> list[junitparser.TestSuite]:
    text = write(findings, Reach(4, 1), colour=False)
    assert text.isascii()
    report = junitparser.JUnitXml.fromstring(text.encode())
    suites = list(report)
    for counter in ("tests", "failures", "errors", "skipped"):
        assert getattr(report, counter) == sum(getattr(suite, counter) for suite in suites)
    for suite in suites:
        outcomes = [type(outcome).__name__ for case in suite for outcome in case.result]
        assert (suite.tests, suite.failures) == (len(list(suite)), outcomes.count("Failure"))
        assert (suite.errors, suite.skipped) == (0, outcomes.count("Skipped"))
    return suites


def case(finding: Finding) -> junitparser.TestCase:
    ((one,),) = read([finding])
    assert isinstance(one, junitparser.TestCase)
    return one


def test_no_findings_are_one_test_that_passes() -> None:
    (suite,) = read([])
    (one,) = suite
    assert (suite.name, one.classname, one.name, one.result) == ("stratkit", "stratkit", "no findings", [])


def test_a_suite_for_each_file(make: Make) -> None:
    paths = ["a.yaml", "b.yaml", "a.yaml"]
    suites = read([make(path=path) for path in paths])
    assert [(suite.name, suite.tests) for suite in suites] == [("a.yaml", 2), ("b.yaml", 1)]


def test_a_case(make: Make) -> None:
    one = case(make(path="plans/2-b.c/plan.yaml", help="add it", note="the first is here"))
    assert (one.classname, one.name) == ("plans.2-b_c.plan_yaml", "dangling-reference 1:4")
    assert one._elem.get("file") == "plans/2-b.c/plan.yaml"
    (failure,) = one.result
    assert (failure.message, failure.type) == ("no theme has the id `x`", "error")
    assert failure.text.split("\n") == [
        "plans/2-b.c/plan.yaml:1:4: no theme has the id `x`",
        "help: add it",
        "the first is here: plans/2-b.c/plan.yaml:1:1",
    ]


@pytest.mark.parametrize(
    ("severity", "kind"), [("error", "Failure"), ("warning", "Failure"), ("info", "Skipped")]
)
def test_only_hints_do_not_fail(severity: str, kind: str, make: Make) -> None:
    (outcome,) = case(make(severity=severity)).result
    assert (type(outcome).__name__, outcome.type) == (kind, severity)


def test_places(place: Span, make: Make) -> None:
    before = place.source.text[: place.start].encode().splitlines(keepends=True) or [b""]
    if before[-1].endswith((b"\n", b"\r")):
        before.append(b"")
    line, column = len(before), len(before[-1].decode()) + 1
    assert case(make(span=place)).name == f"dangling-reference {line}:{column}"


def test_texts_and_paths(awkward: list[Finding]) -> None:
    suites = {suite.name: list(suite) for suite in read(awkward)}
    assert sum(map(len, suites.values())) == len(awkward)
    for finding in awkward:
        one = suites[visible(finding.span.path)].pop(0)
        (outcome,) = one.result
        assert outcome.message == visible(finding.message)
        assert outcome.text.startswith(f"{visible(finding.span.path)}:1:4: {visible(finding.message)}")
        assert one._elem.get("file") == visible(finding.span.path)


def test_the_standard_library_reads_it_too(awkward: list[Finding]) -> None:
    root = ET.fromstring(write(awkward, Reach(4, 1), colour=False))  # noqa: S314 — our own text
    assert {element.tag for element in root.iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
    }
    assert len(root.findall("testsuite/testcase")) == len(awkward)
