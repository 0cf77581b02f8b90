"""The flow of the history: the table of attempts, how it goes."""

from textual import on

from coach.app.flows.base import BaseApp
from coach.app.history_messages import TrendsWanted
from coach.app.messages import HistoryWanted
from coach.app.screens.history import HistoryScreen
from coach.app.screens.trends import TrendsScreen


class HistoryFlow(BaseApp):
    """Which screen of the history follows which."""

    @on(HistoryWanted)
    def _history_wanted(self, wanted: HistoryWanted) -> None:
        item = self.find_item(wanted.item) if wanted.item else None
        if item or wanted.item is None:
            self.show(HistoryScreen(self.services, self.status, item))

    @on(TrendsWanted)
    def _trends_wanted(self, wanted: TrendsWanted) -> None:
        item = self.services.practice.library.items.get(wanted.item or "")
        self.show(TrendsScreen(self.services, self.status, item, overall=wanted.overall or item is None))
