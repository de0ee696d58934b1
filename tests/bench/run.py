#!/usr/bin/env python3
"""Measures whole runs of corslint beside their floors and beside other linters, and prints tables.

    tests/bench/run.py                     everything (some ten minutes)
    tests/bench/run.py --only small,growth some sections: small, mixed, large, growth, repository, peers
    tests/bench/run.py --executable PATH   another build of corslint

It builds what it needs (`build/release`), writes its files once below `build/bench`, installs the peers by
`npm ci` in `tests/bench/node`, and changes nothing else. What is measured and why is in README.md beside this file.
"""

import argparse
import concurrent.futures
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import workloads
from measurement import Measurement, Measurer, exponent, shown_time, table

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build/release"
DATA = ROOT / "build/bench"
NODE = HERE / "node"
MIXED = 10_000


def build() -> None:
    targets = ["corslint", "corslint_floor", "corslint_measure"]
    log = ROOT / "build/bench-build.log"
    log.parent.mkdir(exist_ok=True)
    print("building ...", file=sys.stderr)
    with log.open("w") as file:
        for command in (["cmake", "--preset", "release"], ["cmake", "--build", str(BUILD), "--target", *targets]):
            if subprocess.run(command, cwd=ROOT, stdout=file, stderr=file).returncode != 0:
                sys.exit(f"the build failed; see {log}")


def prepared(name: str, write) -> Path:
    """The path `name` below the data folder, written once by `write`."""
    path = DATA / name
    mark = DATA / ".written" / name.replace("/", "_")
    if not mark.exists():
        print(f"writing {name} ...", file=sys.stderr)
        shutil.rmtree(path, ignore_errors=True)
        write(path)
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    return path


