"""What calls about businesses and their pools send: operation, call, method, path, query, body."""

from typing import Any

from tests.doing import Do, business, preverified
from tests.faces import BUSINESS, PREVERIFIED
from wabakit import BusinessPortfolio, WhatsAppBusinessAccount

POOL = "id,phone_number,code_verification_status,verification_expiry_time"
ACCOUNT = [WhatsAppBusinessAccount.name]


OF_BUSINESSES: list[tuple[str, Do, str, str, dict[str, str], Any]] = [
    (
        "getBusiness",
        business(lambda b: b.get(fields=[BusinessPortfolio.name])),
        "GET",
        BUSINESS,
        {"fields": "id,name"},
        None,
    ),
    (
        "listOwnedAccounts",
        business(lambda b: list(b.accounts(fields=ACCOUNT, sort="creation_time_ascending"))),
        "GET",
        f"{BUSINESS}/owned_whatsapp_business_accounts",
        {"fields": "id,name", "sort": "creation_time_ascending", "limit": "25"},
        None,
    ),
    (
        "listClientAccounts",
        business(lambda b: list(b.accounts("client", fields=ACCOUNT, page_size=100))),
        "GET",
        f"{BUSINESS}/client_whatsapp_business_accounts",
        {"fields": "id,name", "limit": "100"},
        None,
    ),
    (
        "addPreverifiedNumber",
        business(lambda b: b.add_preverified_number("1 (202) 555-0142")),
        "POST",
        f"{BUSINESS}/add_phone_numbers",
        {},
        {"phone_number": "+12025550142"},
    ),
    (
        "listPreverifiedNumbers",
        business(
            lambda b: list(
                b.preverified_numbers(
                    code_verification_status="verified", phone_number="+1 202 555 0142"
                )
            )
        ),
        "GET",
        f"{BUSINESS}/preverified_numbers",
        {
            "fields": POOL,
            "code_verification_status": "VERIFIED",
            "phone_number": "12025550142",
            "limit": "100",
        },
        None,
    ),
    (
        "sharePreverifiedNumber",
        business(lambda b: b.share_preverified_number(PREVERIFIED, "7")),
        "POST",
        f"{BUSINESS}/share_preverified_numbers",
        {},
        {"preverified_id": PREVERIFIED, "partner_business_id": "7"},
    ),
    (
        "unsharePreverifiedNumber",
        business(lambda b: b.unshare_preverified_number(PREVERIFIED, "7")),
        "DELETE",
        f"{BUSINESS}/share_preverified_numbers",
        {"preverified_id": PREVERIFIED, "partner_business_id": "7"},
        None,
    ),
    (
        "getPreverifiedNumber",
        preverified(lambda p: p.get()),
        "GET",
        PREVERIFIED,
        {"fields": POOL},
        None,
    ),
    (
        "deletePreverifiedNumber",
        preverified(lambda p: p.delete()),
        "DELETE",
        PREVERIFIED,
        {},
        None,
    ),
    (
        "requestPreverifiedCode",
        preverified(lambda p: p.request_code("voice", "en")),
        "POST",
        f"{PREVERIFIED}/request_code",
        {},
        {"code_method": "VOICE", "language": "en"},
    ),
    (
        "verifyPreverifiedCode",
        preverified(lambda p: p.verify_code("003-456")),
        "POST",
        f"{PREVERIFIED}/verify_code",
        {},
        {"code": "003456"},
    ),
    (
        "listPreverifiedPartners",
        preverified(lambda p: list(p.partners())),
        "GET",
        f"{PREVERIFIED}/partners",
        {"fields": "id,name", "limit": "100"},
        None,
    ),
]
