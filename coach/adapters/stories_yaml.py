"""The story matrix in `stories.yaml` of the user's folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from coach.adapters.yaml_records import YamlRecords
from coach.core.stories import Axis, Story

_FIELDS = """\
# Your stories, one or more for each of six axes. Edit them here or in the app: comments, order and quoting stay, and
# the last ten versions lie in backups/.
#
# Every story has an id, a title and an axis; what is missing yet is left out. A skeleton to copy from:
#
# stories:
"""


def stories_file(path: Path, now: Callable[[], datetime]) -> YamlRecords[Story]:
    """The file of the stories; a new one begins with a skeleton of the six axes in comments."""
    return YamlRecords(path, "stories", Story, head=_FIELDS + _skeleton() + "\n", now=now)


def _skeleton() -> str:
    whole, *others = Axis
    lines = [
        f"#   - id: {whole}",
        f"#     title: {whole.label}",
        f"#     axis: {whole}",
        "#     situation: where, who, what was going on (20 seconds at most)",
        "#     task: your own job in it",
        "#     action: what you did, with your reasons",
        "#     result: what came of it, with a number",
        "#     insight: what you took from it and do differently since",
        "#     stake: what hung on it",
        "#     judgment:",
        "#       options: [one plausible way, the other]",
        "#       choice: which you took, and why",
        "#     people: [the others, by name or role]",
        "#     numbers: [40 %, 120000 dollars a year]",
        "#     prompts: [behavioral-disagree-with-manager]",
    ]
    for axis in others:
        lines += [f"#   - id: {axis}", f"#     title: {axis.label}", f"#     axis: {axis}"]
    return "\n".join(lines) + "\n"
