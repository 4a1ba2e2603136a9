"""The contract says what is true of the Graph, also where its sources are wrong."""

import re

import pytest

from tests.contract.document import (
    COMPONENTS,
    SCHEMAS,
    TEXT,
    Node,
    Operation,
    everywhere,
    operations,
    properties,
)

OPERATIONS = operations()
SETTLE_FIRST = "settle-first"
REPEAT = {
    **{op.name: "safe" for op in OPERATIONS if not op.is_write},
    **dict.fromkeys(["createPhoneNumber", "requestCode", "verifyCode"], "never"),
    **dict.fromkeys(["registerPhoneNumber", "deregisterPhoneNumber"], SETTLE_FIRST),
    **dict.fromkeys(["updatePhoneNumber", "updateSettings"], "safe"),
    "setConversationalAutomation": "safe",
    "updateOfficialBusinessAccount": SETTLE_FIRST,
    "setUsername": SETTLE_FIRST,
    "deleteUsername": SETTLE_FIRST,
    **dict.fromkeys(["syncAppData", "exchangeCode"], "never"),
    "subscribeToWebhooks": "safe",
    "subscribeApp": "safe",
    "unsubscribeApp": SETTLE_FIRST,
    **dict.fromkeys(["addPreverifiedNumber", "requestPreverifiedCode"], "never"),
    "verifyPreverifiedCode": "never",
    **dict.fromkeys(["sharePreverifiedNumber", "unsharePreverifiedNumber"], SETTLE_FIRST),
    "deletePreverifiedNumber": SETTLE_FIRST,
}
KNOWN_FIELDS = {
    "PhoneNumber": """
    id display_phone_number verified_name quality_rating code_verification_status platform_type
    throughput webhook_configuration last_onboarded_time name_status new_name_status status
    account_mode messaging_limit_tier is_official_business_account is_pin_enabled is_on_biz_app
    new_display_name is_preverified_number conversational_automation quality_score health_status
    search_visibility
    eligibility_for_api_business_global_search country_code country_dial_code host_platform
    unified_cert_status username certificate new_certificate
    whatsapp_business_manager_messaging_limit new_display_name official_business_account
    """,
    "WhatsAppBusinessAccount": """
    id name timezone_id message_template_namespace currency country primary_business_location
    creation_time account_review_status business_verification_status ownership_type status
    health_status owner_business_info owner_business on_behalf_of_business_info primary_funding_id
    purchase_order_number whatsapp_business_manager_messaging_limit is_enabled_for_insights
    is_shared_with_partners template_auto_archival_enabled disable_marketing_messages_on_cloud_api
    """,
    "PreverifiedNumber": """
    id phone_number code_verification_status verification_expiry_time code_verification_time
    owner_business
    """,
    "SubscribedApp": "whatsapp_business_api_data override_callback_uri",
}
"""What documents or recordings show; a field that is added needs no word here."""

