"""What the flows of one client share, and what its copies have in another way."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, final

import attrs

from wabakit._memory import Memory
from wabakit._options import Options, is_provider
from wabakit._secret import Secret, hidden
from wabakit._typevars import T


@final
class NotGiven:
    """Stands for an option that was not named, where None means something of its own."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


def concealed(secret: T) -> T | Secret:
    """Return a token or app secret as `hidden` does, where one was given, and no provider."""
    as_it_is = secret is None or isinstance(secret, NotGiven) or is_provider(secret)
    return secret if as_it_is else hidden(secret)


@attrs.frozen(eq=False, repr=False)
class Session:
    """Everything that the flows of one client use; time and chance are those of its clock."""

    options: Options
    now: Callable[[], datetime]
    ticks: Callable[[], float]
    chance: Callable[[], float]
    memory: Memory = attrs.field(factory=Memory)
    """What was learned, which all copies of a client share."""
    settling: bool = False
    """Whether the outcome of a write is being found out.

    Then no Python warning is raised, as one turned into an error would hide the outcome; and
    nothing is learned, as what was known before the write is what counts.
    """

    def with_options(self, **options: Any) -> "Session":
        """Return the session of a copy of the client, with the same memory."""
        given = {name: v for name, v in options.items() if not isinstance(v, NotGiven)}
        return attrs.evolve(self, options=attrs.evolve(self.options, **given))
