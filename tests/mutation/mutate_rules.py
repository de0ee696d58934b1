#!/usr/bin/python3
"""Breaks each rule on purpose and says which breakages no test notices.

usage: tests/mutation/mutate_rules.py [--rule NAME]... [--each N] [--jobs N] [--again | --resume] [--list] [--work FOLDER] [--cmake OPTION]...

Every file under rules/checks is mutated as mutants.py says, helpers of several rules too. All mutants of a file are compiled at once, in a copy of the sources under FOLDER
(build/mutation), and the tests of rules run once for each: first the cases of the rule itself, then everything in CMakeLists.txt beside this
script. A mutant is killed when a test fails, the tests crash, or they take far longer than without it. One that does not compile does
not count. What was killed is remembered until its file changes (--again forgets it), so that a run that was interrupted, or that follows a
new case, goes on with what is left; --resume leaves out what survived before, too. --rule limits it to files of that name, with `-` or `_`; --each takes N mutants of a file, spread over it; --list shows the mutants and runs nothing; --cmake hands an option on to cmake.

Survivors must be killed by a case or stand in equivalent.txt with the reason. Ends with 1 where one does neither, or where equivalent.txt
names a mutant that was killed or is none; with 2 where the tests fail without any mutant.

Needs python3-clang-14, mold and what the tests need.
"""

import argparse
import collections
import concurrent.futures
import dataclasses
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

import mutants
import rewriting
import syntax

ROOT = pathlib.Path(__file__).resolve().parents[2]
EQUIVALENT = pathlib.Path(__file__).with_name("equivalent.txt")
OUTSIDE = ["lint/run/ignores.cpp"]  # what unused-ignore reports is found there
CASES = "rules fire exactly where their cases expect"
# The tests that take long go last: most mutants are killed before.
STAGES = [[CASES], ["the messages*"], ["~fixes*", "~the messages*", f"~{CASES}"], ["fixes*"]]


def digest_of(data):
    return hashlib.sha256(data).hexdigest()[:16]


def files_of_rules(names):
    paths = sorted((ROOT / "rules/checks").rglob("*.cpp"), key=lambda path: (path.with_suffix(".h").exists(), path))
    files = [path.relative_to(ROOT).as_posix() for path in paths] + OUTSIDE  # rules first, then the helpers
    wanted = {name.replace("-", "_") for name in names}
    unknown = wanted - {pathlib.Path(file).stem for file in files}
    if unknown:
        sys.exit(f"no file of this name: {', '.join(sorted(unknown))}")
    return [file for file in files if not wanted or pathlib.Path(file).stem in wanted]


def write_if_different(path, data):
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


