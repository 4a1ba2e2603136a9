"""What is done with a handle, as something that is done with a client."""

from collections.abc import Callable
from typing import Any

import wabakit
from tests.faces import BUSINESS, NUMBER, PREVERIFIED, WABA

Do = Callable[[wabakit.Client], Any]


def number(do: Callable[[wabakit.Number], Any]) -> Do:
    return lambda client: do(client.number(NUMBER))


def account(do: Callable[[wabakit.Account], Any]) -> Do:
    return lambda client: do(client.account(WABA))


def business(do: Callable[[wabakit.Business], Any]) -> Do:
    return lambda client: do(client.business(BUSINESS))


def preverified(do: Callable[[wabakit.PreverifiedNumber], Any]) -> Do:
    return lambda client: do(client.preverified_number(PREVERIFIED))
