"""Measuring whole processes, and tables of what came out."""

import json
import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Measurement:
    """Milliseconds from start to end (the least of several runs, and their median), milliseconds of
    processor time, and peak memory in MB."""

    elapsed: float
    median: float
    processor: float
    memory: float


class Measurer:
    """Runs commands through `corslint_measure`, which starts and reaps them without an interpreter
    between."""

    def __init__(self, program: Path):
        self.program = program

    def __call__(self, command: list[str], times: int = 5, cwd: Path | None = None, allowed=(0, 1)) -> Measurement:
        shown = " ".join(map(str, command))
        print(f"  measuring {shown[:120]}", file=sys.stderr)
        answer = subprocess.run(
            [str(self.program), str(times), *map(str, command)], cwd=cwd, capture_output=True, text=True, check=True
        )
        values = json.loads(answer.stdout)
        if values["status"] not in allowed:
            raise RuntimeError(f"status {values['status']} of {shown}")
        return Measurement(values["elapsed"], values["median"], values["processor"], values["memory"] / 1024)


def exponent(sizes: list[float], times: list[float]) -> float:
    """The slope of the line through the logarithms: 1 is linear, 2 quadratic."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(time, 1e-3)) for time in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)


def shown_time(milliseconds: float) -> str:
    if milliseconds < 10:
        return f"{milliseconds:.2f} ms"
    return f"{milliseconds:.0f} ms" if milliseconds < 10_000 else f"{milliseconds / 1000:.1f} s"


def table(title: str, columns: list[str], rows: list[list[str]]) -> str:
    """A Markdown table with aligned columns."""
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
    lines = [f"## {title}", ""]
    for number, row in enumerate([columns, ["-" * width for width in widths], *rows]):
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        if number == 1:
            cells = [cells[0], *("-" * (width - 1) + ":" for width in widths[1:])]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
