"""A small mail server on loopback, which keeps what it is given: enough of RFC 5321 for one letter at a time."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_string, policy
from email.message import EmailMessage
from threading import Thread


@dataclass
class MailServer:
    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    refuses: bool = False


@contextmanager
def mail_server() -> Iterator[MailServer]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation) as server:
        server.daemon_threads = True
        server.kept = kept = MailServer(server.server_address[1])  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield kept
        server.shutdown()
        thread.join()


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        kept: MailServer = self.server.kept  # type: ignore[attr-defined]
        self._say("220 mail.test")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "QUIT":
                self._say("221 bye")
                return
            if word == "RCPT" and kept.refuses:
                self._say("550 nobody here")
            elif word == "DATA":
                self._say("354 go on")
                kept.letters.append(self._letter())
                self._say("250 taken")
            else:
                self._say("250 ok")

    def _letter(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line.removeprefix("."))
        return message_from_string("\n".join(lines), policy=policy.default)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
