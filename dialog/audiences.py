"""Who may reach what: every page is mounted here, behind the gate of its audience, and nowhere else."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from flask import Blueprint, Flask

from dialog.accounts import door
from dialog.accounts.gates import Gate, only
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


def there(*names):
    return [import_module(n) for n in names if find_spec(n)]  # TEMP


def mount(app: Flask) -> None:
    app.register_blueprint(door.bp, url_prefix="/staff")
    app.register_blueprint(
        audience(
            "resident", "/<lang>", *there("dialog.survey.resident", "dialog.places.resident", "dialog.review.resident")
        )
    )
    app.register_blueprint(audience("public", "/<lang>", *there("dialog.web.public", "dialog.picture.public")))
    app.register_blueprint(audience("machines", "", *there("dialog.web.machines", "dialog.picture.api")))
    app.register_blueprint(audience("staff", "/staff", *there("dialog.review.staff"), gate=only("reviewer")))
    app.register_blueprint(
        audience("facilitator", "/facilitator", *there("dialog.picture.facilitator"), gate=only("facilitator"))
    )
    app.register_blueprint(audience("analyst", "/analyst", *there("dialog.picture.analyst"), gate=only("analyst")))
    app.register_blueprint(audience("admin", "/admin", *there("dialog.accounts.admin"), gate=only("admin")))
