# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/_made/_async/handles.py.
# Do not edit: change that file, then run `make sync`.
# Made by generated/tools/derive.py from openapi/; do not edit. Remake: make generate
"""What handles do that only pass on what they are given: each `x-method` of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar, Unpack, overload

from wabakit_graph import models

from wabakit._bounds import Listed
from wabakit._handle import Handle
from wabakit._made import bounds, nodes
from wabakit._made import operations as graph
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._session import concealed
from wabakit._settle import write
from wabakit._sync.driver import Driver
from wabakit._sync.pager import Pager, batched, paged
from wabakit._telephone import check_full_number, plain
from wabakit._views import select, select_nested
from wabakit._wire import Filter
from wabakit.errors import InvalidInputError, WabakitError

if TYPE_CHECKING:
    from wabakit._made import params
    from wabakit.onboarding.waiting import Waiting

T = TypeVar("T")


class NumbersListing(TypedDict, total=False):
    """How a list is asked for; `Account.numbers` says what is what."""

    sort: params.PhoneNumberSortParam | None
    after: str | None
    before: str | None
    where: Iterable[Filter]
    limit: int | None
    page_size: int


class AccountMethods(Handle[Driver]):
    """The made part of `Account`."""

    _by = "waba_id"
    _place = "client.account(waba_id)"
    _reading = (
        (nodes.WhatsAppBusinessAccount, "account.get(fields=[{field}]).{name}"),
        (nodes.PhoneNumber, "for card in account.numbers(fields=[{field}]): card.{name}"),
    )

    @overload
    def numbers(self, *, into: type[T], **listing: Unpack[NumbersListing]) -> Pager[T]: ...
    @overload
    def numbers(
        self, *, fields: Iterable[Field[Any]] | None = None, **listing: Unpack[NumbersListing]
    ) -> Pager[nodes.PhoneNumber]: ...
    def numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        **listing: Unpack[NumbersListing],
    ) -> Pager[Any]:
        """List the phone numbers of the account; nothing is sent before they are walked.

        Args:
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.
            where: Conditions that must all hold: `[PhoneNumber.account_mode.equals("LIVE")]`.
            sort: A word of Graph's or of its reference; by itself `last_onboarded_time_descending`.
            limit: Numbers at most, over all pages, from 1; None is all of them. No page is fetched
                beyond it.
            page_size: Numbers per call, 1 to 100; 100 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Graph reference, WhatsApp Business Account phone_numbers.
        """
        selection = select(nodes.PhoneNumber, fields, into)
        listed = partial(graph.list_phone_numbers, "numbers", self.id, fields=selection)
        return paged(self._driver, graph.LIST_PHONE_NUMBERS, listed, **listing)

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None
    ) -> nodes.WhatsAppBusinessAccount: ...
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the account.

        With `phone_numbers` among the fields, or in the view, its first 100 numbers come in the
        same call: a list, whose `after` is a cursor for `numbers(after=...)` if there are more.

        Args:
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            NotFoundError: there is no such account, or the token may not see it.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: WhatsApp Business API reference v25.0; Graph reference, WhatsApp Business Account.
        """
        selection = select(nodes.WhatsAppBusinessAccount, fields, into)
        call = graph.get_account("get", self.id, fields=selection)
        return self._driver.perform(call)

    def subscribed_apps(self) -> list[nodes.SubscribedApp]:
        """Read which apps get the webhooks of the account, and where an override sends them.

        Source: Graph reference, WhatsApp Business Account subscribed_apps.
        """
        call = graph.list_subscribed_apps("subscribed_apps", self.id)
        return self._driver.perform(call)

    def subscribe(self, callback_url: str | None = None, verify_token: str | None = None) -> None:
        """Have the webhooks of the account sent to your app, that of the token.

        A plain `subscribe()` sends them to the callback of the app, and **clears an override** that
        was set before. With both arguments they go to that address, in place of an earlier one;
        Meta calls it at once, before this returns.

        Args:
            callback_url: An https address, at most 200 characters.
            verify_token: Text that Meta shows the address in that check, not empty.

        Raises:
            InvalidRequestError: with code 100 and "Before override", the app itself is not
                subscribed to `whatsapp_business_account` yet; with 2200 or 2201, the address failed
                the check.
            InvalidInputError: one of the two is given without the other.

        Source: Meta, Webhook overrides.
        """
        verify_token = concealed(verify_token)
        call = graph.subscribe_app(
            "subscribe", self.id, override_callback_uri=callback_url, verify_token=verify_token
        )
        self._driver.run(write(self._driver.session, call))

    def unsubscribe(self) -> None:
        """Have the webhooks of the account sent to your app no more; an override goes with it.

        Source: Graph reference, WhatsApp Business Account subscribed_apps.
        """
        call = graph.unsubscribe_app("unsubscribe", self.id)
        self._driver.run(write(self._driver.session, call))


