"""Changes in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote

import jsonschema
import pytest
from markdown_it import MarkdownIt

from stratkit import __version__
from stratkit.check.comparison import Comparison, compare
from stratkit.check.levels import POLICIES
from stratkit.compare.change import Kind
from stratkit.compare.dispositions import Fate
from stratkit.formats.diff.fates import WORDS
from stratkit.formats.diff.markdown import LIMIT
from stratkit.formats.diff.piece import ended, plain
from stratkit.formats.diff.sentences import Sentences
from stratkit.load.workspace import open_workspace
from stratkit.source.shown import visible

Compared = Callable[..., Comparison]
FORMATS = ("full", "concise", "json", "markdown", "github")
LISTS = ("concise", "json", "github")
"""Formats that tell each change by itself; the others tell it with what it is about."""
each_format = pytest.mark.parametrize("form", FORMATS)


def written(form: str, comparison: Comparison, **options: bool) -> str:
    text: str = import_module(f"stratkit.formats.diff.{form}").write(comparison, **options)
    return text.replace(f'"{__version__}"', '"VERSION"')


def words(form: str, text: str) -> str:
    """What a reader of a format reads, without its marks."""
    if form == "json":
        changes = json.loads(text)["changes"]
        text = "\n".join(f"{change['sentence']}\n{change['fingerprint']}" for change in changes)
    if form == "github":
        text = unquote(text)
    if form == "markdown":
        text = "".join(_texts(text))
    return re.sub(r"\[-|-\]|\{\+|\+\}|\*|\u200b", "", text)


def _texts(text: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        for child in token.children or ():
            yield child.content if child.type in ("text", "code_inline") else ""
        yield "\n"


def sentences(comparison: Comparison) -> dict[str, set[str]]:
    """The sentences on the changes of each kind, as a reader reads them."""
    told = Sentences(comparison)
    found: dict[str, set[str]] = {}
    for one in comparison.judgement.changes:
        said = words("full", plain(told.of(one)))
        found.setdefault(one.change.kind, set()).add(said)
    return found


def names_told(form: str, comparison: Comparison) -> list[str]:
    """The fingerprints of the changes that only follow from no other, which a format leaves out."""
    follows, told = comparison.consequences, words(form, written(form, comparison))
    return [
        one.fingerprint
        for one in comparison.judgement.changes
        if one.fingerprint not in told and (id(one.change) not in follows or form in LISTS)
    ]


@each_format
def test_every_kind_of_change_is_in_every_format(harbour: dict[str, Comparison], form: str) -> None:
    kinds: set[str] = set()
    for comparison in harbour.values():
        assert names_told(form, comparison) == []
        kinds.update(one.change.kind for one in comparison.judgement.changes)
    assert kinds == set(get_args(Kind))


def test_every_case_is_told_in_every_format(case: Comparison, schema: dict[str, Any]) -> None:
    expected = {one for said in sentences(case).values() for one in said}
    for form in LISTS:
        told = words(form, written(form, case))
        assert [one for one in expected if one not in told] == []
    for form in FORMATS:
        assert names_told(form, case) == []
    answer = json.loads(written("json", case))
    jsonschema.Draft7Validator(schema).validate(answer)
    assert len(answer["changes"]) == len(case.judgement.changes)


@each_format
@pytest.mark.parametrize("name", ["revision", "cycle"])
def test_golden(
    harbour: dict[str, Comparison], form: str, name: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"{name}.{form}.txt", written(form, harbour[name], impact=True))


@each_format
def test_golden_of_a_real_pair(root: Path, form: str, golden: Callable[[str, str], None]) -> None:
    plans = (root / f"plans/cities-alliance-{years}" for years in ("2014-2017", "2018-2021"))
    old, new = (open_workspace(plan, root) for plan in plans)
    golden(f"cities-alliance.{form}.txt", written(form, compare(old, new)))


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", ["revision", "cycle"])
def test_json_keeps_its_schema(
    harbour: dict[str, Comparison], schema: dict[str, Any], name: str, policy: str
) -> None:
    difference = harbour[name].difference
    answer = json.loads(written("json", compare(difference.old, difference.new, policy), impact=True))
    jsonschema.Draft7Validator(schema).validate(answer)
    assert answer["policy"] == policy


def test_schema_names_what_there_is(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)
    definitions = schema["definitions"]
    assert definitions["change"]["properties"]["kind"]["enum"] == list(get_args(Kind))
    assert definitions["disposition"]["properties"]["fate"]["enum"] == list(get_args(Fate)) == list(WORDS)


@pytest.fixture
def schema(root: Path) -> Any:
    return json.loads((root / "schema/diff.schema.json").read_text(encoding="utf-8"))


def test_what_is_weaker_comes_first(harbour: dict[str, Comparison]) -> None:
    for form in ("full", "markdown"):
        told = written(form, harbour["revision"])
        places = [told.index(title) for title in ("Weaker than before", "Cannot be decided", "Accepted (1)")]
        assert places == sorted(places)
    assert written("github", harbour["revision"]).startswith("::error ")
    before_the_fold = written("markdown", harbour["revision"]).split("<details>")[0]
    assert before_the_fold.count("- ") == harbour["revision"].judgement.counts["error"]


def test_a_strict_policy_says_so(harbour: dict[str, Comparison]) -> None:
    difference = harbour["revision"].difference
    told = written("full", compare(difference.old, difference.new, "strict"))
    assert "\nWeaker than before, or not certain to be as strong (" in told
    assert "Cannot be decided" not in told


@each_format
def test_a_decision_is_told_with_its_change(harbour: dict[str, Comparison], form: str) -> None:
    text = written(form, harbour["revision"])
    if form == "concise":
        assert re.search(r"lowered from 90 to 60 clients \(accepted\)\n", text)
    elif form == "json":
        (accepted,) = (change["accepted"] for change in json.loads(text)["changes"] if change["accepted"])
        assert accepted == {
            "reason": "The port of the north left the league.",
            "by": "board",
            "date": "2022-05-12",
        }
    else:
        assert "Accepted by Board on 2022-05-12: The port of the north left the league." in words(form, text)


def test_a_question_names_the_line_that_settles_it(harbour: dict[str, Comparison]) -> None:
    for form in ("full", "markdown", "json", "github"):
        assert "was: [safe]" in written(form, harbour["revision"])
        assert "succeeds: [lamps]" in written(form, harbour["cycle"])
    full = written("full", harbour["cycle"])
    assert re.search(r"write beside its id, second/plan\.yaml:\d+: succeeds: \[lamps\]", full)


def test_no_change_is_one_calm_sentence(compared: Compared) -> None:
    text = "format: 1\nplan: {id: p, title: Ports, organization: {name: O}}\n"
    comparison = compared(text, text)
    assert written("full", comparison) == "Nothing has changed in *Ports*.\n"
    assert written("markdown", comparison) == "Nothing has changed in **Ports**.\n"
    assert (written("concise", comparison), written("github", comparison)) == ("", "")
    assert json.loads(written("json", comparison))["changes"] == []
    assert written("full", compared(text, text.replace("id: p", "id: q"))) == (
        "All that *Ports* promises goes on unchanged in *Ports*.\n"
    )


HOSTILE = """\
format: 1
plan: {{id: p, title: {0}, organization: {{name: O}}}}
vision: {0}
themes: [{{id: quiet, title: {0}, text: {1}}}]
outcomes: [{{id: o, title: {0}, themes: [quiet], indicators: [{{id: i, title: {0}, unit: {1}}}]}}]
"""


@each_format
def test_a_title_does_no_harm(compared: Compared, nasty: str, form: str) -> None:
    if not nasty.strip() or any("\ud800" <= one <= "\udfff" or one in "\ufffe\uffff" for one in nasty):
        return
    old, new = (HOSTILE.format(json.dumps("x" + nasty + end), json.dumps(end + nasty)) for end in "ab")
    comparison = compared(old, new.replace("outcomes: [{id: o,", "outcomes: [{id: other,"))
    text = written(form, comparison, impact=True)
    if form == "json":
        assert json.loads(text)["changes"]
        return
    assert all(line == visible(line) for line in text.split("\n"))
    if form == "github":
        assert all(re.match(r"::(error|warning|notice) file=[^:]*::", line) for line in text.splitlines())
    if form == "markdown":
        assert _tags(text) <= {
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "li",
            "strong",
            "code",
            "br",
            "del",
            "ins",
            *_FOLDS,
        }
        assert re.search(r"@\w|(?<!&)#\d", re.sub("`+ .*? `+", "", text)) is None


_FOLDS = {"details", "summary", "table", "thead", "tbody", "tr", "th", "td"}


def _tags(text: str) -> set[str]:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return set(re.findall(r"<([a-z][a-z0-9]*)", html))


def test_colour_only_where_it_is_wanted(harbour: dict[str, Comparison]) -> None:
    painted, bare = (written("full", harbour["revision"], colour=colour) for colour in (True, False))
    assert "\x1b[" not in bare
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == bare != painted


def test_a_comment_keeps_to_its_limit(compared: Compared) -> None:
    head = "format: 1\nplan: {id: p, title: P, organization: {name: O}}\nthemes:\n"
    rows = [f"  - {{id: t{number}, title: Theme {number} {'far ' * 30}}}\n" for number in range(800)]
    text = written("markdown", compared(head + "".join(rows), head + rows[0]))
    assert LIMIT - 4000 < len(text) <= LIMIT
    assert re.search(r"\nThere is more: \d+ lines are left out\.\n", text)
    assert text.count("<details>") == text.count("</details>")


def test_long_titles_leave_room_for_others(compared: Compared) -> None:
    long, head = "@far*" * 18_000, "format: 1\nplan: {{id: p, title: {0}, organization: {{name: O}}}}\n"
    themes = f"themes: [{{id: a, title: '{long}'}}, {{id: b, title: Quiet}}]\n"
    text = written("markdown", compared(head.format(f"'{long}'") + themes, head.format(f"'{long}'")))
    assert len(text) <= LIMIT
    assert "**Quiet**" in text
    assert "left out" not in text


def test_a_stop_ends_a_sentence_once(harbour: dict[str, Comparison]) -> None:
    told = Sentences(harbour["revision"])
    for one in harbour["revision"].judgement.changes:
        assert re.search(r"[^.][.?!…]”?(-\]|\+\})?$|\w\.$", plain(ended(told.of(one))))
