"""`wabakit subscribe`: the webhooks of an account."""

import click

from wabakit.cli.handed import DASH, asked_text
from wabakit.cli.problems import refuse
from wabakit.cli.run import Run
from wabakit.cli.shared import command


@command("subscribe")
@click.argument("account", metavar="[WABA]", required=False)
@click.argument("dash", metavar="[-]", required=False, type=DASH)
@click.option("--callback", metavar="URL", help="To this address; its verify token is asked for.")
@click.option("--off", is_flag=True, help="Have them sent to the app no more.")
@click.option("--yes", is_flag=True, help="Do not ask whether to go on.")
def subscribe(
    run: Run, account: str | None, dash: str | None, callback: str | None, off: bool, yes: bool
) -> None:
    """Have the webhooks of an account sent to your app."""
    if off and callback:
        refuse("--off and --callback say two things")
    waba = run.client.account(account) if account else run.account()
    apps = [] if run.is_dry else waba.subscribed_apps()
    for app in apps:
        about = app.whatsapp_business_api_data
        to = app.override_callback_uri
        where = f", to {to}" if to else ""
        run.tell(f"  now: {about.name if about else 'an app'}{where}")
    override = any(app.override_callback_uri for app in apps)
    if off:
        run.confirm(f"{waba.id}: your app gets its webhooks no more.", yes=yes)
    elif callback:
        run.confirm(f"{waba.id}: its webhooks go to {callback}, which Meta checks now.", yes=yes)
    elif override:
        run.confirm(f"{waba.id}: this takes the address away that is set.", yes=yes)
    token = asked_text(run, "verify token", dash=dash) if callback else None
    with run.finishing():
        if off:
            waba.unsubscribe()
        else:
            waba.subscribe(callback, token)
        run.done("unsubscribed" if off else "subscribed", waba.id)
