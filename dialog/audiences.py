"""Who may reach what: every page is mounted here, behind the gate of its audience, and nowhere else."""

from types import ModuleType

from flask import Blueprint, Flask

from dialog.accounts import account as accounts_own
from dialog.accounts import admin as accounts_admin
from dialog.accounts import door
from dialog.accounts.gates import anybody_signed_in, only, tell_of_looks
from dialog.areas import admin as areas_admin
from dialog.areas import resident as areas_resident
from dialog.open311 import api as open311_api
from dialog.picture import analyst as picture_analyst
from dialog.picture import analyst_jobs as picture_jobs
from dialog.picture import api as picture_api
from dialog.picture import facilitator as picture_facilitator
from dialog.picture import public as picture_public
from dialog.picture.beside import analyst as picture_beside
from dialog.picture.coverage import analyst as picture_coverage
from dialog.picture.crosstab import analyst as picture_crosstab
from dialog.picture.documents import analyst as documents_analyst
from dialog.picture.documents import analyst_editions as documents_editions
from dialog.picture.documents import analyst_files as documents_files
from dialog.picture.documents import public as documents_public
from dialog.picture.extract import admin as extract_admin
from dialog.picture.extract import analyst as extract_analyst
from dialog.picture.findings import analyst as findings_analyst
from dialog.picture.findings.causes import analyst as causes_analyst
from dialog.picture.findings.citing import analyst as citing_analyst
from dialog.picture.findings.focus import analyst as focus_analyst
from dialog.places import resident as places_resident
from dialog.review import resident as review_resident
from dialog.review import staff as review_staff
from dialog.review.agreement import staff as agreement_staff
from dialog.review.alike import staff as review_alike
from dialog.review.codebook import admin as codebook_admin
from dialog.review.codebook import staff as codebook_staff
from dialog.review.owners import admin as owners_admin
from dialog.review.suggesting import staff as suggesting_staff
from dialog.sources import analyst as sources_analyst
from dialog.survey import admin as survey_admin
from dialog.survey import api as survey_api
from dialog.survey import facilitator as survey_facilitator
from dialog.survey import resident as survey_resident
from dialog.survey.colleagues import colleague as survey_colleague
from dialog.survey.translating import facilitator as survey_languages
from dialog.tiles import api as tiles_api
from dialog.upkeep.adjusting import admin as upkeep_adjusting
from dialog.upkeep.backups import admin as upkeep_backups
from dialog.upkeep.destroying import staff as upkeep_destroying
from dialog.upkeep.doctor import admin as upkeep_doctor
from dialog.upkeep.notices import account as upkeep_notices
from dialog.upkeep.records import admin as upkeep_records
from dialog.upkeep.retention import admin as upkeep_retention
from dialog.web import machines as web_machines
from dialog.web import public as web_public
from dialog.web.requests import pull_lang, put_lang

EVERYBODY, SIGNED_IN = "everybody", "signed in"
WHO = {  # audience -> who may pass: everybody, whoever is signed in, or those who hold one role
    "resident": EVERYBODY,
    "colleague": EVERYBODY,  # the door; who may answer has to say the phrase
    "public": EVERYBODY,
    "machines": EVERYBODY,
    "staff_door": EVERYBODY,
    "account": SIGNED_IN,
    "staff": "reviewer",
    "facilitator": "facilitator",
    "analyst": "analyst",
    "admin": "admin",
}


DOCUMENTS = (documents_analyst, documents_files, documents_editions)
FIGURES = (picture_jobs, picture_coverage, picture_crosstab, picture_beside, extract_analyst)
FINDINGS = (findings_analyst, citing_analyst, causes_analyst, focus_analyst)
UPKEEP = (upkeep_doctor, upkeep_adjusting, upkeep_retention, upkeep_backups, upkeep_records, extract_admin)


def audience(name: str, prefix: str, *pages: ModuleType) -> Blueprint:
    """A blueprint of one audience's pages, under one prefix, behind one gate."""
    blueprint = Blueprint(name, __name__, url_prefix=prefix)
    if "<lang>" in prefix:
        blueprint.url_value_preprocessor(pull_lang)
        blueprint.url_defaults(put_lang)
    if (who := WHO[name]) != EVERYBODY:
        blueprint.before_request(anybody_signed_in if who == SIGNED_IN else only(who))
        blueprint.after_request(tell_of_looks)
    for page in pages:
        blueprint.register_blueprint(page.bp)
    return blueprint


def mount(app: Flask) -> None:
    every = (
        audience("resident", "/<lang>", survey_resident, places_resident, areas_resident, review_resident),
        audience("colleague", "/<lang>/colleagues", survey_colleague),
        audience("public", "/<lang>", web_public, picture_public, documents_public),
        audience("machines", "", web_machines, picture_api, survey_api, tiles_api, open311_api),
        audience("account", "/staff/account", accounts_own, upkeep_notices),
        audience(
            "staff",
            "/staff",
            review_staff,
            codebook_staff,
            suggesting_staff,
            agreement_staff,
            review_alike,
            upkeep_destroying,
        ),
        audience(
            "facilitator",
            "/facilitator",
            picture_facilitator,
            survey_facilitator,
            survey_languages,
        ),
        audience("analyst", "/analyst", picture_analyst, *FINDINGS, *DOCUMENTS, *FIGURES, sources_analyst),
        audience("admin", "/admin", accounts_admin, areas_admin, survey_admin, codebook_admin, owners_admin, *UPKEEP),
    )
    app.register_blueprint(door.bp, url_prefix="/staff")
    for blueprint in every:
        app.register_blueprint(blueprint)