WRONG_FIELDS = {
    "PhoneNumber": "certificate_status creation_time",
    "WhatsAppBusinessAccount": "messaging_limit_tier",
    "PreverifiedNumber": "display_phone_number verification_status availability_status",
    "SubscribedApp": "subscribed_fields",
}
KNOWN_WORDS = {
    "PhoneNumberStatus": "PENDING DELETED MIGRATED BANNED RESTRICTED RATE_LIMITED FLAGGED CONNECTED"
    " DISCONNECTED UNKNOWN UNVERIFIED LINKED UNLINKED",
    "QualityRating": "GREEN YELLOW RED NA UNKNOWN",
    "CodeVerificationStatus": "VERIFIED NOT_VERIFIED EXPIRED UNVERIFIED",
    "NameStatus": "APPROVED AVAILABLE_WITHOUT_REVIEW DECLINED EXPIRED PENDING_REVIEW NONE"
    " NON_EXISTS",
    "MessagingLimitTier": "TIER_50 TIER_250 TIER_1K TIER_2K TIER_10K TIER_100K TIER_UNLIMITED"
    " TIER_NOT_SET UNTIERED",
    "ThroughputLevel": "STANDARD HIGH NOT_APPLICABLE",
    "PlatformType": "CLOUD_API ON_PREMISE NOT_APPLICABLE",
    "AccountMode": "SANDBOX LIVE",
    "CodeMethod": "SMS VOICE",
    "SearchVisibility": "VISIBLE NON_VISIBLE",
    "GlobalSearchEligibility": "ELIGIBLE NON_ELIGIBLE_VERIFIED_LEVEL"
    " NON_ELIGIBLE_UNDEFINED_COUNTRY NON_ELIGIBLE_NUMBER_OUTSIDE_ROLLOUT_COUNTRIES",
    "HealthAvailability": "AVAILABLE LIMITED BLOCKED",
    "HealthEntityType": "PHONE_NUMBER WABA BUSINESS APP MESSAGE_TEMPLATE",
    "SettingStatus": "ENABLED DISABLED NOT_SET",
    "CallIconVisibility": "DEFAULT DISABLE_ALL NOT_SET",
    "VoicemailTrigger": "REJECT TIMEOUT",
    "OfficialBusinessAccountStatus": "NOT_STARTED PENDING APPROVED REJECTED UNDER_REVIEW EXPIRED"
    " CANCELLED",
    "SrtpKeyExchangeProtocol": "DTLS SDES",
    "StorageStatus": "DEFAULT IN_COUNTRY_STORAGE_ENABLED NO_STORAGE_ENABLED",
    "AccountReviewStatus": "PENDING APPROVED REJECTED",
    "BusinessVerificationStatus": "expired failed ineligible not_verified pending"
    " pending_need_more_info pending_submission rejected revoked verified",
    "AccountOwnershipType": "SELF CLIENT_OWNED ON_BEHALF_OF",
    "AccountStatus": "ACTIVE",
}
"""What documents or recordings show; a word that is added needs none here."""

WRONG_WORDS = {
    "PhoneNumberStatus": "TIER_50 TIER_250 TIER_1K TIER_10K TIER_100K TIER_UNLIMITED",
    "ThroughputLevel": "TIER_50 TIER_250 TIER_1K TIER_10K TIER_100K TIER_UNLIMITED",
    "SearchVisibility": "HIDDEN",
    "SrtpKeyExchangeProtocol": "DTLS-SRTP",
    "PhoneNumberSort": "last_onboarded_time.asc last_onboarded_time.desc",
    "BusinessVerificationStatus": "VERIFIED NOT_VERIFIED",
    "AccountSort": "creation_time.asc creation_time.desc",
}
"""What some document has and Graph has not."""

UNCLEAR = "After an unclear outcome, such as a timeout,"
IN_WORDS = {
    "safe": "the call may be repeated",
    SETTLE_FIRST: "read the state, and repeat the call only if nothing happened",
    "never": "do not repeat the call, but look for its effect",
}
each_operation = pytest.mark.parametrize("op", OPERATIONS, ids=lambda op: op.name)


@pytest.mark.parametrize("node", KNOWN_FIELDS)
def test_nodes_have_every_field(node: str) -> None:
    """A node has the fields that some version answers, and none that none does."""
    fields = set(SCHEMAS[node]["properties"])
    assert set(KNOWN_FIELDS[node].split()) <= fields
    assert fields.isdisjoint(WRONG_FIELDS[node].split())


@pytest.mark.parametrize("name", KNOWN_WORDS)
def test_vocabularies_are_complete(name: str) -> None:
    """A vocabulary has every value known to be real."""
    assert set(KNOWN_WORDS[name].split()) <= set(SCHEMAS[name]["enum"])


@pytest.mark.parametrize("name", WRONG_WORDS)
def test_vocabularies_have_no_wrong_words(name: str) -> None:
    """A vocabulary has no value known to be wrong."""
    assert set(SCHEMAS[name]["enum"]).isdisjoint(WRONG_WORDS[name].split())


def test_what_is_refused_says_how_it_is_known() -> None:
    """A field that Graph refuses names where it is documented, what was seen, and another way."""
    refused = {where: said for where, said in properties() if "x-refused" in said}
    assert list(refused) == ["PhoneNumber.unified_cert_status"]
    for where, said in refused.items():
        mark, holder = said["x-refused"], SCHEMAS[where.partition(".")[0]]["properties"]
        assert mark.keys() == {"documented", "recorded", "instead"}
        assert f"nonexisting field ({where.rpartition('.')[2]})" in mark["recorded"]
        assert "x-refused" not in holder[mark["instead"]]