class Bench:
    def __init__(self, executable: Path):
        self.executable = str(executable)
        self.floor = str(BUILD / "tests/bench/corslint_floor")
        self.measure = Measurer(BUILD / "tests/bench/corslint_measure")

    def check(self, path: Path, times: int = 5, threads: int | None = 1) -> Measurement:
        command = [self.executable, "check", "-f", "concise", str(path)]
        return self.measure([*command, "-j", str(threads)] if threads else command, times)

    def beside_floors(self, title: str, path: Path, times: int, two_threads: bool) -> str:
        floors = [
            ("reading the bytes", self.measure([self.floor, "read", str(path)], times)),
            ("parsing and nothing else", self.measure([self.floor, "parse", str(path)], times)),
        ]
        parsing = floors[1][1]
        runs = [*floors, ("corslint, one thread", self.check(path, times))]
        if two_threads:
            runs.append(("corslint, two threads", self.check(path, times, 2)))
        rows = [
            [name, shown_time(run.elapsed), f"{run.elapsed / parsing.elapsed:.2f}", f"{run.memory:.1f} MB"]
            for name, run in runs
        ]
        if two_threads:
            rows.append(["two threads over one", "", f"{runs[2][1].elapsed / runs[3][1].elapsed:.2f}", ""])
            alone, beside = self.beside_itself(path, times)
            rows.append(["two processes over one", "", f"{2 * alone / beside:.2f}", ""])
        return table(title, ["run", "time", "of parsing", "peak memory"], rows)

    def beside_itself(self, path: Path, times: int) -> tuple[float, float]:
        """The least time of a run on one thread alone, and of one beside another that does the same: what the machine's second core
        is worth."""
        command = [self.executable, "check", "-q", "-j", "1", str(path)]

        def both() -> float:
            begin = time.perf_counter()
            processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
            for process in processes:
                process.wait()
            return 1000 * (time.perf_counter() - begin)

        return self.measure(command, times).elapsed, min(both() for _ in range(times))

    # The sections, each one table or more.

    def small(self) -> str:
        path = prepared("small", lambda folder: workloads.small_policy(folder / "cors.toml")) / "cors.toml"
        runs = [
            ("/bin/true", self.measure(["/bin/true"], 300)),
            ("reading the bytes", self.measure([self.floor, "read", str(path)], 300)),
            ("parsing and nothing else", self.measure([self.floor, "parse", str(path)], 300)),
            ("corslint --version", self.measure([self.executable, "--version"], 300)),
            ("corslint check", self.measure([self.executable, "check", str(path)], 300)),
        ]
        true = runs[0][1]
        rows = [
            [
                name,
                shown_time(run.elapsed),
                shown_time(run.median),
                f"{run.elapsed / true.elapsed:.2f}",
                f"{run.median / true.median:.2f}",
                f"{run.memory:.1f} MB",
            ]
            for name, run in runs
        ]
        columns = ["run", "least time", "median", "of /bin/true", "median of it", "peak memory"]
        return table("One small policy with a pattern", columns, rows)

    def mixed(self) -> str:
        path = prepared("mixed", lambda folder: workloads.mixed_files(folder, MIXED))
        return self.beside_floors(f"{MIXED:,} mixed policy files", path, 7, True)

    def large(self) -> str:
        parts = []
        size = 50_000_000
        path = prepared("large-json", lambda folder: workloads.large_json(folder / "config.json", size))
        parts.append(self.beside_floors("One JSON file of 50 MB", path / "config.json", 3, False))
        path = prepared("large-env", lambda folder: workloads.large_env(folder / ".env", size))
        parts.append(self.beside_floors("One env file of 50 MB, `A=1` in each line", path / ".env", 3, False))
        return "\n".join(parts)

    def repository(self) -> str:
        path = prepared("repository", lambda folder: workloads.repository(folder, 100_000))
        runs = [
            ("find", self.measure(["find", str(path), "-name", "*.json"], 3)),
            ("corslint, one thread", self.check(path, 3)),
            ("corslint, all cores", self.check(path, 3, None)),
        ]
        find = runs[0][1]
        rows = [
            [name, shown_time(run.elapsed), f"{run.elapsed / find.elapsed:.2f}", f"{run.memory:.1f} MB"]
            for name, run in runs
        ]
        return table("A repository of 100,000 files", ["run", "time", "of find", "peak memory"], rows)

    def instructions(self, path: Path) -> int:
        """How many instructions a run takes, which no neighbour on the machine changes."""
        counter = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        command = [*counter, self.executable, "check", "-f", "concise", "-j", "1", str(path)]
        print(f"  counting {path.relative_to(DATA)}", file=sys.stderr)
        counted = subprocess.run(command, capture_output=True, text=True, check=False)
        return int(re.search(r"Collected : (\d+)", counted.stderr)[1])

    def growth(self) -> str:
        if not shutil.which("valgrind"):
            return "No valgrind, no growth: times of some milliseconds vary by more than they grow.\n"
        least = prepared("growth/least", lambda folder: workloads.entries(folder / "cors.toml", 1))
        start = self.instructions(least / "cors.toml")
        jobs = []

        def add(name: str, sizes: list[int], write, file: str = "", **options) -> None:
            """A file is given by its name, so that no git is started; a folder of files is searched."""
            slug = name.replace(" ", "-").replace(",", "")

            def written(folder: Path, size: int) -> None:
                write(folder / file, size, **options)

            paths = [prepared(f"growth/{slug}/{size}", lambda folder, size=size: written(folder, size)) / file for size in sizes]
            jobs.append((name, sizes, paths))

        add("files", [1250, 2500, 5000, 10000], workloads.mixed_files)
        for name in ("cors.toml", "cors.json", ".env"):
            add(f"sound entries, {name}", [4000, 8000, 16000, 32000], workloads.entries, name)
        for name in ("cors.toml", "cors.json", ".env"):
            add(f"entries with findings, {name}", [4000, 8000, 16000, 32000], workloads.entries, name, sound=False)
        add("policies in a file", [500, 1000, 2000, 4000], workloads.policies, "cors.toml")
        add("patterns in a policy", [25, 50, 100, 200], workloads.patterns, "cors.toml")
        add("alternatives in a pattern", [16, 32, 64, 128], workloads.alternatives, "cors.toml")
        add("bytes of a pattern", [60, 100, 150, 200], workloads.pattern_length, "cors.toml")
        mega = 1_000_000
        add("bytes of JSON", [mega, 2 * mega, 4 * mega, 8 * mega], workloads.large_json, "a.json")
        rows = []
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            counted = [[workers.submit(self.instructions, path) for path in paths] for _, _, paths in jobs]
            for (name, sizes, _), runs in zip(jobs, counted):
                costs = [run.result() - start for run in runs]
                each = [f"{size:,}: {cost / mega:,.2f}" for size, cost in zip(sizes, costs)]
                rows.append([name, *each, f"{exponent(sizes, costs):.2f}"])
        columns = ["what grows", "", "", "", "", "exponent"]
        return table("Growth: millions of instructions against size, less those of a policy of one origin", columns, rows)

    def peers(self) -> str:
        if not shutil.which("npm"):
            return "No npm, no peers.\n"
        if not (NODE / "node_modules/.package-lock.json").exists():
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=NODE, check=True)
        modules = NODE / "node_modules"
        machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
        biome = modules / f"@biomejs/cli-linux-{machine}/biome"
        jobs = {
            "biome lint, JSON": (".json", [biome, "lint", "--max-diagnostics=5", "."]),
            "oxlint, JavaScript": (".js", [modules / ".bin/oxlint", "."]),
            "spectral lint, JSON": (
                ".json",
                [modules / ".bin/spectral", "lint", "--ruleset", NODE / "spectral.yaml", "--quiet", "**/*.json"],
            ),
            "taplo lint, TOML": (".toml", [modules / ".bin/taplo", "lint"]),
        }
        rows = []
        for count, times in ((10, 10), (MIXED, 3)):
            for name, (ending, command) in jobs.items():
                folder = prepared(f"peers{count}{ending}", lambda folder, e=ending, c=count: peer_files(folder, c, e))
                # oxlint reads JavaScript only: the modules hold the same policies as the JSON files.
                own = folder if ending != ".js" else DATA / f"peers{count}.json"
                allowed = range(0, 4)
                peer = self.measure(command, times, cwd=folder, allowed=allowed)
                ours = self.measure([self.executable, "check", "--no-ignore", "-f", "concise", str(own)], times)
                number = sum(len(names) for _, _, names in os.walk(folder))
                rows.append(
                    [
                        f"{name}, {number:,} files",
                        shown_time(peer.elapsed),
                        shown_time(ours.elapsed),
                        f"{peer.elapsed / ours.elapsed:.1f}",
                        f"{peer.memory:.0f} MB",
                        f"{ours.memory:.1f} MB",
                    ]
                )
        columns = ["peer and its nearest job", "peer", "corslint", "times faster", "peer's memory", "corslint's memory"]
        return table("Other linters over the same files, all cores", columns, rows)


def peer_files(folder: Path, count: int, ending: str) -> None:
    """The files of one kind out of `count` mixed ones; `.js` are modules that hold what the JSON files hold."""
    source = ".json" if ending == ".js" else ending
    for number in range(count // workloads.FILES_IN_A_SERVICE):
        for name, text in workloads.Service(number).files().items():
            if not name.endswith(source):
                continue
            if ending == ".js":
                name, text = name.replace(".json", ".js"), f"export default {text.strip()};\n"
            workloads.write(folder / f"services/{number:05}" / name, text)


SECTIONS = ("small", "mixed", "large", "growth", "repository", "peers")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, separated by commas")
    parser.add_argument("--executable", type=Path, default=BUILD / "lint/corslint")
    arguments = parser.parse_args()
    sections = arguments.only.split(",")
    unknown = set(sections) - set(SECTIONS)
    if unknown:
        sys.exit(f"no such section: {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    build()
    bench = Bench(arguments.executable)
    load = os.getloadavg()[0]
    print(f"# corslint's benchmarks\n\n{os.cpu_count()} cores, load {load:.1f} when it began\n", flush=True)
    for section in sections:
        print(getattr(bench, section)(), flush=True)


if __name__ == "__main__":
    main()
