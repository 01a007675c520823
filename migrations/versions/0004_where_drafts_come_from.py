"""Drafts remember the file they come from, and what of it was left out.  0004 after 0003"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("questionnaire_draft") as batch_op:
        batch_op.add_column(sa.Column("origin", document, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("questionnaire_draft") as batch_op:
        batch_op.drop_column("origin")
