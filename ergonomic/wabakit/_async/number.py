"""What one phone number can do."""

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, Unpack, overload

from wabakit_graph.models import CodeMethod, SearchVisibility

from wabakit._async.profile import AsyncNumberProfile
from wabakit._made import operations as graph
from wabakit._made.nodes import PhoneNumber
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._session import concealed
from wabakit._settle import send_code
from wabakit._telephone import plain
from wabakit._views import select
from wabakit.onboarding._async.process import drive
from wabakit.onboarding.process import onboard
from wabakit.onboarding.record import Onboarding
from wabakit.onboarding.waiting import Waiting, wait_until
from wabakit.onboarding.wanted import Asked, Wishes, wanted_of_number

T = TypeVar("T")


class AsyncNumber(AsyncNumberProfile):
    """A business phone number, by its Graph id. Making one costs nothing: no call is sent."""

    _by = "phone_number_id"
    _place = "client.number(phone_number_id)"
    _reading = ((PhoneNumber, "(await number.get(fields=[{field}])).{name}"),)

    @overload
    async def get(self, *, into: type[T]) -> T: ...
    @overload
    async def get(self, *, fields: Iterable[Field[Any]] | None = None) -> PhoneNumber: ...
    async def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the number.

        Args:
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Graph reference, WhatsApp Business Account To Number Current Status.
        """
        selection = select(PhoneNumber, fields, into)
        return await self._driver.perform(graph.get_phone_number("get", self.id, fields=selection))

    @overload
    async def wait_until(
        self, check: Callable[[T], object], *, into: type[T], **waiting: Unpack[Waiting]
    ) -> T: ...
    @overload
    async def wait_until(
        self,
        check: Callable[[PhoneNumber], object],
        *,
        fields: Iterable[Field[Any]] | None = None,
        **waiting: Unpack[Waiting],
    ) -> PhoneNumber: ...
    async def wait_until(
        self,
        check: Callable[[Any], object],
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        **waiting: Unpack[Waiting],
    ) -> Any:
        """Read the number again and again until `check` of it is true, and return it.

        A throttled account is left alone for as long as Graph says; an answer that is lost, or a
        fault at Meta, is waited out.

        Args:
            check: Is given what was read: `lambda card: card.status == "CONNECTED"`.
            fields: What to ask for, as in `get`.
            into: An attrs class that says what to ask for, in place of `fields`.
            timeout: Seconds until it gives up, by the client's clock: 3,600 by itself.
            every: Seconds between two looks, from 1; 60 by itself.
            wait: What has it look at once: `wait.notify(event)`, where a webhook event comes in.

        Raises:
            WaitTimeoutError: it did not come true in time.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Graph reference, WhatsApp Business Account To Number Current Status.
        """
        selection = select(PhoneNumber, fields, into)
        call = graph.get_phone_number("wait_until", self.id, fields=selection)
        return await drive(self._driver, wait_until(self._driver.session, call, check, waiting))

    async def onboard(
        self, *, pin: Asked, code: Asked | None = None, **wishes: Unpack[Wishes]
    ) -> Onboarding:
        """Bring the number to CONNECTED from wherever it is, as far as that can be done now.

        As `account.onboard`, which says what is what, for a number that is there.

        Raises:
            InvalidInputError: an argument is not usable, or what `pin` or `code` gave.

        Source: openapi/states.yaml, `onboarding`.
        """
        pin, code = concealed(pin), concealed(code)
        wanted = wanted_of_number(self.id, pin, code, wishes)
        return await drive(self._driver, onboard(self._driver.session, wanted))

    async def request_code(self, method: CodeMethod | str = "SMS", language: str = "en_US") -> None:
        """Have a verification code sent to the number; this sends a message or makes a call.

        Args:
            method: `SMS` or `VOICE`, in any case. Landlines take `VOICE` only.
            language: Language of the message, such as `en`, `en_US` or `fil`.

        Raises:
            VerificationError: the code could not be sent; a verified number takes none.
            RateLimitError: codes were requested too often.

        Source: Graph reference, request_code.
        """
        call = graph.request_code("request_code", self.id, code_method=method, language=language)
        await self._driver.run(send_code(self._driver.session, call))

    async def verify_code(self, code: str) -> None:
        """Prove ownership of the number with the code that it received.

        Where the answer is lost, a number that is read as verified counts as done.

        Args:
            code: 6 digits as text, with or without the hyphen of the message. It can be used once,
                for about 10 minutes, and guesses are limited.

        Raises:
            VerificationError: the code is wrong, expired or used.

        Source: Graph reference, verify_code.
        """
        code = hidden(code)
        await self._write(graph.verify_code("verify_code", self.id, code=plain(code)))

    async def register(self, pin: str, data_localization_region: str | None = None) -> None:
        """Register the verified number for the Cloud API, after which it can send.

        A number that came through Embedded Signup must be registered within 14 days, or the signup
        be repeated. Graph takes 10 register calls for a number in 72 hours, and as many deregister
        calls; the next one locks it for 72 hours.

        Where the answer is lost, the same call once more proves that the number has this PIN; that
        it is connected does not. That call counts to the 10, and is left out with `attempts=1`.

        Args:
            pin: Two-step verification PIN, 6 digits as text. It becomes the number's PIN, or must
                equal the one that is set.
            data_localization_region: Country where messages are kept at rest, ISO 3166-1 alpha-2.
                Changing it takes a deregister and a register.

        Raises:
            RegistrationError: the PIN is wrong, or the number is not verified.
            RegistrationLimitError: the calls of 72 hours are used up.

        Source: Graph reference, register; Meta, Register a business phone number.
        """
        pin = hidden(pin)
        call = graph.register_phone_number(
            "register", self.id, pin=pin, data_localization_region=data_localization_region
        )
        await self._write(call)

    async def sync_app_data(self, kind: Literal["state", "history"] | str) -> str | None:
        """Have the data of the WhatsApp Business app sent by webhooks (coexistence).

        Each kind can be asked for once, within 24 hours of onboarding, the state first; it is never
        repeated. A number that is in the app as well is not registered.

        Args:
            kind: `state`, which is the contacts, or `history`.

        Returns:
            Id of the request, for Meta's support.

        Raises:
            RegistrationError: this kind was asked for before, or the 24 hours are over.

        Source: Meta, Onboarding WhatsApp Business app users.
        """
        call = graph.sync_app_data("sync_app_data", self.id, sync_type=kind)
        return (await self._write(call)).request_id

    async def deregister(self) -> None:
        """Take the number off the Cloud API; it stays in its account.

        Graph takes 10 deregister calls for a number in 72 hours. Where the answer is lost, a number
        that is off counts as done if this client knew it connected before.

        Raises:
            RegistrationLimitError: the calls of 72 hours are used up.

        Source: Graph reference, deregister.
        """
        await self._write(graph.deregister_phone_number("deregister", self.id))

    async def set_pin(self, pin: str) -> None:
        """Set or replace the two-step verification PIN; it cannot be switched off by API.

        Args:
            pin: 6 digits as text.

        Source: Meta, Two-step verification.
        """
        pin = hidden(pin)
        await self._write(graph.update_phone_number("set_pin", self.id, pin=pin))

    async def request_display_name(self, name: str) -> None:
        """Ask for another display name, which starts a review.

        A number can ask for 10 names in 30 days. `new_name_status` shows the review. Once it is
        `APPROVED`, register the number again within 14 days: only then the name takes effect,
        registering earlier does nothing for it, and after the 14 days the review starts anew.

        Where the answer is lost, this name under review counts as done if the client knows that it
        was not before: read `new_display_name` first.

        Args:
            name: 2 to 75 characters.

        Source: Meta, Display names.
        """
        call = graph.update_phone_number("request_display_name", self.id, new_display_name=name)
        await self._write(call)

    async def set_search_visibility(self, visibility: SearchVisibility | str) -> None:
        """Show the number in WhatsApp's search or hide it.

        Args:
            visibility: `VISIBLE` or `NON_VISIBLE`, in any case.

        Source: Business Messaging OpenAPI description v23.0 (Meta).
        """
        call = graph.update_phone_number(
            "set_search_visibility", self.id, search_visibility=visibility
        )
        await self._write(call)
