"""Reads a C++ file into clang's syntax tree, and what its nodes have to say about the text."""

import re

from clang.cindex import CursorKind, Index


class Tree:
    def __init__(self, path, arguments):
        self.source = path.read_bytes()
        self.unit = Index.create().parse(str(path), args=arguments)
        self.errors = [str(found) for found in self.unit.diagnostics if found.severity >= 3]

    def declarations(self, cursor):
        """Those of the file itself, without what it includes."""
        return [child for child in cursor.get_children() if child.location.file and child.location.file.name == self.unit.spelling]

    def span(self, cursor):
        return cursor.extent.start.offset, cursor.extent.end.offset

    def slice(self, begin, end):
        return self.source[begin:end].decode(errors="replace")

    def text(self, cursor):
        return self.slice(*self.span(cursor))

    def inner(self, cursor):
        """The expression without implicit conversions and parentheses."""
        while cursor.kind in (CursorKind.UNEXPOSED_EXPR, CursorKind.PAREN_EXPR):
            children = list(cursor.get_children())
            if len(children) != 1 or (cursor.kind == CursorKind.UNEXPOSED_EXPR and self.span(children[0]) != self.span(cursor)):
                break
            cursor = children[0]
        return cursor

    def operator(self, cursor):
        """The sign of a binary operator and its offset; nothing for other nodes."""
        children = list(cursor.get_children())
        if cursor.kind != CursorKind.BINARY_OPERATOR or len(children) != 2:
            return None, None
        begin, end = self.span(children[0])[1], self.span(children[1])[0]
        between = re.sub(r"//[^\n]*", lambda comment: " " * len(comment.group()), self.slice(begin, end))
        sign = between.strip()
        return sign, begin + between.index(sign)

    def parenthesis_after(self, cursor):
        """The offset of the `)` that closes the first `(` of a statement."""
        begin = self.source.index(b"(", self.span(cursor)[0])
        depth = 0
        for token in re.finditer(rb'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|//[^\n]*|[()]', self.source[begin:]):
            depth += {b"(": 1, b")": -1}.get(token.group(), 0)
            if depth == 0:
                return begin + token.start()
        raise ValueError("a parenthesis that is not closed")

    def surrounded(self, cursor, parents, widest=100):
        """A constant, in the smallest expression around it that says more, if that is not wide."""
        own = self.text(cursor)
        for parent in reversed(parents):
            if not (parent.kind.is_expression() or parent.kind == CursorKind.VAR_DECL):
                break
            around = self.text(parent)
            if around != own and len(around) <= len(own) + widest:
                return f"{own}` in `{shortened(around)}"
        return own


def shortened(text):
    """On one line of at most a hundred characters."""
    text = " ".join(text.split())
    return text if len(text) <= 100 else text[:97] + "..."
