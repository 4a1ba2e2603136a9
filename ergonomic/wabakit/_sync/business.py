# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/business.py.
# Do not edit: change that file, then run `make sync`.
"""What one business portfolio can do: its accounts, and its pool of pre-verified numbers."""

from typing import TYPE_CHECKING, Any

from wabakit._made import operations as graph
from wabakit._made._sync.handles import BusinessMethods
from wabakit._made.nodes import WhatsAppBusinessAccount
from wabakit._settle import write
from wabakit._sync.preverified_number import PreverifiedNumber
from wabakit._telephone import check_full_number

if TYPE_CHECKING:
    from wabakit.fleet._sync.fleet import Fleet


class Business(BusinessMethods):
    """A business portfolio, by its Graph id. Making one costs nothing: no call is sent."""

    def fleet(self, concurrency: int = 16) -> "Fleet":
        """Return all accounts of the portfolio, owned and of clients, to be read at the same time.

        They are listed as they are walked.

        Args:
            concurrency: Calls in flight at a time, 1 to 100.

        Raises:
            InvalidInputError: an argument is not usable.
        """
        from wabakit.fleet._sync.fleet import Fleet  # few programs have one

        asked: Any = {"fields": [WhatsAppBusinessAccount.id], "page_size": 100}
        sources = [self.accounts(of, **asked) for of in ("owned", "client")]
        return Fleet(self._driver, sources, concurrency=concurrency)

    def add_preverified_number(self, phone_number: str) -> PreverifiedNumber:
        """Put a number into the pool and return its handle; next come request and verify of a code.

        It has to be verified within 90 days, or Meta removes it. Where the answer is lost, a number
        of the pool with these digits that was never verified and that this client did not know
        counts as the added one.

        Args:
            phone_number: The number in full: country calling code first, 5 to 15 digits, with or
                without `+` and spacing, such as `+1 202 555 0142`.

        Raises:
            InvalidRequestError: the number is on WhatsApp or in a pool already.

        Source: Pre-verified phone numbers (Meta guide).
        """
        full = f"+{check_full_number(phone_number)}"
        call = graph.add_preverified_number("add_preverified_number", self.id, phone_number=full)
        added = self._driver.run(write(self._driver.session, call))
        return PreverifiedNumber(self._driver, added.id)
