"""The reference page of the rules, from what each says of itself: docs/rules.md."""

from __future__ import annotations

from stratkit.check.catalogue import CODES, GROUPS, Rule, rule

_OPENING = """\
# The rules

<!-- Generated from the docstrings in src/stratkit/check/rules. To change it, change them. -->

`stratkit validate` checks these. `stratkit rule CODE` prints one of them in the terminal.

An **error** is a fault in the plan, a **warning** something its readers will stumble over, an **info** something its authors may
want to know. `stratkit.yaml` changes that for all plans of a project, or turns a rule off:

```yaml
rules:
  outcome-without-lead: error
  same-text-twice: off
```

A comment silences a rule at one place: on the line of the finding, or alone on the line above it. It gives a reason. Where the YAML
names a Markdown file, it holds for all of that file.

```yaml
colour: blue  # stratkit: ignore[unknown-key] — the web site reads it
```

In an example, a comment such as `# stratkit.yaml` names the file that follows.

"""


def rules_text() -> str:
    """The page as Markdown."""
    parts = [_OPENING, _contents()]
    for group, codes in GROUPS.items():
        parts.append(f"## {group}\n\n")
        parts += [_section(rule(code)) for code in codes]
    return "".join(parts).rstrip() + "\n"


def _contents() -> str:
    rows = (f"| [`{one.code}`](#{one.code}) | {one.severity} | {one.summary} |\n" for one in map(rule, CODES))
    return "| rule | | what it asks |\n|---|---|---|\n" + "".join(rows) + "\n"


def _section(one: Rule) -> str:
    return (
        f"### {one.code}\n\n**{one.severity}.** {one.summary}\n\n{one.why}\n\n"
        f"Bad:\n\n```yaml\n{one.bad}\n```\n\nGood:\n\n```yaml\n{one.good}\n```\n\n"
    )
