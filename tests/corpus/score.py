#!/usr/bin/env python3
"""Compares corslint with an expert's judgement of real files.

usage: tests/corpus/score.py CORPUS [CORSLINT]

CORPUS is a folder with index.jsonl (file, kind, path, defects, reason per line) and the files. Each file is linted under the path that it
had in its repository, because names tell formats and environments. Printed are, for each defect in scope, in how many of the files judged
to have it a rule fires that names it (recall), in how many others one does (elsewhere: a rule may name several defects, and the expert
named the worst of each file, so that a low precision is not a false alarm by itself), and every file judged `none` that gets an error.
The exit status is 1 where less than the goal is found or such a file gets an error, and 0 where there is no corpus.
"""

import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# Which rules name an expert's defect. A defect that is not here is out of scope, with the reason in OUT_OF_SCOPE.
RULES = {
    "wildcard-origin": {"wildcard-origin", "wildcard-with-credentials", "methods-all-from-any-origin"},
    "wildcard-in-production": {"wildcard-origin", "wildcard-with-credentials"},
    "wildcard-with-credentials": {"wildcard-with-credentials"},
    "wildcard-write-methods": {"methods-all-from-any-origin"},
    "wildcard-headers-with-credentials": {"wildcard-headers-with-credentials"},
    "expose-star-with-credentials": {"wildcard-expose-with-credentials"},
    "placeholder-left-in": {"placeholder-origin", "unresolved-variable"},
    "localhost-in-production": {"loopback-in-production"},
    "https-localhost": {"https-loopback", "loopback-in-production"},
    "http-origin": {"insecure-origin", "loopback-in-production"},
    "invalid-origin-token": {"malformed-origin", "missing-scheme"},
    "public-suffix-host": {"placeholder-origin", "public-suffix-wildcard"},
    "portless-localhost": {"portless-loopback"},
    "literal-subdomain-wildcard": {"glob-in-exact-list"},
    "empty-origins": {"empty-policy"},
    "empty-list-entry": {"empty-origin-entry", "malformed-header-name"},
    "missing-scheme": {"missing-scheme"},
    "internal-hostname-origin": {"private-address-in-production"},
    "trailing-slash": {"trailing-slash"},
    "path-in-origin": {"origin-with-path"},
    "scalar-instead-of-list": {"string-instead-of-list"},
    "dead-config-key": {"ignored-policy", "deprecated-key"},
    "deprecated-key": {"deprecated-key"},
    "duplicate-header": {"duplicate-header"},
    "forbidden-request-header": {"forbidden-request-header"},
    "response-header-as-request-header": {"response-header-in-allow-headers", "forbidden-request-header"},
    "unneeded-method": {"unsupported-method", "safelisted-method"},
    "mixed-dev-prod": {"placeholder-origin", "loopback-in-production"},
}
OUT_OF_SCOPE = {
    "self-origin": "needs to know where the API itself is served",
    "methods-missing": "needs to know the API's routes",
    "missing-www-apex": "needs to know which hosts serve the site",
    "localhost-only": "a bucket for development looks the same",
    "preview-url-pinned": "needs to know which hosts are short-lived",
    "redundant-header": "harmless beside a wildcard",
}
# What the expert saw and the file does not say: (file, defect) and why.
NOT_IN_THE_FILE = {
    ("env/AKV-7__healthcare-saas__backend-.env.example", "placeholder-left-in"): "stands in a comment",
    ("toml/GreptimeTeam__greptimedb__config-standalone.example.toml", "wildcard-origin"): "the default of an unset key",
    ("toml/CrunchyData__pg_tileserv__config-pg_tileserv.toml.example", "wildcard-origin"): "stands in a comment",
    ("toml/CrunchyData__pg_featureserv__config-pg_featureserv.toml.example", "wildcard-origin"): "stands in a comment",
    ("toml/apache__iggy__core-ai-mcp-config.toml", "empty-list-entry"): "the policy is switched off, and is not judged",
    ("toml/apache__iggy__core-connectors-runtime-config.toml", "empty-list-entry"): "the policy is switched off, and is not judged",
}

# The part of the judged defects that has to be found.
GOAL = 0.95


def stage(corpus, entry, folder):
    """Copies a file to the path that it had in its repository."""
    target = folder / entry["repo"].replace("/", "__") / entry["path"]
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(corpus / entry["file"], target)
    return target


def lint(corslint, path, folder):
    result = subprocess.run(
        [corslint, "check", "--format", "json", str(path)], capture_output=True, text=True, timeout=60, cwd=folder
    )
    if result.returncode not in (0, 1):
        raise SystemExit(f"{path}: exit status {result.returncode}\n{result.stderr}")
    return json.loads(result.stdout)


def main(arguments):
    if not arguments or not (pathlib.Path(arguments[0]) / "index.jsonl").exists():
        print("skipped: no corpus here (give the folder that holds index.jsonl)")
        return 0
    corpus = pathlib.Path(arguments[0])
    root = pathlib.Path(__file__).resolve().parents[2]
    corslint = str(pathlib.Path(arguments[1]).resolve() if len(arguments) > 1 else root / "build/release/lint/corslint")
    found, judged, fired_without = collections.Counter(), collections.Counter(), collections.Counter()
    missed, false_alarms, unread = [], [], []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for line in (corpus / "index.jsonl").read_text().splitlines():
            entry = json.loads(line)
            if entry["kind"] not in ("toml", "json", "env"):
                continue
            report = lint(corslint, stage(corpus, entry, folder), folder)
            fired = {d["rule"] for d in report["diagnostics"]}
            if not report["policies"]:
                unread.append(entry["file"])
            for defect in entry["defects"]:
                if defect not in RULES or (entry["file"], defect) in NOT_IN_THE_FILE:
                    continue
                judged[defect] += 1
                if fired & RULES[defect]:
                    found[defect] += 1
                else:
                    missed.append((defect, entry["file"], entry["reason"]))
            for defect, rules in RULES.items():
                if defect not in entry["defects"] and fired & rules:
                    fired_without[defect] += 1
            if entry["defects"] == ["none"]:
                judged["none"] += 1
                for diagnostic in report["diagnostics"]:
                    if diagnostic["severity"] == "error":
                        false_alarms.append((entry["file"], diagnostic["rule"], diagnostic["message"]))

    print(f"{'defect':36} judged found recall elsewhere precision")
    for defect in sorted(RULES, key=lambda d: (-judged[d], d)):
        if judged[defect]:
            hits, elsewhere = found[defect], fired_without[defect]
            precision = f"{hits / (hits + elsewhere):9.2f}" if hits + elsewhere else "        -"
            print(f"{defect:36} {judged[defect]:6} {hits:5} {hits / judged[defect]:6.2f} {elsewhere:9} {precision}")
    total, hits = sum(judged[d] for d in RULES), sum(found.values())
    print(f"{'all in scope':36} {total:6} {hits:5}   recall {hits / max(total, 1):.3f}")
    print(f"\nfiles judged none: {judged['none']}, with an error: {len({f for f, _, _ in false_alarms})}")
    for row in false_alarms:
        print("  error:", *row)
    print("\nmissed:")
    for row in missed:
        print("  ", *row, sep=" | ")
    print("\nfiles without a policy:")
    for file in unread:
        print("  ", file)
    print("\nnot in the file:")
    for (file, defect), reason in NOT_IN_THE_FILE.items():
        print("  ", defect, file, reason, sep=" | ")
    print("\nout of scope:", "; ".join(f"{name}: {reason}" for name, reason in OUT_OF_SCOPE.items()))
    return 0 if hits >= GOAL * total and not false_alarms else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
