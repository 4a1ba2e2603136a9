# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_async/number.py.
# Do not edit: change that file, then run `make sync`.
"""What one phone number can do."""

from typing import TYPE_CHECKING, Unpack

from wabakit._bounds import Flag
from wabakit._made import operations as graph
from wabakit._made._sync.handles import NumberMethods
from wabakit._made.bounds import HttpsAddress
from wabakit._made.nodes import Username
from wabakit._secret import hidden
from wabakit._session import concealed
from wabakit._settle import write

if TYPE_CHECKING:
    from wabakit.onboarding.record import Onboarding
    from wabakit.onboarding.wanted import Asked, KnownNumber


class Number(NumberMethods):
    """A business phone number, by its Graph id. Making one costs nothing: no call is sent."""

    def onboard(
        self, *, pin: "Asked", code: "Asked | None" = None, **wishes: Unpack["KnownNumber"]
    ) -> "Onboarding":
        """Bring the number to CONNECTED from wherever it is, as far as that can be done now.

        As `account.onboard`, which says more, for a number that is there.

        Args:
            pin: As for `register`, or what gives it once it is needed.
            code: What the number received, or what gives it: None where there is none yet.
            method: As for `request_code`, "SMS" by itself.
            language: As for `request_code`, "en_US" by itself.
            data_localization_region: As for `register`.
            subscribe: True to subscribe the app to the account's webhooks, if it is not.
            waba_id: The account, which `subscribe` needs: a number does not tell it.
            since: What the call before returned, if that was kept.

        Returns:
            How far it came, as from `account.onboard`.

        Raises:
            InvalidInputError: an argument is not usable, or what `pin` or `code` gave.

        Source: openapi/states.yaml, `onboarding`.
        """
        pin, code = concealed(pin), concealed(code)
        from wabakit.onboarding._sync.process import drive  # most programs onboard nobody
        from wabakit.onboarding.process import onboard
        from wabakit.onboarding.progress import Progress
        from wabakit.onboarding.wanted import wanted_of_number

        wanted = wanted_of_number(self.id, pin, code, wishes)
        return drive(self._driver, onboard(Progress(self._driver.session, wanted)))

    def set_username(self, name: str, transfer: bool = False) -> Username:
        """Claim a username.

        Where the answer is lost, the username counts as claimed if this client read before that the
        number had another one, or none.

        Args:
            name: 3 to 35 characters.
            transfer: True to take it from another number of the same portfolio.

        Returns:
            What Graph answers: usually the status alone.

        Source: Meta, Business usernames.
        """
        action = "force_transfer" if Flag().check(transfer, "transfer") else None
        call = graph.set_username("set_username", self.id, username=name, transfer_action=action)
        return self._driver.run(write(self._driver.session, call))

    def set_webhook(self, url: str, verify_token: str) -> None:
        """Send this number's webhooks to an address of its own.

        Args:
            url: An https address, which Meta checks at once.
            verify_token: Text that Meta shows the address in that check, not empty.

        Raises:
            InvalidRequestError: the app is not subscribed to webhooks yet, or the check failed.

        Source: Meta, Webhook overrides.
        """
        verify_token = hidden(verify_token)
        address = HttpsAddress.check(url, "url")
        override = {"override_callback_uri": address, "verify_token": verify_token}
        call = graph.update_phone_number("set_webhook", self.id, webhook_configuration=override)
        self._driver.run(write(self._driver.session, call))

    def clear_webhook(self) -> None:
        """Send this number's webhooks where those of the account go.

        Source: Meta, Webhook overrides.
        """
        nowhere = {"override_callback_uri": ""}
        call = graph.update_phone_number("clear_webhook", self.id, webhook_configuration=nowhere)
        self._driver.run(write(self._driver.session, call))
