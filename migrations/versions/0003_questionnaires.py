"""Questionnaires in the making, the question bank, photos in responses.  0003 after 0002"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
WITHOUT_ROWID = {"sqlite_with_rowid": False}  # a table written anew would forget it


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
    with op.batch_alter_table("photo", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.alter_column("report_id", nullable=True)
        batch_op.add_column(sa.Column("response_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("question", sa.String(), nullable=True))
        batch_op.create_index(batch_op.f("ix_photo_response_id"), ["response_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_photo_response_id_response"), "response", ["response_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    op.execute("DELETE FROM photo WHERE report_id IS NULL")
    with op.batch_alter_table("photo", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_photo_response_id_response"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_photo_response_id"))
        batch_op.drop_column("question")
        batch_op.drop_column("response_id")
        batch_op.alter_column("report_id", nullable=False)
    with op.batch_alter_table("round") as batch_op:
        batch_op.drop_column("completeness")
    with op.batch_alter_table("questionnaire") as batch_op:
        batch_op.drop_column("changes")
        batch_op.drop_column("published_on")
    op.drop_table("bank_entry")
    op.drop_table("questionnaire_draft")
