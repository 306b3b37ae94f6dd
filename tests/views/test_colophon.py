from datetime import date

import pytest

from stratkit.load.revision import Revision
from stratkit.render.catalogues import languages, speak
from stratkit.views.colophon import Printing, colophon
from stratkit.views.tongue import Tongue

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def test_nothing_known_is_nothing_said() -> None:
    last = colophon(Printing(), Tongue())
    assert (last.rows, last.watermark, last.notice) == ((), "", "")


@pytest.mark.parametrize(
    ("changed", "words"),
    [(False, "0123456789ab of 3 May 2026"), (True, "0123456789ab of 3 May 2026, with changes since")],
)
def test_all_of_it(changed: bool, words: str) -> None:
    printing = Printing(
        as_of=date(2026, 5, 4), audience="board", revision=Revision(COMMIT, date(2026, 5, 3), changed)
    )
    assert colophon(printing, Tongue()).rows == (
        ("Edition", "For the board"),
        ("As of", "4 May 2026"),
        ("Revision", words),
    )


@pytest.mark.parametrize(
    ("faults", "sentence"),
    [
        (0, "This is a draft."),
        (1, "This is a draft: 1 fault in the plan’s files has to be mended."),
        (2, "This is a draft: 2 faults in the plan’s files have to be mended."),
    ],
)
def test_a_draft_says_so(faults: int, sentence: str) -> None:
    last = colophon(Printing(faults=faults, draft=True), Tongue())
    assert (last.watermark, last.notice) == ("Draft", sentence)


@pytest.mark.parametrize("tag", languages())
def test_in_every_language(tag: str) -> None:
    printing = Printing(
        as_of=date(2026, 5, 4),
        audience="public",
        revision=Revision(COMMIT, date(2026, 5, 3), changed=True),
        draft=True,
    )
    last = colophon(printing, speak(tag))
    assert len(last.rows) == 3
    assert all(words for row in last.rows for words in row)
    assert last.watermark
    assert "0123456789ab" in last.rows[2][1]
