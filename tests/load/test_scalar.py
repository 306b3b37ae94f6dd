from decimal import Decimal

import pytest

from stratkit.load.scalar import MAX_DIGITS, MAX_PROSE, READERS, Refusal
from stratkit.model import shape
from stratkit.model.date import PartialDate
from stratkit.model.money import Money

PERIOD = "a date is one year, such as `2021`; a period has `start:` and `end:` on lines of their own"


def refusal(what: shape.Shape, text: str) -> tuple[str, str, str]:
    with pytest.raises(Refusal) as caught:
        READERS[type(what)](what, text)
    return caught.value.code, str(caught.value), caught.value.help


@pytest.mark.parametrize(
    ("what", "text", "value"),
    [
        (shape.Line(), " no ", "no"),
        (shape.Word(), "8.10", "8.10"),
        (shape.Prose(), "x" * MAX_PROSE, "x" * MAX_PROSE),
        (shape.Identifier(), "a-2b-c", "a-2b-c"),
        (shape.Address(), "https://example.org/a#b", "https://example.org/a#b"),
        (shape.Address(), "mailto:port@example.org", "mailto:port@example.org"),
        (shape.Number(), "-8.90", Decimal("-8.90")),
        (shape.Number(), "0" * MAX_DIGITS, Decimal(0)),
        (shape.Number(0, 2, whole=True), "2", 2),
        (shape.Amount(), "120000.50 EUR", Money(Decimal("120000.50"), "EUR")),
        (shape.Measurement(), "2642", Decimal(2642)),
        (shape.Measurement(), "high", "high"),
        (shape.DateShape(), "FY2026-Q1", PartialDate("FY2026-Q1")),
        (shape.SdgCode(), "5.C", "5.c"),
        (shape.Colour(), "#16233F", "#16233f"),
        (shape.Colour(), "#fa0", "#ffaa00"),
        (shape.SdgCode(), "8.10", "8.10"),
        (shape.Choice("low", "high"), "low", "low"),
        (shape.Flag(), "true", True),
        (shape.Flag(), "false", False),
    ],
)
def test_value_by_the_shape_of_its_field(what: shape.Shape, text: str, value: object) -> None:
    read = READERS[type(what)](what, text)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("2,642", "write it without separators: `2642`"),
        ("-1 234 567.8", "write it without separators: `-1234567.8`"),
        ("2'642", "write it without separators: `2642`"),
        ("2\u202f642", "write it without separators: `2642`"),
        ("8,9", "write the decimals after a point: `8.9`"),
        ("8.9%", "write `8.9`, and `unit: percent` on the indicator"),
        ("12 %", "write `12`, and `unit: percent` on the indicator"),
        (">80", "write the number alone; for a bound use `min:` or `max:`, for a doubt `note:`"),
        ("<= 5", "write the number alone; for a bound use `min:` or `max:`, for a doubt `note:`"),
        ("~300", "write the number alone; for a bound use `min:` or `max:`, for a doubt `note:`"),
        ("10-15", "write one number; for a range use `min:` and `max:`"),
        ("10 – 15", "write one number; for a range use `min:` and `max:`"),
        ("2 to 3", "write one number; for a range use `min:` and `max:`"),
        (
            "about ten",
            "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`",
        ),
        ("1e5", "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`"),
        (".5", "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`"),
        ("+5", "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`"),
        ("１２", "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`"),
    ],
)
def test_help_for_what_is_no_number(text: str, mend: str) -> None:
    assert refusal(shape.Number(), text) == ("invalid-value", f"`{text}` is not a number", mend)


def test_number_that_is_too_long() -> None:
    code, message, mend = refusal(shape.Number(), "1" * (MAX_DIGITS + 1))
    assert (code, message) == ("invalid-value", "the number is too long")
    assert str(MAX_DIGITS) in mend


@pytest.mark.parametrize(
    ("what", "text", "mend"),
    [
        (shape.Number(low=0), "-1", "it has to be at least 0"),
        (shape.Number(1, 12, whole=True), "13", "it has to be between 1 and 12"),
        (shape.Number(1, 12, whole=True), "0", "it has to be between 1 and 12"),
        (shape.Number(whole=True), "1.0", "write digits only"),
        (shape.Number(whole=True), "9" * 19, "write digits only"),
    ],
)
def test_numbers_out_of_bounds(what: shape.Shape, text: str, mend: str) -> None:
    code, _, found = refusal(what, text)
    assert (code, found) == ("invalid-value", mend)


OTHERWISE = "write `2021`, `2021-H1`, `2021-Q3`, `2021-09`, `2021-09-30`, `FY2026` or `FY2026-Q1`"


