"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from stratkit.load.workspace import Workspace, open_workspace

settings.register_profile("untimed", deadline=None)  # how fast a machine is, no test tells
settings.load_profile("untimed")

HEADER = "format: 1\nplan:\n  id: small\n  title: A small plan\n  organization:\n    name: A network\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write goldens anew; read them before you keep them"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture
def plan_of(tmp_path: Path) -> Callable[..., Workspace]:
    """Opens a plan of a header and some YAML, with further files beside it by name."""

    def open_plan(body: str = "", *, header: str = HEADER, **files: str) -> Workspace:
        folder = tmp_path / "plan"
        folder.mkdir(exist_ok=True)
        (folder / "plan.yaml").write_text(header + body, encoding="utf-8")
        for name, text in files.items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return open_workspace(folder, tmp_path)

    return open_plan


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden of that name beside the test."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), (
            f"if {path.name} should change, run with --update-golden and read it"
        )

    return compare
