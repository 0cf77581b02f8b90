"""The signs that marks are shown by, with their twins for terminals that show ASCII only."""

from dataclasses import dataclass

from coach.core.plain import ascii_twin, plain


@dataclass(frozen=True, slots=True)
class Signs:
    """Every sign the screens draw; a mark never rests on colour alone."""

    hit: str
    miss: str
    trap: str
    filler: str
    number: str
    open: str
    """An "it depends" whose debt was never paid."""
    pause: str
    dot: str
    """Parts the facts of one line."""
    dash: str
    on: str
    """Something works, something is chosen."""
    off: str
    due: str
    enter: str
    speech: str
    """A timeline cell with a voice in it."""
    silence: str
    cursor: str
    levels: str
    """Signs of growing height, for sparklines and sound levels."""
    arrow: str
    """From before to after."""
    note: str
    """A note was written."""
    quotes: str
    """The opening and the closing quotation mark."""
    plain_only: bool
    """Whether text from outside must be turned to ASCII too."""

    def text(self, text: str) -> str:
        """A text from outside, safe to show on this terminal; as long as before."""
        harmless = plain(text)
        return ascii_twin(harmless) if self.plain_only else harmless

    def line(self, text: str) -> str:
        """The same on one line."""
        return self.text(text).replace("\n", " ")

    def cut(self, text: str, width: int) -> str:
        """The same cut to `width` characters, with the sign of a pause where something is missing."""
        line = self.line(text)
        return line if len(line) <= width else line[: width - len(self.pause)].rstrip() + self.pause

    def quoted(self, text: str) -> str:
        """The same in quotation marks."""
        return f"{self.quotes[0]}{self.line(text)}{self.quotes[1]}"

    def spark(self, values: tuple[float, ...], top: float = 100) -> str:
        """One sign a value, its height the value's share of `top`."""
        last = len(self.levels) - 1
        return "".join(self.levels[max(0, min(last, round(v / top * last)))] for v in values)


UNICODE = Signs(
    hit="✓",
    miss="✗",
    trap="▲",
    filler="~",
    number="#",
    open="?",
    pause="…",
    dot="·",
    dash="–",
    on="●",
    off="○",
    due="◐",
    enter="⏎",
    speech="▇",
    silence="·",
    cursor="▔",
    levels="▁▂▃▄▅▆▇█",
    arrow="→",
    note="¶",
    quotes="“”",
    plain_only=False,
)

ASCII = Signs(
    hit="+",
    miss="x",
    trap="^",
    filler="~",
    number="#",
    open="?",
    pause="...",
    dot="-",
    dash="-",
    on="*",
    off="o",
    due="%",
    enter="enter",
    speech="=",
    silence=".",
    cursor="^",
    levels="_.:-=+*#",
    arrow="->",
    note="&",
    quotes='""',
    plain_only=True,
)


def signs(ascii_only: bool) -> Signs:
    """The signs for a terminal."""
    return ASCII if ascii_only else UNICODE
