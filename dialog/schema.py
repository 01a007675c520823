"""Every table of the house, for migrations, tests and app start."""

from dialog.accounts import models as accounts  # noqa: F401
from dialog.areas import models as areas  # noqa: F401
from dialog.audit import models as audit  # noqa: F401
from dialog.db import Base
from dialog.jobs import models as jobs  # noqa: F401
from dialog.picture import models as picture  # noqa: F401
from dialog.picture.beside import models as beside  # noqa: F401
from dialog.picture.coverage import models as coverage  # noqa: F401
from dialog.picture.crosstab import models as crosstab  # noqa: F401
from dialog.picture.documents import models as documents  # noqa: F401
from dialog.picture.extract import models as extract  # noqa: F401
from dialog.picture.findings import models as findings  # noqa: F401
from dialog.picture.summaries import models as summaries  # noqa: F401
from dialog.places import models as places  # noqa: F401
from dialog.receipts import models as receipts  # noqa: F401
from dialog.review import models as review  # noqa: F401
from dialog.review.agreement import models as agreement  # noqa: F401
from dialog.review.alike import models as alike  # noqa: F401
from dialog.review.answering import models as answering  # noqa: F401
from dialog.review.codebook import models as codebook  # noqa: F401
from dialog.review.holding import models as holding  # noqa: F401
from dialog.review.notes import models as notes  # noqa: F401
from dialog.review.owners import models as owners  # noqa: F401
from dialog.review.translations import models as translations  # noqa: F401
from dialog.review.waiting import models as waiting  # noqa: F401
from dialog.settings import models as settings  # noqa: F401
from dialog.sources import models as sources  # noqa: F401
from dialog.survey import models as survey  # noqa: F401
from dialog.texts import models as texts  # noqa: F401
from dialog.texts.searching import models as searching  # noqa: F401
from dialog.upkeep import models as upkeep  # noqa: F401

metadata = Base.metadata
