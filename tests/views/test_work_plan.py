from __future__ import annotations

from collections.abc import Callable
from datetime import date

from stratkit.load.workspace import Workspace
from stratkit.views.tongue import Tongue
from stratkit.views.work_plan import WorkPlanView, work_plan_view

Opener = Callable[..., Workspace]
HEADER = """\
format: 1
plan:
  id: small
  title: A small plan
  organization: {name: A network}
  period: {start: 2021, end: 2023}
"""
BODY = """
stakeholders: [{id: ada, name: Ada}, {id: ben, name: Ben}]
action_lines:
  - id: water
    title: Water
    outcomes:
      - id: pipes
        title: Pipes
        milestones:
          - {id: mapped, title: Mapped, due: 2022-06}
          - {id: mended, title: Mended, due: 2023-06}
  - id: trust
    title: Trust
programmes: [{id: school, title: School, contributes_to: [trust]}]
work_plans:
  - id: second-year
    title: Second year
    period: 2022
    activities:
      - id: map
        title: Map the pipes
        contributes_to: [mapped]
        lead: ada
        partners: [ben]
        start: 2022-01
        due: 2022-03
        deliverable: A map
        budget: [{amount: 10.50 EUR}, {amount: 5 USD, funder: ben, date: 2022, note: half of it}]
      - id: teach
        title: Teach
        contributes_to: [school]
        lead: ben
        due: 2022-02
        budget: [{amount: 1 EUR}]
      - {id: dig, title: Dig, contributes_to: [pipes], lead: ada, start: 2021-11, due: 2023-02}
      - {id: talk, title: Talk}
  - {id: third-year, title: Third year, period: 2023}
updates:
  - id: early
    date: 2022-04-15
    entries:
      - {about: map, status: completed, date: 2022-04-10, text: Drawn at last.}
      - {about: dig, text: Begun.}
      - {about: mapped, status: completed}
  - {id: later, date: 2022-11-01, entries: [{about: teach, status: discontinued}]}
"""


def view_of(plan_of: Opener, day: date = date(2022, 9, 30), body: str = BODY) -> WorkPlanView:
    workspace = plan_of(body, header=HEADER)
    assert not workspace.problems
    return work_plan_view(workspace, Tongue("en"), day)


def test_activities_stand_with_their_leads(plan_of: Opener) -> None:
    view = view_of(plan_of)
    found = {share.lead.words if share.lead else None: share for share in view.shares}
    assert list(found) == ["Ada", "Ben", None]
    assert [job.entry.id for job in found["Ada"].jobs] == ["map", "dig"]
    job = found["Ada"].jobs[0]
    assert (job.time, job.deliverable) == ("January 2022 – March 2022", "A map")
    assert job.contributes_to is not None
    assert [item.words for item in job.contributes_to.items] == ["Mapped"]
    assert [(one.money, one.note) for one in job.budget] == [("EUR 10.50", ""), ("USD 5", "2022, half of it")]


def test_money_is_summed_by_lead_and_currency(plan_of: Opener) -> None:
    view = view_of(plan_of)
    assert [share.sums for share in view.shares] == [("EUR 10.50", "USD 5"), ("EUR 1",), ()]
    assert view.all is not None
    assert view.all.sums == ("EUR 11.50", "USD 5")
    assert [(one.value, one.words, one.note) for one in view.tallies] == [
        ("1 of 4", "activities completed", "1 is late"),
        ("1 of 1", "milestones reached", ""),
        ("EUR 11.50", "set aside", "for 2 of 4 activities"),
        ("USD 5", "set aside", "for 2 of 4 activities"),
    ]


def test_statuses_are_those_last_reported_by_the_day(plan_of: Opener) -> None:
    def statuses(day: date) -> dict[str, str]:
        view = view_of(plan_of, day)
        assert view.all is not None
        return {job.entry.id: job.status.key if job.status else "" for job in view.all.jobs}

    assert statuses(date(2022, 4, 14)) == dict.fromkeys(("map", "teach", "dig", "talk"), "no_report")
    assert statuses(date(2022, 9, 30)) == {
        "map": "completed",
        "teach": "no_report",
        "dig": "",
        "talk": "no_report",
    }
    assert statuses(date(2022, 12, 1))["teach"] == "discontinued"


def test_the_chart_has_activities_and_milestones_by_action_line(plan_of: Opener) -> None:
    chart = view_of(plan_of).chart
    assert chart is not None
    assert (chart.first, chart.last, chart.today) == (
        date(2022, 1, 1),
        date(2022, 12, 31),
        date(2022, 9, 30),
    )
    assert [(group.head, [task.label for task in group.tasks]) for group in chart.groups] == [
        ("Water", ["Map the pipes", "Dig", "Mapped"]),
        ("Trust", ["Teach"]),
        ("In no action line", ["Talk"]),
    ]
    (mapped, dig, milestone), (teach,), _ = (group.tasks for group in chart.groups)
    assert (mapped.start, mapped.due, mapped.done) == (date(2022, 1, 1), date(2022, 3, 31), date(2022, 4, 10))
    assert (dig.start, dig.due, dig.late, dig.status) == (date(2021, 11, 1), date(2023, 2, 28), False, "")
    assert (milestone.milestone, milestone.due, milestone.status) == (True, date(2022, 6, 30), "completed")
    assert (teach.late, teach.start) == (True, None)
    assert teach.sentence == "Teach: due 28 February 2022; Ben; No report; late."


def test_only_milestones_of_its_time_are_told(plan_of: Opener) -> None:
    view = view_of(plan_of)
    assert [(one.entry.id, one.outcome and one.outcome.words, one.due) for one in view.milestones] == [
        ("mapped", "Pipes", "30 June 2022")
    ]
    assert view.others == ("Third year",)
    assert view.printed == {"second-year", "map", "teach", "dig", "talk", "mapped"}


def test_whether_its_time_is_now_is_said(plan_of: Opener) -> None:
    body = BODY.partition("  - {id: third-year")[0]
    states = [view_of(plan_of, date(year, 6, 1), body).state for year in (2021, 2022, 2023)]
    assert states == [
        "It begins on 1 January 2022.",
        "It runs until 31 December 2022.",
        "Its time ended on 31 December 2022.",
    ]


def test_a_plan_without_work_plans_has_nothing_but_its_name(plan_of: Opener) -> None:
    view = view_of(plan_of, body="")
    assert (view.heading, view.entry, view.chart, view.shares) == ("Work plan", None, None, ())


def test_a_work_plan_without_days_has_no_chart(plan_of: Opener) -> None:
    view = view_of(plan_of, body="work_plans: [{id: w, title: W, activities: [{id: a, title: A}]}]\n")
    assert (view.chart, view.state, view.heading) == (None, "", "W")
    assert [share.lead for share in view.shares] == [None]
