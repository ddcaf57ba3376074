"""Layout: a call that has grown too long for its line, as black would break it."""

from __future__ import annotations

from typing import Final

import libcst as cst


def longest_line(tree: cst.Module) -> int:
    """How long a line of this file may be: black's 88, or what its longest line of code has."""
    lengths = (len(line) for line in tree.code.splitlines() if not line.lstrip().startswith("#"))
    return min(max([_BLACK, *lengths]), _LONGEST)


def laid_out(call: cst.Call, before: int, indent: int, tree: cst.Module) -> cst.Call:
    """The call as it is, or with a line for each argument where a line of it is too long.

    Args:
        call: The call.
        before: How many characters stand before it on its line.
        indent: How far the lines of its block are indented.
        tree: The file, for its indentation and the length of its lines.
    """
    limit = longest_line(tree)
    first, *others = tree.code_for_node(call).splitlines()
    step = tree.default_indent
    # What is rendered by itself has the first level of indentation only.
    rest = [indent + len(line) for line in others]
    if before + len(first) <= limit and all(each <= limit for each in rest):
        return call
    if _has_comments(call):
        return call
    below = _line(step)
    args = [
        each.with_changes(comma=cst.Comma(whitespace_after=below), whitespace_after_arg=_NOTHING)
        for each in call.args
    ]
    args[-1] = args[-1].with_changes(comma=cst.Comma(whitespace_after=_line("")))
    return call.with_changes(whitespace_before_args=below, args=args)


# Private
# -------

_BLACK: Final = 88
_LONGEST: Final = 120
_NOTHING: Final = cst.SimpleWhitespace("")


def _line(indent: str) -> cst.ParenthesizedWhitespace:
    return cst.ParenthesizedWhitespace(indent=True, last_line=cst.SimpleWhitespace(indent))


def _has_comments(call: cst.Call) -> bool:
    spaces = (
        call.whitespace_before_args,
        *(getattr(each.comma, "whitespace_after", None) for each in call.args),
    )
    return any(
        isinstance(each, cst.ParenthesizedWhitespace) and each.first_line.comment is not None
        for each in spaces
    )
