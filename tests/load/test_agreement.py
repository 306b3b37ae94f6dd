from collections.abc import Callable

import pytest

from stratkit.check.finding import STRUCTURE, find
from stratkit.load.agreement import kinds, label_names
from stratkit.load.workspace import Workspace

PlanOf = Callable[..., Workspace]

FIELDS = """\
fields:
  - {id: ward, title: Ward, of: [outcome], type: number}
  - {id: built, title: Built, of: [outcome], type: date}
  - {id: size, title: Size, type: choice, values: [small, large]}
  - {id: see, title: See, type: reference}
  - {id: note, title: Note, type: text}
"""


def outcome(fields: str) -> str:
    return FIELDS + f"outcomes:\n  - id: clean\n    title: Clean\n    fields: {{{fields}}}\n"


def indicator(rest: str) -> str:
    return f"indicators:\n  - id: noise\n    title: Noise\n    {rest}\n"


def test_own_fields_that_agree(plan_of: PlanOf) -> None:
    body = outcome("ward: 3.5, built: 2024-Q1, size: large, see: clean, note: anything")
    body += "themes: [{id: quiet, title: Quiet, fields: {size: small}}]\n"
    assert find(plan_of(body), STRUCTURE) == []


THEME_WITH_WARD = FIELDS + "themes: [{id: q, title: Q, fields: {ward: 3}}]"
THEME_WITHOUT = "fields: [{id: a, title: Ward, of: [theme], required: true}]\nthemes: [{id: q, title: Q}]"


@pytest.mark.parametrize(
    ("body", "place", "said", "mend"),
    [
        (outcome("ward: two"), "invalid-value: two", "not a number", "write digits"),
        (outcome("built: 1/2/2024"), "invalid-date: 1/2/2024", "not a date", "`2024-02-01`"),
        (outcome("size: lage"), "invalid-value: lage", "`lage`", "did you mean `large`?"),
        (outcome("size: huge"), "invalid-value: huge", "`huge`", "it is one of `small`, `large`"),
        (outcome("see: claen"), "dangling-reference: claen", "`claen`", "did you mean `clean`?"),
        (outcome("wrad: 3"), "unknown-key: wrad", "no field with the id `wrad`", "did you mean `ward`?"),
        (outcome("port: 3"), "unknown-key: port", "no field with the id `port`", "declare it"),
        (THEME_WITH_WARD, "unknown-key: ward", "for a theme", "add `theme`"),
        (THEME_WITHOUT, "missing-key: q", "every theme has to carry the field `a`", "Ward"),
        ("fields: [{id: a, title: A, of: [outcomes]}]", "invalid-value: outcomes", "kind", "mean `outcome`?"),
        (indicator("baseline: {value: 8.9%}"), "invalid-value: 8.9%", "not a number", "`unit: percent`"),
        (indicator("targets: [{value: '8,9'}]"), "invalid-value: '8,9'", "not a number", "`8.9`"),
        (indicator("targets: [{date: 2024}]"), "missing-key: date", "the target has no `value`", "`min:`"),
        (indicator("targets: [{min: 9, max: 3}]"), "invalid-value: 9", "`min` 9 lies above `max` 3", "swap"),
        (
            indicator("scale: [low]\n    baseline: {value: lwo}"),
            "invalid-value: lwo",
            "scale",
            "did you mean `low`?",
        ),
        (indicator("scale: [low]\n    baseline: {value: 3}"), "invalid-value: 3", "`3` is no word", "`low`"),
        (
            "themes: [{id: q, title: Q, reading: [text]}]",
            "invalid-value: text",
            "no `text` here",
            "name keys",
        ),
        ("  labels: {outcom: {one: Result}}", "unknown-key: outcom", "`outcom`", "did you mean `outcome`?"),
        ("  labels: {pier: Pier}", "unknown-key: pier", "no key or status `pier`", "as for one"),
    ],
)
def test_what_does_not_agree_is_one_finding(
    plan_of: PlanOf, body: str, place: str, said: str, mend: str
) -> None:
    (finding,) = find(plan_of(body + "\n"), STRUCTURE)
    assert f"{finding.code}: {finding.span.text}" == place
    assert said in finding.message
    assert mend in finding.help


def test_readings_agree_with_the_scale_of_their_indicator(plan_of: PlanOf) -> None:
    body = indicator('scale: ["1", "2.0", high]') + (
        "updates:\n  - id: a\n    readings:\n"
        "      - {indicator: noise, value: 1}\n"
        "      - {indicator: noise, value: 2.0}\n"
        "      - {indicator: noise, value: '2.0'}\n"
        "      - {indicator: noise, value: high}\n"
        "      - {indicator: noise}\n"
        "      - {indicator: noise, value: 2}\n"
        "      - {indicator: noise, value: low}\n"
    )
    assert [(f.code, f.span.text) for f in find(plan_of(body), STRUCTURE)] == [
        ("invalid-value", "2"),
        ("invalid-value", "low"),
    ]


def test_unknown_indicator_is_one_finding(plan_of: PlanOf) -> None:
    (finding,) = find(plan_of("updates: [{id: a, readings: [{indicator: none, value: low}]}]\n"), STRUCTURE)
    assert finding.code == "dangling-reference"


def test_broken_declaration_does_not_make_its_uses_wrong(plan_of: PlanOf) -> None:
    body = "fields: [{id: Ward, title: Ward}]\nthemes: [{id: q, title: Q, fields: {ward: 3}}]\n"
    assert [finding.code for finding in find(plan_of(body), STRUCTURE)] == ["invalid-id"]


def test_labels_for_kinds_keys_and_statuses(plan_of: PlanOf) -> None:
    names = (
        "action_line",
        "outcomes",
        "vision",
        "key_idea",
        "on_track",
        "cross_cutting",
        "history",
        "activity",
    )
    assert set(names) <= label_names()
    assert {"outcome", "axis", "focus_area", "theme"} <= kinds()
    assert find(plan_of("  labels:\n" + "".join(f"    {name}: Word\n" for name in names)), STRUCTURE) == []
