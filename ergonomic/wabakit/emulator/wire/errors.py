"""Refusals in the shape Graph gives them."""

from __future__ import annotations

from typing import Any

_STATUSES = {104: 401, 190: 401, 10: 403, 200: 403}


class GraphError(Exception):
    """A refusal, as it goes into the `error` object of an answer.

    Codes and statuses follow Meta's error-code pages and wire recordings (documented, recorded):
    401 for a missing or bad token, 403 for a missing permission, 400 for everything else,
    throttling and "not found" included. The words are our own; Meta's change with language and
    time. `wait_minutes` says how long a throttled caller has to wait.
    """

    def __init__(
        self,
        code: int,
        message: str,
        *,
        subcode: int | None = None,
        kind: str = "OAuthException",
        data: Any = None,
        user_title: str | None = None,
        user_message: str | None = None,
        is_transient: bool | None = None,
        status: int | None = None,
        wait_minutes: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code: int = code
        self.subcode: int | None = subcode
        self.status: int = status or _STATUSES.get(code, 400)
        self.wait_minutes = wait_minutes
        self._members = {
            "message": message,
            "type": kind,
            "code": code,
            "error_data": data,
            "error_subcode": subcode,
            "is_transient": is_transient,
            "error_user_title": user_title,
            "error_user_msg": user_message,
        }

    def body(self, trace_id: str) -> dict[str, Any]:
        """Build the error envelope; members without a value are left out."""
        members = {name: value for name, value in self._members.items() if value is not None}
        return {"error": {**members, "fbtrace_id": trace_id}}


def invalid_parameter(name: str, rule: str, *, subcode: int | None = None) -> GraphError:
    """Refuse a parameter: 400, code 100, the parameter named in `error_data` (documented)."""
    data = {"blame_field_specs": [[name]]}
    return GraphError(100, f"(#100) Parameter {name}: {rule}", subcode=subcode, data=data)


def unsupported_request(method: str, node_id: str) -> GraphError:
    """Refuse an unknown id or a wrong verb: 400, code 100, subcode 33 (recorded).

    Graph deliberately does not tell which of the two it was, nor whether the token may not see it.
    """
    message = f"Unsupported {method.lower()} request. Nothing with the id '{node_id}' answers it."
    return GraphError(100, message, subcode=33, kind="GraphMethodException")


def registration_error(code: int, title: str, details: str) -> GraphError:
    """Refuse to register or deregister, the reason in `error_data.details` (documented)."""
    data = {"messaging_product": "whatsapp", "details": details}
    return GraphError(code, f"(#{code}) {title}", data=data)


def code_error(code: int, subcode: int | None, title: str, message: str) -> GraphError:
    """Refuse around a one-time code: 136024 or 136025, told apart by the subcode (recorded).

    `is_transient` is false even where waiting helps (recorded).
    """
    return GraphError(
        code,
        f"(#{code}) {title}",
        subcode=subcode,
        user_title=title,
        user_message=message,
        is_transient=False,
    )
