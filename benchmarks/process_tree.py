"""What a command costs with all the processes it starts, on Linux.

Each is counted, also one that outlives what started it: this process takes it in, and waits for it.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ADOPT_ORPHANS = 36
"""PR_SET_CHILD_SUBREAPER in Linux's <sys/prctl.h>."""

# An installed package has its bytecode: without it, every run would compile the sources anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu(command: Sequence[str]) -> float:
    """The seconds of CPU of a command and what it starts. Raises `SystemExit` if it fails."""
    process = _start(command)
    spent = 0.0
    while True:
        try:
            ended, status, used = os.wait4(-1, 0)
        except ChildProcessError:
            return spent
        spent += used.ru_utime + used.ru_stime
        if ended == process.pid:
            _check(process, command, status)


def peak_memory(command: Sequence[str]) -> int:
    """The most bytes that a command and what it starts hold at once, shared pages counted once.

    Looking costs CPU: such a run is not timed. Raises `SystemExit` if the command fails.
    """
    process = _start(command)
    peak = 0
    while True:
        peak = max(peak, sum(_memory(each) for each in _descendants(os.getpid())))
        try:
            ended, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return peak
        if ended == process.pid:
            _check(process, command, status)
        if not ended:
            time.sleep(0.05)


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1, 0, 0, 0)
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _check(process: subprocess.Popen[bytes], command: Sequence[str], status: int) -> None:
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"`{' '.join(command)}` ended with {process.returncode}")


def _descendants(parent: int) -> Iterator[int]:
    for children in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in _read(children).split():
            yield int(child)
            yield from _descendants(int(child))


def _memory(process: int) -> int:
    """The bytes a process holds, of shared pages its part."""
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    """What a file of `/proc` says: nothing, once the process has ended."""
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
