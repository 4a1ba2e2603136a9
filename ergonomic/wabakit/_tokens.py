"""What a token is good for."""

from wabakit._flow import TOKEN_REFUSED, Flow, informed, perform
from wabakit._json import without_nulls
from wabakit._made import operations as graph
from wabakit._made.nodes import TokenInfo
from wabakit._secret import Secret, hidden
from wabakit._session import Session
from wabakit.errors import AuthenticationError


def inspect(session: Session, token: Secret | None) -> Flow[TokenInfo]:
    """Ask what a token is good for, or that of the client.

    Graph answers that another one is not valid; it refuses to be asked with such a one, which is
    the same answer where it is asked about itself.
    """
    if token is None:
        session = yield from informed(session)
        token = hidden(session.options.token)
    call = graph.get_token_info("token_info", input_token=token)
    try:
        return (yield from perform(session, call))
    except AuthenticationError as error:
        if error.code != TOKEN_REFUSED or token != (yield from informed(session)).options.token:
            raise
        said = {"code": error.code, "subcode": error.subcode, "message": error.message}
        return TokenInfo.read(without_nulls({"is_valid": False, "error": said}))
