"""What one WhatsApp Business Account can do."""

from typing import TYPE_CHECKING, Unpack

from wabakit._async.number import AsyncNumber
from wabakit._input import to_new_number
from wabakit._made import operations as graph
from wabakit._made._async.handles import AsyncAccountMethods
from wabakit._session import concealed
from wabakit._settle import add, find_number
from wabakit._telephone import check_full_number

if TYPE_CHECKING:
    from wabakit.onboarding.record import Onboarding
    from wabakit.onboarding.wanted import Asked, NewNumber


class AsyncAccount(AsyncAccountMethods):
    """A WhatsApp Business Account (WABA). Making one costs nothing: no call is sent."""

    async def find(self, phone_number: str) -> AsyncNumber | None:
        """Find a number of the account by its digits.

        Pages of 100 numbers are read, id and digits alone, until one has it. A Mexican mobile
        number is found with and without the 1 behind +52, a Brazilian one with and without its
        ninth digit; that Graph shows the latter in both ways is assumed.

        Args:
            phone_number: The number in full: country calling code first, 5 to 15 digits, with or
                without `+` and spacing, such as `+1 631 555 1001`.

        Returns:
            The handle of the number; None when the account does not list it.

        Raises:
            InvalidInputError: `phone_number` is no such number.

        Source: Graph reference, WhatsApp Business Account phone_numbers.
        """
        digits = check_full_number(phone_number)
        found = await self._driver.run(find_number(self._driver.session, self.id, digits))
        return AsyncNumber(self._driver, found["id"]) if found else None

    async def onboard(
        self,
        phone_number: str,
        *,
        pin: "Asked",
        code: "Asked | None" = None,
        **wishes: Unpack["NewNumber"],
    ) -> "Onboarding":
        """Bring a number to CONNECTED from wherever it is, as far as that can be done now.

        Args:
            phone_number: The number in full, such as `+1 631 555 1001`.
            pin: As for `register`, or what gives it once it is needed. A wrong one ends it.
            code: What the number received, or what gives it: None where there is none yet. Where
                nothing says whether a code was sent, that is asked before one is.
            verified_name: As for `add_number`; not for what is moved here or comes from a pool.
            migrate: As for `add_number`: True to move the number here.
            preverified_id: As for `add_number`: the number's id in a pool.
            method: As for `request_code`, "SMS" by itself.
            language: As for `request_code`, "en_US" by itself.
            data_localization_region: As for `register`.
            subscribe: True to subscribe the app to the account's webhooks, if it is not.
            since: What the call before returned, if kept: that spares a second message with a code.

        Returns:
            How far it came; killed or not, call again. A refusal or a lost answer is its `error`.

        Raises:
            InvalidInputError: an argument is not usable, or what `pin` or `code` gave is not.

        Source: Meta, Embedded Signup; openapi/states.yaml.
        """
        pin, code = concealed(pin), concealed(code)
        from wabakit.onboarding._async.process import drive  # most programs onboard nobody
        from wabakit.onboarding.process import onboard
        from wabakit.onboarding.progress import Progress
        from wabakit.onboarding.wanted import wanted_of_new

        wanted = wanted_of_new(self.id, phone_number, pin, code, wishes)
        return await drive(self._driver, onboard(Progress(self._driver.session, wanted)))

    async def add_number(
        self,
        *,
        cc: str,
        phone_number: str,
        verified_name: str,
        migrate: bool | None = None,
        preverified_id: str | None = None,
    ) -> AsyncNumber:
        """Add a phone number and return its handle; next come `request_code` and `verify_code`.

        Where the answer is lost, a listed number with this name that was not seen before is the
        added one; with another name, or none, the outcome is unknown, and the error says its id.

        Args:
            cc: Country calling code, 1 to 3 digits, with or without `+`.
            phone_number: National or full number, 4 to 15 digits; spacing and `+` are taken off.
                A full one, which begins with `+` or `00`, has to be of `cc`. A national one is
                given without the trunk zero that is dialled before it inside many countries
                (Germany's 030 12345678 is 30 12345678); Italy's zero belongs to the number.
            verified_name: Display name to be reviewed, 2 to 75 characters.
            migrate: True to move the number here from another account or from on-premises.
            preverified_id: Id of a verified number of a pool, which leaves it and needs no code.

        Raises:
            AlreadyExistsError: the account has this number already; `number_id` says under which
                id, for which the account's list is read.
            InvalidInputError: `phone_number` is of another country than `cc`.

        Source: Graph reference, WhatsApp Business Account phone_numbers.
        """
        new = to_new_number(cc, phone_number, verified_name)
        new |= {"migrate_phone_number": migrate, "preverified_id": preverified_id}
        call = graph.create_phone_number("add_number", self.id, **new)
        created = await self._driver.run(add(self._driver.session, call))
        return AsyncNumber(self._driver, created.id)
