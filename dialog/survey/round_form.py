"""What staff fill in to plan a round, or to change one."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, NumberRange, Optional, Regexp, ValidationError

from dialog.languages import LANGUAGES, Words
from dialog.survey.colleagues.phrase import SHORTEST, is_long_enough
from dialog.survey.models import RESIDENTS, STAFF, Round, StaffDialogue
from dialog.texts.cleaning import clean_text

TEXTS = ("title", "purpose", "influence", "decision_maker")  # of a round, in every language
LONGEST = 600  # characters of each
_SLUG = re.compile(r"(?!\d+$)[a-z0-9][a-z0-9-]{0,39}$")  # a number alone finds a round by its id


class RoundForm(FlaskForm):
    """One round. Its texts come beside it, since they are in as many languages as the round speaks."""

    slug = StringField(
        filters=[lambda text: (text or "").strip().lower()],
        validators=[
            InputRequired(_l("Give the round a name for its address, such as safe-2027.")),
            Regexp(_SLUG, message=_l("Use a to z, digits and hyphens in the address, not digits alone.")),
        ],
    )
    area = SelectField(coerce=str, validate_choice=False)
    level = SelectField(
        validate_choice=False, validators=[InputRequired(_l("Choose which areas people choose among."))]
    )
    questionnaire = SelectField(validate_choice=False, validators=[InputRequired(_l("Choose a questionnaire."))])
    audience = SelectField(choices=(RESIDENTS, STAFF), default=RESIDENTS, validate_choice=False)
    belongs_to = SelectField(validate_choice=False)
    phrase = StringField(filters=[lambda text: (text or "").strip()])
    opens_on = DateField(validators=[InputRequired(_l("Say on which day it opens, as 2027-03-01."))])
    closes_on = DateField(validators=[InputRequired(_l("Say which day is the last, as 2027-04-30."))])
    decided_on = DateField(validators=[Optional()])
    languages = SelectMultipleField(choices=list(LANGUAGES), validate_choice=False)
    completeness = IntegerField(
        validators=[NumberRange(0, 100, _l("Write how many per cent of the texts must be translated: 0 to 100."))]
    )

    def validate_languages(self, given: SelectMultipleField) -> None:
        if not set(given.data) or not set(given.data) <= set(LANGUAGES):
            raise ValidationError(_l("Choose at least one language."))

    @property
    def asks_staff(self) -> bool:
        return bool(self.audience.data == STAFF)

    def validate_belongs_to(self, given: SelectField) -> None:
        if self.asks_staff and not (given.data or "").isdecimal():
            raise ValidationError(_l("Choose the round of residents that the colleagues are asked for."))

    def validate_phrase(self, given: StringField) -> None:
        if self.asks_staff and given.data and not is_long_enough(given.data):
            raise ValidationError(
                _l("Write a longer phrase: at least three words, and %(least)s characters.", least=SHORTEST)
            )

    def validate_closes_on(self, given: DateField) -> None:
        if given.data and self.opens_on.data and given.data < self.opens_on.data:
            raise ValidationError(_l("The last day lies before the first. Change one of them."))


def words_from(form: Mapping[str, str], name: str) -> Words:
    """A text of the round in every language it was written in, from fields such as title-sv."""
    written = {tag: clean_text(form.get(f"{name}-{tag}", "")) for tag in LANGUAGES}
    return {tag: text[:LONGEST] for tag, text in written.items() if text}


def given_of(round: Round, asked: StaffDialogue | None = None) -> dict[str, Any]:
    """A round as the values of the form's fields; the phrase is none of them, since nobody can read it."""
    texts = {f"{name}-{tag}": text for name in TEXTS for tag, text in getattr(round, name).items() if tag in LANGUAGES}
    own = {
        "slug": round.slug,
        "audience": round.audience,
        "belongs_to": str(asked.belongs_to_id) if asked else "",
        "area": str(round.area_id),
        "level": round.area_kind,
        "questionnaire": str(round.questionnaire_id),
        "opens_on": round.opens_on.isoformat(),
        "closes_on": round.closes_on.isoformat(),
        "decided_on": round.decided_on.isoformat() if round.decided_on else "",
        "languages": list(round.languages),
        "completeness": str(round.completeness),
    }
    return texts | own


def copied(given: Mapping[str, Any], *, slugs: Iterable[str], today: date) -> dict[str, Any]:
    """Last year's round as the beginning of a new one: everything but its days and its address."""
    beginning = re.sub(r"-?\d{4}$", "", str(given["slug"])) or "round"
    slug = f"{beginning}-{today.year}"[:40]
    taken = set(slugs)
    fresh = next(
        name
        for number in range(1, len(taken) + 2)
        if (name := slug if number == 1 else f"{slug}-{number}") not in taken
    )
    return {**given, "slug": fresh, "opens_on": "", "closes_on": "", "decided_on": ""}
