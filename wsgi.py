"""What gunicorn and `flask --app wsgi` start."""

import os
import sys

from dialog.app import create_app
from dialog.config import BadSetting, Config

try:
    app = create_app(Config.from_env(os.environ))
except BadSetting as problem:
    sys.exit(f"Dialog can't start. {problem}")
