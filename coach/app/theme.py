"""The two looks of the application: calm, few colours, high contrast."""

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#7dc4ff",
    secondary="#b9a3ff",
    accent="#7dc4ff",
    foreground="#e8ebf0",
    background="#0f1318",
    surface="#161b22",
    panel="#1f2630",
    success="#7ddf8d",
    warning="#ffc45c",
    error="#ff7b72",
    dark=True,
    variables={
        "quiet": "#98a3b3",
        "rule": "#39434f",
        "footer-background": "#0f1318",
        "footer-key-foreground": "#7dc4ff",
        "footer-description-foreground": "#b5bfcc",
        "input-selection-background": "#7dc4ff 35%",
        "block-cursor-background": "#24476a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#1f2630",
    },
)
"""For the evening; the default."""

LIGHT = Theme(
    name="coach-light",
    primary="#0a58a8",
    secondary="#5b3fb0",
    accent="#0a58a8",
    foreground="#14181d",
    background="#fbfbf9",
    surface="#f1f2f0",
    panel="#e4e7ea",
    success="#14692a",
    warning="#8a5200",
    error="#b3201a",
    dark=False,
    variables={
        "quiet": "#545e69",
        "rule": "#bcc4cc",
        "footer-background": "#fbfbf9",
        "footer-key-foreground": "#0a58a8",
        "footer-description-foreground": "#3b444e",
        "block-cursor-background": "#cfe2f6",
        "block-cursor-foreground": "#0b1016",
        "block-cursor-blurred-background": "#e4e7ea",
    },
)
"""For daylight."""
