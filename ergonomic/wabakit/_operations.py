"""The table: one line per Graph call, its parameters and its answer typed by the generated code.

With each stands the method of a handle that makes it; where several do, they say so with `by`. The
last column has what the method calls by another name than the contract.
"""

from wabakit_graph import models
from wabakit_graph.api.official_business_account import get_official_business_account as _get_oba
from wabakit_graph.api.official_business_account import (
    update_official_business_account as _update_oba,
)
from wabakit_graph.api.phone_numbers import create_phone_number as _create
from wabakit_graph.api.phone_numbers import get_phone_number as _get
from wabakit_graph.api.phone_numbers import list_phone_numbers as _list
from wabakit_graph.api.phone_numbers import update_phone_number as _update
from wabakit_graph.api.registration import deregister_phone_number as _deregister
from wabakit_graph.api.registration import register_phone_number as _register
from wabakit_graph.api.registration import request_code as _request_code
from wabakit_graph.api.registration import verify_code as _verify_code
from wabakit_graph.api.settings import get_settings as _get_settings
from wabakit_graph.api.settings import set_conversational_automation as _set_automation
from wabakit_graph.api.settings import update_settings as _update_settings
from wabakit_graph.api.usernames import delete_username as _delete_username
from wabakit_graph.api.usernames import get_username as _get_username
from wabakit_graph.api.usernames import list_username_suggestions as _suggestions
from wabakit_graph.api.usernames import set_username as _set_username

from wabakit._graph import Operation

_Badge = models.OfficialBusinessAccount
_BadgeSought = models.OfficialBusinessAccountUpdateResponse
_Created = models.PhoneNumberCreateResponse
_Done = models.SuccessResponse

list_phone_numbers = Operation(
    "listPhoneNumbers", "numbers", _list, models.PhoneNumberPage, {"limit": "page_size"}
)
create_phone_number = Operation(
    "createPhoneNumber", "add_number", _create, _Created, {"migrate_phone_number": "migrate"}
)
get_phone_number = Operation("getPhoneNumber", "get", _get, models.PhoneNumber)
update_phone_number = Operation(
    "updatePhoneNumber",
    "update",
    _update,
    _Done,
    {
        "new_display_name": "name",
        "search_visibility": "visibility",
        "webhook_configuration.override_callback_uri": "url",
        "webhook_configuration.verify_token": "verify_token",
    },
)
request_code = Operation(
    "requestCode", "request_code", _request_code, _Done, {"code_method": "method"}
)
verify_code = Operation("verifyCode", "verify_code", _verify_code, models.CodeVerification)
register = Operation("registerPhoneNumber", "register", _register, _Done)
deregister = Operation("deregisterPhoneNumber", "deregister", _deregister, _Done)
get_settings = Operation("getSettings", "settings", _get_settings, models.Settings)
update_settings = Operation("updateSettings", "update_settings", _update_settings, _Done)
set_automation = Operation("setConversationalAutomation", "set_automation", _set_automation, _Done)
get_official_business_account = Operation(
    "getOfficialBusinessAccount", "official_business_account", _get_oba, _Badge
)
update_official_business_account = Operation(
    "updateOfficialBusinessAccount", "update_official_business_account", _update_oba, _BadgeSought
)
get_username = Operation("getUsername", "username", _get_username, models.UsernameState)
set_username = Operation(
    "setUsername", "set_username", _set_username, models.UsernameState, {"username": "name"}
)
delete_username = Operation("deleteUsername", "delete_username", _delete_username, _Done)
list_username_suggestions = Operation(
    "listUsernameSuggestions", "username_suggestions", _suggestions, models.UsernameSuggestionsPage
)
