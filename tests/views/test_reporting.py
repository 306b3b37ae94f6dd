from __future__ import annotations

from collections.abc import Callable

from stratkit.views.edition import Edition
from stratkit.views.reporting import reporting

Opener = Callable[..., Edition]
BODY = "stakeholders:\n  - {id: office, name: The office}\n  - {id: board, name: The board}\n"


def test_a_plan_that_promises_none_has_no_section(edition_of: Opener) -> None:
    assert reporting(edition_of(BODY)) is None


def test_each_report_says_when_and_by_whom(edition_of: Opener) -> None:
    header = (
        "  reporting:\n"
        "    - {title: Report, cadence: yearly, prepared_by: office, reviewed_by: board}\n"
        "    - {title: Work plan, cadence: quarterly}\n"
        "    - {title: Evaluation, due: 2023, reviewed_by: board}\n"
    )
    found = reporting(edition_of(BODY, header=header))
    assert found is not None
    assert [(duty.when, duty.recurs) for duty in found.duties] == [
        ("Every year", True),
        ("Every quarter", True),
        ("2023", False),
    ]
    assert [duty.entry.heading for duty in found.drawn] == ["Report", "Evaluation"]
    assert found.sentence == (
        "Drawing: Report, Every year, prepared by The office, reviewed by The board; "
        "Evaluation, 2023, reviewed by The board."
    )


def test_reports_that_name_nobody_are_not_drawn(edition_of: Opener) -> None:
    found = reporting(edition_of(BODY, header="  reporting: [{title: Report, cadence: yearly}]\n"))
    assert found is not None
    assert (found.drawn, found.sentence) == ((), "")
