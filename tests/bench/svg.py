"""Two kinds of charts as SVG, without any library."""

import html
import math

FONT = 'font-family="system-ui, sans-serif"'
COLOURS = ["#6e7781", "#0969da", "#bf3989", "#1a7f37"]


def picture(width, height, parts):
    # On its own ground: it must be readable on a dark page too.
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>', *parts, "</svg>", ""])


def text(x, y, words, size=13, anchor="start", fill="#1f2328"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" {FONT} '
            f'text-anchor="{anchor}" fill="{fill}">{html.escape(words)}</text>')


def line(x1, y1, x2, y2, colour, width=1):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour}" stroke-width="{width}"/>')


def decades(low, high):
    """Powers of ten that enclose the values."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0 ** e for e in range(first, max(last, first + 1) + 1)]


def number(value):
    return f"{value:g}" if value < 1000 else f"{value:,.0f}"


def bars(title, values):
    """Horizontal bars from 1, in a logarithmic scale."""
    values = [(name, max(value, 1e-3)) for name, value in values]
    left, width, step = 230, 760, 34
    ticks = decades(min([v for _, v in values] + [1]), max(v for _, v in values))
    low, high = math.log10(ticks[0]), math.log10(ticks[-1])
    scale = lambda v: left + (math.log10(v) - low) / (high - low) * (width - left - 70)
    height = 60 + step * len(values) + 30
    parts = [text(16, 28, title, 16)]
    for tick in ticks:
        parts += [line(scale(tick), 44, scale(tick), height - 28, "#d1d9e0"),
                  text(scale(tick), height - 10, number(tick) + "×", 11, "middle", "#59636e")]
    for i, (name, value) in enumerate(values):
        y = 54 + i * step
        start, end = sorted((scale(1), scale(value)))
        ours = "flt" in name.lower()
        parts += [text(left - 10, y + 15, name, 13, "end"),
                  f'<rect x="{start:.1f}" y="{y}" width="{max(end - start, 2):.1f}" height="20" '
                  f'fill="{COLOURS[1] if ours else COLOURS[0]}"/>',
                  text(end + 6, y + 15, f"{value:.1f}×" if value >= .95 else f"{value:.2f}×", 12)]
    return picture(width, height, parts)


def chart(x0, title, series):
    """One picture with curves, both scales logarithmic."""
    width, height, left, top, bottom = 330, 280, 52, 60, 40
    xs = [x for _, points in series for x, _ in points]
    ys = [max(y, 1e-3) for _, points in series for _, y in points]
    ticks = decades(min(ys), max(ys))
    lx, hx = math.log(min(xs)), math.log(max(xs))
    ly, hy = math.log10(ticks[0]), math.log10(ticks[-1])
    px = lambda x: x0 + left + (math.log(x) - lx) / (hx - lx) * (width - left - 20)
    py = lambda y: height - bottom - (math.log10(max(y, 1e-3)) - ly) / (hy - ly) * (height - top - bottom)
    parts = [text(x0 + 12, 24, title, 13)]
    for tick in ticks:
        parts += [line(px(min(xs)), py(tick), px(max(xs)), py(tick), "#d1d9e0"),
                  text(px(min(xs)) - 6, py(tick) + 4, number(tick) + " s", 11, "end", "#59636e")]
    for x in sorted(set(xs)):
        parts.append(text(px(x), height - bottom + 18, str(x), 11, "middle", "#59636e"))
    for (name, points), colour in zip(series, COLOURS):
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="' +
                     " ".join(f"{px(x):.1f},{py(y):.1f}" for x, y in points) + '"/>')
        parts += [f'<circle cx="{px(x):.1f}" cy="{py(y):.1f}" r="3" fill="{colour}"/>'
                  for x, y in points]
    for i, ((name, _), colour) in enumerate(zip(series, COLOURS)):
        x = x0 + left + i * 110
        parts += [f'<rect x="{x}" y="36" width="10" height="10" fill="{colour}"/>',
                  text(x + 14, 45, name, 11)]
    return parts


def lines(charts):
    """Charts side by side: [(title, [(name, [(x, y), ...]), ...]), ...]."""
    parts = []
    for i, (title, series) in enumerate(charts):
        parts += chart(i * 330, title, series)
    return picture(330 * len(charts), 280, parts)
