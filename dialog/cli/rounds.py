"""flask rounds …"""

import re
from datetime import datetime

import click
from flask.cli import AppGroup

from dialog.audit.actions import record
from dialog.cli.ending import Refusal, transaction
from dialog.cli.finding import area_or_root, questionnaire_or_only_one, round_called
from dialog.languages import LANGUAGES, MAIN, Words, pick
from dialog.survey.actions import end_round, open_round, plan_round
from dialog.survey.queries import all_rounds

rounds = AppGroup("rounds", help="Fieldwork periods: planned, open, ended, closed.")

SLUG = re.compile(r"(?!\d+$)[a-z0-9][a-z0-9-]{0,39}")  # a number alone finds a round by its id
DAY = click.DateTime(["%Y-%m-%d"])


@rounds.command()
@click.argument("slug")
@click.option("--title", "titles", multiple=True, required=True, metavar="[TAG=]TEXT", help="In each language.")
@click.option("--area", "area_code", metavar="CODE", help="What it is about; by default the top of the tree.")
@click.option("--level", required=True, metavar="KIND", help="The kind of areas it asks for: district, deso, …")
@click.option("--opens", type=DAY, required=True, help="The first day, as 2025-03-01.")
@click.option("--closes", type=DAY, required=True, help="The last day.")
@click.option("--questionnaire", "key", metavar="KEY", help="By default the only one for residents.")
def plan(
    slug: str,
    titles: tuple[str, ...],
    area_code: str | None,
    level: str,
    opens: datetime,
    closes: datetime,
    key: str | None,
) -> None:
    """Plan a round; SLUG is its name in addresses."""
    if not SLUG.fullmatch(slug):
        raise Refusal(f"{slug} can't stand in an address: use a to z, digits and -, not digits alone.")
    with transaction() as session:
        planned = plan_round(
            session,
            slug=slug,
            title=_words(titles),
            area_id=area_or_root(session, area_code).id,
            area_kind=level,
            questionnaire=questionnaire_or_only_one(session, key),
            opens_on=opens.date(),
            closes_on=closes.date(),
        )
        record(session, "round planned", f"round {planned.id}")
    click.echo(f"Round {slug} is planned; flask --app wsgi rounds open {slug} opens it.")


@rounds.command("open")
@click.argument("slug")
def open_command(slug: str) -> None:
    """Let people answer the round SLUG."""
    with transaction() as session:
        found = round_called(session, slug)
        open_round(session, found)
        record(session, "round opened", f"round {found.id}")
    click.echo(f"Round {slug} is open.")


@rounds.command()
@click.argument("slug")
def end(slug: str) -> None:
    """Take no more answers to the round SLUG; paper can still be loaded."""
    with transaction() as session:
        found = round_called(session, slug)
        end_round(found)
        record(session, "round ended", f"round {found.id}")
    click.echo(f"Round {slug} has ended.")


@rounds.command("list")
def list_command() -> None:
    """Show every round, the latest first."""
    with transaction() as session:
        for found in all_rounds(session):
            title = pick(found.title, MAIN)[0]
            click.echo(f"{found.slug:<20} {found.state:<8} {found.opens_on} – {found.closes_on}  {title}")


def _words(texts: tuple[str, ...]) -> Words:
    """`sv=Trygghet`, `en=Safety`; a text without a language is in the main one."""
    words: dict[str, str] = {}
    for text in texts:
        tag, sign, said = text.partition("=")
        words |= {tag: said.strip()} if sign and tag in LANGUAGES else {MAIN: text.strip()}
    return words
