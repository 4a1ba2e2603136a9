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


def value_of_handle(handle: object, name: str, ways: list[str]) -> AttributeError:
    """Return the error for a value read from a handle; `ways` are how it is read, as code."""
    what = "this is a handle, which sends calls and holds no data"
    return missing(handle, name, f"{what}. Read it: {' or '.join(ways)}")


def call_of_handle(handle: object, name: str) -> AttributeError:
    """Return the error for a call that this handle does not have, though another may."""
    return missing(handle, name, f"call {CALLS[name]}.{name}(...)" if name in CALLS else "")


def call_of_data(node: object, name: str, has_id: bool) -> AttributeError:
    """Return the error for a call of something that was read."""
    if name not in CALLS:
        return missing(node, name)
    place = CALLS[name].replace("phone_number_id", "card.id") if has_id else CALLS[name]
    what = "this is data, which was read and sends nothing"
    return missing(node, name, f"{what}. Call {place}.{name}(...)")
