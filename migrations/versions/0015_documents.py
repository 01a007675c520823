"""Long work and its results; the document of a draft, the files of an edition, and editions that are superseded.
0015 after 0014"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("what", document, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("worker", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Boolean(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name=op.f("fk_job_asked_by_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_state"), "job", ["state"])
    op.create_table(
        "job_result",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_job_result_job_id_job"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_job_result")),
    )
    op.create_table(
        "draft_document",
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_document_draft_id_draft"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["changed_by"], ["staff.id"], name=op.f("fk_draft_document_changed_by_staff")),
        sa.PrimaryKeyConstraint("draft_id", name=op.f("pk_draft_document")),
    )
    op.create_table(
        "release_file",
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["edition"], ["release.edition"], name=op.f("fk_release_file_edition_release")),
        sa.PrimaryKeyConstraint("edition", "name", name=op.f("pk_release_file")),
    )
    op.create_table(
        "superseded",
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("by_edition", sa.Integer(), nullable=True),
        sa.Column("why", document, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["edition"], ["release.edition"], name=op.f("fk_superseded_edition_release")),
        sa.ForeignKeyConstraint(["by_edition"], ["release.edition"], name=op.f("fk_superseded_by_edition_release")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_superseded_staff_id_staff")),
        sa.PrimaryKeyConstraint("edition", name=op.f("pk_superseded")),
    )


def downgrade() -> None:
    for table in ("superseded", "release_file", "draft_document", "job_result"):
        op.drop_table(table)
    op.drop_index(op.f("ix_job_state"), table_name="job")
    op.drop_table("job")
