"""Markdown comes in, its plain text and its first heading go out; lines stay lines.

Plain prose passes through unchanged: a mark goes only where it can be nothing but markup, so that an asterisk, a
bracket or a hash in the article's own words stays. Every pattern is bounded, so no file takes long.
"""

from __future__ import annotations

import html
import re

HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*")
UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})[ \t]*")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})")
FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[\w +.-]{0,40}")
QUOTE_MARK = re.compile(r"^(?: {0,3}>[ \t]?)+")
BULLET = re.compile(r"^[ \t]{0,12}[-*+•][ \t]+(?=\S)")
REFERENCE = re.compile(r" {0,3}\[([^\[\]\n]{1,200})\]:[ \t]+<?([^\s<>]{1,2000})>?(?:[ \t]+[\"'(][^\n]{0,300})?")

_LABEL = r"\[([^\[\]\n]{0,500})\]"
_TARGET = r"<?[^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?>?"
_HINT = r"""(?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?"""
IMAGE = re.compile(rf"!{_LABEL}(?:\([ \t]*{_TARGET}{_HINT}[ \t]*\)|\[[^\[\]\n]{{0,200}}\])")
LINK = re.compile(rf"{_LABEL}\([ \t]*(?={_TARGET})(?=[^\s()]*[/.#@])({_TARGET}){_HINT}[ \t]*\)")
"""A link's target holds a slash, dot, hash or at sign: words in brackets before words in parentheses are prose."""
REFERRING = re.compile(rf"{_LABEL}\[([^\[\]\n]{{0,200}})\]")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|cite|code|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|q|s|small|span"
    r"|strong|sub|sup|u|ul)\b(?:\s[^<>=]{0,200}=[^<>]{0,1000})?\s?/?>",
    re.IGNORECASE,
)
STRONG = re.compile(r"(?<![\w*_\\])(\*\*\*?|___?)(?=[^\s*_])([^\n*_]{1,1000}?)(?<=[^\s*_\\])\1(?![\w*_])")
EMPHASIS = re.compile(r"(?<![\w*_\\])([*_])(?=[^\s*_])([^\n*_]{1,1000}?)(?<=[^\s*_\\])\1(?![\w*_])")
CODE = re.compile(r"(?<![\w`\\])`(?=[^\s`])([^`\n]{1,500})(?<=\S)`(?![\w`])")
ESCAPE = re.compile(r"\\([!\"#$%&'()*+,./:;<=>?@\[\\\]^_`{|}~-])")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def plain_text(source: str) -> tuple[str, str | None]:
    """Give the words of `source` without markup, and those of its first heading, None where it has none."""
    lines = _without_comments(source).split("\n")
    references = {found[1].lower() for line in lines if (found := REFERENCE.fullmatch(line))}
    kept: list[str] = []
    heading: str | None = None
    for line in lines:
        if REFERENCE.fullmatch(line) or FENCE.fullmatch(line):
            continue
        if kept and kept[-1].strip() and UNDERLINE.fullmatch(line):
            heading = heading or kept[-1].strip()
            continue
        if RULE.fullmatch(line):
            kept.append("")
            continue
        text, is_heading = _line(line, references)
        if is_heading:
            heading = heading or text
        kept.append(text)
    return "\n".join(kept), heading


def _without_comments(source: str) -> str:
    """Drop HTML comments; one that never ends is none."""
    kept: list[str] = []
    start = 0
    while (opened := source.find("<!--", start)) >= 0 and (closed := source.find("-->", opened)) >= 0:
        kept.append(source[start:opened])
        start = closed + len("-->")
    return "".join(kept) + source[start:]


def _line(line: str, references: set[str]) -> tuple[str, bool]:
    """One line without its block marks and inline marks, and whether it is a heading."""
    line = QUOTE_MARK.sub("", line)
    found = HEADING.fullmatch(line)
    return _inline(found[1] if found else BULLET.sub("", line), references), bool(found)


def _inline(text: str, references: set[str]) -> str:
    text = IMAGE.sub("", text)
    text = LINK.sub(r"\1", text)
    text = REFERRING.sub(lambda found: found[1] if (found[2] or found[1]).lower() in references else found[0], text)
    text = AUTOLINK.sub(r"\1", text)
    text = TAG.sub("", text)
    text = CODE.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", STRONG.sub(r"\2", EMPHASIS.sub(r"\2", text)))
    return ESCAPE.sub(r"\1", ENTITY.sub(lambda found: html.unescape(found[0]), text))
