"""Two wordings of one text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratkit.compare.rewording import MOST, reword


def told(before: str, after: str) -> str:
    marks = {"both": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[run.side].format(run.text) for run in reword(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Quays are deep.", "Quays are deep.", "Quays are deep."),
        ("Quays are\n  deep.", "Quays are deep.", "Quays are deep."),
        ("Quays are deep.", "Quays are very deep.", "Quays are {+very+} deep."),
        ("Quays are very deep.", "Quays are deep.", "Quays are [-very-] deep."),
        ("Quays are deep today", "Quays are deep", "Quays are deep [-today-]"),
        ("Safe, deep", "Safe deep ports", "Safe [-,-] deep {+ports+}"),
        ("We lend to 90 ports.", "We lend to 60 ports.", "We lend to [-90-]{+60+} ports."),
        ("Up by 1,200.5 a year", "Up by 1,300.5 a year", "Up by [-1,200.5-]{+1,300.5+} a year"),
        ("Housing", "Homes for all", "[-Housing-]{+Homes for all+}"),
        ("a b c d e f. X", "g h i j k l. Y", "[-a b c d e f. X-]{+g h i j k l. Y+}"),
        ("the old big port", "the new small port", "the [-old big-]{+new small+} port"),
        ("都市の港は深い", "都市の港は浅い", "都市の港は[-深-]{+浅+}い"),
        ("", "New", "{+New+}"),
        ("Old", "", "[-Old-]"),
    ],
)
def test_words(before: str, after: str, expected: str) -> None:
    assert told(before, after) == expected


@given(st.text(alphabet="ab c.,\n都1"), st.text(alphabet="ab c.,\n都1"))
def test_both_wordings_are_there_in_full(before: str, after: str) -> None:
    runs = reword(before, after)
    for side, text in (("old", before), ("new", after)):
        read = "".join(run.text for run in runs if run.side in ("both", side))
        assert "".join(read.split()) == "".join(text.split())
    assert all(run.text for run in runs)


def test_long_texts_take_no_time() -> None:
    words = [f"word{number % 3}" for number in range(900)]
    start = time.process_time()
    assert reword(" ".join(words), " ".join(words[1::2]))
    assert MOST < 300 * 150 * 3
    many = " ".join(f"word{number}" for number in range(20_000))
    assert told(f"a {many} b", f"x {many} y") == f"[-a-]{{+x+}} {many} [-b-]{{+y+}}"
    assert time.process_time() - start < 2
