"""Who works in Åkersta, and to whom reports are sent on."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.demo.spots import HOUSING, LEISURE, PARKS, POLICE, ROADS, STREETS, WORKS
from dialog.review.owners.actions import Contact, add_owner

NAMES = {"reviewer": "Maja Lind", "facilitator": "Sara Ek", "analyst": "Jonas Hed", "admin": "Anna Vik"}
OWNERS = {
    STREETS: ("Gatuenheten, Åkersta kommun", "municipality"),
    PARKS: ("Parkenheten, Åkersta kommun", "municipality"),
    LEISURE: ("Kultur och fritid, Åkersta kommun", "municipality"),
    POLICE: ("Polisen, lokalpolisområde Åkersta", "police"),
    HOUSING: ("Åkerstabostäder", "property"),
    WORKS: ("Hammarens Bruksfastigheter", "property"),
    ROADS: ("Vägmyndigheten", "road"),
}

CONTACTS = {
    STREETS: Contact(email="gatuenheten@akersta.example", phone="0123-100 00", note="Svarar på vardagar."),
    PARKS: Contact(email="parkenheten@akersta.example"),
    POLICE: Contact(phone="114 14", web="https://polisen.example/kontakt"),
    HOUSING: Contact(email="felanmalan@akerstabostader.example", note="Vill veta vilken port det gäller."),
    ROADS: Contact(web="https://vagmyndigheten.example/rapportera"),
}


@dataclass(frozen=True)
class House:
    """The ids of those who appear in the story."""

    reviewers: tuple[int, int]
    analyst: int
    owners: Mapping[str, int]


def new_passwords() -> dict[str, str]:
    """Of the four who can sign in, by e-mail address: new every time."""
    return {f"{role}@demo.example": secrets.token_urlsafe(12) for role in NAMES}


def write_passwords(passwords: Mapping[str, str], file: Path) -> None:
    """For whoever runs the demonstration, and nobody else."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(json.dumps(passwords, indent=2) + "\n")


def move_in(session: Session, passwords: Mapping[str, str]) -> House:
    """Those who can sign in, a reviewer who has left since, and the owners."""
    ids = {
        role: add_staff(
            session, email=f"{role}@demo.example", name=name, password=passwords[f"{role}@demo.example"], roles=[role]
        ).id
        for role, name in NAMES.items()
    }
    former = add_staff(
        session,
        email="former-reviewer@demo.example",
        name="Elias Nord",
        password=secrets.token_urlsafe(12),
        roles=["reviewer"],
    )
    former.active = False
    owners = {
        id: add_owner(session, name=name, kind=kind, contact=CONTACTS.get(id)).id for id, (name, kind) in OWNERS.items()
    }
    return House((ids["reviewer"], former.id), ids["analyst"], owners)
