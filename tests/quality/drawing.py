"""The bins of measured scores in; a reliability diagram as inline SVG, and its numbers as a table, out."""

from __future__ import annotations

from typing import Any

SIZE, MARGIN = 300, 46
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def diagram(what: str, calibration: dict[str, Any]) -> str:
    """A point for each bin: the score that it was given across, the share that was right upwards.

    Lines and letters take the colour of the text around them, so that the drawing can be read on light and dark; the
    area of a point grows with its bin, and how many it stands for is written beside it.
    """
    most = max(b["count"] for b in calibration["bins"])
    points = "".join(_point(b, most) for b in calibration["bins"])
    ticks = "".join(_tick(share) for share in _TICKS)
    side = SIZE + 2 * MARGIN
    told = "; ".join(f"scored {b['score']:.2f}, right {b['right']:.2f}, {b['count']}" for b in calibration["bins"])
    return (
        f'<figure style="max-width: 26rem; margin: 1em 0">'
        f'<svg viewBox="0 0 {side} {side}" role="img" fill="currentColor" stroke="none" font-size="12">'
        f"<title>Reliability of the scores of {what}: share right by score</title>"
        f"<desc>Points near the diagonal are scores that can be trusted. {told}.</desc>"
        f'<g stroke="currentColor" fill="none"><rect x="{MARGIN}" y="{MARGIN}" width="{SIZE}" height="{SIZE}" '
        f'stroke-opacity="0.4"/><line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke-opacity="0.6" '
        f'stroke-dasharray="4 4"/></g>{ticks}{points}'
        f'<text x="{_x(0.5)}" y="{side - 6}" text-anchor="middle">score</text>'
        f'<text x="12" y="{_y(0.5)}" text-anchor="middle" transform="rotate(-90 12 {_y(0.5)})">share right</text>'
        f"</svg><figcaption>Scores of {what}: calibration error {calibration['error']:.3f} "
        f"on {calibration['count']:,} of them. Beside each point, how many it stands for.</figcaption></figure>"
    )


def numbers(calibration: dict[str, Any]) -> str:
    """The same as a table."""
    rows = (
        f"| {b['low']:.1f}–{b['high']:.1f} | {b['count']} | {100 * b['score']:.0f} % | {100 * b['right']:.0f} % |"
        for b in calibration["bins"]
    )
    return "\n".join(["| Score | Number | Expected right | Right |", "| --- | --- | --- | --- |", *rows])


def _point(entry: dict[str, Any], most: int) -> str:
    x, y, radius = _x(entry["score"]), _y(entry["right"]), 3 + 7 * (entry["count"] / most) ** 0.5
    across = x - radius - 4
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill-opacity="0.75"/>'
        f'<text x="{across:.1f}" y="{y + 4:.1f}" text-anchor="end">{entry["count"]}</text>'
    )


def _tick(share: float) -> str:
    return (
        f'<text x="{_x(share)}" y="{MARGIN + SIZE + 18}" text-anchor="middle">{share:.1f}</text>'
        f'<text x="{MARGIN - 6}" y="{_y(share) + 4:.1f}" text-anchor="end">{share:.1f}</text>'
    )


def _x(share: float) -> float:
    return round(MARGIN + SIZE * share, 1)


def _y(share: float) -> float:
    return round(MARGIN + SIZE * (1 - share), 1)