class Copy:
    """The copy of the sources with mutants in it, and its build."""

    def __init__(self, work, options):
        self.options = options
        self.sources, self.parsed = work / "source", work / "parsed"
        self.build = self.sources / "build/fast"  # as deep as a person's own, so that ccache knows what is not mutated
        self.tests = self.build / "tests/mutation/corslint_rule_tests"

    def update(self, but):
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
        names = {name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()}
        mutated = {name for name in but if (self.sources / name).is_file()}  # cmake wants every file to be there
        for name in sorted(names - mutated):
            write_if_different(self.sources / name, (ROOT / name).read_bytes())
        for path in list(self.sources.rglob("*")):
            if path.is_file() and path.suffix not in (".gch", ".mutants") and self.build not in path.parents and path.relative_to(self.sources).as_posix() not in names:
                path.unlink()
        subprocess.run(["git", "init", "--quiet", self.sources], check=True)  # paths are reported from a repository's root

    def configure(self):
        if (self.build / "build.ninja").exists():
            return
        options = ["BUILD_TYPE=Debug", "CXX_FLAGS_DEBUG=-O1 -g0 -D_GLIBCXX_ASSERTIONS", "EXE_LINKER_FLAGS=-fuse-ld=mold", "EXPORT_COMPILE_COMMANDS=ON"]
        options = [f"-DCMAKE_{option}" for option in options] + ["-DCORSLINT_TESTS=ON", "-DCORSLINT_WERROR=ON", *self.options]
        subprocess.run(["cmake", "-S", self.sources, "-B", self.build, "-G", "Ninja", *options], check=True, stdout=subprocess.DEVNULL)

    def precompile(self, file):
        """Compiles the header that each mutated file starts with, as one of them is compiled: it saves half of the time."""
        commands = json.loads((self.build / "compile_commands.json").read_text())
        command = next(entry["command"] for entry in commands if entry["file"] == str(self.sources / file)).split()
        header = self.sources / "tests/mutation/mutants.h"
        compiled = header.with_suffix(".h.gch")
        newest = max(path.stat().st_mtime for folder in ("rules", "tests/mutation") for path in (self.sources / folder).rglob("*.h"))
        if not compiled.exists() or compiled.stat().st_mtime < newest:
            options = [word for word in command[: command.index("-o")] if "ccache" not in word]
            subprocess.run([*options, "-w", "-x", "c++-header", header, "-o", compiled], check=True)

    def compile(self, jobs):
        """Builds the tests. Gives the lines of rules/checks that the compiler refuses, or nothing when all is built."""
        command = ["cmake", "--build", self.build, "--parallel", str(jobs), "--target", "corslint_rule_tests", "--", "-k", "0"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            return set()
        refused = {(file, int(line)) for file, line in re.findall(r"((?:rules|lint)/[\w/]+\.cpp):(\d+):\d+: error", done.stdout)}
        if not refused:
            sys.exit(done.stdout[-5000:] + done.stderr[-2000:])
        return refused

    def mutated(self, file, refused=frozenset()):
        """Writes the file with its mutants, and gives them. The syntax tree is read once for each text of the file."""
        scripts = [pathlib.Path(module.__file__).read_bytes() for module in (mutants, rewriting, syntax)]
        key = digest_of(b"".join([(ROOT / file).read_bytes(), *scripts]))
        kept = self.parsed / f"{file.replace('/', '.')}.{key}.json"
        if refused or not kept.exists():
            found, text, errors = mutants.mutated(ROOT / file, file, ["-std=c++20", f"-I{ROOT}", f"-I{self.build}/generated"], refused)
            if errors:
                sys.exit(f"clang does not read {file}: {errors[0]}")
            found = [dataclasses.asdict(mutant) | {"identity": mutant.identity, "refused": mutant.number in refused} for mutant in found]
            write_if_different(kept, json.dumps({"mutants": found, "text": text}).encode())
        known = json.loads(kept.read_text())
        write_if_different(self.sources / f"{file}.mutants", known["text"].encode())
        includes = ["tests/mutation/mutants.h", f"{file}.mutants"]
        text = "".join(f'#include "{name}"\n' for name in includes)
        # The test of messages looks for their phrases in the source.
        original = (ROOT / file).read_text()
        write_if_different(self.sources / file, f"{text}#if 0\n{original}#endif\n".encode())
        return known["mutants"]


class Results:
    """What came of each mutant, one line each, kept over runs."""

    def __init__(self, path, again):
        self.path, self.lock, self.known = path, threading.Lock(), {}
        if again:
            path.unlink(missing_ok=True)
        if path.exists():
            for line in path.read_text().splitlines():
                entry = json.loads(line)
                self.known[entry["file"], entry["digest"], entry["identity"]] = entry["outcome"]

    def known_outcome(self, file, digest, identity, resume):
        outcome = self.known.get((file, digest, identity))
        return outcome if resume or outcome != "survived" else None

    def add(self, file, digest, identity, outcome):
        with self.lock, self.path.open("a") as stream:
            stream.write(json.dumps({"file": file, "digest": digest, "identity": identity, "outcome": outcome}) + "\n")


class Runner:
    def __init__(self, copy):
        self.copy = copy
        self.limit = None  # seconds, of all tests
        self.cases = {}
        for path in sorted((copy.sources / "tests/cases").rglob("*")):
            if path.is_file():
                name = path.relative_to(copy.sources / "tests/cases")
                self.cases.setdefault(name.name.split(".")[0], []).append(str(name))

    def run(self, arguments, mutant="", limit=None):
        environment = dict(os.environ, CORSLINT_MUTANT=mutant, CORSLINT_UPDATE="")
        command = ["nice", "-n", "10", self.copy.tests, "--abort", *arguments]
        try:
            done = subprocess.run(command, cwd=self.copy.sources, env=environment, timeout=limit, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            return "hung", ""
        output = done.stdout.decode(errors="replace")
        if done.returncode == 0:
            return "survived", output
        # Catch turns a signal into a failed test, and ends with the signal all the same.
        return ("crashed" if done.returncode < 0 or "fatal error condition" in output else "killed"), output

    def baseline(self):
        began = time.monotonic()
        outcome, output = self.run([])
        if outcome != "survived":
            print(output[-3000:])
            print("The tests fail without any mutant.")
            sys.exit(2)
        self.limit = 10 + 5 * (time.monotonic() - began)

    def outcome(self, file, number):
        mutant = f"{file}:{number}"
        for case in self.cases.get(pathlib.Path(file).stem.replace("_", "-"), []):
            outcome, _ = self.run([CASES, "-c", case], mutant, limit=10)
            if outcome != "survived":
                return outcome
        for tests in STAGES:
            outcome, _ = self.run(tests, mutant, self.limit)
            if outcome != "survived":
                return outcome
        return "survived"


def reasons():
    """The mutants of equivalent.txt by file and identity, with the reason of each; one without a reason is none."""
    known, file, identity = {}, None, None
    for line in EQUIVALENT.read_text().splitlines():
        depth = len(line) - len(line.lstrip())
        if not line.strip() or line.startswith("#"):
            continue
        if depth == 0:
            file = line
        elif depth == 4:
            identity = line.strip()
        else:
            known[file, identity] = f"{known.get((file, identity), '')} {line.strip()}".strip()
    return known


def mutated_files(copy, files, jobs):
    """The mutants of each file, once all that compile are built."""
    copy.update(but=files)
    copy.configure()
    found = {}
    for file in files:
        found[file] = copy.mutated(file)
        print(f"\r\033[Kread {len(found)} of {len(files)} files", end="", flush=True)
    print("\r\033[Kcompiling", flush=True)
    copy.precompile(files[0])
    for _ in range(6):
        refused = copy.compile(jobs)
        if not refused:
            return found
        for file in {file for file, _ in refused}:
            lines = {line for name, line in refused if name == file}
            numbers = {mutant["number"] for mutant in found[file] if mutant["refused"] or mutant["line"] in lines}
            if not numbers - {mutant["number"] for mutant in found[file] if mutant["refused"]}:
                numbers = {mutant["number"] for mutant in found[file]}  # the error stands elsewhere: none of the file's can be had
            found[file] = copy.mutated(file, numbers)
    sys.exit("The mutants do not compile.")


def spread(mutants, limit):
    """As many of the mutants as the limit allows, from all parts of their file."""
    if limit is None or len(mutants) <= limit:
        return mutants
    return [mutants[index * len(mutants) // limit] for index in range(limit)]


def judged(found, runner, results, options):
    """Each mutant that compiles with what came of it: file, mutant, outcome."""
    tasks, done = [], []
    for file, of_file in found.items():
        digest = digest_of((ROOT / file).read_bytes())
        for mutant in of_file:
            known = results.known_outcome(file, digest, mutant["identity"], options.resume)
            if known:
                done.append((file, mutant, known))
            elif not mutant["refused"]:
                tasks.append((file, digest, mutant))

    def judge(task):
        file, digest, mutant = task
        outcome = runner.outcome(file, mutant["number"])
        results.add(file, digest, mutant["identity"], outcome)
        return file, mutant, outcome

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for count, result in enumerate(pool.map(judge, tasks), 1):
            done.append(result)
            print(f"\r\033[K{count} of {len(tasks)} mutants", end="", flush=True)
    print("\r\033[K", end="")
    return done


def helpers_of(file):
    """The other files that a rule's file calls: those whose headers it includes, and theirs."""
    helpers, waiting = set(), [file]
    while waiting:
        included = re.findall(r'#include "(rules/checks/[\w/]+)\.h"', (ROOT / waiting.pop()).read_text())
        new = {f"{name}.cpp" for name in included if (ROOT / f"{name}.cpp").exists()} - helpers - {file}
        helpers |= new
        waiting += new
    return helpers


def print_table(found, done):
    print(f"{'file':58} {'mutants':>7} {'killed':>6} {'survived':>8} {'do not compile':>14} {'mutants of its helpers':>22}")
    counts = collections.Counter(file for file, _, _ in done)
    survivors = collections.Counter(file for file, _, outcome in done if outcome == "survived")
    for file, of_file in found.items():
        refused = sum(mutant["refused"] for mutant in of_file)
        name = file.removeprefix("rules/checks/").removesuffix(".cpp")
        of_helpers = sum(counts[helper] for helper in helpers_of(file))
        numbers = f"{counts[file]:7} {counts[file] - survivors[file]:6} {survivors[file]:8} {refused or '':>14} {of_helpers or '':>22}"
        print(f"{name:58} {numbers}".rstrip())
    total = [outcome for _, _, outcome in done]
    kinds = ", ".join(f"{total.count(kind)} {kind}" for kind in ("killed", "crashed", "hung", "survived"))
    print(f"\n{len(total)} mutants of {len(found)} files: {kinds}")


def report(found, done, is_part):
    """Prints what came of it; whether nothing is left to do."""
    print_table(found, done)
    known = reasons()
    survivors = {(file, mutant["identity"]): mutant for file, mutant, outcome in done if outcome == "survived"}
    equivalent = [key for key in survivors if key in known]
    judged_mutants = {(file, mutant["identity"]) for file, mutant, _ in done}
    stale = [key for key in known if key not in survivors and (key in judged_mutants if is_part else key[0] in found)]
    left = sorted((key for key in survivors if key not in known), key=lambda key: (key[0], survivors[key]["line"]))
    print(f"{len(equivalent)} survivors stand in equivalent.txt, {len(left)} do not")
    for file, identity in left:
        print(f"{file}:{survivors[file, identity]['line']}: {identity}")
    for file, identity in stale:
        print(f"equivalent.txt: no such survivor in {file}: {identity}")
    return not left and not stale


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rule", action="append", default=[], metavar="NAME")
    parser.add_argument("--each", type=int, metavar="N")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--cmake", action="append", default=[], metavar="OPTION")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/mutation", metavar="FOLDER")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)

    copy, files = Copy(work, options.cmake), files_of_rules(options.rule)
    if options.list:
        for file in files:
            for mutant in copy.mutated(file):
                print(f"{file}:{mutant['line']}: {mutant['identity']}")
        return 0
    found = mutated_files(copy, files, options.jobs)
    if options.each:
        found = {file: spread([mutant for mutant in of_file if not mutant["refused"]], options.each) for file, of_file in found.items()}
    runner = Runner(copy)
    runner.baseline()
    done = judged(found, runner, Results(work / "results.jsonl", options.again), options)
    return 0 if report(found, done, options.each is not None) else 1


if __name__ == "__main__":
    sys.exit(main())
