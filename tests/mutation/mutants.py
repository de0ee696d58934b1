"""Finds the mutants of one C++ file by clang's own syntax tree, and writes the file with all of them in it.

Each mutant is a wrapped expression or statement that does what the original does unless its number is the active one (mutants.h), so that
one compilation holds all of them and a run chooses one. What is mutated:

    condition       always true, always false: a guard, an early return, a `continue` is gone, or never lets anything through
    conjunct        dropped from its `&&` or `||`
    boundary        `<` and `<=`, `>` and `>=` exchanged
    number          of an equation, a constant or a list: the next one
    member          of a list of texts, or the key of a row of a table: another text
    enumerator      that is handed on or assigned: the next one of its enumeration
    flag            `true` and `false` exchanged
    statement       a call or an assignment is gone
    function        returns at once; for `check`: the rule never fires

Exchanging `&&` and `||`, negating, or changing what `==` compares with would add nothing: a test that kills the mutants above kills those.
What only words a finding is left alone (message, consequence, help, label, title, functions that return a text): tests/messages.txt holds it.
"""

import re

from clang.cindex import CursorKind, TypeKind

from rewriting import Rewriter
from syntax import Tree, shortened

WORDING = re.compile(r"(?:\w+(?:\.|->))*\.?(?:message|consequence|help|label|labels|title)\s*\+?=(?!=)")
RELATIONS = {"<": ("less", "<="), "<=": ("less_equal", "<"), ">": ("greater", ">="), ">=": ("greater_equal", ">")}
SCOPES = {CursorKind.NAMESPACE, CursorKind.CLASS_DECL, CursorKind.STRUCT_DECL}
FUNCTIONS = {CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR, CursorKind.FUNCTION_TEMPLATE}
LOOPS = {CursorKind.FOR_STMT, CursorKind.WHILE_STMT, CursorKind.DO_STMT, CursorKind.CXX_FOR_RANGE_STMT}


def mutated(path, name, arguments, refused):
    """The mutants of the file, its text with all of them in it but the refused ones, and what clang does not understand of it."""
    tree = Tree(path, arguments)
    rewriter = Rewriter(tree.source, name, refused)
    Mutator(tree, rewriter).visit_scope(tree.unit.cursor)
    return rewriter.mutants, rewriter.result(), tree.errors


