"""Nothing a caller sends can break the emulator."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.emulator.graph import WABA, Graph
from wabakit.emulator import OPERATIONS

NUMBER = "106540352242922"
PARAMETERS = """
    fields filtering sort limit after before cc phone_number verified_name preverified_id pin code
    migrate_phone_number new_display_name webhook_configuration search_visibility code_method
    language messaging_product data_localization_region calling payload_encryption prompts commands
    storage_configuration user_identity_change enable_welcome_message business_website_url action
    primary_country_of_operation supporting_links application_data username transfer_action
    include_sip_credentials access_token appsecret_proof override_callback_uri find client_id
    client_secret input_token object callback_url batch include_headers sync_type
    partner_business_id code_verification_status
""".split()
WORDS = ["SMS", "en_US", "whatsapp", "123456", "6315551000", "1", "creation_time.asc", "{", "[{}]"]
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.sampled_from(WORDS)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@settings(database=None)
@given(
    operation=st.sampled_from(sorted(OPERATIONS)),
    in_query=st.booleans(),
    values=st.dictionaries(st.sampled_from(PARAMETERS), VALUES, max_size=6),
)
def test_every_answer_is_graph_shaped(
    operation: str, in_query: bool, values: dict[str, Any]
) -> None:
    """Whatever the parameters are, the answer is a success or a Graph error that says why."""
    graph = Graph()
    graph.emulator.add_number(WABA, id=NUMBER, status="PENDING", pin="271828")
    method, template = OPERATIONS[operation]
    path = graph.place(template, "" if "{preverified_id}" in template else NUMBER)
    query = {name: str(value) for name, value in values.items()} if in_query else {}
    answer = graph.send(method, path, query, None if in_query else values)
    body = json.loads(answer.body)
    assert (answer.status == 200) == ("error" not in body)
    if "error" in body:
        assert answer.status in {400, 401, 403}
        assert body["error"].keys() >= {"message", "type", "code", "fbtrace_id"}
    assert all(value.isascii() and "\n" not in value for value in answer.headers.values())
