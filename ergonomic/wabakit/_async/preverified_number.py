"""What one number of a pool of pre-verified numbers can do."""

from wabakit._made._async.handles import AsyncPreverifiedNumberMethods


class AsyncPreverifiedNumber(AsyncPreverifiedNumberMethods):
    """A number of a pool, by its id there. Making one costs nothing: no call is sent.

    Once a customer has claimed it, nothing has this id any more: the number stands in the account
    of the customer under another one, and has to be registered within 90 days.
    """
