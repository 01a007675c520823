"""flask questionnaires texts-…: one language goes out to a translator, and comes back."""

from datetime import UTC, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.cli.ending import Refusal, transaction
from dialog.cli.loads import FILE, counted, finish
from dialog.rows.opening import content_of
from dialog.rows.rejects import Rejects
from dialog.rows.row import Row
from dialog.survey.making.drafts import begin_draft
from dialog.survey.making.queries import draft_of, newest_version, read
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.entries import Taken, take
from dialog.survey.translating.files import kind_of, read_translations, write_translations
from dialog.survey.translating.keeping import keep, sources_before
from dialog.survey.translating.merging import Merged
from dialog.survey.translating.names import in_english
from dialog.survey.translating.tags import UnknownLanguage, among


@click.command("texts-export")
@click.argument("key")
@click.option("--language", required=True, metavar="TAG", help="To translate into, such as ar or pt-BR.")
@click.option("--file", type=FILE, required=True, metavar="FILE.xlsx|FILE.po")
@with_appcontext
def export_texts(key: str, language: str, file: Path) -> None:
    """Write the texts of the questionnaire KEY for a translator: of its draft, or of its newest version."""
    with transaction() as session:
        kind = kind_of(file.name)
        questionnaire = read(_stored(session, key))
        tag = _tag(language, questionnaire)
        earlier = sources_before(session, key)
        content = write_translations(questionnaire, tag, kind, in_english, at=_now(), earlier=earlier)
    try:
        file.write_bytes(content)
    except OSError as problem:
        raise Refusal(f"{file} can't be written: {problem.strerror}.") from None
    click.echo(f"Questionnaire {key}: its texts in {tag} are in {file}.")


@click.command("texts-import")
@click.argument("file", type=FILE)
@click.option("--draft", "key", required=True, metavar="KEY", help="Begun from the newest version if there is none.")
@click.option("--by-machine", is_flag=True, help="A machine made them, and nobody has looked at them yet.")
@with_appcontext
def import_texts(file: Path, key: str, by_machine: bool) -> None:
    """Take the translations in FILE (XLSX or PO) into the draft of the questionnaire KEY. None is ever taken away."""
    rejects = Rejects()
    with transaction() as session:
        content = read_translations(content_of(file), file.name)
        results: list[Taken] = []

        def taking(questionnaire: Questionnaire) -> Merged:
            results.append(take(questionnaire, content, by_machine=by_machine))
            return results[-1].merged

        keep(session, _draft(session, key), taking, by=None, at=_now())
        taken = results[-1]
        record(session, "texts imported", f"draft {key}", language=taken.tag, number=taken.number)
        _tell(taken, rejects)
        rejects.write(file.name, Path.cwd())
    click.echo(f"Questionnaire {key}: {counted(taken.number, 'text', 'texts')} in {taken.tag}.")
    finish(file, rejects)


def _stored(session: Session, key: str) -> QuestionnaireDraft | QuestionnaireVersion:
    stored = draft_of(session, key) or newest_version(session, key)
    if stored is None:
        raise Refusal(f"There is no questionnaire {key}.")
    return stored


def _draft(session: Session, key: str) -> QuestionnaireDraft:
    stored = _stored(session, key)
    if isinstance(stored, QuestionnaireDraft):
        return stored
    click.echo(f"A draft is begun from version {stored.version}.")
    return begin_draft(session, read(stored), by=None, at=_now())


def _tag(language: str, questionnaire: Questionnaire) -> str:
    try:
        tag = among(language, questionnaire.languages)
    except UnknownLanguage:
        raise Refusal(f"{language!r} is no language tag, such as ar or pt-BR.") from None
    if tag == questionnaire.main:
        raise Refusal(f"{tag} is the main language, which is changed in the questionnaire itself.")
    return tag


def _tell(taken: Taken, rejects: Rejects) -> None:
    """What was taken with a remark on stderr; what was not in the list of rejects."""
    for one in taken.remarks:
        sentence = one.sentence(in_english)
        if one.taken:
            click.echo(f"Line {one.line}, {one.path}: {sentence}", err=True)
        else:
            rejects.add(Row(one.line, {"path": one.path, "translation": one.text}), sentence)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
