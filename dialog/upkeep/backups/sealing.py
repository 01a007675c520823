"""Encrypting and decrypting a stream with age (age-encryption.org/v1), without any of it lying on a disk in the clear.

A key file holds identities (AGE-SECRET-KEY-1…), or only recipients (age1…): then whoever has the server can make
backups, and not read them.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pyrage

BLOCK = 64 * 1024
_SECRET, _PUBLIC = "AGE-SECRET-KEY-", "age1"


class BadKeyFile(ValueError):
    """The file holds no key that fits; the text says what is wrong."""


class CannotRead(ValueError):
    """The backup is damaged, cut short, or was made for another key."""


def new_key_file(path: Path) -> str:
    """Write a new key that only the owner of the file can read; its public half. Raises FileExistsError."""
    identity = pyrage.x25519.Identity.generate()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"# public key: {identity.to_public()}\n{identity}\n")
    return str(identity.to_public())


@contextmanager
def sealing(target: BinaryIO, key_file: Path) -> Iterator[BinaryIO]:
    """What is written arrives in `target` encrypted. Raises BadKeyFile."""
    recipients = _recipients(key_file)
    with _worker(lambda inside: pyrage.encrypt_io(inside, target, recipients), reads=True) as (outside, problems):
        yield outside
    if problems:
        raise problems[0]


@contextmanager
def opening(source: BinaryIO, key_file: Path) -> Iterator[BinaryIO]:
    """What `source` holds, decrypted. Raises BadKeyFile, or CannotRead when it ends before its end."""
    identities = _identities(key_file)
    try:
        with _worker(lambda inside: pyrage.decrypt_io(source, inside, identities), reads=False) as (outside, problems):
            yield outside
    except EOFError:
        raise CannotRead("The backup is damaged or cut short, or was made for another key.") from None
    if problems and not isinstance(problems[0], BrokenPipeError):
        raise CannotRead("The backup is damaged, or was made for another key.")


@contextmanager
def _worker(work: Callable[[BinaryIO], object], *, reads: bool) -> Iterator[tuple[BinaryIO, list[BaseException]]]:
    """Run `work` beside us on one end of a pipe, and hand out the other."""
    reading, writing = os.pipe()
    ends = os.fdopen(reading, "rb", BLOCK), os.fdopen(writing, "wb", BLOCK)
    inside, outside = ends if reads else ends[::-1]
    problems: list[BaseException] = []

    def run() -> None:
        try:
            with inside:
                work(inside)
        except BaseException as problem:  # whatever it is, the other side has to hear of it
            problems.append(problem)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        with outside:
            yield outside, problems
    finally:
        thread.join()


def _keys(key_file: Path) -> Sequence[str]:
    try:
        lines = key_file.read_text().split("\n")
    except OSError as problem:
        raise BadKeyFile(f"The key file {key_file} can't be read: {problem.strerror}.") from None
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _recipients(key_file: Path) -> list[pyrage.x25519.Recipient]:
    return [_identity(key).to_public() if key.startswith(_SECRET) else _recipient(key) for key in _some(key_file)]


def _identities(key_file: Path) -> list[pyrage.x25519.Identity]:
    secret = [_identity(key) for key in _some(key_file) if key.startswith(_SECRET)]
    if not secret:
        raise BadKeyFile(f"{key_file} holds no secret key ({_SECRET}1…), which reading a backup needs.")
    return secret


def _some(key_file: Path) -> Sequence[str]:
    if not (found := _keys(key_file)):
        raise BadKeyFile(f"{key_file} holds no key: neither {_PUBLIC}… nor {_SECRET}1….")
    return found


def _identity(key: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(key)
    except pyrage.IdentityError:
        raise BadKeyFile(f"A line that begins with {_SECRET} is no key.") from None


def _recipient(key: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise BadKeyFile(f"A line of the key file is neither {_PUBLIC}… nor {_SECRET}1….") from None
