"""flask digest: letters of how much waits, when a mail server is set up and an administrator switched them on."""

from contextlib import contextmanager
from email import message_from_bytes, policy
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest

from dialog.accounts.models import StaffRole
from dialog.settings.actions import change_setting
from dialog.upkeep.notices.actions import wish
from tests.review.factories import AT, make_staff, make_text


class Post(StreamRequestHandler):
    """Takes every letter, as a mail server does."""

    def handle(self) -> None:
        self._say("220 test")
        while line := self.rfile.readline().strip():
            if line.upper() == b"DATA":
                self._say("354 go on")
                self.server.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))  # type: ignore[attr-defined]
            self._say("221 bye" if line.upper() == b"QUIT" else "250 well")
            if line.upper() == b"QUIT":
                return

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def post_office():
    with ThreadingTCPServer(("127.0.0.1", 0), Post) as server:
        server.letters = []  # type: ignore[attr-defined]
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def office(app, monkeypatch):
    with post_office() as server:
        monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{server.server_address[1]}")
        monkeypatch.setitem(app.config, "MAIL_FROM", "dialog@test.example")
        yield server


def test_letters_say_how_much_waits_and_never_what(app, run, session, office):
    by = make_staff(session)
    session.add(StaffRole(staff_id=by, role="reviewer"))
    make_text(session, "Kalle bor här.")
    wish(session, by, wanted=True)
    session.commit()
    assert run("digest").refused("has to switch letters on first")
    change_setting(session, "digest", True, config=app.config, by=None, at=AT)
    session.commit()
    assert run("digest").out == "1 sent, 0 not taken by the mail server.\n"
    (letter,) = [message_from_bytes(one, policy=policy.default) for one in office.letters]
    assert letter["To"] == "maja@test.example" and "1" in letter.get_content()
    assert "Kalle" not in letter.as_string()
    assert run("digest").out == "0 sent, 0 not taken by the mail server.\n"


def test_without_a_mail_server_it_says_what_to_set(run):
    assert run("digest").refused("DIALOG_SMTP_URL")
