"""The application: all its flows, and where it begins."""

from coach.app import messages as m
from coach.app.flows.glossary import GlossaryFlow
from coach.app.flows.history import HistoryFlow
from coach.app.flows.pad import PadFlow
from coach.app.flows.practice import PracticeFlow
from coach.app.flows.review import ReviewFlow
from coach.app.flows.stories import StoriesFlow
from coach.app.screens.home import HomeScreen
from coach.app.theme import DARK, LIGHT


class CoachApp(GlossaryFlow, HistoryFlow, PadFlow, PracticeFlow, ReviewFlow, StoriesFlow):
    """The coach in a terminal."""

    CSS_PATH = "app.tcss"

    def on_mount(self) -> None:
        """The look, the first screen, then the item that was asked for."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = LIGHT.name if self.services.light else DARK.name
        self.push_screen(HomeScreen(self.services, self.status))
        self.check_microphone()
        if self.services.start_item is not None:
            self.post_message(m.ItemChosen(self.services.start_item))
