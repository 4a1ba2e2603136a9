"""What a phone number offers beyond the fields that the contract gives it."""

from typing import Any, Generic, Self, TypeVar, overload

from wabakit_graph.models import MessagingLimitTier, PlatformType

from wabakit._made import nodes
from wabakit._node import Field, Node
from wabakit.errors import FieldNotRequestedError

T = TypeVar("T")


class Either(Generic[T]):
    """Reads what Graph has given two names: the first that was asked for and answered."""

    name: str

    def __init__(self, doc: str, *fields: Field[T]) -> None:
        self.__doc__ = doc
        self.fields: tuple[Field[Any], ...] = fields

    def __set_name__(self, owner: type[Node], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, node: None, owner: type[Node]) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type[Node]) -> T | None: ...
    def __get__(self, node: Node | None, owner: type[Node]) -> Self | T | None:
        if node is None:
            return self
        asked = [field for field in self.fields if node.was_asked(field.name)]
        if not asked:
            choice = " or ".join(map(repr, self.fields))
            raise FieldNotRequestedError(f"{self.name} was not asked for: add {choice} to fields=")
        values = (node[field] for field in asked)
        return next((value for value in values if value is not None), None)

    def __repr__(self) -> str:
        return f"PhoneNumber.{self.name} (which reads {' or '.join(map(repr, self.fields))})"


class PhoneNumber(nodes.PhoneNumber):
    """A business phone number.

    Source: Graph reference, WhatsApp Business Account To Number Current Status.
    """

    __slots__ = ()

    messaging_limit: Either[MessagingLimitTier] = Either(
        "The messaging limit, under whichever of its two names was asked for.",
        nodes.PhoneNumber.whatsapp_business_manager_messaging_limit,
        nodes.PhoneNumber.messaging_limit_tier,
    )
    platform: Either[PlatformType] = Either(
        "Where the number is hosted, under whichever of its two names was asked for.",
        nodes.PhoneNumber.platform_type,
        nodes.PhoneNumber.host_platform,
    )


_DEFAULT = (
    "id display_phone_number verified_name status quality_rating code_verification_status"
    " name_status platform_type throughput account_mode"
)
DEFAULT_FIELDS = tuple(PhoneNumber.fields[name] for name in _DEFAULT.split())
