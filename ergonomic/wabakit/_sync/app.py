# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/app.py.
# Do not edit: change that file, then run `make sync`.
"""What one app can do."""

from collections.abc import Iterable

from wabakit._bounds import Listed, Text
from wabakit._made import operations as graph
from wabakit._made._sync.handles import AppMethods
from wabakit._options import app_token
from wabakit._secret import hidden
from wabakit._session import concealed
from wabakit._settle import write

_FIELDS = Listed(Text(words="text"), words="a list of names of webhook fields")


class App(AppMethods):
    """An app of Meta's, by its id. Making one costs nothing: no call is sent."""

    def subscribe(
        self,
        callback_url: str,
        verify_token: str,
        fields: Iterable[str],
        *,
        app_secret: str | None = None,
    ) -> None:
        """Have the app told of WhatsApp Business Accounts by webhooks.

        Without it overrides are refused with code 100, "Before override the current callback uri,
        your app must be subscribed"; each account has to be subscribed as well. It replaces what
        was set before, and is sent with the token of the app, not that of the client.

        Args:
            callback_url: An https address, which Meta checks at once.
            verify_token: Text that Meta shows the address in that check, not empty.
            fields: Names of webhook fields, such as `messages` and `phone_number_name_update`.
            app_secret: Secret of the app; by default that of the client.

        Raises:
            InvalidInputError: there is no app secret.
            InvalidRequestError: the check of the address failed.

        Source: Graph reference, Application subscriptions.
        """
        verify_token, app_secret = hidden(verify_token), concealed(app_secret)
        session = self._driver.session
        app_secret = session.options.app_secret if app_secret is None else app_secret
        of_app = session.with_options(token=app_token(self.id, app_secret), app_secret=app_secret)
        named = ",".join(_FIELDS.check(fields, "fields"))
        call = graph.subscribe_to_webhooks(
            "subscribe", self.id, callback_url=callback_url, verify_token=verify_token, fields=named
        )
        self._driver.run(write(of_app, call))
