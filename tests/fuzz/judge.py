"""Answers for Python's re: reads a JSON list of {pattern, mode, ignore_case, texts}, writes one line
each: "refused", or a digit for every text; "?" where re fails on a bug of its own, or takes longer
than the seconds of a second argument."""
import json
import re
import signal
import sys
import warnings

warnings.simplefilter("ignore")
limit = float(sys.argv[2]) if len(sys.argv) > 2 else 0.0


def give_up(_signal, _frame):
    raise TimeoutError


signal.signal(signal.SIGALRM, give_up)
for case in json.load(open(sys.argv[1], encoding="utf-8")):
    try:
        compiled = re.compile(case["pattern"], re.IGNORECASE if case["ignore_case"] else 0)
    except (re.error, OverflowError, RecursionError):
        print("refused")
        continue
    match = {"full": compiled.fullmatch, "prefix": compiled.match, "search": compiled.search}[case["mode"]]

    def answer(text):
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            return "1" if match(text) else "0"
        except (SystemError, TimeoutError):
            return "?"
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    print("".join(map(answer, case["texts"])))
