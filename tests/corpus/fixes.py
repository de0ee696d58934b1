#!/usr/bin/env python3
"""Fixes a copy of every file of a folder and checks what came of it.

usage: tests/corpus/fixes.py FOLDER [CORSLINT]

FOLDER holds real files; with an index.jsonl (file, path per line) each is fixed under the path that it had in its repository, because
names tell formats and environments. For safe fixes, and for unsafe ones too: the second fix changes nothing, the patch of --diff makes
the same text with `patch`, the file still parses, the findings that were fixed are gone, no safe fix makes a rule fire more often, and no
byte outside of the edits that the findings offered has changed (where one round was enough). Ends with 1 where one of that fails.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def entries_of(folder):
    index = folder / "index.jsonl"
    if index.exists():
        for line in index.read_text().splitlines():
            entry = json.loads(line)
            yield folder / entry["file"], entry["path"]
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, path.name


def in_one_round(applied, before):
    """Whether every finding that was fixed stood in the first report, in its order. A later round edits what that could not offer."""
    offered = {(at["line"], at["column"], found["rule"]) for found in before for at in [found["range"]["start"]]}
    fixed = [(int(line), int(column), rule) for line, column, rule in re.findall(r":(\d+):(\d+): fixed\[([a-z-]+)\]", applied)]
    places = [place for *place, rule in fixed]
    return all(fix in offered for fix in fixed) and all(left < right for left, right in zip(places, places[1:]))


class Checked:
    def __init__(self, corslint):
        self.corslint = corslint
        self.figures = collections.Counter()
        self.failures = []

    def run(self, folder, *arguments):
        return subprocess.run([self.corslint, "check", *arguments], cwd=folder, capture_output=True)

    def report(self, folder, path):
        result = self.run(folder, "--format", "json", path)
        return json.loads(result.stdout)["diagnostics"]

    def check(self, source, path, scope):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            self.fix(folder, path, target, scope)

    def fix(self, folder, path, target, scope):
        old = target.read_bytes()
        before = self.report(folder, path)
        patch = self.run(folder, "--diff", *scope, path)
        if target.read_bytes() != old:
            self.fail(path, scope, "--diff changed the file")
        applied = self.run(folder, "--fix-only", *scope, path).stderr.decode()
        new = target.read_bytes()
        after = self.report(folder, path)
        self.figures["files"] += 1
        if new == old:
            if patch.returncode != 0:
                self.fail(path, scope, "a patch and no fix")
            return
        self.figures["fixed files"] += 1
        self.figures["findings gone"] += len(before) - len(after)
        if any(found["rule"] == "syntax-error" for found in after):
            self.fail(path, scope, "it does not parse any more")
        self.compare_findings(path, scope, before, after)
        if in_one_round(applied, before):
            self.figures["files with one round"] += 1
            self.compare_bytes(path, scope, old, new, before)
        self.run(folder, "--fix", *scope, path)
        if target.read_bytes() != new:
            self.fail(path, scope, "the second fix changed something")
        target.write_bytes(old)
        subprocess.run(["patch", "-p1", "-s", "--no-backup-if-mismatch"], cwd=folder, input=patch.stdout)
        if target.read_bytes() != new:
            self.fail(path, scope, "the patch makes another text")
        leftovers = [name for _, _, names in os.walk(folder) for name in names]
        if len(leftovers) != 1:
            self.fail(path, scope, f"left over: {leftovers}")

    def compare_findings(self, path, scope, before, after):
        """What an unsafe fix leaves may have another name, and is never worse."""
        levels = {"info": 0, "warning": 1, "error": 2}
        for level in levels.values():
            counts = [sum(levels[found["severity"]] >= level for found in findings) for findings in (before, after)]
            if counts[1] > counts[0]:
                self.fail(path, scope, f"{counts[1]} findings from severity {level} on, before {counts[0]}")
        if scope:
            return
        old, new = (collections.Counter(found["rule"] for found in findings) for findings in (before, after))
        for rule in new:
            if new[rule] > old[rule]:
                self.fail(path, scope, f"{rule} fires {new[rule]} times, before {old[rule]}")
        if len(after) >= len(before):
            self.fail(path, scope, "no finding is gone")

    def compare_bytes(self, path, scope, old, new, before):
        """Bytes before the first and behind the last one that a finding offered to edit."""
        edits = [
            edit["range"]
            for found in before
            for fix in found.get("fixes", [])
            if scope or fix["safety"] == "safe"
            for edit in fix["edits"]
        ]
        if not edits:
            self.fail(path, scope, "changed without an edit that was offered")
            return
        first = min(edit["start"]["offset"] for edit in edits)
        rest = len(old) - max(edit["end"]["offset"] for edit in edits)
        if old[:first] != new[:first]:
            self.fail(path, scope, "bytes before the edits have changed")
        if old[len(old) - rest :] != new[len(new) - rest :]:
            self.fail(path, scope, "bytes behind the edits have changed")

    def fail(self, path, scope, what):
        self.failures.append(f"{path} {' '.join(scope)}: {what}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return
    corslint = str(pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "build/release/lint/corslint").resolve())
    failed = False
    for scope in ([], ["--unsafe-fixes"]):
        checked = Checked(corslint)
        for source, path in entries_of(folder):
            checked.check(source, path, scope)
        print(" ".join(["--fix", *scope]) + ":", dict(checked.figures))
        for failure in checked.failures:
            print("  " + failure)
        failed = failed or bool(checked.failures)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
