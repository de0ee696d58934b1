"""Answers for Python's re: reads a JSON list of {pattern, mode, ignore_case, texts}, writes one line
each: "refused", or a digit for every text; "?" where re fails on a bug of its own."""
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")
for case in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        compiled = re.compile(case["pattern"], re.IGNORECASE if case["ignore_case"] else 0)
    except (re.error, OverflowError, RecursionError):
        print("refused")
        continue
    match = {"full": compiled.fullmatch, "prefix": compiled.match, "search": compiled.search}[case["mode"]]

    def answer(text):
        try:
            return "1" if match(text) else "0"
        except SystemError:
            return "?"

    print("".join(map(answer, case["texts"])))
