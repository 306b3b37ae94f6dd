"""A plan with any fault can be printed as a draft, and no link in it leads nowhere."""

import re
import shutil
from pathlib import Path

from tests.house.mutations.plans import PLANS
from tests.house.mutations.test_mutations import drawn

from stratkit.load.draft import draft_of
from stratkit.load.workspace import open_workspace
from stratkit.render.page import page_for_screen

EVERY = 25


def test_drafts_of_plans_with_a_fault(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    shutil.copytree(PLANS, plans)
    printed = 0
    for _, mutation in drawn()[::EVERY]:
        file = plans / mutation.node.file
        file.write_bytes(mutation.text.encode("utf-8", "surrogateescape"))
        sketch = draft_of(open_workspace(plans / mutation.node.plan, plans))
        if sketch:
            html = page_for_screen(sketch, "plan")
            ids = re.findall(r' id="([^"]+)"', html)
            assert len(ids) == len(set(ids))
            assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
            printed += 1
        file.write_bytes(mutation.node.text.encode("utf-8"))
    assert printed > 30
