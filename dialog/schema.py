"""Every table of the house, for migrations, tests and app start."""

from dialog.accounts import models as accounts  # noqa: F401
from dialog.areas import models as areas  # noqa: F401
from dialog.audit import models as audit  # noqa: F401
from dialog.db import Base
from dialog.picture import models as picture  # noqa: F401
from dialog.places import models as places  # noqa: F401
from dialog.receipts import models as receipts  # noqa: F401
from dialog.review import models as review  # noqa: F401
from dialog.survey import models as survey  # noqa: F401
from dialog.texts import models as texts  # noqa: F401

metadata = Base.metadata
