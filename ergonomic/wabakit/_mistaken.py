"""Handles send calls and hold no data, data was read and sends nothing: one is taken for the other.

Both end here where an attribute is not there.
"""

CALLS: dict[str, str] = {}
"""What handles can do, and how to get the handle, as code; the handles fill it."""


def missing(thing: object, name: str, why: str = "") -> AttributeError:
    """Return the error for an attribute that is not there.

    To one that gives no reason Python adds the nearest name.
    """
    text = f"{type(thing).__name__!r} object has no attribute {name!r}"
    if why:
        return AttributeError(f"{text}: {why}", name=name)
    return AttributeError(text, name=name, obj=thing)


def call_of_data(node: object, name: str, has_id: bool) -> AttributeError:
    """Return the error for a call of something that was read."""
    if name not in CALLS:
        return missing(node, name)
    place = CALLS[name].replace("phone_number_id", "card.id") if has_id else CALLS[name]
    why = f"this is data, which was read and sends nothing. Call {place}.{name}(...)"
    return missing(node, name, why)
