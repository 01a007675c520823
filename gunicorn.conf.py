"""How gunicorn serves Dialog: `gunicorn -c gunicorn.conf.py wsgi:app`."""

import logging
import os
import re
from pathlib import Path
from typing import Any

import gunicorn.http.wsgi

_host = os.environ.get("HOST") or "127.0.0.1"
bind = f"[{_host}]:{os.environ.get('PORT') or 8000}" if ":" in _host else f"{_host}:{os.environ.get('PORT') or 8000}"

# Threads, not one request a process: a phone on a bad line, or a commit that waits for the disk, then holds up
# only itself. Measured, single-request workers answered this kind of page no faster than 2 x 8 threads did.
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
threads = 8
keepalive = 5  # seconds; a resident's page and its few files come over one connection
timeout = 120  # seconds without a sign of life before a worker is replaced
graceful_timeout = 30
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"  # the sign of life must not wait for a busy disk

# Nothing is kept of who visited: no access log, and no address in the error log.
accesslog = None
errorlog = "-"

# Longer lines and more headers than any page of ours asks for are refused before the application sees them.
limit_request_line = 4094
limit_request_fields = 60
limit_request_field_size = 8190

forwarded_allow_ips = ""  # whom to believe about scheme and host is one setting, DIALOG_PROXIES, in the application
control_socket_disable = True  # its default place is one for all servers of an account
preload_app = True  # loaded once for all workers; it opens no connection to the database before the first request

gunicorn.http.wsgi.SERVER = "Dialog"  # the Server header: no name and version of a product


def _without_address(record: logging.LogRecord) -> bool:
    record.msg = re.sub(r"request from ip=\S*:", "request:", str(record.msg))
    return True


def post_worker_init(worker: Any) -> None:
    worker.log.error_log.addFilter(_without_address)


def when_ready(_server: Any) -> None:
    """Read the model of languages and the lists of names before the workers begin: once for all, and nobody waits."""
    from dialog.texts.arriving import look_over  # noqa: PLC0415  (it is on the path only once the application is loaded)

    look_over([{"original": "The light at the bus stop is broken", "language": "sv", "question": "first"}])
