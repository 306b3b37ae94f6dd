from __future__ import annotations

import pytest

from stratkit.views.languages import say_language


@pytest.mark.parametrize(
    ("tag", "said"), [("en", "English"), ("en-GB", "English (en-GB)"), ("PT", "Portuguese"), ("qu", "qu")]
)
def test_languages_have_names(tag: str, said: str) -> None:
    assert say_language(tag, str) == said


def test_names_are_translated() -> None:
    assert say_language("en", {"English": "anglais"}.__getitem__) == "anglais"
