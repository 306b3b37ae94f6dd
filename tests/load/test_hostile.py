"""Whatever stands in a plan, it is read, or refused with findings: nothing else is ever raised."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratkit import shipped
from stratkit.check import catalogue
from stratkit.check.finding import find
from stratkit.load.workspace import NoPlan, open_workspace

TEXTS = [path.read_text("utf-8") for path in sorted(shipped.plans().glob("*/plan.yaml"))]
ODD = [
    *"\"'[]{}#&*!|>%@`:,?-~<=\\\t\r\n ",
    *("\0", "\x1b", "\x85", "\u2028", "\ufeff", "\N{COMBINING ACUTE ACCENT}", "𝒜", "é"),
    *(
        "- ",
        ": ",
        " #x",
        "\n---\n",
        "\n  ",
        "<<: *a",
        "&a ",
        "*a",
        "!!x ",
        "null",
        "](#x)",
        "id: ",
        "{file: .}",
    ),
    *("succeeds: [a]", "previous: ..", "2021-13", "1,000", "title: {en: x}", "[[[", "a: b: c", "- - -"),
]
QUICK = settings(max_examples=400, deadline=None, derandomize="HYPOTHESIS_SEED" not in os.environ)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plan")


def check(folder: Path, content: bytes) -> None:
    path = folder / "plan.yaml"
    path.write_bytes(content)
    try:
        findings = find(open_workspace(path, folder))
    except NoPlan as refusal:
        pytest.fail(f"a file is there: {refusal}")
    for finding in findings:
        text = finding.span.source.text
        assert finding.code in catalogue.CODES
        assert finding.message.strip()
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert 1 <= finding.span.line <= len(text.splitlines()) + 1
        assert finding.span.column >= 1
    places = [(finding.code, finding.span.path, finding.span.start, finding.message) for finding in findings]
    assert len(places) == len(set(places))


def mutate(text: str, dice: random.Random) -> str:
    """A text with a few slips of the pen: something odd put in, cut out, moved or said twice."""
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice([0, 1, 1, 3, 20, 200]))
        part = text[start:end]
        other = dice.randrange(len(text) + 1)
        text = dice.choice(
            [
                text[:start] + dice.choice(ODD) + text[start:],
                text[:start] + dice.choice(ODD) + text[end:],
                text[:start] + text[end:],
                text[:start] + part + part + text[end:],
                text[:other] + part + text[other:],
            ]
        )
    return text


@QUICK
@given(content=st.binary(max_size=300))
def test_any_bytes(folder: Path, content: bytes) -> None:
    check(folder, content)


@QUICK
@given(words=st.lists(st.sampled_from([*ODD, "plan", "title", "themes", "outcomes", "a", "1"]), max_size=40))
def test_any_words_of_yaml(folder: Path, words: list[str]) -> None:
    check(folder, "".join(words).encode())


@QUICK
@given(text=st.sampled_from(TEXTS), dice=st.randoms(use_true_random=False))
def test_any_slip_in_a_real_plan(folder: Path, text: str, dice: random.Random) -> None:
    check(folder, mutate(text, dice).encode())


def test_there_are_plans_to_slip_in() -> None:
    assert len(TEXTS) >= 4
    assert all(len(text) > 1000 for text in TEXTS)
