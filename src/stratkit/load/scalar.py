"""From what stands there to a value, by the declared type of the field."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from stratkit.model import shape
from stratkit.model.date import PartialDate
from stratkit.model.money import Money
from stratkit.source.text import short

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"@]+@[^\s<>\"@]+)")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_AMOUNT = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?) ([A-Z]{3})")
MAX_DIGITS = 40
MAX_PROSE = 200_000


class Refusal(Exception):
    """A text is not what its field takes: `code` is the rule, the text what is wrong, `help` the cure."""

    def __init__(self, code: str, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.help = mend


def _line(_what: shape.Shape, text: str) -> str:
    if not text.strip():
        raise Refusal("invalid-value", "there is no text between the quotes", "write it, or delete the key")
    return text.strip()


def _prose(_what: shape.Shape, text: str) -> str:
    if len(text) > MAX_PROSE:
        raise Refusal(
            "invalid-value", f"the text is longer than {MAX_PROSE:,} characters", "split it into chapters"
        )
    return _line(_what, text)


def _identifier(_what: shape.Shape, text: str) -> str:
    if _ID.fullmatch(text):
        return text
    raise Refusal("invalid-id", f"`{short(text)}` cannot be an id", _id_help(text))


def _id_help(text: str) -> str:
    rule = "an id starts with a letter and has small letters a–z, digits and single hyphens"
    proposal = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"{rule}: `{proposal}`" if _ID.fullmatch(proposal) and len(proposal) < 100 else rule


def _address(_what: shape.Shape, text: str) -> str:
    if _ADDRESS.fullmatch(text):
        return text
    raise Refusal(
        "invalid-value",
        f"`{short(text)}` is not a web address",
        "it starts with https://, http:// or mailto:",
    )


def _number(what: shape.Number, text: str) -> Decimal | int:
    if what.whole and not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise Refusal("invalid-value", f"`{short(text)}` is not a whole number", "write digits only")
    number = read_number(text)
    if (what.low is not None and number < what.low) or (what.high is not None and number > what.high):
        bounds = f"at least {what.low}" if what.high is None else f"between {what.low} and {what.high}"
        raise Refusal("invalid-value", f"`{short(text)}` is out of range", f"it has to be {bounds}")
    return int(number) if what.whole else number


def read_number(text: str) -> Decimal:
    """A decimal number as plans write it. Raises `Refusal` with the cure for the usual other ways."""
    if not _NUMBER.fullmatch(text):
        raise Refusal("invalid-value", f"`{short(text)}` is not a number", _number_help(text))
    if len(text) > MAX_DIGITS:
        raise Refusal("invalid-value", "the number is too long", f"a number has at most {MAX_DIGITS} digits")
    return Decimal(text)


def _number_help(text: str) -> str:
    if re.fullmatch(r"-?\d{1,3}(?:[,\u00a0\u202f' ]\d{3})+(?:\.\d+)?", text):
        return f"write it without separators: `{re.sub('[^0-9.-]', '', text)}`"
    if re.fullmatch(r"-?\d+,\d+", text):
        return f"write the decimals after a point: `{text.replace(',', '.')}`"
    if re.fullmatch(r"-?\d+(?:\.\d+)? ?%", text):
        return f"write `{text.rstrip('% ')}`, and `unit: percent` on the indicator"
    if re.fullmatch(r"[<>≤≥~≈]=? ?-?\d.*", text):
        return "write the number alone; for a bound use `min:` or `max:`, for a doubt `note:`"
    if re.fullmatch(r"-?\d+(?:\.\d+)? ?(?:-|–|to) ?-?\d+(?:\.\d+)?", text):
        return "write one number; for a range use `min:` and `max:`"
    return "write digits, with a point before decimals, and nothing else; the unit stands in `unit:`"


def _amount(_what: shape.Shape, text: str) -> Money:
    match = _AMOUNT.fullmatch(text)
    if match is None or len(text) > MAX_DIGITS:
        raise Refusal(
            "invalid-value",
            f"`{short(text)}` is not an amount",
            "write the number, a space and the currency's code: `120000 EUR`",
        )
    return Money(Decimal(match[1]), match[2])


def _measurement(_what: shape.Shape, text: str) -> Decimal | str:
    # Whether a word is right depends on the indicator's scale, perhaps in another file: see agreement.py.
    return Decimal(text) if _NUMBER.fullmatch(text) and len(text) <= MAX_DIGITS else text


def read_date(text: str) -> PartialDate:
    """A date as plans write it. Raises `Refusal` with the cure for the usual other ways."""
    try:
        return PartialDate(text)
    except ValueError as error:
        raise Refusal("invalid-date", f"`{short(text)}` {error}", _date_help(text)) from None


def _date_help(text: str) -> str:
    if match := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", text):
        return (
            f"write the year first: `{match[3]}-{match[2]:0>2}-{match[1]:0>2}`, if the day stands first here"
        )
    if match := re.fullmatch(r"(\d{4})[./](0?[1-9]|1[0-2])(?:[./](\d{1,2}))?", text):
        return "write `" + "-".join(f"{part:0>2}" for part in match.groups() if part) + "`"
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text):
        if len(match[2]) == 1 or (match[3] and len(match[3]) == 1):
            return (
                "write months and days with two digits: `"
                + "-".join(f"{p:0>2}" for p in match.groups() if p)
                + "`"
            )
    elif match := re.fullmatch(r"([HQ]\d)[ -/]?(\d{4})", text):
        return f"write the year first: `{match[2]}-{match[1]}`"
    elif match := re.fullmatch(r"(\d{4}) ?[-–/] ?(\d{2,4})", text):
        return "a date is one year, such as `2021`; a period has `start:` and `end:` on lines of their own"
    return "write `2021`, `2021-H1`, `2021-Q3`, `2021-09`, `2021-09-30`, `FY2026` or `FY2026-Q1`"


def _date(_what: shape.Shape, text: str) -> PartialDate:
    return read_date(text)


def _sdg(_what: shape.Shape, text: str) -> str:
    from stratkit.model.sdg import GOALS, TARGETS

    code = text.lower()
    if code in GOALS or code in TARGETS:
        return code
    goal = code.split(".")[0]
    if goal in GOALS:
        has = ", ".join(sorted((t for t in TARGETS if t.split(".")[0] == goal), key=_by_target))
        raise Refusal("unknown-sdg", f"goal {goal} has no target `{short(text)}`", f"it has {has}")
    raise Refusal(
        "unknown-sdg",
        f"there is no Sustainable Development Goal or target `{short(text)}`",
        "goals are 1 to 17, targets such as 5.c",
    )


def _by_target(code: str) -> tuple[int, str]:
    suffix = code.split(".")[1]
    return (int(suffix), "") if suffix.isdigit() else (99, suffix)


def _choice(what: shape.Choice, text: str) -> str:
    if text in what.options:
        return text
    from stratkit.load.likeness import did_you_mean

    guess = did_you_mean(text, what.options)
    options = "it is one of " + ", ".join(f"`{option}`" for option in what.options)
    if len(what.options) == 1:
        options = f"it has to be `{what.options[0]}`, unless it is meant for another version of stratkit"
    raise Refusal("invalid-value", f"`{short(text)}` is not a word this key knows", guess or options)


def _flag(_what: shape.Shape, text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise Refusal("invalid-value", f"`{short(text)}` is neither `true` nor `false`", "write one of the two")


def _colour(_what: shape.Shape, text: str) -> str:
    if not _COLOUR.fullmatch(text):
        mend = 'write it as the web does, in quotes: `"#16233f"`'
        raise Refusal("invalid-value", f"`{short(text)}` is not a colour", mend)
    digits = text[1:].lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(digit * 2 for digit in digits)


READERS: dict[type[shape.Shape], Callable[[Any, str], object]] = {
    shape.Line: _line,
    shape.Prose: _prose,
    shape.Word: _line,
    shape.Place: _line,
    shape.FolderPath: _line,
    shape.Identifier: _identifier,
    shape.Reference: _line,
    shape.Address: _address,
    shape.Number: _number,
    shape.Amount: _amount,
    shape.Measurement: _measurement,
    shape.DateShape: _date,
    shape.SdgCode: _sdg,
    shape.Colour: _colour,
    shape.Choice: _choice,
    shape.Flag: _flag,
}
