"""Put the parts together."""

from dataclasses import asdict
from functools import partial
from pathlib import Path

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from dialog import audiences, cli, schema  # noqa: F401  (schema: mappers know each other before the first query)
from dialog.accounts.gates import csrf
from dialog.config import Config, log_key
from dialog.db import sessions
from dialog.navigation import navigation
from dialog.picture.queries import release_days
from dialog.settings.queries import settings_in_force
from dialog.survey.queries import reporting_round
from dialog.tiles.base import add_tiles
from dialog.web.cookies import StaffCookie
from dialog.web.errors import add_error_pages
from dialog.web.headers import add_headers
from dialog.web.pages import add_template_globals
from dialog.web.requests import close_db, page_locale

ROOT = Path(__file__).parent.parent
CATALOGUES = ("staff", "messages")  # the plural rule is the last one's, and staff has no Arabic


def create_app(config: Config) -> Flask:
    """The whole house on one database; it opens no connection until it is asked something."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), instance_path=str(config.INSTANCE))
    app.config.update(asdict(config))
    app.config.update(
        BABEL_DEFAULT_TIMEZONE="Europe/Stockholm",
        BABEL_DOMAIN=";".join(CATALOGUES),
        BABEL_TRANSLATION_DIRECTORIES=";".join([str(ROOT / "translations")] * len(CATALOGUES)),
        WTF_CSRF_CHECK_DEFAULT=False,  # the gates check; residents' forms have a token of their own
        WTF_CSRF_TIME_LIMIT=None,
        COMPRESS_ALGORITHM=["gzip"],
        COMPRESS_LEVEL=5,
        COMPRESS_MIMETYPES=[
            "text/html",
            "text/css",
            "text/javascript",
            "text/xml",
            "application/json",
            "application/geo+json",
        ],
    )
    app.session_interface = StaffCookie()
    if config.PROXIES:
        hops = config.PROXIES
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=0, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app.extensions["sessions"] = sessions(config.DATABASE_URL, log_key=log_key(config.SECRET_KEY))
    app.extensions["reporting_round"] = reporting_round
    app.extensions["release_days"] = release_days
    app.extensions["settings"] = partial(settings_in_force, config=app.config)
    app.teardown_appcontext(close_db)
    app.after_request(add_headers)
    Babel(app, locale_selector=page_locale)
    Compress(app)
    csrf.init_app(app)
    add_template_globals(app)
    add_tiles(app, config)
    app.context_processor(navigation)
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    add_error_pages(app)
    audiences.mount(app)
    cli.add_commands(app)
    return app
