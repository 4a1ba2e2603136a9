"""Clients that other people wrote walk a number through the running emulator; `make peers`.

They know nothing of wabakit: they get what `python -m wabakit.emulator exec` puts into the
environment, and read the code that was "sent" from the emulator's outbox.
"""

import json
import os
import unittest
from urllib.request import urlopen

import httpx
from facebook_business.adobjects.whatsappbusinessaccount import WhatsAppBusinessAccount
from facebook_business.api import FacebookAdsApi
from facebook_business.exceptions import FacebookRequestError
from facebook_business.session import FacebookSession
from pywa import WhatsApp
from pywa.errors import WhatsAppError

URL = os.environ["WHATSAPP_BASE_URL"]
TOKEN = os.environ["WHATSAPP_ACCESS_TOKEN"]
WABA = os.environ["WHATSAPP_BUSINESS_ACCOUNT_ID"]


def latest_code():
    """Read the code that was sent last."""
    with urlopen(f"{URL}/_emulator/codes", timeout=5) as answer:
        return json.load(answer)["codes"][-1]["code"]


class PywaWalk(unittest.TestCase):
    def setUp(self):
        session = httpx.Client(trust_env=False)
        self.addCleanup(session.close)
        self.client = WhatsApp(token=TOKEN, waba_id=WABA, session=session)
        version = session.base_url.path
        session.base_url = URL + version

    def test_lists_creates_verifies_and_registers(self):
        """pywa lists, creates, verifies and registers a number, and understands a refusal."""
        client = self.client
        made = client.create_phone_number(
            country_calling_code=1, phone_number="1 201 555 0141", verified_name="Lucky Shrub"
        )
        client.request_verification_code(phone_id=made.id, code_method="SMS", language_code="en")
        with self.assertRaises(WhatsAppError) as refused:
            client.verify_phone_number("000000", phone_id=made.id)
        self.assertEqual((refused.exception.code, refused.exception.subcode), (136025, 2388093))
        self.assertTrue(client.verify_phone_number(latest_code(), phone_id=made.id).success)
        self.assertTrue(client.register_phone_number("314159", phone_id=made.id).success)
        numbers = {number.id: number for number in client.get_business_phone_numbers()}
        self.assertEqual(numbers[made.id].display_phone_number, "+1 201-555-0141")
        self.assertEqual(numbers[made.id].verified_name, "Lucky Shrub")
        settings = client.get_business_phone_number_settings(phone_id=made.id)
        self.assertIsNotNone(settings)
        self.assertTrue(client.deregister_phone_number(phone_id=made.id).success)


class FacebookBusinessWalk(unittest.TestCase):
    def setUp(self):
        session = FacebookSession(access_token=TOKEN)
        self.addCleanup(session.requests.close)
        session.requests.trust_env = False
        session.GRAPH = URL
        self.api = FacebookAdsApi(session)
        self.account = WhatsAppBusinessAccount(WABA, api=self.api)

    def call(self, method, *path, **params):
        return self.api.call(method, path, params).json()

    def test_lists_creates_verifies_and_registers(self):
        """Meta's own SDK lists, creates, verifies and registers a number, and meets a refusal."""
        created = self.account.create_phone_number(
            params={"cc": "1", "phone_number": "2015550142", "verified_name": "Lucky Shrub"}
        )
        number = created["id"]
        self.call("POST", number, "request_code", code_method="SMS", language="en_US")
        with self.assertRaises(FacebookRequestError) as refused:
            self.call("POST", number, "register", messaging_product="whatsapp", pin="314159")
        self.assertEqual(refused.exception.api_error_code(), 133006)
        self.assertTrue(self.call("POST", number, "verify_code", code=latest_code())["success"])
        self.call("POST", number, "register", messaging_product="whatsapp", pin="314159")
        wanted = ["id", "status", "display_phone_number"]
        listed = {each["id"]: each for each in self.account.get_phone_numbers(fields=wanted)}
        self.assertEqual(listed[number]["status"], "CONNECTED")
        self.assertEqual(listed[number]["display_phone_number"], "+1 201-555-0142")
        self.call("POST", number, "deregister")
        self.assertEqual(self.call("GET", number, fields="status")["status"], "DISCONNECTED")


if __name__ == "__main__":
    unittest.main()
