# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program as a process of its own and says what it took; prints tables."""
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))


def say(text):
    print(text, file=sys.stderr, flush=True)


@dataclass
class Ran:
    seconds: float = 0.0
    megabytes: float = 0.0
    text: str = ""
    answer: dict = field(default_factory=dict)  # what a peer or the engine printed as JSON


def run(command, env=None, allowed=(0,)):
    """Standard output goes through a file: a pipe's reader would count as part of the time."""
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stdin=subprocess.DEVNULL, env=env)
        _, status, usage = os.wait4(process.pid, 0)  # the usage of this child alone, unlike RUSAGE_CHILDREN
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        text = out.read().decode()
    if process.returncode not in allowed:
        say(text[-2000:])
        raise SystemExit(f"{command[0]}: ended with {process.returncode}: {' '.join(map(str, command))}")
    return Ran(seconds, usage.ru_maxrss / 1024, text)


def run_json(command, env=None, allowed=(0,)):
    ran = run(command, env, allowed)
    ran.answer = json.loads(ran.text)
    ran.text = ""
    return ran


def run_peer(script, *arguments):
    """A Python peer of this folder; it prints one JSON object."""
    return run_json(["/usr/bin/python3", os.path.join(HERE, script), *map(str, arguments)])


def run_r(script, *arguments):
    return run_json(["Rscript", "--vanilla", os.path.join(HERE, script), *map(str, arguments)])


class Engine:
    """This program's command line on a workspace of its own."""

    def __init__(self, folder, name):
        self.program = os.environ["PRICEWRIGHT_ENGINE"]
        self.workspace = os.path.join(folder, name + ".pricewright")
        self.env = dict(os.environ, PRICEWRIGHT_WITNESS=os.path.join(folder, "witness"), LC_ALL="C.UTF-8",
                        QT_LOGGING_RULES="*.debug=false;*.info=false")

    def __call__(self, *arguments, allowed=(0,)):
        command = [self.program, "--workspace", self.workspace, "--json", *map(str, arguments)]
        return run_json(command, self.env, allowed)


def number(value, places):
    return "–" if value is None or value != value else f"{value:.{places}f}"


def table(head, rows):
    """A markdown table; figures to the right."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)