class NumberMethods(Handle[Driver]):
    """The made part of `Number`."""

    _by = "phone_number_id"
    _place = "client.number(phone_number_id)"
    _reading = ((nodes.PhoneNumber, "number.get(fields=[{field}]).{name}"),)

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(self, *, fields: Iterable[Field[Any]] | None = None) -> nodes.PhoneNumber: ...
    def get(
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
        selection = select(nodes.PhoneNumber, fields, into)
        call = graph.get_phone_number("get", self.id, fields=selection)
        return self._driver.perform(call)

    @overload
    def wait_until(
        self, check: Callable[[T], object], *, into: type[T], **waiting: Unpack[Waiting]
    ) -> T: ...
    @overload
    def wait_until(
        self,
        check: Callable[[nodes.PhoneNumber], object],
        *,
        fields: Iterable[Field[Any]] | None = None,
        **waiting: Unpack[Waiting],
    ) -> nodes.PhoneNumber: ...
    def wait_until(
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
            wait: What has it look at once: `wait.notify(event)`, where a webhook event comes in;
                one that is known to be about another number or account is passed over.

        Raises:
            WaitTimeoutError: it did not come true in time.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Graph reference, WhatsApp Business Account To Number Current Status.
        """
        from wabakit.onboarding._sync.process import drive  # most programs wait for nothing
        from wabakit.onboarding.waiting import wait_until

        selection = select(nodes.PhoneNumber, fields, into)
        call = graph.get_phone_number("wait_until", self.id, fields=selection)
        return drive(self._driver, wait_until(self._driver.session, call, check, waiting))

    def throughput(self) -> nodes.Throughput:
        """Read how many messages per second the number may send."""
        selection = select_nested(nodes.PhoneNumber.throughput)
        call = graph.get_phone_number("throughput", self.id, fields=selection)
        return self._driver.perform(call)

    def automation(self) -> nodes.ConversationalAutomation:
        """Read welcome message, ice breakers and commands."""
        selection = select_nested(nodes.PhoneNumber.conversational_automation)
        call = graph.get_phone_number("automation", self.id, fields=selection)
        return self._driver.perform(call)

    def set_pin(self, pin: str) -> None:
        """Set or replace the two-step verification PIN; it cannot be switched off by API.

        Args:
            pin: 6 digits as text.

        Source: Meta, Two-step verification.
        """
        pin = hidden(pin)
        call = graph.update_phone_number("set_pin", self.id, pin=pin)
        self._driver.run(write(self._driver.session, call))

    def request_display_name(self, name: str) -> None:
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
        self._driver.run(write(self._driver.session, call))

    def set_search_visibility(self, visibility: models.SearchVisibility | str) -> None:
        """Show the number in WhatsApp's search or hide it.

        Args:
            visibility: `VISIBLE` or `NON_VISIBLE`, in any case.

        Source: Business Messaging OpenAPI description v23.0 (Meta).
        """
        call = graph.update_phone_number(
            "set_search_visibility", self.id, search_visibility=visibility
        )
        self._driver.run(write(self._driver.session, call))

    def request_code(
        self, method: models.CodeMethod | str = "SMS", language: str = "en_US"
    ) -> None:
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
        self._driver.run(write(self._driver.session, call))

    def verify_code(self, code: str) -> None:
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
        call = graph.verify_code("verify_code", self.id, code=plain(code))
        self._driver.run(write(self._driver.session, call))

    def register(
        self, pin: str, data_localization_region: models.DataLocalizationRegion | str | None = None
    ) -> None:
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
        self._driver.run(write(self._driver.session, call))

    def deregister(self) -> None:
        """Take the number off the Cloud API; it stays in its account.

        Graph takes 10 deregister calls for a number in 72 hours. Where the answer is lost, a number
        that is off counts as done if this client knew it connected before.

        Raises:
            RegistrationLimitError: the calls of 72 hours are used up.

        Source: Graph reference, deregister.
        """
        call = graph.deregister_phone_number("deregister", self.id)
        self._driver.run(write(self._driver.session, call))

    def sync_app_data(
        self, kind: Literal["smb_app_state_sync", "history", "state"] | str
    ) -> str | None:
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
        return (self._driver.run(write(self._driver.session, call))).request_id

    def set_automation(
        self,
        *,
        enable_welcome_message: bool | None = None,
        prompts: Iterable[str] | None = None,
        commands: Iterable[params.BotCommandParam] | None = None,
    ) -> None:
        """Change welcome message, ice breakers or commands; what is left out stays as it is.

        Args:
            enable_welcome_message: Whether a webhook announces somebody's first chat; deprecated,
                as Meta took the welcome message away on 2026-03-27.
            prompts: Ice breakers, at most 4 of 1 to 80 characters.
            commands: At most 30; `command_name` 1 to 30 letters, digits or `_`, each once, and
                `command_description` up to 256 characters.

        Source: Graph reference, conversational_automation.
        """
        call = graph.set_conversational_automation(
            "set_automation",
            self.id,
            enable_welcome_message=enable_welcome_message,
            prompts=prompts,
            commands=commands,
        )
        self._driver.run(write(self._driver.session, call))

    def settings(self, *, include_sip_credentials: bool = False) -> nodes.Settings:
        """Read the settings: calling, storage, encryption, identity.

        Args:
            include_sip_credentials: Whether to have the SIP passwords answered too.

        Source: Graph reference, settings.
        """
        call = graph.get_settings(
            "settings", self.id, include_sip_credentials=include_sip_credentials or None
        )
        return self._driver.perform(call)

    def update_settings(
        self,
        *,
        calling: params.CallingSettingsParam | None = None,
        payload_encryption: params.PayloadEncryptionParam | None = None,
        storage_configuration: params.StorageConfigurationParam | None = None,
        user_identity_change: params.UserIdentityChangeParam | None = None,
    ) -> None:
        """Change one group of settings; Graph takes exactly one per call.

        A group is a mapping, held against the contract to its last member, or the low-level model
        of it from `wabakit_graph.models`. A word or a member that wabakit does not know yet is sent
        as a member of its enum, `StorageStatus("NEW")`, or set on the model, `model["new"] = 1`.

        Raises:
            InvalidInputError: a member is unknown or out of bounds; `field` is its path.

        Source: Graph reference, settings.
        """
        call = graph.update_settings(
            "update_settings",
            self.id,
            calling=calling,
            payload_encryption=payload_encryption,
            storage_configuration=storage_configuration,
            user_identity_change=user_identity_change,
        )
        self._driver.run(write(self._driver.session, call))

    def official_business_account(self) -> nodes.OfficialBusinessAccount:
        """Read how the application for the official business account badge stands.

        Source: Graph reference, official_business_account.
        """
        call = graph.get_official_business_account("official_business_account", self.id)
        return self._driver.perform(call)

    def update_official_business_account(
        self,
        *,
        business_website_url: str | None = None,
        primary_country_of_operation: str | None = None,
        primary_language: str | None = None,
        parent_business_or_brand: str | None = None,
        supporting_links: Iterable[str] | None = None,
        additional_supporting_information: str | None = None,
    ) -> nodes.OfficialBusinessAccountUpdate:
        """Apply for the official business account badge.

        Where the answer is lost, an open application counts as done if this client read before that
        there was none.

        Args:
            business_website_url: Website of the business.
            primary_country_of_operation: Country where it mostly works.
            primary_language: Language that it mostly uses.
            parent_business_or_brand: At most 255 characters.
            supporting_links: 5 to 10 links to press about the business.
            additional_supporting_information: At most 1,000 characters.

        Source: Graph reference, official_business_account.
        """
        call = graph.update_official_business_account(
            "update_official_business_account",
            self.id,
            business_website_url=business_website_url,
            primary_country_of_operation=primary_country_of_operation,
            primary_language=primary_language,
            parent_business_or_brand=parent_business_or_brand,
            supporting_links=supporting_links,
            additional_supporting_information=additional_supporting_information,
        )
        return self._driver.run(write(self._driver.session, call))

    def username(self) -> nodes.Username:
        """Read the username; its `username` is None when there is none.

        Source: Meta, Business usernames.
        """
        call = graph.get_username("username", self.id)
        return self._driver.perform(call)

    def delete_username(self) -> None:
        """Give the username up.

        Where the answer is lost, this counts as done if the client read before that there was one.

        Source: Meta, Business usernames.
        """
        call = graph.delete_username("delete_username", self.id)
        self._driver.run(write(self._driver.session, call))

    def username_suggestions(self) -> list[str]:
        """Read usernames that Meta suggests for the number.

        Source: Meta, Business usernames.
        """
        call = graph.list_username_suggestions("username_suggestions", self.id)
        found = self._driver.perform(call)
        return [item for entry in found for item in entry.username_suggestions or ()]


class AppMethods(Handle[Driver]):
    """The made part of `App`."""

    _by = "app_id"
    _place = "client.app(app_id)"


class AccountsListing(TypedDict, total=False):
    """How a list is asked for; `Business.accounts` says what is what."""

    sort: params.AccountSortParam | None
    after: str | None
    before: str | None
    where: Iterable[Filter]
    limit: int | None
    page_size: int


class PreverifiedNumbersListing(TypedDict, total=False):
    """How a list is asked for; `Business.preverified_numbers` says what is what."""

    code_verification_status: models.CodeVerificationStatus | str | None
    after: str | None
    before: str | None
    limit: int | None
    page_size: int


class BusinessMethods(Handle[Driver]):
    """The made part of `Business`."""

    _by = "business_id"
    _place = "client.business(business_id)"
    _reading = (
        (nodes.BusinessPortfolio, "business.get(fields=[{field}]).{name}"),
        (
            nodes.WhatsAppBusinessAccount,
            "for card in business.accounts(fields=[{field}]): card.{name}",
        ),
        (
            nodes.PreverifiedPhoneNumber,
            "for card in business.preverified_numbers(fields=[{field}]): card.{name}",
        ),
    )

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(self, *, fields: Iterable[Field[Any]] | None = None) -> nodes.BusinessPortfolio: ...
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the portfolio; the token needs `business_management`, as for all of these calls.

        Args:
            fields: What to ask for, `id` always with it; by default, id and name.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        selection = select(nodes.BusinessPortfolio, fields, into)
        call = graph.get_business("get", self.id, fields=selection)
        return self._driver.perform(call)

    @overload
    def accounts(
        self,
        of: Literal["owned", "client"] = "owned",
        *,
        into: type[T],
        **listing: Unpack[AccountsListing],
    ) -> Pager[T]: ...
    @overload
    def accounts(
        self,
        of: Literal["owned", "client"] = "owned",
        *,
        fields: Iterable[Field[Any]] | None = None,
        **listing: Unpack[AccountsListing],
    ) -> Pager[nodes.WhatsAppBusinessAccount]: ...
    def accounts(
        self,
        of: Literal["owned", "client"] = "owned",
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        **listing: Unpack[AccountsListing],
    ) -> Pager[Any]:
        """List the accounts of the portfolio; nothing is sent before they are walked.

        One number may stand in several accounts: know it by its id. With `phone_numbers` among the
        fields, or in the view, the first 100 numbers of each account come in the same call.

        Args:
            of: `owned` for those that the portfolio owns, `client` for those that clients share.
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.
            where: Conditions, made by `creation_time`, `ownership_type` and, of owned, `country`.
            sort: `creation_time_ascending` or `creation_time_descending`.
            limit: Accounts at most, over all pages, from 1; None is all of them. No page is fetched
                beyond it.
            page_size: Accounts per call, 1 to 100; 25 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Raises:
            InvalidInputError: a condition is none that this list takes.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Manage accounts (Meta guide); WhatsApp Business API reference v25.0.
        """
        listing.setdefault("page_size", 25)
        selection = select(nodes.WhatsAppBusinessAccount, fields, into)
        if of == "owned":
            listed = partial(graph.list_owned_accounts, "accounts", self.id, fields=selection)
            return paged(self._driver, graph.LIST_OWNED_ACCOUNTS, listed, **listing)
        if of == "client":
            listed = partial(graph.list_client_accounts, "accounts", self.id, fields=selection)
            return paged(self._driver, graph.LIST_CLIENT_ACCOUNTS, listed, **listing)
        raise InvalidInputError("of", of, "'owned' or 'client'")

    @overload
    def preverified_numbers(
        self,
        *,
        into: type[T],
        phone_number: str | None = None,
        **listing: Unpack[PreverifiedNumbersListing],
    ) -> Pager[T]: ...
    @overload
    def preverified_numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        phone_number: str | None = None,
        **listing: Unpack[PreverifiedNumbersListing],
    ) -> Pager[nodes.PreverifiedPhoneNumber]: ...
    def preverified_numbers(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        phone_number: str | None = None,
        **listing: Unpack[PreverifiedNumbersListing],
    ) -> Pager[Any]:
        """List the pool in the order of adding; nothing is sent before it is walked.

        A number that a customer claimed is not in it any more: `account.find` finds it in the
        account of the customer, under another id.

        Args:
            fields: What to ask for, `id` always with it; by default, number, state and its end.
            into: An attrs class that says what to ask for, in place of `fields`.
            code_verification_status: Only numbers that stand so: `VERIFIED`, `NOT_VERIFIED` or
                `EXPIRED`, in any case.
            phone_number: Only this number, in full.
            limit: Numbers at most, over all pages, from 1; None is all of them. No page is fetched
                beyond it.
            page_size: Numbers per call, from 1; 100 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Pre-verified phone numbers (Meta guide).
        """
        selection = select(nodes.PreverifiedPhoneNumber, fields, into)
        listed = partial(
            graph.list_preverified_numbers,
            "preverified_numbers",
            self.id,
            fields=selection,
            phone_number=None if phone_number is None else check_full_number(phone_number),
        )
        return paged(self._driver, graph.LIST_PREVERIFIED_NUMBERS, listed, **listing)

    def share_preverified_number(self, preverified_id: str, partner_id: str) -> None:
        """Let another member of a multi-partner solution offer a number of the pool.

        Where the answer is lost, the partners of the number tell.

        Args:
            preverified_id: Id of the number in the pool.
            partner_id: Id of the partner's business portfolio.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.share_preverified_number(
            "share_preverified_number",
            self.id,
            preverified_id=preverified_id,
            partner_business_id=partner_id,
        )
        self._driver.run(write(self._driver.session, call))

    def unshare_preverified_number(self, preverified_id: str, partner_id: str) -> None:
        """Take back what `share_preverified_number` gave; the arguments are the same.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.unshare_preverified_number(
            "unshare_preverified_number",
            self.id,
            preverified_id=preverified_id,
            partner_business_id=partner_id,
        )
        self._driver.run(write(self._driver.session, call))


class PartnersListing(TypedDict, total=False):
    """How a list is asked for; `PreverifiedNumber.partners` says what is what."""

    after: str | None
    before: str | None
    limit: int | None
    page_size: int


class PreverifiedNumberMethods(Handle[Driver]):
    """The made part of `PreverifiedNumber`."""

    _by = "preverified_id"
    _place = "client.preverified_number(preverified_id)"
    _reading = (
        (nodes.PreverifiedPhoneNumber, "preverified.get(fields=[{field}]).{name}"),
        (nodes.Partner, "for card in preverified.partners(fields=[{field}]): card.{name}"),
    )

    @overload
    def get(self, *, into: type[T]) -> T: ...
    @overload
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None
    ) -> nodes.PreverifiedPhoneNumber: ...
    def get(
        self, *, fields: Iterable[Field[Any]] | None = None, into: type[Any] | None = None
    ) -> Any:
        """Read the number.

        Args:
            fields: What to ask for, `id` always with it; by default, number, state and its end.
            into: An attrs class that says what to ask for, in place of `fields`.

        Raises:
            NotFoundError: it was claimed, dropped or removed, or the token may not see it.
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        selection = select(nodes.PreverifiedPhoneNumber, fields, into)
        call = graph.get_preverified_number("get", self.id, fields=selection)
        return self._driver.perform(call)

    def delete(self) -> None:
        """Drop the number from the pool, for good.

        Where the answer is lost, a number that is not there any more counts as dropped if this
        client knew it before.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        call = graph.delete_preverified_number("delete", self.id)
        self._driver.run(write(self._driver.session, call))

    def request_code(
        self, method: models.CodeMethod | str = "SMS", language: str = "en_US"
    ) -> None:
        """Have a verification code sent to the number; this sends a message or makes a call.

        A verified number takes one in the last 45 of its 90 days only, to be verified for another
        90; earlier Meta refuses.

        Args:
            method: `SMS` or `VOICE`, in any case. Landlines take `VOICE` only.
            language: Language of the message, such as `en`, `en_US` or `fil`.

        Raises:
            InvalidRequestError: the number is verified, and has more than 45 days left.
            VerificationError: the code could not be sent.

        Source: Pre-verified phone numbers (Meta guide).
        """
        call = graph.request_preverified_code(
            "request_code", self.id, code_method=method, language=language
        )
        self._driver.run(write(self._driver.session, call))

    def verify_code(self, code: str) -> None:
        """Prove that you have the number, which then is verified for 90 days.

        Where the answer is lost, a verified number counts as done if this client knew that it was
        not before.

        Args:
            code: 6 digits as text, with or without the hyphen of the message.

        Raises:
            VerificationError: the code is wrong, expired or used.

        Source: Pre-verified phone numbers (Meta guide).
        """
        code = hidden(code)
        call = graph.verify_preverified_code("verify_code", self.id, code=plain(code))
        self._driver.run(write(self._driver.session, call))

    @overload
    def partners(self, *, into: type[T], **listing: Unpack[PartnersListing]) -> Pager[T]: ...
    @overload
    def partners(
        self, *, fields: Iterable[Field[Any]] | None = None, **listing: Unpack[PartnersListing]
    ) -> Pager[nodes.Partner]: ...
    def partners(
        self,
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
        **listing: Unpack[PartnersListing],
    ) -> Pager[Any]:
        """List who may offer the number; nothing is sent before they are walked.

        Args:
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.
            limit: Partners at most, over all pages, from 1; None is all of them. No page is fetched
                beyond it.
            page_size: Partners per call, 1 to 100; 100 by itself.
            after: Start behind this cursor of an earlier `Page`; cursors are short-lived.
            before: Walk backwards from this cursor, while there is a previous page.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Business SDK specifications, April 2026 (Meta).
        """
        selection = select(nodes.Partner, fields, into)
        listed = partial(graph.list_preverified_partners, "partners", self.id, fields=selection)
        return paged(self._driver, graph.LIST_PREVERIFIED_PARTNERS, listed, **listing)


class BatchMethods:
    """What a client reads of many objects, by their ids."""

    _driver: Driver

    @overload
    def numbers(
        self, ids: Iterable[str], *, into: type[T]
    ) -> Iterator[tuple[str, T | WabakitError]]: ...
    @overload
    def numbers(
        self, ids: Iterable[str], *, fields: Iterable[Field[Any]] | None = None
    ) -> Iterator[tuple[str, nodes.PhoneNumber | WabakitError]]: ...
    def numbers(
        self,
        ids: Iterable[str],
        *,
        fields: Iterable[Field[Any]] | None = None,
        into: type[Any] | None = None,
    ) -> Iterator[tuple[str, Any]]:
        """Read many numbers by their ids, 50 in a call; nothing is sent before they are walked.

        To read the numbers of an account its list is cheaper: here each counts as a call. Where
        Graph refuses such calls, the numbers are read one by one. That it takes them is assumed.

        Args:
            ids: Ids of phone numbers; one that is there twice is asked for once.
            fields: What to ask for, `id` always with it; by default, what most people need.
            into: An attrs class that says what to ask for, in place of `fields`.

        Returns:
            For each id, in their order, the id and what was read, or the error of that number
                alone: it is given, not raised. What fails all of them, such as a token that is
                refused, is raised while walking.

        Raises:
            ViewError: `fields` or `into` cannot be filled by the API in the client's version.

        Source: Meta, Batch requests.
        """
        from wabakit._batch import Batches  # many programs read one by one

        checked = Listed(bounds.GraphId, words="a list of ids").check(ids, "ids")
        selection = select(nodes.PhoneNumber, fields, into)
        return batched(self._driver, Batches(self._driver.session, selection, checked))
