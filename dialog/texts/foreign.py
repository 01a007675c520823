"""Marks of other kinds of file, by which a picture is known that is also something else. Pure.

A program, an archive or a page can hide in front of a picture, in its comments or behind its end. All of that is lost
when the picture is made anew; that it was there says enough of what was meant.
"""

import re

_ARCHIVES = (
    rb"PK\x03\x04[\x00-\x3f]\x00[\x00-\xff][\x00-\x0f][\x00-\x63]\x00",  # ZIP and JAR: a file's version, flags, method
    rb"PK\x05\x06\x00\x00\x00\x00",  # the end of their list of contents
    rb"Rar!\x1a\x07",
    rb"7z\xbc\xaf\x27\x1c",
    rb"MSCF\x00\x00\x00\x00",
    rb"ustar(?:\x00|  )",
)
_PROGRAMS = (
    rb"\x7fELF[\x01\x02][\x01\x02]\x01",
    rb"This program cannot be run in DOS mode",
    rb"#!/(?:usr/)?bin/",
    rb"<\?php\s",
    rb"<\?=[ -~]{8}",
    rb"<%[@=] ?[ -~]{8}",
)
_DOCUMENTS = (
    rb"%PDF-\d",
    rb"%!PS-Adobe",
    rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # older office files
    rb"SQLite format 3\x00",
)
_TAGS = (b"!doctype", b"html", b"script", b"iframe", b"body", b"svg", b"img")  # of pages
_AS_WRITTEN = [re.compile(mark) for mark in (*_ARCHIVES, *_PROGRAMS, *_DOCUMENTS)]
_IN_SMALL_LETTERS = [  # with one byte a letter, and with two
    *(re.compile(b"<" + tag + rb"[\s>/]") for tag in _TAGS),
    *(
        re.compile(b"<\0" + b"\0".join(bytes([letter]) for letter in tag) + rb"\x00[\s>/]\x00") for tag in _TAGS
    ),  # UTF-16
]


def is_something_else(data: bytes) -> bool:
    """Whether any of the marks stands anywhere in the bytes; pixels have one by chance in fewer than 1 of 10,000."""
    if any(mark.search(data) for mark in _AS_WRITTEN):
        return True
    small = data.lower()
    return any(mark.search(small) for mark in _IN_SMALL_LETTERS)


def begins_as_something_else(data: bytes) -> bool:
    """Whether one of the marks stands where a reader of that kind of file looks for it."""
    return is_something_else(data[:1024])
