"""Arguments: those of a call, taken away, named and added without touching the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

import libcst as cst


def named(call: cst.Call, order: Sequence[str], kept: int) -> cst.Call:
    """The call with its positional arguments behind the first `kept` by name, as in `order`."""
    args = [
        each
        if each.keyword is not None or each.star or index < kept
        else each.with_changes(keyword=cst.Name(order[index]), equal=_EQUAL)
        for index, each in enumerate(call.args)
    ]
    return call.with_changes(args=args)


def argument(call: cst.Call, name: str, index: int) -> cst.Arg | None:
    """The argument of that name, or in that place."""
    for each in call.args:
        if each.keyword is not None and each.keyword.value == name:
            return each
    if index < len(call.args) and call.args[index].keyword is None:
        return call.args[index]
    return None


def without(call: cst.Call, names: Collection[str]) -> cst.Call:
    """The call without the keywords `names`."""
    kept = [each for each in call.args if each.keyword is None or each.keyword.value not in names]
    if kept and kept[-1] is not call.args[-1]:
        # What stands before the closing parenthesis stays there.
        last = call.args[-1]
        kept[-1] = kept[-1].with_changes(
            comma=_kept_comment(kept[-1].comma, last.comma),
            whitespace_after_arg=last.whitespace_after_arg,
        )
    return call.with_changes(args=kept)


def with_value(call: cst.Call, old: cst.Arg, value: str) -> cst.Call:
    """The call with another value for one of its arguments."""
    new = old.with_changes(value=cst.parse_expression(value))
    return call.with_changes(args=[new if each is old else each for each in call.args])


def added(call: cst.Call, name: str, value: str) -> cst.Call:
    """The call with one keyword more, at its end, laid out as the others are."""
    new = cst.Arg(cst.parse_expression(value), keyword=cst.Name(name), equal=_EQUAL)
    if not call.args:
        return call.with_changes(args=[new])
    *before, last = call.args
    between = _separator(call)
    if isinstance(last.comma, cst.Comma):
        comma = _behind(last.comma, between)
        new = new.with_changes(comma=_without_comment(last.comma))
    else:
        comma = between
        new = new.with_changes(whitespace_after_arg=last.whitespace_after_arg)
        last = last.with_changes(whitespace_after_arg=cst.SimpleWhitespace(""))
    return call.with_changes(args=[*before, last.with_changes(comma=comma), new])


# Private
# -------

_EQUAL: Final = cst.AssignEqual(
    whitespace_before=cst.SimpleWhitespace(""), whitespace_after=cst.SimpleWhitespace("")
)


def _separator(call: cst.Call) -> cst.Comma:
    """What stands between two arguments; a comment there belongs to the one before it."""
    if len(call.args) > 1:
        return _without_comment(cst.ensure_type(call.args[0].comma, cst.Comma))
    space: Any = call.whitespace_before_args
    # An argument by itself on one line has its next one beside it, or below it after a comma.
    if isinstance(space, cst.ParenthesizedWhitespace) and isinstance(call.args[0].comma, cst.Comma):
        return _without_comment(cst.Comma(whitespace_after=space))
    return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _without_comment(comma: cst.Comma) -> cst.Comma:
    return _in_space(
        comma,
        lambda space: space.with_changes(
            first_line=space.first_line.with_changes(
                whitespace=cst.SimpleWhitespace(""), comment=None
            ),
            empty_lines=[],
        ),
    )


def _behind(comma: cst.Comma, between: cst.Comma) -> cst.Comma:
    """The comma of what was last, with its comment, and the place of the next one."""
    if not isinstance(between.whitespace_after, cst.ParenthesizedWhitespace):
        return comma if _has_comment(comma) else between
    below = between.whitespace_after
    return _in_space(
        comma, lambda space: space.with_changes(indent=below.indent, last_line=below.last_line)
    )


def _kept_comment(before: Any, last: Any) -> Any:
    """The comma of what was last, with the comment of what is last now."""
    if not isinstance(last, cst.Comma) or not isinstance(before, cst.Comma):
        return last
    if not isinstance(before.whitespace_after, cst.ParenthesizedWhitespace):
        return _without_comment(last)
    first: Any = before.whitespace_after.first_line
    return _in_space(last, lambda space: space.with_changes(first_line=first, empty_lines=[]))


def _has_comment(comma: cst.Comma) -> bool:
    space = comma.whitespace_after
    return isinstance(space, cst.ParenthesizedWhitespace) and space.first_line.comment is not None


def _in_space(comma: cst.Comma, change: Callable[[Any], Any]) -> cst.Comma:
    space = comma.whitespace_after
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return comma
    return comma.with_changes(whitespace_after=change(space))
