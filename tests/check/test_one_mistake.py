"""One mistake of an author is one finding, of whatever rules the same words may be the concern."""

from pathlib import Path

import pytest

from stratkit.check.finding import Finding, find
from stratkit.load.workspace import open_workspace

HEAD = "format: 1\nplan:\n  id: quays-2025\n  title: Quays\n  organization: {id: port, name: Port}\n"
BEFORE = "format: 1\nplan:\n  id: quays-2020\n  title: Quays\n  organization: {id: port, name: Port}\n"
EARLIER = """\
themes:
  - {id: calm, title: Calm}
outcomes:
  - {id: sheds, title: Sheds}
"""
PLAN = """\
  period: {start: 2025, end: 2028}
  previous: ../before
vision: {en: Quiet quays, fr: Des quais calmes}
themes:
  - id: quiet
    title: Quiet
    succeeds: [calm]
  - id: green
    title: Green
    summary: Less smoke.
challenges:
  - id: noise
    title: Noise
action_lines:
  - id: nights
    title: Nights
    lead: port
    axes:
      - id: cranes
        title: Cranes
      - id: rails
        title: Rails
        outcomes:
          - id: sleepers
            title: Sleepers
            challenges: [noise]
            themes: [quiet, green]
            lead: tracks
            indicators:
              - id: trained
                title: People trained
                unit: people
                direction: increase
                aggregate: sum
                groups: {sex: [women, men]}
                targets:
                  - {date: 2028, value: 90}
              - id: rating
                title: Rating
                scale: [low, fair, high]
                direction: maintain
                targets:
                  - date: 2027
                    value: fair
            milestones:
              - {id: tender, title: Tender, due: 2026}
              - {id: works, title: Works, due: 2027}
outcomes:
  - id: lifts
    title: Lifts
    parent: cranes
    lead: port
    challenges: [noise]
    indicators:
      - id: dark
        title: Dark nights
        unit: nights
        direction: increase
        aggregate: per_period
        baseline: {date: 2024, value: 3}
        targets: [{date: 2027, value: 20}, {date: 2028, value: 10}]
stakeholders:
  - id: tracks
    name: Tracks
updates:
  - id: report-2025
    title: First report
    period: 2025
    entries:
      - about: tender
        status: completed
        evidence: ["[Tender](https://example.org/tender)"]
    readings:
      - indicator: trained
        value: 20
      - {indicator: trained, value: 12, group: {sex: women}}
      - {indicator: trained, value: 8, group: {sex: men}}
      - {indicator: rating, value: fair}
  - id: report-2026
    title: Second report
    period: 2026
    entries:
      - {about: works, status: completed, date: 2026-05}
      - {about: tender, status: completed}
      - {about: sleepers, status: completed, text: It is quiet.}
    readings:
      - {indicator: trained, value: 21, date: 2025, note: One came late.}
      - {indicator: trained, value: 80}
      - {indicator: dark, value: 3, date: 2026-Q4}
      - {indicator: dark, value: 9, date: 2026-H2}
retired:
  - {element: sheds, fate: completed}
"""


def findings(folder: Path, plan: str) -> list[Finding]:
    for name, text in (("before", BEFORE + EARLIER), ("now", HEAD + plan)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "plan.yaml").write_text(text, "utf-8")
    (folder / "stratkit.yaml").touch()
    return find(open_workspace(folder / "now", folder))


def test_the_plan_is_sound(tmp_path: Path) -> None:
    assert findings(tmp_path, PLAN) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("12, group:", "12, gruop:", "unknown-key"),
        ("date: 2025, note", "dat: 2025, note", "unknown-key"),
        ("note: One", "nte: One", "unknown-key"),
        ("sex: women", "sex: []", "wrong-type"),
        ("- indicator: trained\n        value", "- indicator: trained\n        vlaue", "unknown-key"),
        ("        evidence:", "        evidnce:", "unknown-key"),
        ("    entries:\n      - about", "    entires:\n      - about", "unknown-key"),
        ("- about: tender", "- abuot: tender", "unknown-key"),
        ("- about: tender", "- about: tendr", "dangling-reference"),
        ("- about: tender", "- about: []", "wrong-type"),
        ("{about: works, status", "{about: works, statsu", "unknown-key"),
        ("{about: works,", "{about: [],", "wrong-type"),
        ("{about: works,", "{", "missing-key"),
        ("{about: works, status: completed, date: 2026-05}", "as before", "wrong-type"),
        ("period: 2026", "period: {start: 2026, end: 1815}", "invalid-value"),
        ("2026-05", "May", "invalid-date"),
        ("    title: Second report\n    period", "    title: Second report\n    peroid", "unknown-key"),
        ("aggregate: sum", "aggregate: summ", "invalid-value"),
        ("aggregate: sum", "agregate: sum", "unknown-key"),
        ("aggregate: per_period", "aggregate: per_peroid", "invalid-value"),
        ("aggregate: per_period", "agregate: per_period", "unknown-key"),
        ("direction: maintain", "direction: maintian", "invalid-value"),
        ("scale: [low", "scalqe: [low", "unknown-key"),
        ("2028, value: 90", "2028, vaule: 90", "unknown-key"),
        ("  previous:", "  previouqs:", "unknown-key"),
        ("fr: Des", "french: Des", "unknown-key"),
        ("fr: Des", "fr_FR: Des", "unknown-key"),
        ("element: sheds", "element: []", "wrong-type"),
        ("element: sheds", "elemnt: sheds", "unknown-key"),
        ("{element: sheds, ", "{", "missing-key"),
        ("parent: cranes", "parent: []", "wrong-type"),
        ("lead: tracks", "lead: []", "wrong-type"),
        ("themes: [quiet, green]", "themes: [[quiet], green]", "wrong-type"),
    ],
)
def test_a_slip_in_a_key_or_value(tmp_path: Path, right: str, wrong: str, code: str) -> None:
    assert PLAN.count(right) == 1
    (finding,) = findings(tmp_path, PLAN.replace(right, wrong))
    at = len(HEAD) + PLAN.index(right)
    assert finding.code == code
    assert at <= finding.span.start < at + len(wrong)


