"""The ideas, traps and checks of a scorecard, one a line."""

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.app.bindings import key
from coach.app.points import Point
from coach.app.signs import Signs
from coach.app.wording import shorten

NAME_WIDTH = 30
"""Cells for the name of a point; the whole sentence stands beside the list."""


class PointList(OptionList):
    """A list to walk through; headings are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "screen.play", "play", "Hear the answer from the cursor on.", "scorecard.play"),
        key("up", "cursor_up", "point before", "Look at the point before this one.", "scorecard.up", show=False),
        key("down", "cursor_down", "next point", "Look at the next point.", "scorecard.down", show=False),
    ]

    DEFAULT_CSS = """
    PointList {
        border: none; padding: 0; background: $background; height: 1fr; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option { padding: 0; }
        & > .option-list--option-disabled { color: $quiet; text-style: bold; }
        & > .option-list--option-highlighted { background: $block-cursor-blurred-background; color: $foreground; }
        &:focus > .option-list--option-highlighted {
            background: $block-cursor-background; color: $foreground; text-style: bold;
        }
    }
    """

    def __init__(self, points: tuple[Point, ...], signs: Signs) -> None:
        options: list[Option] = []
        for group in ("Ideas", "Traps", "Checks"):
            members = [(n, p) for n, p in enumerate(points) if p.group == group]
            if not members and group == "Checks":
                continue
            none = f"  none {signs.hit}" if not members else ""
            options.append(Option(Content.assemble((group, "bold $quiet"), (none, "$success")), disabled=True))
            for number, point in members:
                options.append(Option(_line(point, signs), id=f"point-{number}"))
        super().__init__(*options, markup=False)
        self._points = points

    def point_of(self, option: Option | None) -> Point | None:
        """The point behind a line; None for a heading."""
        if option is None or option.id is None:
            return None
        return self._points[int(option.id.removeprefix("point-"))]

    @property
    def current(self) -> Point | None:
        """The point under the cursor."""
        if self.highlighted is None:
            return None
        return self.point_of(self.get_option_at_index(self.highlighted))


def _line(point: Point, signs: Signs) -> Content:
    must = " (must)" if point.must and point.group == "Ideas" else ""
    name = shorten(signs.line(point.name), NAME_WIDTH - len(must))
    return Content.assemble(" ", (point.sign(signs), f"bold {point.colour}"), " ", name, (must, "$quiet"))
