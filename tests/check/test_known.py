"""Findings stay known while lines move and words change, and are new once what they are about changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stratkit.check.catalogue import CODES
from stratkit.check.finding import Finding, find
from stratkit.check.known import Entry, entries_text, entry, gone, part, read_entries
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]
HEADER = "format: 1\nplan: {id: small, title: Small, organization: {name: A network}}\n"
BODY = """\
themes:
  - id: quiet
    title: Quiet
outcomes:
  - id: signs
    title: Signs
    summary: Signs along the [quays](#quays)
    themes: [quite]
    due: 2021-13
"""


def findings(workspace: Workspace) -> list[Finding]:
    return [finding for finding in find(workspace) if finding.severity == "error"]


def entries(workspace: Workspace) -> set[Entry]:
    return {entry(finding) for finding in findings(workspace)}


def test_what_a_finding_is_named_by(plan_of: PlanOf) -> None:
    found = findings(plan_of(BODY))
    assert [(one.code, one.element) for one in found] == [
        ("dangling-link", "signs"),
        ("dangling-reference", "signs"),
        ("invalid-date", "signs"),
    ]
    assert len({one.fingerprint for one in found}) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("themes:\n  - id: quiet", "# Lines move.\n\nthemes:\n  - id: quiet"),
        ("Signs along the", "Signs and lamps along all the"),
        ("title: Quiet\n", "title: Calm\n"),
        ("    due: 2021-13\n", "    lead: small-network\n    due: 2021-13\n"),
        ("themes: [quite]", "themes:\n      - quiet\n      - quite"),
    ],
)
def test_stays_known(old: str, new: str, plan_of: PlanOf) -> None:
    known = entries(plan_of(BODY))
    assert len(known) == 3
    changed = BODY.replace(old, new)
    assert changed != BODY
    assert known <= entries(plan_of(changed))


def test_stays_known_in_another_file(plan_of: PlanOf) -> None:
    known = entries(plan_of(BODY))
    themes, outcomes = BODY.split("outcomes:")
    assert entries(plan_of(themes, more="outcomes:" + outcomes)) == known


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[quite]", "[qiet]", "dangling-reference"),
        ("themes: [quite]", "challenges: [quite]", "dangling-reference"),
        ("2021-13", "2022-13", "invalid-date"),
        ("id: signs", "id: sign", ""),
    ],
)
def test_is_new_once_it_is_about_something_else(old: str, new: str, code: str, plan_of: PlanOf) -> None:
    known = entries(plan_of(BODY))
    new_codes = {one.code for one in entries(plan_of(BODY.replace(old, new))) - known}
    assert new_codes == ({code} if code else {one.code for one in known})


def test_alike_ones_are_counted(plan_of: PlanOf) -> None:
    once = findings(plan_of("themes:\n  - {id: a, title: A, audience: [all]}\n"))
    twice = findings(plan_of("themes:\n  - {id: a, title: A, audience: [all, all]}\n"))
    assert [one.fingerprint for one in twice] == [once[0].fingerprint, twice[1].fingerprint]
    assert twice[1].fingerprint != once[0].fingerprint


def test_prose_in_a_file_belongs_to_the_element_that_names_it(tmp_path: Path, plan_of: PlanOf) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/quiet.md").write_text("See [this](#nothing).\n", "utf-8")
    (found,) = findings(plan_of("themes:\n  - {id: quiet, title: Quiet, text: {file: quiet.md}}\n"))
    assert (found.span.path, found.element) == ("plan/quiet.md", "quiet")


def test_parting(plan_of: PlanOf) -> None:
    found = findings(plan_of(BODY))
    names = [entry(one) for one in found]
    assert part(found, {names[0], names[2]}) == ([found[1]], [found[0], found[2]])


def test_what_is_gone(plan_of: PlanOf) -> None:
    found = findings(plan_of(BODY))
    mended = Entry("small", "invalid-date", "quiet", "0" * 16)
    no_rule = Entry("another", "no-such-rule", "quiet", "0" * 16)
    others = Entry("another", "invalid-date", "quiet", "0" * 16)
    off = Entry("small", "wrong-type", "quiet", "0" * 16)
    checked = {("small", code) for code in CODES if code != "wrong-type"}
    assert gone([*map(entry, found), mended, others, off, no_rule], found, checked) == {mended, no_rule}


def test_a_fault_of_the_settings_belongs_to_no_plan(plan_of: PlanOf, tmp_path: Path) -> None:
    (tmp_path / "stratkit.yaml").write_text("colour: blue\n", "utf-8")
    one, other = (entries(plan_of(header=HEADER.replace("small", name))) for name in ("one", "two"))
    assert one == other
    assert [name[:3] for name in one] == [("", "unknown-setting", "")]
    assert "`stratkit.yaml`" in str(*one)


def test_a_plan_without_an_id_is_called_after_its_folder(plan_of: PlanOf) -> None:
    found = entries(plan_of(header="format: 1\n"))
    assert {name.plan for name in found} == {"plan"}


def test_file_reads_back_and_is_the_same_every_time() -> None:
    held = {Entry("b", "x", "é", "1"), Entry("a", "x", "", "2")}
    text = entries_text(held)
    assert read_entries(text) == held
    assert text == entries_text(sorted(held, reverse=True))
    assert [line.strip()[:14] for line in text.splitlines()[3:5]] == ['{"plan": "a", ', '{"plan": "b", ']
    assert read_entries(entries_text([])) == set()


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"version": 1}', '{"version": 1, "findings": [{"code": "x"}]}', "[" * 100_000]
)
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a file of known findings"):
        read_entries(text)


def test_later_versions_are_refused() -> None:
    with pytest.raises(ValueError, match="version 2"):
        read_entries('{"version": 2, "findings": []}')
