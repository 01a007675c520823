"""The first tables.  0001 after nothing"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("outline", document, nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name=op.f("fk_area_parent_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("division", "code", name=op.f("uq_area_division_code")),
    )
    op.create_index(op.f("ix_area_parent_id"), "area", ["parent_id"], unique=False)
    op.create_table(
        "imported_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported_code")),
        sa.UniqueConstraint("source", "label", "parent", name=op.f("uq_imported_code_source_label_parent")),
    )
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner")),
        sa.UniqueConstraint("name", name=op.f("uq_owner_name")),
    )
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", document, nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questionnaire")),
        sa.UniqueConstraint("key", "version", name=op.f("uq_questionnaire_key_version")),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("email_hash", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("latest_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("email_hash", name=op.f("pk_sign_in_failures")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_email")),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", document, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_event_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(op.f("ix_audit_event_staff_id"), "audit_event", ["staff_id"], unique=False)
    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", document, nullable=False),
        sa.Column("purpose", document, nullable=False),
        sa.Column("influence", document, nullable=False),
        sa.Column("decision_maker", document, nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("languages", document, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("area_kind", sa.String(), nullable=False),
        sa.Column("questionnaire_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_round_area_id_area")),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"], ["questionnaire.id"], name=op.f("fk_round_questionnaire_id_questionnaire")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("slug", name=op.f("uq_round_slug")),
    )
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_role_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("staff_id", "role", name=op.f("pk_staff_role")),
    )
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_session_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    op.create_index(op.f("ix_staff_session_staff_id"), "staff_session", ["staff_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_draft_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_round_id"), "draft", ["round_id"], unique=False)
    op.create_table(
        "response",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("answers", document, nullable=False),
        sa.Column("group_size", sa.Integer(), nullable=False),
        sa.Column("set_aside", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_response_area_id_area")),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"], ["questionnaire.id"], name=op.f("fk_response_questionnaire_id_questionnaire")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_response_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_response_round_id", "response", ["round_id"], unique=False)
    op.create_table(
        "release",
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("content", document, nullable=False),
        sa.Column("checksum", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_release_draft_id_draft")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_release_round_id_round")),
        sa.PrimaryKeyConstraint("edition", name=op.f("pk_release")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_release_draft_id")),
    )
    op.create_index(op.f("ix_release_round_id"), "release", ["round_id"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("placed_by", sa.String(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("answers", document, nullable=False),
        sa.Column("imported_code_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_report_area_id_area")),
        sa.ForeignKeyConstraint(
            ["duplicate_of"], ["report.id"], name=op.f("fk_report_duplicate_of_report"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["imported_code_id"], ["imported_code.id"], name=op.f("fk_report_imported_code_id_imported_code")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_report_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_report_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_queue", "report", ["status", "received_on", "id"], unique=False)
    op.create_index(op.f("ix_report_response_id"), "report", ["response_id"], unique=False)
    op.create_index(op.f("ix_report_round_id"), "report", ["round_id"], unique=False)
    op.create_table(
        "exact_point",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("erase_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_exact_point_report_id_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_exact_point")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_exact_point_erase_on"), "exact_point", ["erase_on"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("body_hash", sa.String(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_receipt_report_id_report"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_receipt_response_id_response"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_receipt")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "routing",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["owner.id"], name=op.f("fk_routing_owner_id_owner")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_routing_report_id_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_routing")),
    )
    op.create_index(op.f("ix_routing_owner_id"), "routing", ["owner_id"], unique=False)
    op.create_table(
        "text",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("masks", document, nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.Uuid(), nullable=True),
        sa.Column("quotable", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_text_area_id_area")),
        sa.ForeignKeyConstraint(
            ["duplicate_of"], ["text.id"], name=op.f("fk_text_duplicate_of_text"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_text_report_id_report"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_text_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_text_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_text_queue", "text", ["status", "received_on", "id"], unique=False)
    op.create_index(op.f("ix_text_report_id"), "text", ["report_id"], unique=False)
    op.create_index(op.f("ix_text_response_id"), "text", ["response_id"], unique=False)
    op.create_index(op.f("ix_text_round_id"), "text", ["round_id"], unique=False)
    op.create_table(
        "coding",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("coder_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("codebook_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["coder_id"], ["staff.id"], name=op.f("fk_coding_coder_id_staff")),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_coding_text_id_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text_id", "coder_id", "code", "stance", "start", name=op.f("pk_coding")),
    )
    op.create_table(
        "status_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("report_id", sa.Uuid(), nullable=True),
        sa.Column("response_id", sa.Uuid(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("became", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_status_change_report_id_report"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_status_change_response_id_response"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_status_change_staff_id_staff")),
        sa.ForeignKeyConstraint(
            ["text_id"], ["text.id"], name=op.f("fk_status_change_text_id_text"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_change")),
    )
    op.create_index(op.f("ix_status_change_report_id"), "status_change", ["report_id"], unique=False)
    op.create_index(op.f("ix_status_change_response_id"), "status_change", ["response_id"], unique=False)
    op.create_index(op.f("ix_status_change_text_id"), "status_change", ["text_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_status_change_text_id"), table_name="status_change")
    op.drop_index(op.f("ix_status_change_response_id"), table_name="status_change")
    op.drop_index(op.f("ix_status_change_report_id"), table_name="status_change")
    op.drop_table("status_change")
    op.drop_table("coding")
    op.drop_index(op.f("ix_text_round_id"), table_name="text")
    op.drop_index(op.f("ix_text_response_id"), table_name="text")
    op.drop_index(op.f("ix_text_report_id"), table_name="text")
    op.drop_index("ix_text_queue", table_name="text")
    op.drop_table("text")
    op.drop_index(op.f("ix_routing_owner_id"), table_name="routing")
    op.drop_table("routing")
    op.drop_table("receipt")
    op.drop_index(op.f("ix_exact_point_erase_on"), table_name="exact_point")
    op.drop_table("exact_point")
    op.drop_index(op.f("ix_report_round_id"), table_name="report")
    op.drop_index(op.f("ix_report_response_id"), table_name="report")
    op.drop_index("ix_report_queue", table_name="report")
    op.drop_table("report")
    op.drop_index(op.f("ix_release_round_id"), table_name="release")
    op.drop_table("release")
    op.drop_index("ix_response_round_id", table_name="response")
    op.drop_table("response")
    op.drop_index(op.f("ix_draft_round_id"), table_name="draft")
    op.drop_table("draft")
    op.drop_index(op.f("ix_staff_session_staff_id"), table_name="staff_session")
    op.drop_table("staff_session")
    op.drop_table("staff_role")
    op.drop_table("round")
    op.drop_index(op.f("ix_audit_event_staff_id"), table_name="audit_event")
    op.drop_table("audit_event")
    op.drop_table("staff")
    op.drop_table("sign_in_failures")
    op.drop_table("questionnaire")
    op.drop_table("owner")
    op.drop_table("imported_code")
    op.drop_index(op.f("ix_area_parent_id"), table_name="area")
    op.drop_table("area")
