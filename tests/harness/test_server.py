"""The server that browsers meet is the one that `script/server` starts."""

import socket
from urllib.request import urlopen

from sqlalchemy import func, select

from dialog.accounts.models import Staff


def test_it_starts_on_an_empty_database(live_server):
    with live_server.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Staff)) == 0


def test_it_does_not_name_its_product(live_server):
    with urlopen(f"{live_server.url}/healthz") as answer:
        assert answer.headers.get_all("Server") == ["Dialog"]


def test_its_log_keeps_no_address(live_server):
    port = int(live_server.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET / HTTP/9.9\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 400")
    log = (live_server.instance / "server.log").read_text()
    assert "Invalid request: Invalid HTTP Version" in log
    assert "ip=" not in log
