"""Which codes of a text count, whoever counts them: the picture, its quotes, the suggestions."""

from sqlalchemy import Subquery, select, union_all

from dialog.review.agreement.models import SettledCoding, Settlement
from dialog.review.models import Coding


def counted_codings() -> Subquery:
    """Rows of text_id, code, stance: what a text was settled to have, and of any other text what each coder said.

    Coders who agree make rows alike: count texts or voices, not rows.
    """
    settled = select(Settlement.text_id).where(Settlement.text_id == Coding.text_id)
    own = select(Coding.text_id, Coding.code, Coding.stance).where(~settled.exists())
    return union_all(own, select(SettledCoding.text_id, SettledCoding.code, SettledCoding.stance)).subquery("counted")
