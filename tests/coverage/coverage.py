#!/usr/bin/env python3
"""Says which lines and branches of rules/ and lint/ no test reaches.

    tests/coverage/coverage.py                  builds build/coverage, runs all tests (half an hour on two cores), prints the tables
    tests/coverage/coverage.py --report FOLDER  prints the tables of a build folder whose tests have run

A line counts as reached if any test reaches it in any object; a branch likewise, edges of exceptions left out. gcov gives the
numbers; Debian 12's gcovr stops at functions of one name in several places of a file.
"""

import argparse
import collections
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLAGS = "--coverage -fprofile-update=atomic -fprofile-abs-path"
SHOWN_FILES = 25
SHOWN_LINES = 12
AT_ONCE = 20


def run_tests(build: Path) -> None:
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_COMPILER=g++", f"-DCMAKE_CXX_FLAGS={FLAGS}", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"]
    options += ["-DCORSLINT_TESTS=ON", "-DCORSLINT_PRECOMPILE=ON", "-DCORSLINT_PRECOMPILE_TESTS=ON"]
    cores = str(os.cpu_count())
    subprocess.run(["cmake", "-S", ROOT, "-B", build, "-G", "Ninja", *options], check=True)
    subprocess.run(["cmake", "--build", build, "--parallel", cores], check=True)
    # A test that another user's process takes part in fails: that process cannot write its counts.
    subprocess.run(["ctest", "--test-dir", build, "--parallel", cores, "--timeout", "300"], check=False)


def documents(build: Path):
    """What gcov says of each object, as JSON."""
    counts = sorted(str(path.relative_to(build)) for folder in ("lint", "rules") for path in (build / folder).rglob("*.gcda"))
    if not counts:
        sys.exit(f"no counts below {build}: its tests have not run, or it is no such build")
    command = ["gcov", "--branch-probabilities", "--branch-counts", "--json-format", "--stdout"]
    for begin in range(0, len(counts), AT_ONCE):
        output = subprocess.run([*command, *counts[begin : begin + AT_ONCE]], cwd=build, capture_output=True, text=True, check=True).stdout
        yield from (json.loads(line) for line in output.splitlines() if line.strip())


def source_of(build: Path) -> Path:
    """The folder that a build folder was configured for."""
    cache = (build / "CMakeCache.txt").read_text()
    return Path(next(line for line in cache.splitlines() if line.startswith("CMAKE_HOME_DIRECTORY:")).partition("=")[2])


def measured(build: Path):
    """How often each line of each file was reached, and each branch of each line."""
    source = source_of(build)
    lines, branches = collections.defaultdict(int), collections.defaultdict(int)
    for document in documents(build):
        for file in document["files"]:
            path = Path(os.path.normpath(os.path.join(document["current_working_directory"], file["file"])))
            if not path.is_relative_to(source / "rules") and not path.is_relative_to(source / "lint"):
                continue
            name = str(path.relative_to(source))
            number = collections.Counter()
            for line in file["lines"]:
                place = (name, line["line_number"])
                lines[place] = max(lines[place], line["count"])
                for branch in line["branches"]:
                    if branch.get("throw"):
                        continue
                    key = (*place, number[place])
                    number[place] += 1
                    branches[key] = max(branches[key], branch["count"])
    return lines, branches


def share(counts) -> str:
    counts = list(counts)
    return f"{100 * sum(count > 0 for count in counts) / max(len(counts), 1):.1f} %"


def report(lines, branches) -> None:
    for folder in ("rules/", "lint/", ""):
        of_lines = share(count for place, count in lines.items() if place[0].startswith(folder))
        of_branches = share(count for place, count in branches.items() if place[0].startswith(folder))
        print(f"{folder or 'both':8} lines {of_lines}, branches {of_branches}")
    missed = collections.defaultdict(list)
    for (name, line), count in sorted(lines.items()):
        if count == 0:
            missed[name].append(line)
    print("\nlines that no test reaches, the files with most of them:")
    for name, numbers in sorted(missed.items(), key=lambda entry: -len(entry[1]))[:SHOWN_FILES]:
        more = " ..." if len(numbers) > SHOWN_LINES else ""
        print(f"{len(numbers):4} {name}: {', '.join(map(str, numbers[:SHOWN_LINES]))}{more}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    build = arguments.report or ROOT / "build" / "coverage"
    if not arguments.report:
        run_tests(build)
    report(*measured(build.resolve()))


if __name__ == "__main__":
    main()
