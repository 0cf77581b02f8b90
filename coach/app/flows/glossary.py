"""The flow of the glossary: the terms, a run of rapid fire, what came of it."""

from textual import on

from coach.app.flows.base import BaseApp
from coach.app.glossary_messages import GlossaryWanted, RapidEnded, RapidWanted
from coach.app.screens.glossary import GlossaryScreen
from coach.app.screens.rapid import RapidScreen
from coach.app.screens.rapid_done import RapidDoneScreen


class GlossaryFlow(BaseApp):
    """Which screen of the glossary follows which."""

    @on(GlossaryWanted)
    def _glossary_wanted(self) -> None:
        self.show(GlossaryScreen(self.services, self.status))

    @on(RapidWanted)
    def _rapid_wanted(self, wanted: RapidWanted) -> None:
        if not wanted.items:
            return
        if not wanted.typed:
            self.load_engine()
        if isinstance(self.screen, RapidDoneScreen):
            self.pop_screen()
        self.show(RapidScreen(self.services, self.status, wanted.items, typed=wanted.typed))

    @on(RapidEnded)
    def _rapid_ended(self, ended: RapidEnded) -> None:
        typed = isinstance(self.screen, RapidScreen) and self.screen.typed
        self.switch_screen(RapidDoneScreen(self.services, self.status, ended, typed=typed))