class Mutator:
    """Walks through the tree; `parents` are the nodes above one, the outermost first."""

    def __init__(self, tree, rewriter):
        self.tree, self.rewriter = tree, rewriter
        self.place = ""

    def add(self, span, change, before, after, original=None):
        original = shortened(self.tree.slice(*span) if original is None else original)
        return self.rewriter.wrap(span, self.place, original, change, before, after)

    # Declarations

    def visit_scope(self, scope):
        for cursor in self.tree.declarations(scope):
            if cursor.kind in SCOPES:
                self.visit_scope(cursor)
            elif cursor.kind in FUNCTIONS and cursor.is_definition() and cursor.result_type.spelling != "std::string":
                self.place = cursor.spelling
                self.visit_function(cursor)
            elif cursor.kind == CursorKind.VAR_DECL and "constinit" not in self.tree.text(cursor):
                self.place = cursor.spelling
                self.visit(cursor, [])

    def visit_function(self, cursor):
        body = [child for child in cursor.get_children() if child.kind == CursorKind.COMPOUND_STMT][-1:]
        if body and cursor.result_type.kind == TypeKind.VOID:
            inside = self.tree.span(body[0])[0] + 1
            self.add((inside, inside), "returns at once", " if ({}) return; ", "", original=cursor.spelling)
        for statement in body:
            self.visit(statement, [cursor])

    def make_variable(self, cursor):
        """A constant that mutants change is none for the compiler any more."""
        begin, _ = self.tree.span(cursor)
        found = re.match(r"(?:static |inline )*(constexpr)\b", self.tree.text(cursor))
        if found:
            self.rewriter.replace(begin + found.start(1), begin + found.end(1), "const")

    # Statements

    def visit(self, cursor, parents):
        begin, end = self.tree.span(cursor)
        if cursor.kind.is_expression() and (begin == end or self.is_wording(cursor)):
            return
        before = len(self.rewriter.pieces)
        self.visit_conditions(cursor)
        self.visit_constant(cursor, parents)
        if cursor.kind == CursorKind.BINARY_OPERATOR:
            self.visit_relation(cursor, parents)
        if cursor.kind == CursorKind.BREAK_STMT and not self.inside_switch(parents):
            self.drop_statement(cursor)
        children = list(cursor.get_children())
        labels = children[:1] if cursor.kind == CursorKind.CASE_STMT else []
        for child in children[len(labels) :]:
            if self.is_dropped(child, cursor, children):
                self.drop_statement(child)
            self.visit(child, parents + [cursor])
        if cursor.kind == CursorKind.VAR_DECL and len(self.rewriter.pieces) > before:
            self.make_variable(cursor)

    def is_wording(self, cursor):
        return WORDING.match(self.tree.text(cursor)) is not None

    def is_dropped(self, child, parent, siblings):
        """Whether the child is a statement that is an expression: a call or an assignment."""
        if not child.kind.is_expression() or self.is_wording(child):
            return False
        if parent.kind == CursorKind.CXX_FOR_RANGE_STMT:
            return child == siblings[-1]
        if parent.kind == CursorKind.IF_STMT:
            return self.tree.span(child)[0] > self.tree.parenthesis_after(parent)
        return parent.kind == CursorKind.COMPOUND_STMT

    def drop_statement(self, cursor):
        begin, end = self.tree.span(cursor)
        behind = self.tree.source.index(b";", end) + 1
        self.add((begin, behind), "is gone", "{ if (!{}) { ", " } }", original=self.tree.slice(begin, behind - 1))

    def inside_switch(self, parents):
        innermost = next((parent.kind for parent in reversed(parents) if parent.kind in LOOPS or parent.kind == CursorKind.SWITCH_STMT), None)
        return innermost == CursorKind.SWITCH_STMT

    # Conditions

    def visit_conditions(self, cursor):
        kind = cursor.kind
        if kind in (CursorKind.IF_STMT, CursorKind.WHILE_STMT):
            self.visit_header(cursor)
        elif kind == CursorKind.CONDITIONAL_OPERATOR:
            self.condition(next(cursor.get_children()))
        elif kind in (CursorKind.RETURN_STMT, CursorKind.VAR_DECL):
            for value in cursor.get_children():
                typed = cursor if kind == CursorKind.VAR_DECL else value
                if value.kind.is_expression() and typed.type.get_canonical().kind == TypeKind.BOOL:
                    self.condition(value)

    def visit_header(self, cursor):
        close = self.tree.parenthesis_after(cursor)
        header = [child for child in cursor.get_children() if self.tree.span(child)[0] < close]
        declared = [child for child in header if not child.kind.is_expression()]
        condition = next(child for child in header if child.kind.is_expression())
        begin, end = self.tree.span(condition)
        for declaration in declared:
            first, last = self.tree.span(declaration)
            if first <= begin and end <= last:  # `if (const auto found = ...)`
                name = next(found.spelling for found in [declaration, *declaration.get_children()] if found.kind == CursorKind.VAR_DECL)
                self.add((close, close), "is never taken", "; (!{} && " + name + ")", "", original=f"if ({self.tree.text(declaration)})")
                return
        self.condition(condition, may_be_true=cursor.kind == CursorKind.IF_STMT)

    def condition(self, cursor, may_be_true=True):
        cursor = self.tree.inner(cursor)
        if cursor.kind == CursorKind.CXX_BOOL_LITERAL_EXPR:
            return  # a flag
        span = self.tree.span(cursor)
        sign, _ = self.tree.operator(cursor)
        # What drops its operands also makes `a && b` true, and `a || b` false, somewhere.
        if may_be_true and sign != "&&":
            self.add(span, "is always true", "({} || (", "))")
        if not may_be_true or sign != "||":
            self.add(span, "is always false", "(!{} && (", "))")
        if sign in ("&&", "||"):
            self.operands(cursor, sign)

    def operands(self, cursor, sign):
        for operand in cursor.get_children():
            inner = self.tree.inner(operand)
            own, _ = self.tree.operator(inner)
            if own != sign:
                before = "({} || (" if sign == "&&" else "(!{} && ("
                self.add(self.tree.span(operand), f"is dropped from the `{sign}`", before, "))")
            if own in ("&&", "||"):
                self.operands(inner, own)

    def visit_relation(self, cursor, parents):
        sign, at = self.tree.operator(cursor)
        if sign in RELATIONS and not any(parent.kind == CursorKind.FOR_STMT for parent in parents[-2:]):
            name, other = RELATIONS[sign]
            if self.add(self.tree.span(cursor), f"has `{other}` for `{sign}`", f"mutants::{name}({{}}, ", ")"):
                self.rewriter.replace(at, at + len(sign), ",")

    # Constants

    def visit_constant(self, cursor, parents):
        kind = cursor.kind
        if kind == CursorKind.INTEGER_LITERAL and self.is_mutable_number(cursor, parents):
            self.change(cursor, parents, "is the next number", "mutants::number({}, ", ")")
        elif kind == CursorKind.CXX_BOOL_LITERAL_EXPR:
            self.change(cursor, parents, "is the other one", "({} != ", ")")
        elif kind == CursorKind.STRING_LITERAL and self.is_member(cursor, parents):
            suffix = re.search(r"\"(\w*)$", self.tree.text(cursor)).group(1)
            self.change(cursor, parents, "is another text", '({} ? "\\x01"' + suffix + " : ", ")", widest=1)
        elif kind == CursorKind.DECL_REF_EXPR and cursor.referenced and cursor.referenced.kind == CursorKind.ENUM_CONSTANT_DECL:
            self.visit_enumerator(cursor, parents)

    def change(self, cursor, parents, change, before, after, widest=100):
        self.add(self.tree.span(cursor), change, before, after, original=self.tree.surrounded(cursor, parents, widest))

    def above(self, cursor, parents):
        """The nearest node above that is more than a conversion of this one."""
        return next((parent for parent in reversed(parents) if self.tree.span(parent) != self.tree.span(cursor)), None)

    def is_mutable_number(self, cursor, parents):
        above = self.above(cursor, parents)
        if above is None:
            return False
        is_value = above.kind == CursorKind.VAR_DECL and self.tree.span(cursor)[0] > above.location.offset
        return is_value or above.kind == CursorKind.INIT_LIST_EXPR or self.tree.operator(above)[0] in ("==", "!=")

    def is_member(self, cursor, parents):
        """A member of a list, the key of a row of a table, or a set of characters; what becomes part of a sentence is none of them."""
        for parent in reversed(parents):
            if parent.kind == CursorKind.INIT_LIST_EXPR:
                members = list(parent.get_children())
                is_record = parent.type.get_canonical().kind == TypeKind.RECORD and not parent.type.spelling.startswith(("std::", "const std::"))
                is_list = not is_record and all(self.tree.text(member).startswith(('"', 'R"')) for member in members)
                is_table = not any(above.kind == CursorKind.COMPOUND_STMT for above in parents)
                return is_list or (is_table and self.tree.span(members[0])[1] == self.tree.span(cursor)[1])
            if parent.kind == CursorKind.CALL_EXPR and parent.spelling.startswith("find_"):
                return True
            if not parent.kind.is_expression() or parent.kind == CursorKind.LAMBDA_EXPR:
                return False
        return False

    def visit_enumerator(self, cursor, parents):
        names = [child.spelling for child in cursor.referenced.semantic_parent.get_children() if child.kind == CursorKind.ENUM_CONSTANT_DECL]
        above = self.above(cursor, parents)
        is_compared = above is not None and (above.kind == CursorKind.BINARY_OPERATOR or above.spelling in ("operator==", "operator!="))
        if len(names) < 2 or is_compared:
            return
        other = names[(names.index(cursor.spelling) + 1) % len(names)]
        qualified = self.tree.text(cursor)[: -len(cursor.spelling)] + other
        self.change(cursor, parents, f"is `{other}`", "({} ? " + qualified + " : ", ")")
