from __future__ import annotations

import pytest

from stratkit.views.excerpt import clip, excerpt
from stratkit.views.untranslated import Untranslated


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        ("One thing. Another thing.", 40, "One thing. Another thing."),
        ("One thing. Another thing.", 15, "One thing."),
        ("One thing that is long. Another.", 12, "One thing…"),
        ("First paragraph.\n\nSecond.", 99, "First paragraph."),
        ("See [the second pillar](#second), *please*.", 99, "See the second pillar, please."),
        ("A note[^1] is left out.\n\n[^1]: Here.", 99, "A note is left out."),
        ("Water e.g. from\nwells.", 99, "Water e.g. from wells."),
        ("- a list\n- of items", 99, ""),
        ("1. a list", 99, ""),
        ("| a | table |", 99, ""),
        ("What [](#title) is called", 99, ""),
        ("", 99, ""),
    ],
)
def test_whole_sentences_of_plain_prose(text: str, most: int, said: str) -> None:
    assert excerpt(text, most) == said


def test_a_whole_first_sentence_is_never_cut() -> None:
    assert excerpt("One thing that is long. Another.", 12, whole=True) == "One thing that is long."


def test_its_language_is_kept() -> None:
    cut = excerpt(Untranslated("Un texte. Encore un.", "fr"), 10)
    assert (cut, cut.language if isinstance(cut, Untranslated) else "") == ("Un texte.", "fr")


def test_words_are_cut_behind_a_word() -> None:
    assert clip("Strategies, methodologies and guidelines", 14) == "Strategies…"
    assert clip("Short", 5) == "Short"
    assert all(len(clip("a bc def " * 9, most)) <= most for most in range(5, 80))
