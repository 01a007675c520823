"""flask picture …"""

from datetime import date

import click
from flask import current_app
from flask.cli import AppGroup

from dialog.cli.ending import Refusal, transaction
from dialog.cli.finding import resident_round_called
from dialog.picture.actions import AlreadyReleased, DraftTooOld, draft_picture, release_picture
from dialog.picture.coverage.actions import count_open_rounds
from dialog.picture.disclosure import Rule
from dialog.picture.findings.freezing import RestsOnWithheld
from dialog.picture.queries import NoSuchDraft, find_draft
from dialog.picture.rounding import OtherMethodBefore
from dialog.settings.queries import settings_in_force

picture = AppGroup("picture", help="Draft and release situation pictures.")


@picture.command()
@click.option("--round", "name", required=True, metavar="ROUND", help="The round's name in addresses, or its number.")
@click.option("--rounding", type=click.Choice(["3", "5"]), help="Round figures instead of withholding any.")
def draft(name: str, rounding: str | None) -> None:
    """Draft the situation picture of a round as it stands; prints the draft's number."""
    with transaction() as session:
        in_force = settings_in_force(session, current_app.config)
        rule = Rule(in_force.cell_minimum, in_force.group_minimum, int(rounding or 0))
        asked, inhabitants = resident_round_called(session, name), in_force.cell_inhabitants
        try:
            made = draft_picture(session, round=asked, rule=rule, on=date.today(), inhabitants=inhabitants)
        except OtherMethodBefore:
            raise Refusal("Earlier editions of the round were protected in the other way: keep to it.") from None
        number = made.id
    click.echo(number)


@picture.command()
def coverage() -> None:
    """Count who has answered each open round, beside who lives there; meant for every night."""
    with transaction() as session:
        in_force = settings_in_force(session, current_app.config)
        rule = Rule(in_force.cell_minimum, in_force.group_minimum)
        number = count_open_rounds(session, rule=rule, on=date.today())
    click.echo(f"Counted {number} open {'round' if number == 1 else 'rounds'}.")


@picture.command()
@click.argument("draft_id", metavar="ID", type=int)
def release(draft_id: int) -> None:
    """Release draft ID as the next edition, which never changes; prints the edition's number."""
    with transaction() as session:
        try:
            edition = release_picture(session, find_draft(session, draft_id), on=date.today()).edition
        except NoSuchDraft:
            raise Refusal(f"There is no draft {draft_id}.") from None
        except AlreadyReleased:
            raise Refusal(f"Draft {draft_id} has been released already: make a new draft.") from None
        except DraftTooOld:
            raise Refusal(f"An edition was released after draft {draft_id} was made: make a new draft.") from None
        except RestsOnWithheld as problem:
            which = ", ".join(str(id) for id in problem.findings)
            raise Refusal(f"Findings rest on figures that draft {draft_id} does not show: {which}.") from None
    click.echo(edition)
