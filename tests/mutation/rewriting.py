"""Puts mutants into the text of a C++ file: each is switched on by its number while the program runs (mutants.h)."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Mutant:
    """One change: `place` (the function or constant), `line`, the `original` text, and the `change` in words."""

    number: int
    line: int
    place: str
    original: str
    change: str

    @property
    def identity(self):
        """What stays the same when lines move."""
        return f"{self.place}: `{self.original}` {self.change}"


class Rewriter:
    """Collects the mutants of one file. Those whose numbers are in `refused` are counted and left out."""

    def __init__(self, source, name, refused):
        self.source, self.name, self.refused = source, name, frozenset(refused)
        self.mutants = []
        self.pieces = []  # (offset, order, size, number, text, end): what stands from offset to end becomes text

    def wrap(self, span, place, original, change, before, after):
        """A mutant that puts `before` and `after` around the bytes of `span`; `{}` in them is its condition. Whether it was put in."""
        begin, end = span
        alike = sum((mutant.place, mutant.original, mutant.change.split(" (")[0]) == (place, original, change) for mutant in self.mutants)
        number, line = len(self.mutants) + 1, self.source.count(b"\n", 0, begin) + 1
        self.mutants.append(Mutant(number, line, place, original, f"{change} ({alike + 1})" if alike else change))
        if number in self.refused:
            return False
        active = f"mutant_is({number})"
        # At one offset, what ends there closes first, inner before outer; what begins there opens after it, outer before inner.
        self.pieces.append((begin, 1, begin - end, number, before.replace("{}", active), begin))
        self.pieces.append((end, 0, end - begin, -number, after.replace("{}", active), end))
        return True

    def replace(self, begin, end, text):
        self.pieces.append((begin, 2, 0, 0, text, end))

    def result(self):
        """The text of a file that another one includes: only so does it count as a system's, in which what a mutant does is no warning."""
        parts, at = [], 0
        for offset, _, _, _, text, end in sorted(self.pieces):
            parts += [self.source[at:offset].decode(), text]
            at = end
        parts.append(self.source[at:].decode())
        opening = (
            "#pragma GCC system_header\n"
            "namespace corslint { namespace {\n"
            f'const int active_mutant = mutants::active_in("{self.name}");\n'
            "[[maybe_unused]] bool mutant_is(int number) { return number == active_mutant; }\n"
            "} }\n"
            f'#line 1 "{self.name}"\n'
        )
        return opening + "".join(parts)
