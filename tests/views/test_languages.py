from __future__ import annotations

import pytest

from stratkit.views.languages import say_language
from stratkit.views.tongue import Tongue, direction


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en", "English"), ("en-GB", "English (en-GB)"), ("PT", "Portuguese"), ("qu", "Quechua"), ("xx", "xx")],
)
def test_languages_have_names(tag: str, said: str) -> None:
    assert say_language(tag, Tongue()) == said


@pytest.mark.parametrize(("tag", "said"), [("fr", "anglais"), ("es", "inglés"), ("ar", "الإنجليزية")])
def test_names_are_in_the_language_of_the_document(tag: str, said: str) -> None:
    assert say_language("en", Tongue(tag)) == said


def test_languages_run_one_way() -> None:
    tags = ("en", "fr-CA", "ar", "ar-MA", "fa", "he", "ur", "ja", "xx")
    assert [tag for tag in tags if direction(tag) == "rtl"] == ["ar", "ar-MA", "fa", "he", "ur"]
