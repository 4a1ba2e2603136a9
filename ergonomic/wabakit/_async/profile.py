"""What a number shows and allows: automation, settings, badge, username, webhooks."""

from collections.abc import Iterable
from typing import TypeVar

from wabakit._async.driver import AsyncDriver
from wabakit._bounds import Flag
from wabakit._handle import Handle
from wabakit._input import check_https
from wabakit._made import operations as graph
from wabakit._made.nodes import (
    ConversationalAutomation,
    OfficialBusinessAccount,
    OfficialBusinessAccountUpdate,
    PhoneNumber,
    Settings,
    Throughput,
    Username,
)
from wabakit._made.params import (
    BotCommandParam,
    CallingSettingsParam,
    PayloadEncryptionParam,
    StorageConfigurationParam,
    UserIdentityChangeParam,
)
from wabakit._node import Field
from wabakit._secret import hidden
from wabakit._settle import write
from wabakit._views import select_nested
from wabakit._wire import Call

T = TypeVar("T")


class AsyncNumberProfile(Handle[AsyncDriver]):
    """The part of a number's handle that is not about getting it connected."""

    async def throughput(self) -> Throughput:
        """Read how many messages per second the number may send."""
        return await self._nested("throughput", PhoneNumber.throughput)

    async def automation(self) -> ConversationalAutomation:
        """Read welcome message, ice breakers and commands."""
        return await self._nested("automation", PhoneNumber.conversational_automation)

    async def set_automation(
        self,
        *,
        enable_welcome_message: bool | None = None,
        prompts: Iterable[str] | None = None,
        commands: Iterable[BotCommandParam] | None = None,
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
        await self._write(call)

    async def settings(self, *, include_sip_credentials: bool = False) -> Settings:
        """Read the settings: calling, storage, encryption, identity.

        Args:
            include_sip_credentials: Whether to have the SIP passwords answered too.

        Source: Graph reference, settings.
        """
        wanted = include_sip_credentials or None
        call = graph.get_settings("settings", self.id, include_sip_credentials=wanted)
        return await self._driver.perform(call)

    async def update_settings(
        self,
        *,
        calling: CallingSettingsParam | None = None,
        user_identity_change: UserIdentityChangeParam | None = None,
        payload_encryption: PayloadEncryptionParam | None = None,
        storage_configuration: StorageConfigurationParam | None = None,
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
            user_identity_change=user_identity_change,
            payload_encryption=payload_encryption,
            storage_configuration=storage_configuration,
        )
        await self._write(call)

    async def official_business_account(self) -> OfficialBusinessAccount:
        """Read how the application for the official business account badge stands.

        Source: Graph reference, official_business_account.
        """
        call = graph.get_official_business_account("official_business_account", self.id)
        return await self._driver.perform(call)

    async def update_official_business_account(
        self,
        *,
        business_website_url: str | None = None,
        primary_country_of_operation: str | None = None,
        primary_language: str | None = None,
        parent_business_or_brand: str | None = None,
        supporting_links: Iterable[str] | None = None,
        additional_supporting_information: str | None = None,
    ) -> OfficialBusinessAccountUpdate:
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
        return await self._write(call)

    async def username(self) -> Username:
        """Read the username; its `username` is None when there is none.

        Source: Meta, Business usernames.
        """
        return await self._driver.perform(graph.get_username("username", self.id))

    async def set_username(self, name: str, transfer: bool = False) -> Username:
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
        return await self._write(call)

    async def delete_username(self) -> None:
        """Give the username up.

        Where the answer is lost, this counts as done if the client read before that there was one.

        Source: Meta, Business usernames.
        """
        await self._write(graph.delete_username("delete_username", self.id))

    async def username_suggestions(self) -> list[str]:
        """Read usernames that Meta suggests for the number.

        Source: Meta, Business usernames.
        """
        call = graph.list_username_suggestions("username_suggestions", self.id)
        entries = await self._driver.perform(call)
        return [name for entry in entries for name in entry.username_suggestions or ()]

    async def set_webhook(self, url: str, verify_token: str) -> None:
        """Send this number's webhooks to an address of its own.

        Args:
            url: An https address, which Meta checks at once.
            verify_token: Text that Meta shows the address in that check, not empty.

        Raises:
            InvalidRequestError: the app is not subscribed to webhooks yet, or the check failed.

        Source: Meta, Webhook overrides.
        """
        verify_token = hidden(verify_token)
        override = {"override_callback_uri": check_https("url", url), "verify_token": verify_token}
        call = graph.update_phone_number("set_webhook", self.id, webhook_configuration=override)
        await self._write(call)

    async def clear_webhook(self) -> None:
        """Send this number's webhooks where those of the account go.

        Source: Meta, Webhook overrides.
        """
        call = graph.update_phone_number(
            "clear_webhook", self.id, webhook_configuration={"override_callback_uri": ""}
        )
        await self._write(call)

    async def _nested(self, method: str, field: Field[T]) -> T:
        call = graph.get_phone_number(method, self.id, fields=select_nested(field))
        return await self._driver.perform(call)

    async def _write(self, call: Call[T]) -> T:
        return await self._driver.run(write(self._driver.session, call))
