"""Answers to those who sent a response.  0012 after 0011"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

WITHOUT_ROWID = {"sqlite_with_rowid": False}
TO_ONE_VOICE = "to_one_voice"


def upgrade() -> None:
    with op.batch_alter_table("given_answer", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.add_column(sa.Column("response_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("report_id", existing_type=sa.Uuid(), nullable=True)
        batch_op.create_foreign_key(
            op.f("fk_given_answer_response_id_response"), "response", ["response_id"], ["id"], ondelete="CASCADE"
        )
        batch_op.create_check_constraint(
            op.f(f"ck_given_answer_{TO_ONE_VOICE}"), "(report_id IS NULL) <> (response_id IS NULL)"
        )
    op.create_index(op.f("ix_given_answer_response_id"), "given_answer", ["response_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM given_answer WHERE report_id IS NULL")  # the old table has no place for them
    op.drop_index(op.f("ix_given_answer_response_id"), table_name="given_answer")
    with op.batch_alter_table("given_answer", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.drop_constraint(op.f(f"ck_given_answer_{TO_ONE_VOICE}"), type_="check")
        batch_op.drop_constraint(op.f("fk_given_answer_response_id_response"), type_="foreignkey")
        batch_op.alter_column("report_id", existing_type=sa.Uuid(), nullable=False)
        batch_op.drop_column("response_id")
