"""Codes and stances in the words of the page that is being shown."""

from flask import g

from dialog.languages import Words
from dialog.review.codebook.book import STANCES, Codebook, UnknownCode, stance_text, topic_id
from dialog.review.codebook.queries import codebook_in_force
from dialog.web.pages import say
from dialog.web.requests import db_session

topic_of = topic_id


def codebook() -> Codebook:
    """The codebook in force, asked for once a request."""
    if "codebook" not in g:
        g.codebook = codebook_in_force(db_session())
    return g.codebook


def code_text(code: str) -> Words:
    """A code's label in all its languages; the code itself where no codebook ever held it."""
    try:
        return codebook().code(code).text
    except UnknownCode:
        return {"zxx": code}


def code_words(code: str) -> str:
    """What a code means, in the page's language or the main one."""
    return say(code_text(code))


def stance_words(stance: str) -> str:
    return say(stance_text(stance)) if stance in STANCES else stance
