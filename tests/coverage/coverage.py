#!/usr/bin/env python3
"""Says which lines and branches of rules/ and lint/ no test reaches.

    tests/coverage/coverage.py                  builds build/coverage, runs all tests (half an hour on two cores), prints the tables
    tests/coverage/coverage.py --report FOLDER  prints the tables of a build folder whose tests have run
    tests/coverage/coverage.py --list PART      as well, every line and branch missed in files whose path holds PART

clang counts in the source: a branch is a condition of the code as it is written, once for true and once for false. (gcov counts
edges of what the compiler made of it, the destructors of temporaries among them, and Debian 12's gcovr stops at functions of one
name in several places of a file.) A line or branch counts as reached if any program of the tests reaches it; what is only evaluated
by the compiler, as the enforcers' tables are, is reached by none.
"""

import argparse
import collections
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLAGS = "-fprofile-instr-generate -fcoverage-mapping"
SHOWN_FILES = 25
PROGRAMS = ("lint/corslint", "tests/corslint_tests", "tests/enforcers/corslint_enforcer_tests")


def run_tests(build: Path) -> None:
    options = ["-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_COMPILER=clang++", f"-DCMAKE_CXX_FLAGS={FLAGS}", "-DCMAKE_CXX_FLAGS_DEBUG=-O0"]
    options += ["-DCORSLINT_TESTS=ON", "-DCORSLINT_PRECOMPILE=ON", "-DCORSLINT_PRECOMPILE_TESTS=ON"]
    cores = str(os.cpu_count())
    # Processes add what they counted to one of a few files of their program.
    environment = {**os.environ, "LLVM_PROFILE_FILE": str(build / "counts" / "%4m.profraw")}
    for old in (build / "counts").glob("*.profraw"):
        old.unlink()
    subprocess.run(["cmake", "-S", ROOT, "-B", build, "-G", "Ninja", *options], check=True)
    # The build has documents written that tests read.
    (build / "lint" / "corslint").unlink(missing_ok=True)
    subprocess.run(["cmake", "--build", build, "--parallel", cores], check=True, env=environment)
    # A test that another user's process takes part in may fail: that process cannot write its counts.
    subprocess.run(["ctest", "--test-dir", build, "--parallel", cores, "--timeout", "600"], check=False, env=environment)


def export(build: Path, *options: str) -> str:
    counts = sorted((build / "counts").glob("*.profraw"))
    if not counts:
        sys.exit(f"no counts below {build}: its tests have not run, or it is no such build")
    merged = build / "counts" / "all.profdata"
    subprocess.run(["llvm-profdata", "merge", "--sparse", "--failure-mode=all", "-o", merged, *counts], check=True)
    first, *others = (build / path for path in PROGRAMS)
    programs = [first, *(f"--object={path}" for path in others)]
    sources = [source_of(build) / "rules", source_of(build) / "lint"]
    command = ["llvm-cov", "export", *options, "--instr-profile", merged, *programs, *sources]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def source_of(build: Path) -> Path:
    """The folder that a build folder was configured for."""
    cache = (build / "CMakeCache.txt").read_text()
    return Path(next(line for line in cache.splitlines() if line.startswith("CMAKE_HOME_DIRECTORY:")).partition("=")[2])


def measured_lines(build: Path) -> dict:
    """How often each line of each file was reached."""
    lines, name = collections.defaultdict(int), ""
    for record in export(build, "--format=lcov", "--skip-functions").splitlines():
        kind, _, value = record.partition(":")
        if kind == "SF":
            name = str(Path(value).relative_to(source_of(build)))
        elif kind == "DA":
            line, count = map(int, value.split(",")[:2])
            lines[name, line] = max(lines[name, line], count)
    return lines


def measured_branches(build: Path) -> dict:
    """How often each condition was true, and how often false, by its place; that of a template counts once."""
    branches = collections.defaultdict(int)
    for file in json.loads(export(build, "--format=text", "--skip-functions"))["data"][0]["files"]:
        name = str(Path(file["filename"]).relative_to(source_of(build)))
        for line, column, _, _, true_count, false_count, *_ in file["branches"]:
            for outcome, count in (("true", true_count), ("false", false_count)):
                place = (name, line, column, outcome)
                branches[place] = max(branches[place], count)
    return branches


def share(counts) -> str:
    counts = list(counts)
    reached = sum(count > 0 for count in counts)
    return f"{100 * reached / max(len(counts), 1):.1f} % ({reached} of {len(counts)})"


def missed_in_files(counts: dict) -> list:
    """The files with a place that was never reached and those places, most first."""
    missed = collections.defaultdict(list)
    for (name, *place), count in sorted(counts.items()):
        if count == 0:
            missed[name].append(place)
    return sorted(missed.items(), key=lambda entry: -len(entry[1]))


def report(lines: dict, branches: dict, part: str | None) -> None:
    for folder in ("rules/", "lint/", ""):
        of_lines = share(count for place, count in lines.items() if place[0].startswith(folder))
        of_branches = share(count for place, count in branches.items() if place[0].startswith(folder))
        print(f"{folder or 'both':8} lines {of_lines}, branches {of_branches}")
    for name, counts in (("lines", lines), ("branches", branches)):
        print(f"\n{name} that no test reaches, the files with most of them:")
        for file, places in missed_in_files(counts)[:SHOWN_FILES]:
            print(f"{len(places):4} {file}")
        if part is None:
            continue
        print(f"\nall of them in {part}:")
        for file, places in missed_in_files(counts):
            for place in places if part in file else []:
                print(f"{file}:{':'.join(map(str, place))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", type=Path, metavar="FOLDER")
    parser.add_argument("--list", metavar="PART")
    arguments = parser.parse_args()
    if not shutil.which("llvm-cov"):
        sys.exit("there is no llvm-cov: apt-get install llvm")
    build = (arguments.report or ROOT / "build" / "coverage").resolve()
    if not arguments.report:
        run_tests(build)
    report(measured_lines(build), measured_branches(build), arguments.list)


if __name__ == "__main__":
    main()
