"""One request under way."""

from datetime import datetime
from typing import Any

import attrs

from tests.soak.cuts import CUTS, IN_A_PAUSE, End, Place
from tests.soak.faults import NEVER_SENT


@attrs.define
class Trip:
    """One request, and what became of it."""

    method: str
    node: str
    edge: str
    body: dict[str, Any]
    at: datetime
    fate: str
    is_overlapped: bool = False
    """The user makes another call while this one is under way."""
    took_effect: bool = False
    broke_block: bool = False
    """It was sent while its account was known to be throttled."""
    is_counted: bool = False
    """Its share of what is scarce is counted."""
    is_cut: bool = False
    """The user gave its call up."""

    @property
    def is_batch(self) -> bool:
        """Whether it is a batch of reads, which goes to the root."""
        return not self.node

    @property
    def may_have_arrived(self) -> bool:
        """Tell whether the client has to fear that the request arrived."""
        return self.fate not in NEVER_SENT and self.fate not in IN_A_PAUSE

    def end_at(self, place: Place) -> End | None:
        """Return how the user ends the call where it waits now."""
        cut = CUTS.get(self.fate)
        if cut is None or not (cut.place == place or (self.is_cut and cut.stays)):
            return None
        self.is_cut = True
        return cut.end
