"""Builds the wheel, pins what it holds, and runs it in an environment of its own.

`python tests/wheel.py`: nothing of the checkout is near while the installed program runs.
"""

import json
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
WANTED = (
    "teui/casework/papers/paper.typ",
    "teui/cli/main.py",
    "teui/data/models/te-2013/interview.toml",
    "teui/data/models/te-2013/text/fi/question.toml",
    "teui/data/text/sv/key.toml",
    "teui/store/migrations/env.py",
    "screens/app.py",
    "screens/app.tcss",
    "screens/interview.tcss",
    "teui/py.typed",
)
UNWANTED = ("tests/", "data/", ".github/")
CASE = {"pack": "te-2013", "as_of": "2026-11-16", "answers": {"start.date": "2026-11-10"}}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wheel = _build(place)
        _check_contents(wheel)
        teui = _install(wheel, place / "env")
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color"}
        _check_suggest(teui, place, environment)
        _check_demo(teui, place, environment)
    print(f"{wheel.name}: contents, teui suggest and teui demo are as they should be")
    return 0


def _build(place: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(command, cwd=HOME, check=True, capture_output=True)
    [wheel] = place.glob("*.whl")
    return wheel


def _check_contents(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    missing = [name for name in WANTED if name not in names]
    strangers = [name for name in names if name.startswith(UNWANTED) or name.endswith(".pyc")]
    if missing or strangers:
        raise SystemExit(f"{wheel.name}: missing {missing}, not wanted {strangers}")


def _install(wheel: Path, env: Path) -> Path:
    venv.create(env, with_pip=True)
    scripts = env / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--only-binary", ":all:"]
    lock = HOME / "requirements.lock"
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return scripts / "teui"


def _check_suggest(teui: Path, place: Path, environment: dict[str, str]) -> None:
    result = subprocess.run(
        [teui, "suggest", "-"],
        input=json.dumps(CASE),
        capture_output=True,
        text=True,
        cwd=place,
        env=environment,
        check=True,
    )
    answer = json.loads(result.stdout)
    if answer["settled"] or len(answer["possible"]) != 7:
        raise SystemExit(f"teui suggest answered {result.stdout}")


def _check_demo(teui: Path, place: Path, environment: dict[str, str]) -> None:
    """Open the demo in a pseudo-terminal, wait for its mark, leave by Ctrl+Q."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(place)
        os.execve(teui, [str(teui), "demo", "--lang", "en"], environment)
    seen = b""
    deadline = time.monotonic() + 60
    asked = False
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if ready:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        if b"DEMO" in seen and not asked:
            asked = True
            os.write(terminal, b"\x11")
    _, status = os.waitpid(child, 0)
    if not asked or os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"teui demo ended with {status}, its screen: {seen[-2000:]!r}")


if __name__ == "__main__":
    raise SystemExit(main())