def test_an_id_that_is_like_several(tmp_path: Path) -> None:
    plan = (
        PLAN.replace("tender", "stage-1")
        .replace("works", "stage-2")
        .replace("about: stage-2", "about: stage-q")
    )
    assert [finding.code for finding in findings(tmp_path, plan)] == ["dangling-reference"]


def test_a_copy_of_a_report(tmp_path: Path) -> None:
    report = PLAN[PLAN.index("  - id: report-2026") : PLAN.index("retired:")]
    (finding,) = findings(tmp_path, PLAN.replace(report, report + report))
    assert (finding.code, finding.span.text) == ("duplicate-id", "report-2026")


def lost(line: str) -> str:
    """The plan without one line."""
    assert PLAN.count(line + "\n") == 1
    return PLAN.replace(line + "\n", "")


@pytest.mark.parametrize(
    ("line", "code", "words", "mend"),
    [
        ("  - id: nights", "wrong-type", "title: Nights", "begin each element with a hyphen: `- id: …`"),
        (
            "          - id: sleepers",
            "wrong-type",
            "title: Sl",
            "begin each element with a hyphen: `- id: …`",
        ),
        ("  - id: green", "duplicate-key", "title", "a hyphen and an id are missing before it"),
        ("  - id: report-2026", "duplicate-key", "title", "a hyphen and an id are missing before it"),
        ("              - id: rating", "duplicate-key", "title", "a hyphen and an id are missing before it"),
    ],
)
def test_a_lost_beginning_of_an_element(tmp_path: Path, line: str, code: str, words: str, mend: str) -> None:
    (finding,) = findings(tmp_path, lost(line))
    assert finding.code == code
    assert finding.span.text.startswith(words)
    assert mend in finding.help


@pytest.mark.parametrize(
    ("line", "words", "mend"),
    [
        ("            milestones:", "due", "if a milestone begins here, `milestones:` is missing above it"),
        ("stakeholders:", "name", "if a stakeholder begins here, `stakeholders:` is missing above it"),
        ("updates:", "title", "if an update begins here, `updates:` is missing above it"),
        ("retired:", "element", "if a retirement begins here, `retired:` is missing above it"),
    ],
)
def test_a_lost_key_above_a_list(tmp_path: Path, line: str, words: str, mend: str) -> None:
    (finding,) = findings(tmp_path, lost(line))
    assert (finding.code, finding.span.text, finding.help) == ("unknown-key", words, mend)


def test_what_stands_twice_in_one_mapping_is_told_once(tmp_path: Path) -> None:
    summary = "    summary: Less smoke.\n"
    twice = f"{summary}    title: Blue\n{summary}    number: 3\n"
    (finding,) = findings(tmp_path, PLAN.replace(summary, twice))
    assert finding.code == "duplicate-key"
    assert finding.message == "the key `title` stands here a second time, as does another below"


def test_a_lost_path_to_the_previous_plan(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, lost("  previous: ../before"))
    assert (finding.code, finding.span.text) == ("unknown-predecessor", "calm")


def test_words_that_are_numbers_are_refused_where_no_scale_is_lost(tmp_path: Path) -> None:
    plan = PLAN.replace("value: 80}", "value: thirty}")
    assert [finding.code for finding in findings(tmp_path, plan)] == ["invalid-value"]


def test_other_faults_are_told_beside_it(tmp_path: Path) -> None:
    plan = PLAN.replace("12, group:", "12, gruop:").replace("about: works", "about: work-s")
    assert [finding.code for finding in findings(tmp_path, plan)] == ["unknown-key", "dangling-reference"]
