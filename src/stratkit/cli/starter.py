"""The plan that `stratkit init` begins with: small, whole, and yours to change."""

from __future__ import annotations

from stratkit.load.folder import PLAN_FILE, SETTINGS_FILE

SCHEMA_FILE = ".stratkit/plan.schema.json"
CI_FILE = ".github/workflows/stratkit.yml"

_LABELS = {
    "action-lines": "",
    "pillars": "  labels:\n    action_line: Pillar\n    axis: Objective\n",
    "goals": "  labels:\n    action_line: Goal\n    axis: Objective\n    outcome: Result\n",
}
STYLES = tuple(_LABELS)

_PLAN = """\
# yaml-language-server: $schema={schema}
format: 1
plan:
  id: our-strategy
  title: Our strategy
  organization:
    name: Our organization
  period:
    start: {year}
    end: {last}
  status: draft
{labels}
vision: A city in which everybody is at home.

challenges:
  - id: dear-housing
    title: Housing is dear

stakeholders:
  - id: secretariat
    name: Secretariat
    kind: group

action_lines:
  - id: homes-for-all
    title: Homes for all
    axes:
      - id: housing-policy
        title: Better housing policy
        outcomes:
          - id: tenants-advised
            title: Tenants know their rights
            challenges: [dear-housing]
            lead: secretariat
            due: {last}
            indicators:
              - id: tenants-reached
                title: Tenants who took advice
                unit: people
                direction: increase
                baseline:
                  date: {before}
                  value: 0
                targets:
                  - date: {last}
                    value: 1500
"""

_SETTINGS = """\
# What holds for every plan in this folder: see the section on settings in stratkit's README.
fail_on: error
"""

_CI = """\
# Checks the plan on every push. In place of REPOSITORY put where you keep stratkit, in place of
# REVISION the revision you use. Other systems: see docs/ci.md there.
name: strategy
on: [push, pull_request]
permissions:
  contents: read
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "stratkit @ git+https://REPOSITORY@REVISION"
      - run: stratkit validate . --format github
"""


def starter_files(style: str, year: int, schema: str) -> dict[str, str]:
    """The files of a new plan, by path: for the three years from `year` on, in the words of a style."""
    plan = _PLAN.format(schema=SCHEMA_FILE, year=year, last=year + 2, before=year - 1, labels=_LABELS[style])
    return {PLAN_FILE: plan, SETTINGS_FILE: _SETTINGS, SCHEMA_FILE: schema, CI_FILE: _CI}
