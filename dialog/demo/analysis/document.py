"""What the analyst has written in the document of the round that ended, and writing it there."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from dialog.languages import Words
from dialog.picture.content import from_document
from dialog.picture.documents.actions import keep_paper
from dialog.picture.documents.blocks import EASY_TAG, TEXT
from dialog.picture.documents.editing import write_block
from dialog.picture.documents.queries import paper_of
from dialog.picture.models import Draft

TEXTS: Mapping[str, Words] = {  # by section
    "summary": {
        "sv": "Mörkret i Norrby, trafiken och oron i Centrum på kvällarna är det som flest tar upp.",
        "en": "Darkness in Norrby, traffic, and unrest in Centrum in the evenings are what most people bring up.",
        "ar": "الظلام في نوربي وحركة المرور والإزعاج في المركز مساءً هي أكثر ما يذكره الناس.",
        EASY_TAG: "Vi har frågat vad människor i Åkersta tycker om tryggheten.\n\n"
        "Det här säger många:\n\n"
        "- I **Norrby** är det mörkt på kvällen. Många känner sig otrygga där.\n"
        "- Många bilar och mopeder kör för fort.\n"
        "- I **Centrum** är det bråk på kvällar och helger.\n"
        "- Det nya ljuset i tunneln är bra.\n\n"
        "Få personer i **Torsvik** har svarat. Därför vet vi för lite om Torsvik.",
    },
    "about": {
        "sv": "Lägesbilden är gjord av kommunens samordnare och kommunpolisen, inför nästa medborgarlöfte. Den bygger "
        "på dialogen med invånarna. Andra källor är inte med än.",
        "en": "This picture was made by the municipality's coordinator and the municipal police, ahead of the next "
        "citizen pledge. It rests on the dialogue with residents. Other sources are not in it yet.",
        "ar": "أعدّ هذه الصورة منسق البلدية وشرطة البلدية استعدادًا لوعد المواطنين القادم. وهي تستند إلى الحوار مع "
        "السكان. ولم تُدرج فيها مصادر أخرى بعد.",
        EASY_TAG: "Kommunen och polisen har gjort den här lägesbilden tillsammans.\n\n"
        "Den visar vad människor har svarat. Den visar inte vad alla i Åkersta tycker.\n\n"
        "Kommunen och polisen ska använda den när de bestämmer vad de lovar att göra.",
    },
}


def write_document(session: Session, draft: Draft, *, by: int, at: datetime) -> None:
    """Each text into the first block of its section."""
    paper, revision = paper_of(session, draft, from_document(draft.content))
    for section in paper.sections:
        if section.id in TEXTS:
            block = next(one for one in section.blocks if one.kind == TEXT)
            paper = write_block(paper, block.id, TEXTS[section.id])
    keep_paper(session, draft, paper, revision=revision, what="write", at=at, by=by)