def test_other_spellings_lead_to_a_value() -> None:
    """An alias is no value of its enum, and stands for one that is."""
    known = {name: said for name, said in SCHEMAS.items() if "x-aliases" in said}
    assert "PhoneNumberSort" in known
    for name, said in known.items():
        assert set(said["x-aliases"].values()) <= set(said["enum"]), name
        assert said["x-aliases"].keys().isdisjoint(said["enum"]), name


@each_operation
def test_a_call_tells_how_to_use_it(op: Operation) -> None:
    """A call names the permissions it needs, its sources, and whether it may be repeated."""
    assert op.call["x-source"]
    for key in ("x-permissions", "x-source"):
        assert all(isinstance(name, str) and name for name in op.call[key])
    assert op.call["x-repeat"] == REPEAT[op.name]


@each_operation
def test_a_call_tells_it_in_words(op: Operation) -> None:
    """Who reads descriptions alone learns the permissions and the rule of repeating, too."""
    needed = " and ".join(f"`{name}`" for name in op.call["x-permissions"])
    rule = f"{UNCLEAR} {IN_WORDS[op.call['x-repeat']]}"
    needs = f"The token needs {needed}." if needed else "The call needs no permission."
    assert f"{needs} {rule}" in op.call["description"]


def test_a_display_name_is_not_asked_for_twice() -> None:
    """Of all that can be sent, only a new display name needs more care than its call."""
    own = {where: member["x-repeat"] for where, member in properties() if "x-repeat" in member}
    assert own == {"PhoneNumberUpdateRequest.new_display_name": SETTLE_FIRST}
    (update,) = (op for op in OPERATIONS if op.name == "updatePhoneNumber")
    assert "unless it sends `new_display_name`" in update.call["description"]
    member = SCHEMAS["PhoneNumberUpdateRequest"]["properties"]["new_display_name"]
    assert f"{UNCLEAR} read that, and ask again only if nothing happened" in member["description"]


def test_assumptions_are_one_sentence() -> None:
    """What no source proves is marked, in one sentence."""
    marks = everywhere("x-assumption")
    assert marks
    assert [
        text for text in marks if not re.fullmatch(r"[A-Z](?:[^.!?]|[.!?](?! ))*\.", text)
    ] == []


@pytest.mark.parametrize(
    ("code", "truth"),
    [
        (368, "violating a policy"),
        (133015, "deleted moments ago; try again in five minutes"),
        (133016, "Ten attempts to register or deregister within 72 hours"),
        (80008, "HTTP 400"),
        (33, "was deleted"),
    ],
)
def test_errors_mean_what_they_mean(code: int, truth: str) -> None:
    """An error is explained as Meta uses it, not as one of the source documents does."""
    (summary,) = (
        sample["summary"]
        for sample in COMPONENTS["examples"].values()
        if sample["value"]["error"]["code"] == code
    )
    assert truth in summary


def test_every_shape_of_error_data_is_shown() -> None:
    """The samples show error details as text, as parameters to blame and as words on WhatsApp."""
    errors = [sample["value"]["error"] for sample in COMPONENTS["examples"].values()]
    shapes = {shape(error["error_data"]) for error in errors if "error_data" in error}
    assert shapes == {"str", "blame_field_specs", "details messaging_product"}


def shape(data: Node) -> str:
    """Name the shape of error details."""
    return " ".join(sorted(data)) if isinstance(data, dict) else type(data).__name__


def test_calls_over_sip_are_judged_per_entity() -> None:
    """Whether calls come in over SIP is said of each entity, never of the whole."""
    assert "can_receive_call_sip" in SCHEMAS["HealthEntity"]["properties"]
    assert "can_receive_call_sip" not in SCHEMAS["HealthStatus"]["properties"]


def test_throughput_is_not_a_messaging_limit() -> None:
    """How fast a number sends is never mixed up with how many people it may write to."""
    assert list(SCHEMAS["Throughput"]["properties"]) == ["level"]
    assert "max_messages_per_day" not in TEXT
