"""JSON from outside: parsed without surprises, looked at without trust."""

import json
from typing import Any

JsonObject = dict[str, Any]


def parse_json(text: str) -> Any:
    """Return what a JSON text says.

    Raises:
        ValueError: it is not JSON, or nested too deeply.
    """
    try:
        return json.loads(text)
    except RecursionError:
        wrong = "JSON nested too deeply"
    except json.JSONDecodeError as error:
        wrong = str(error)
    raise ValueError(wrong)  # out here, for a JSONDecodeError holds the whole text


def write_json(value: object) -> bytes:
    """Return a value as JSON, as compact as httpx writes it.

    Raises:
        ValueError: a number is not finite, text is no Unicode, or it is nested too deeply.
        TypeError: JSON has nothing for a value in it.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except RecursionError as error:
        raise ValueError("nested too deeply for JSON") from error
    return text.encode()


def as_object(value: object) -> JsonObject | None:
    """Return a JSON object as such, and None for any other value."""
    checked: Any = value
    return checked if isinstance(value, dict) else None


def as_list(value: object) -> list[Any] | None:
    """Return a JSON array as such, and None for any other value."""
    checked: Any = value
    return checked if isinstance(value, list) else None
