"""Who may reach what: every page is mounted here, behind the gate of its audience, and nowhere else."""

from types import ModuleType

from flask import Blueprint, Flask

from dialog.accounts import admin as accounts_admin
from dialog.accounts import door
from dialog.accounts.gates import Gate, only
from dialog.areas import admin as areas_admin
from dialog.areas import resident as areas_resident
from dialog.open311 import api as open311_api
from dialog.picture import analyst as picture_analyst
from dialog.picture import api as picture_api
from dialog.picture import facilitator as picture_facilitator
from dialog.picture import public as picture_public
from dialog.places import resident as places_resident
from dialog.review import resident as review_resident
from dialog.review import staff as review_staff
from dialog.survey import admin as survey_admin
from dialog.survey import api as survey_api
from dialog.survey import facilitator as survey_facilitator
from dialog.survey import resident as survey_resident
from dialog.survey.translating import facilitator as survey_languages
from dialog.tiles import api as tiles_api
from dialog.web import machines as web_machines
from dialog.web import public as web_public
from dialog.web.requests import pull_lang, put_lang


def audience(name: str, prefix: str, *pages: ModuleType, gate: Gate | None = None) -> Blueprint:
    """A blueprint of one audience's pages, under one prefix, behind one gate."""
    blueprint = Blueprint(name, __name__, url_prefix=prefix)
    if "<lang>" in prefix:
        blueprint.url_value_preprocessor(pull_lang)
        blueprint.url_defaults(put_lang)
    if gate:
        blueprint.before_request(gate)
    for page in pages:
        blueprint.register_blueprint(page.bp)
    return blueprint


def mount(app: Flask) -> None:
    every = (
        audience("resident", "/<lang>", survey_resident, places_resident, areas_resident, review_resident),
        audience("public", "/<lang>", web_public, picture_public),
        audience("machines", "", web_machines, picture_api, survey_api, tiles_api, open311_api),
        audience("staff", "/staff", review_staff, gate=only("reviewer")),
        audience(
            "facilitator",
            "/facilitator",
            picture_facilitator,
            survey_facilitator,
            survey_languages,
            gate=only("facilitator"),
        ),
        audience("analyst", "/analyst", picture_analyst, gate=only("analyst")),
        audience("admin", "/admin", accounts_admin, areas_admin, survey_admin, gate=only("admin")),
    )
    app.register_blueprint(door.bp, url_prefix="/staff")
    for blueprint in every:
        app.register_blueprint(blueprint)
