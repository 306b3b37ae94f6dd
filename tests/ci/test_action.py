"""The steps of `action.yml`, run as GitHub runs them, but for the network."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

Act = Callable[..., "CompletedProcess[str]"]
HOSTILE = """\
$(touch hacked)
`touch hacked`
"; touch hacked; "
--help
"""


@pytest.fixture(scope="module")
def action(root: Path) -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
    return held


@pytest.fixture
def act(root: Path, action: dict[str, Any], shell: Act, tmp_path: Path) -> Act:
    """Runs the action's scripts with some inputs: what the last one did, or the first that failed."""

    def run(**inputs: str) -> CompletedProcess[str]:
        values = {name: one["default"] for name, one in action["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        known = {f"${{{{ inputs.{name} }}}}": value for name, value in values.items()}
        known["${{ steps.python.outputs.python-path }}"] = sys.executable
        runner = {
            "RUNNER_TEMP": str(tmp_path / "runner"),
            "GITHUB_ACTION_PATH": str(root),
            "PIP_NO_INDEX": "1",  # what stratkit needs is here already
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",  # 0 is how pip's environment says yes to a "no" option
        }
        for step in action["runs"]["steps"]:
            if "run" in step:
                ended = shell(step["run"], **runner, **{name: known[of] for name, of in step["env"].items()})
                if ended.returncode:
                    break
        return ended

    return run


def test_it_is_a_valid_action(root: Path, check_schema: Callable[[str, Path], None]) -> None:
    check_schema("github-actions", root / "action.yml")


def test_no_expression_stands_in_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert [script for script in scripts if "${{" in script] == []


def test_it_passes_a_sound_plan_and_marks_the_line_of_a_fault(
    act: Act, desk: Path, tmp_path: Path, break_plan: Callable[[Path], None]
) -> None:
    done = act(paths="plans\n")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "runner/stratkit/stratkit/_shipped").is_dir()
    break_plan(desk / "plans")
    done = act(format="concise")
    assert (done.returncode, done.stdout.partition(": ")[0]) == (1, "plans/plan.yaml:33:26")
    done = act(fail_on="never", paths="\nplans\n\n")
    assert done.returncode == 0
    assert done.stdout.startswith("::error file=plans/plan.yaml,line=33,")


@pytest.mark.parametrize("name", ["paths", "fail_on", "format"])
def test_no_input_is_run(act: Act, desk: Path, name: str) -> None:
    done = act(**{name: HOSTILE})
    assert done.returncode == 2
    assert "Usage" not in done.stdout
    assert not (desk / "hacked").exists()


def test_no_module_of_the_checked_repository_is_run(act: Act, desk: Path) -> None:
    for name in ("pip", "stratkit", "yaml", "typer"):
        (desk / f"{name}.py").write_text("from pathlib import Path\nPath('hacked').touch()\n")
    assert act().returncode == 0
    assert not (desk / "hacked").exists()
