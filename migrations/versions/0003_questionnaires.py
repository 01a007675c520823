"""Questionnaires in the making, and the question bank.  0003 after 0002"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "questionnaire_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("document", document, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_questionnaire_draft_changed_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire_draft")),
        sa.UniqueConstraint("key", name=op.f("uq_questionnaire_draft_key")),
    )
    op.create_table(
        "bank_entry",
        sa.Column("measures", sa.String(), nullable=False),
        sa.Column("question", document, nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["staff.id"], name=op.f("fk_bank_entry_added_by_staff")),
        sa.PrimaryKeyConstraint("measures", name=op.f("pk_bank_entry")),
    )
    with op.batch_alter_table("questionnaire") as batch_op:
        batch_op.add_column(sa.Column("published_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("changes", document, nullable=False, server_default="{}"))
    with op.batch_alter_table("questionnaire") as batch_op:
        batch_op.alter_column("changes", server_default=None)
    with op.batch_alter_table("round") as batch_op:
        batch_op.add_column(sa.Column("completeness", sa.Integer(), nullable=False, server_default="100"))
    with op.batch_alter_table("round") as batch_op:
        batch_op.alter_column("completeness", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("round") as batch_op:
        batch_op.drop_column("completeness")
    with op.batch_alter_table("questionnaire") as batch_op:
        batch_op.drop_column("changes")
        batch_op.drop_column("published_on")
    op.drop_table("bank_entry")
    op.drop_table("questionnaire_draft")
