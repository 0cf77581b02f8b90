"""The flow of the pad: from the brief to the keyboard; from there the practice flow goes on to the spoken defence."""

from textual import on

from coach.app.flows.base import BaseApp
from coach.app.pad_messages import PadWanted
from coach.app.screens.pad import PadScreen


class PadFlow(BaseApp):
    """When the pad opens."""

    @on(PadWanted)
    def _pad_wanted(self, wanted: PadWanted) -> None:
        item, pad = self.find_item(wanted.item), self.services.pad
        if item is not None and pad is not None and item.id in pad.tasks:
            self.show(PadScreen(self.services, self.status, item, pad))
