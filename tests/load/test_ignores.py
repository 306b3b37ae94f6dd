"""Comments that silence findings: which are comments, and which lines they speak of."""

import pytest

from stratkit.load.ignores import ignores
from stratkit.source.text import SourceText

Found = tuple[list[str], str, int, int]


def found(text: str) -> list[Found]:
    source = SourceText("plan.yaml", text)
    return [([code.text for code in one.codes], one.reason, one.first, one.last) for one in ignores(source)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # stratkit: ignore[x] — why\n", (["x"], "why", 1, 1)),
        ("a: 1 # stratkit: ignore[x, y-z] -- why not\n", (["x", "y-z"], "why not", 1, 1)),
        ("a: 1\t#stratkit:ignore[x]: why\r\n", (["x"], "why", 1, 1)),
        ("a: 1 # stratkit: ignore[x] why\n", (["x"], "", 1, 1)),
        ("a: 1 # stratkit: ignore[x]", (["x"], "", 1, 1)),
        ("a: 1 # stratkit: ignore — why\n", ([], "why", 1, 1)),
        ("# stratkit: ignore[x] — why\n\n# and this\na: 1\nb: 2\n", (["x"], "why", 4, 4)),
        ("a: 1\n# stratkit: ignore[x] — why\n", (["x"], "why", 2, 2)),
        ("a: >- # stratkit: ignore[x] — why\n  one\n  two\nb: 1\n", (["x"], "why", 1, 3)),
        ("a: one\n  two # stratkit: ignore[x] — why\nb: 1\n", (["x"], "why", 1, 2)),
        ("a: 'one\n  two' # stratkit: ignore[x] — why\n", (["x"], "why", 1, 2)),
        ("a: [1, # stratkit: ignore[x] — why\n  2]\n", (["x"], "why", 1, 1)),
        ("a: 1 # Stratkit: Ignore[x] — why\n", (["x"], "why", 1, 1)),
    ],
)
def test_comments(text: str, expected: Found) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a: one#stratkit: ignore[x] — why\n",
        "a: 'one # stratkit: ignore[x] — why'\n",
        "a: |\n  one\n  # stratkit: ignore[x] — why\n",
        'a: "\n  # stratkit: ignore[x] — why\n  "\n',
        "a: 1 # stratkit ignore[x]\n",
        "a: 1 # stratkit\n",
        "a: 1 # see stratkit: ignore[x]\n",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "comment", ["ignored[x] — why", "disable[x]", "ignore-next[x] — why", "ignores", "see the page", ""]
)
def test_other_comments_for_stratkit(comment: str) -> None:
    (one,) = ignores(SourceText("plan.yaml", f"a: 1 # STRATKIT: {comment}\n"))
    assert (one.known, one.codes, one.reason) == (False, (), "")
    assert one.span.text == f"# STRATKIT: {comment}".rstrip()


def test_text_ends_before_a_comment_below_it() -> None:
    assert found("a: |\n  one\n# stratkit: ignore[x] — why\nb: 1\n") == [(["x"], "why", 4, 4)]


def test_in_a_file_that_cannot_be_read() -> None:
    assert found("a: [1\nb: 2 # stratkit: ignore[invalid-yaml] — why\n") == [(["invalid-yaml"], "why", 2, 2)]
