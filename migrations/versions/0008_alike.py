"""Texts and reports that are alike.  0008 after 0007"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WITHOUT_ROWID = {"sqlite_with_rowid": False}
BANDS = tuple(f"band_{number}" for number in range(1, 7))
TABLES = (
    "joint_line",
    "joint_step",
    "alike_report",
    "alike_text",
    "alike_group",
    "response_signature",
    "text_signature",
)


def upgrade() -> None:
    _add_signatures()
    _add_groups()
    _add_joint_steps()


def _add_signatures() -> None:
    op.create_table(
        "text_signature",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("whole", sa.BigInteger(), nullable=True),
        sa.Column("first_id", sa.Uuid(), nullable=True),
        *(sa.Column(band, sa.BigInteger(), nullable=True) for band in BANDS),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_text_signature_round_id_round")),
        _belongs("text_signature", "text_id", "text"),
        _belongs("text_signature", "first_id", "text"),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_text_signature")),
        **WITHOUT_ROWID,
    )
    op.create_index("ix_text_signature_whole", "text_signature", ["round_id", "whole"], unique=False)
    for columns in (["first_id", "round_id"], *([band] for band in BANDS)):
        kept = sa.text(f"{columns[0]} IS NOT NULL")
        name = f"ix_text_signature_{columns[0]}"
        op.create_index(name, "text_signature", columns, unique=False, sqlite_where=kept, postgresql_where=kept)
    op.create_table(
        "response_signature",
        sa.Column("response_id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("whole", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_response_signature_round_id_round")),
        _belongs("response_signature", "response_id", "response"),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_response_signature")),
        **WITHOUT_ROWID,
    )
    op.create_index("ix_response_signature_whole", "response_signature", ["round_id", "whole"], unique=False)


def _add_groups() -> None:
    op.create_table(
        "alike_group",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("head_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_alike_group_round_id_round")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_alike_group_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alike_group")),
    )
    op.create_index(op.f("ix_alike_group_round_id"), "alike_group", ["round_id"], unique=False)
    for kind in ("text", "report"):
        _add_members(f"alike_{kind}", kind)


def _add_members(table: str, kind: str) -> None:
    op.create_table(
        table,
        sa.Column(f"{kind}_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        _belongs(table, f"{kind}_id", kind),
        _belongs(table, "group_id", "alike_group"),
        sa.PrimaryKeyConstraint(f"{kind}_id", name=op.f(f"pk_{table}")),
        **WITHOUT_ROWID,
    )
    op.create_index(op.f(f"ix_{table}_group_id"), table, ["group_id"], unique=False)


def _add_joint_steps() -> None:
    op.create_table(
        "joint_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("back", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_joint_step_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_step")),
    )
    op.create_table(
        "joint_line",
        sa.Column("status_change_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("joint_id", sa.Uuid(), nullable=False),
        _belongs("joint_line", "status_change_id", "status_change"),
        _belongs("joint_line", "joint_id", "joint_step"),
        sa.PrimaryKeyConstraint("status_change_id", name=op.f("pk_joint_line")),
    )
    op.create_index(op.f("ix_joint_line_joint_id"), "joint_line", ["joint_id"], unique=False)


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """A key that goes with what it leads to."""
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete="CASCADE")


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
