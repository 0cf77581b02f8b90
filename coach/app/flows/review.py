"""The flow of the review: an attempt from one of its seconds, and two tries side by side."""

from textual import on

from coach.app import messages as m
from coach.app.flows.base import BaseApp
from coach.app.review_messages import AttemptAtWanted, CompareWanted
from coach.app.screens.compare import CompareScreen
from coach.app.screens.scorecard import ScorecardScreen


class ReviewFlow(BaseApp):
    """Which screen of the review follows which."""

    @on(AttemptAtWanted)
    def _attempt_at_wanted(self, wanted: AttemptAtWanted) -> None:
        attempt = wanted.attempt
        if attempt.scorecard is None:
            self.post_message(m.AttemptWanted(attempt))
            return
        item = self.find_item(attempt.item)
        if item:
            self.show(ScorecardScreen(self.services, self.status, item, attempt, attempt.scorecard, at_s=wanted.at_s))

    @on(CompareWanted)
    def _compare_wanted(self, wanted: CompareWanted) -> None:
        item = self.find_item(wanted.attempt.item)
        if item:
            self.show(CompareScreen(self.services, self.status, item, wanted.attempt, wanted.tries))
