"""The small language in which a house style says what of a paper stands where.

Without calls, arithmetic and imports: every style comes to an end. Without Django.
"""

import re
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

NAMES = ("letterhead", "title", "date", "language", "parts", "body")
OF_A_PART = ("kind", "text", "of", "label", "words")
OF_A_LOOP = ("first", "last", "index", "length")
FILTERS = (
    "capitalize", "default", "escape", "first", "join", "last", "length", "lower", "title", "trim",
    "upper",
)  # fmt: skip
TESTS = ("defined", "undefined", "==", "eq", "equalto", "in")
WORDS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For,
    nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.Const, nodes.Tuple, nodes.List,
    nodes.Not, nodes.And, nodes.Or, nodes.Filter, nodes.Test,
)  # fmt: skip
"""What a style may say. Loops are over the paper alone, so every style comes to an end."""


class Misfit(Exception):
    """The style can't be filled in. why: a key of the sentence for the person; word: what it is
    about; line: in the part of the file, 0 for none; where: which part; number, words: of the
    paragraph.
    """

    def __init__(self, why: str, word: str = "", line: int = 0) -> None:
        self.why, self.word, self.line = why, word, line
        self.where, self.number, self.words = "", 0, ""
        super().__init__(why)

    def told(self) -> dict[str, Any]:
        return {key: getattr(self, key) for key in ("why", "word", "where", "number", "words")}


class Language(ImmutableSandboxedEnvironment):
    """The words of the paper, conditions and loops; everything is escaped."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        refuse_other_words(tree)
        return tree


def refuse_other_words(tree: nodes.Template) -> None:
    """Only what is known to be harmless and to be there."""
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Name) and node.name not in own | {*NAMES, "loop"}:
            raise Misfit("name", node.name, node.lineno)
        if isinstance(node, nodes.Getattr) and node.attr not in OF_A_PART + OF_A_LOOP:
            raise Misfit("attribute", node.attr, node.lineno)
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise Misfit("word", node.name, node.lineno)
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            raise Misfit("word", node.name, node.lineno)
        if not isinstance(node, WORDS):
            raise Misfit("word", type(node).__name__.lower(), node.lineno)


def misfit_of(error: TemplateSyntaxError) -> Misfit:
    said = str(error.message)
    if found := re.search(r"unknown tag '(\w+)'", said):
        return Misfit("word", found[1], error.lineno)
    if found := re.search(r"needs to be closed is '(\w+)'", said):
        return Misfit("unclosed", found[1], error.lineno)
    return Misfit("unreadable", said, error.lineno)


def line_of(trace: TracebackType | None) -> int:
    """The line of the style in which it failed."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
