"""Keys declared once: the footer, the help screen and the command palette are all made from the bindings."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

KEY_NAMES = {"question_mark": "?", "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]"}
"""Signs of keys that Textual knows by a long name."""

ASCII_KEYS = {"⏎": "enter", "↑": "up", "↓": "down", "←": "left", "→": "right", "⌫": "backspace"}
"""Key signs for terminals that show ASCII only."""


def key(keys: str, action: str, verb: str, tooltip: str, name: str, *, show: bool = True) -> Binding:
    """A binding with everything the help needs: its verb, a sentence, and a name by which it can be remapped."""
    return Binding(keys, action, verb, show=show, tooltip=tooltip, id=name)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done on a screen."""

    name: str
    """Id of the binding."""
    keys: tuple[str, ...]
    """Its keys, as shown."""
    verb: str
    tooltip: str
    action: str
    node: DOMNode
    """Where the action is looked up."""
    everywhere: bool
    """Whether it works on every screen."""


def commands(screen: Screen[object]) -> Iterator[Command]:
    """What can be done on a screen at the moment, in the order it is declared."""
    found: dict[str, Command] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or not active.enabled:
            continue
        shown = screen.app.get_key_display(binding)
        earlier = found.get(binding.id)
        keys = (*earlier.keys, shown) if earlier else (shown,)
        everywhere = active.node is screen.app
        found[binding.id] = Command(
            binding.id, keys, binding.description, binding.tooltip, binding.action, active.node, everywhere
        )
    yield from found.values()