@pytest.mark.parametrize(
    ("text", "message", "mend"),
    [
        ("30/09/2023", "is not a date", "write the year first: `2023-09-30`, if the day stands first here"),
        ("3.4.2023", "is not a date", "write the year first: `2023-04-03`, if the day stands first here"),
        ("2023/9/30", "is not a date", "write `2023-09-30`"),
        ("2023.09", "is not a date", "write `2023-09`"),
        ("2023-9-3", "is not a date", "write months and days with two digits: `2023-09-03`"),
        ("2023-9", "is not a date", "write months and days with two digits: `2023-09`"),
        ("Q3 2025", "is not a date", "write the year first: `2025-Q3`"),
        ("H1/2025", "is not a date", "write the year first: `2025-H1`"),
        ("2021-2023", "is not a date", PERIOD),
        ("2021–2023", "is not a date", PERIOD),
        ("2021/22", "is not a date", PERIOD),
        ("2023-13", "is not a date: there is no such month", OTHERWISE),
        ("2023-02-29", "is not a date: there is no such day", OTHERWISE),
        ("0000", "is not a date: there is no such year", OTHERWISE),
        ("9999-12-31", "is not a date: there is no such year", OTHERWISE),
        ("FY2024-09", "is not a date: a fiscal year has halves and quarters, and no months", OTHERWISE),
        ("soon", "is not a date", OTHERWISE),
        ("2021-Q5", "is not a date", OTHERWISE),
        ("2021-09-30T10:00", "is not a date", OTHERWISE),
        ("２０２１", "is not a date", OTHERWISE),
    ],
)
def test_help_for_what_is_no_date(text: str, message: str, mend: str) -> None:
    assert refusal(shape.DateShape(), text) == ("invalid-date", f"`{text}` {message}", mend)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Quality_of Life", ": `quality-of-life`"),
        ("low--tide-", ": `low-tide`"),
        ("2-piers", ""),
        ("é", ""),
        ("_a", ": `a`"),
        ("-" * 300, ""),
    ],
)
def test_help_for_what_cannot_be_an_id(text: str, proposal: str) -> None:
    code, _, mend = refusal(shape.Identifier(), text)
    assert (code, mend) == (
        "invalid-id",
        f"an id starts with a letter and has small letters a–z, digits and single hyphens{proposal}",
    )


@pytest.mark.parametrize(
    ("what", "text", "code", "words", "mend"),
    [
        (shape.Line(), " \n", "invalid-value", "no text between the quotes", "delete the key"),
        (shape.Prose(), "x" * (MAX_PROSE + 1), "invalid-value", "longer than 200,000", "into chapters"),
        (shape.Address(), "www.example.org", "invalid-value", "not a web address", "https://"),
        (shape.Address(), "javascript:alert(1)", "invalid-value", "not a web address", "https://"),
        (shape.Address(), "https://example.org/a b", "invalid-value", "not a web address", "https://"),
        (shape.Amount(), "120,000 EUR", "invalid-value", "not an amount", "`120000 EUR`"),
        (shape.Amount(), "EUR 120000", "invalid-value", "not an amount", "`120000 EUR`"),
        (shape.Colour(), "navy", "invalid-value", "`navy` is not a colour", "as the web does, in quotes"),
        (shape.Colour(), "#12345", "invalid-value", "not a colour", "#16233f"),
        (shape.SdgCode(), "18", "unknown-sdg", "target `18`", "1 to 17"),
        (shape.SdgCode(), "5.d", "unknown-sdg", "goal 5 has no target `5.d`", "it has 5.1, 5.2"),
        (shape.SdgCode(), "8.11", "unknown-sdg", "goal 8", "8.9, 8.10, 8.a, 8.b"),
        (shape.Choice("one", "two"), "three", "invalid-value", "`three`", "it is one of `one`, `two`"),
        (shape.Choice("on_track"), "on track", "invalid-value", "`on track`", "did you mean `on_track`?"),
        (shape.Choice("1"), "2", "invalid-value", "`2`", "it has to be `1`"),
        (shape.Flag(), "yes", "invalid-value", "neither `true` nor `false`", "one of the two"),
    ],
)
def test_refusals(what: shape.Shape, text: str, code: str, words: str, mend: str) -> None:
    found, message, help_line = refusal(what, text)
    assert found == code
    assert words in message
    assert mend in help_line


def test_messages_quote_long_texts_in_part() -> None:
    assert len(refusal(shape.DateShape(), "9" * 1000)[1]) < 100


def test_every_shape_of_a_single_value_has_a_reader() -> None:
    nested = {shape.Many, shape.Part, shape.Table, shape.PeriodShape}
    every = {what for what in shape.Shape.__subclasses__() if what.__module__ == shape.__name__}
    assert len(every) > 10
    assert set(READERS) == every - nested
