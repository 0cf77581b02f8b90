"""The verdict on a run as lines; pure."""

from textual.content import Content

from coach.app.signs import Signs
from coach.app.wording import label
from coach.core.pad_ports import PadVerdict
from coach.core.rows import table


def headline(verdict: PadVerdict, signs: Signs) -> Content:
    """Right or wrong, and why."""
    sign, style = (signs.hit, "bold $success") if verdict.right else (signs.miss, "bold $error")
    if not verdict.right and verdict.message.startswith("Right rows"):
        sign, style = signs.trap, "bold $warning"
    line = f"line {verdict.line}: " if verdict.line else ""
    then = " Now defend it aloud (f8)." if verdict.right else ""
    return Content.assemble((f"{sign} ", style), (line, "bold"), signs.line(verdict.message), (then, "$quiet"))


def difference(verdict: PadVerdict, signs: Signs) -> Content:
    """The first rows that are missing and the first that are too many, under one header."""
    rows = (*verdict.missing, *verdict.extra)
    if not rows:
        return Content("")
    header, *lines = [signs.line(line) for line in table(verdict.columns, rows)]
    parts = [Content.styled(f"          {header}", "$quiet")]
    for number, line in enumerate(lines):
        lacking = number < len(verdict.missing)
        name, style = ("missing", "$warning") if lacking else ("not asked", "$error")
        parts.append(Content.assemble((f"{name:<10}", style), line))
    left = verdict.missing_count + verdict.extra_count - len(rows)
    if left:
        parts.append(Content.styled(f"          and {left} more", "$quiet"))
    return Content("\n").join(parts)


def shape(verdict: PadVerdict, signs: Signs) -> Content:
    """What was required beside the rows: what is lacking with its reason, then what is there."""
    parts = [
        Content.assemble(
            (f"{signs.miss} ", "$error"),
            (label(each.name), "bold"),
            "" if each.why in verdict.message else signs.line(f": {each.why}"),
        )
        for each in verdict.constructs
        if not each.met
    ]
    there = [Content.assemble((f"{signs.hit} ", "$success"), label(c.name)) for c in verdict.constructs if c.met]
    return Content("\n").join([*parts, Content("   ").join(there)] if there else parts)
