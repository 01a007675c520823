"""Which problems a round asked about. Pure."""

from dialog.picture.content import Picture
from dialog.picture.ids import CODE
from dialog.picture.tables import Item
from dialog.review.codebook.book import is_topic


def problems(picture: Picture) -> list[Item]:
    """The problems that were asked about."""
    table = picture.table("problems")
    return [item for item in table.dimension(CODE).items if is_topic(item.id)] if table else []
