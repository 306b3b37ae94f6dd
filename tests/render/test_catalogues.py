from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po, write_po
from tests.render.extraction import Message, messages

from stratkit import shipped
from stratkit.render.catalogues import FOLDER, languages, speak, speaks
from stratkit.views.tongue import Tongue

FILES = sorted(FOLDER.glob("*.po"))


def read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=file.stem)


def entries(catalogue: Catalog) -> dict[tuple[str, str], Entry]:
    return {
        (entry.id if isinstance(entry.id, str) else entry.id[0], entry.context or ""): entry
        for entry in catalogue
        if entry.id
    }


def write_anew(file: Path) -> None:
    """The catalogue with exactly the messages that there are; those that are new have no words yet."""
    old, found = read(file), messages()
    head = file.read_text(encoding="utf-8").partition("\n\n")[0]
    fresh, known = Catalog(locale=file.stem), entries(old)
    for key, message in found.items():
        name = (message.id, message.plural) if message.plural else message.id
        words = known[key].string if key in known else ("",) * old.num_plurals if message.plural else ""
        fresh.add(name, words, context=message.context or None, auto_comments=[message.place])
    body = BytesIO()
    write_po(body, fresh, width=0, omit_header=True)
    file.write_text(f"{head}\n\n{body.getvalue().decode().rstrip()}\n", encoding="utf-8")


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def faults(message: Message, entry: Entry, forms: int) -> list[str]:
    """What is wrong with the translation of one message."""
    said = [str(text) for text in (entry.string if isinstance(entry.string, tuple) else (entry.string,))]
    wanted = placeholders(message.id)
    found = []
    if len(said) != (forms if message.plural else 1) or not all(said):
        found.append("empty")
    if entry.fuzzy:
        found.append("fuzzy")
    # Arabic says none, one and two in words alone.
    exact = said[3:] if forms == 6 and message.plural else said
    if any(placeholders(text) != wanted for text in exact) or any(
        placeholders(text) - wanted for text in said
    ):
        found.append("placeholders")
    if any((text[-1:] == " ") != (message.id[-1:] == " ") for text in said):
        found.append("space")
    return found


def test_extraction_sees_templates_calls_and_words() -> None:
    found = messages()
    places = {message.place for message in found.values()}
    assert {"_shared/parts/words.html.j2", "plan/parts/matrix.html.j2", "views/dates.py", "words"} <= places
    assert ("From", "a tie between elements") in found
    assert found["{count} axis", ""].plural == "{count} axes"
    assert {("Answers", ""), ("Action lines", ""), ("On track", ""), ("Zero hunger", "")} <= found.keys()


def test_words_are_asked_for_by_names_that_extraction_knows() -> None:
    """A catalogue's method goes by its own name wherever it is kept, or its words would be missed."""
    kept = re.compile(
        r"(\w+) = [\w.]*\b(?:tongue|edition|words)\.(translate|count|translate_in)$", re.MULTILINE
    )
    sources = [*(shipped._PACKAGE / "views").rglob("*.py"), *(shipped._PACKAGE / "render").rglob("*.py")]
    found = [pair for file in sources for pair in kept.findall(file.read_text(encoding="utf-8"))]
    assert found
    assert [pair for pair in found if pair[0] != pair[1]] == []


def test_four_languages_ship() -> None:
    assert languages() == ("ar", "en", "es", "fr")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_message_is_translated(file: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        write_anew(file)
    catalogue, found = read(file), messages()
    known = entries(catalogue)
    assert (found.keys() - known.keys(), known.keys() - found.keys()) == (set(), set()), (
        "run with --update-golden, then translate what is empty"
    )
    wrong = {key: told for key in found if (told := faults(found[key], known[key], catalogue.num_plurals))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("string", "told"),
    [("", ["empty"]), ("{count} axe", []), ("un axe", ["placeholders"]), ("{count} axe ", ["space"])],
)
def test_faults_are_found(string: str, told: list[str]) -> None:
    assert faults(Message("{count} axis"), Entry("{count} axis", string), 2) in (
        told,
        [*told, "placeholders"],
    )


def test_a_fuzzy_translation_is_a_fault() -> None:
    assert faults(Message("Axis"), Entry("Axis", "Axe", flags=["fuzzy"]), 2) == ["fuzzy"]


@pytest.mark.parametrize(("tag", "forms"), [("en", 2), ("fr", 2), ("es", 2), ("ar", 5)])
def test_plurals_follow_the_language(tag: str, forms: int) -> None:
    count = speak(tag).count
    said = [count("{count} axis", "{count} axes", number) for number in range(1, 120)]
    assert len(set(said)) == forms
    assert said[0] != said[1]


def test_arabic_has_six_forms() -> None:
    count = speak("ar").count
    said = [count("{count} axis", "{count} axes", number) for number in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    assert said == [
        "لا محاور",
        "محور واحد",
        "محوران",
        "{count} محاور",
        "{count} محاور",
        "{count} محورًا",
        "{count} محورًا",
        "{count} محور",
        "{count} محاور",
    ]


@pytest.mark.parametrize(
    ("tag", "said"), [("fr", "Défis"), ("fr-CA", "Défis"), ("en-GB", "Challenges"), ("de", "Challenges")]
)
def test_a_region_speaks_its_language_and_an_unknown_one_english(tag: str, said: str) -> None:
    assert speak(tag).translate("Challenges") == said
    assert speaks(tag) is (tag != "de")


@pytest.mark.parametrize("tag", ["../fr", "fr/../fr", "", "-"])
def test_a_tag_is_no_path(tag: str) -> None:
    assert speak(tag).translate("Challenges") == "Challenges"
    assert not speaks(tag)


def test_the_meaning_of_a_word_decides() -> None:
    tongue = speak("fr")
    assert tongue.translate("From") != tongue.translate_in("a tie between elements", "From")
    assert Tongue().translate_in("a tie between elements", "From") == "From"
