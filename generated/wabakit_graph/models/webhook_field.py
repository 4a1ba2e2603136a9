from enum import StrEnum


class WebhookField(StrEnum):
    """What kind of event a webhook tells of, and what an app subscribes to. Those that concern
    numbers and accounts are described under `webhooks`."""

    ACCOUNT_ALERTS = "account_alerts"
    ACCOUNT_REVIEW_UPDATE = "account_review_update"
    ACCOUNT_SETTINGS_UPDATE = "account_settings_update"
    ACCOUNT_UPDATE = "account_update"
    AUTOMATIC_EVENTS = "automatic_events"
    BUSINESS_CAPABILITY_UPDATE = "business_capability_update"
    BUSINESS_STATUS_UPDATE = "business_status_update"
    BUSINESS_USERNAME_UPDATE = "business_username_update"
    CALLS = "calls"
    CONSUMER_PROFILE = "consumer_profile"
    FLOWS = "flows"
    GROUP_LIFECYCLE_UPDATE = "group_lifecycle_update"
    GROUP_PARTICIPANTS_UPDATE = "group_participants_update"
    GROUP_SETTINGS_UPDATE = "group_settings_update"
    GROUP_STATUS_UPDATE = "group_status_update"
    HISTORY = "history"
    MESSAGES = "messages"
    MESSAGE_ECHOES = "message_echoes"
    MESSAGE_TEMPLATE_COMPONENTS_UPDATE = "message_template_components_update"
    MESSAGE_TEMPLATE_QUALITY_UPDATE = "message_template_quality_update"
    MESSAGE_TEMPLATE_STATUS_UPDATE = "message_template_status_update"
    MESSAGING_HANDOVERS = "messaging_handovers"
    PARTNER_SOLUTIONS = "partner_solutions"
    PAYMENT_CONFIGURATION_UPDATE = "payment_configuration_update"
    PHONE_NUMBER_NAME_UPDATE = "phone_number_name_update"
    PHONE_NUMBER_QUALITY_UPDATE = "phone_number_quality_update"
    SECURITY = "security"
    SMB_APP_STATE_SYNC = "smb_app_state_sync"
    SMB_MESSAGE_ECHOES = "smb_message_echoes"
    STANDBY = "standby"
    TEMPLATE_CATEGORY_UPDATE = "template_category_update"
    TEMPLATE_CORRECT_CATEGORY_DETECTION = "template_correct_category_detection"
    TRACKING_EVENTS = "tracking_events"
    USER_PREFERENCES = "user_preferences"

    @classmethod
    def _missing_(cls, value: object) -> "WebhookField | None":
        """Return a pseudo-member for text that the contract does not list."""
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type, tuple[str]]:
        """Travel by value: the Enum of Python 3.11.2 travels by name, which an unlisted word has not."""
        return type(self), (str(self.value),)

    @property
    def is_known(self) -> bool:
        """Tell whether the contract lists this value."""
        return self in type(self).__members__.values()

    def __str__(self) -> str:
        return str(self.value)
