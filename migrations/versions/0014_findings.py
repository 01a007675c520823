"""Findings, what they rest on, their causes and the proposed focus areas.  0014 after 0013"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TABLES = ("focus_cause", "focus_finding", "proposed_focus", "cause", "finding_evidence", "finding")


def upgrade() -> None:
    _add_findings()
    _add_causes()
    _add_focus_areas()


def _add_findings() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", document, nullable=False),
        sa.Column("statement", document, nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("reason", document, nullable=False),
        sa.Column("in_summary", sa.Boolean(), nullable=False),
        sa.Column("prioritised", sa.Boolean(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("changed_by", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        _leads("finding", "round_id", "round"),
        _leads("finding", "written_by", "staff"),
        _leads("finding", "changed_by", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_round_id"), "finding", ["round_id"])
    op.create_table(
        "finding_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("table_id", sa.String(), nullable=False),
        sa.Column("key", document, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("words", document, nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        _belongs("finding_evidence", "finding_id", "finding"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_evidence")),
    )
    op.create_index(op.f("ix_finding_evidence_finding_id"), "finding_evidence", ["finding_id"])


def _add_causes() -> None:
    op.create_table(
        "cause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("words", document, nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("ground", document, nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        _belongs("cause", "finding_id", "finding"),
        _belongs("cause", "parent_id", "cause"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cause")),
    )
    op.create_index(op.f("ix_cause_finding_id"), "cause", ["finding_id"])
    op.create_index(op.f("ix_cause_parent_id"), "cause", ["parent_id"])


def _add_focus_areas() -> None:
    op.create_table(
        "proposed_focus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("title", document, nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("reason", document, nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        _leads("proposed_focus", "round_id", "round"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_focus")),
    )
    op.create_index(op.f("ix_proposed_focus_round_id"), "proposed_focus", ["round_id"])
    for other in ("finding", "cause"):
        name = f"focus_{other}"
        op.create_table(
            name,
            sa.Column("focus_id", sa.Integer(), nullable=False),
            sa.Column(f"{other}_id", sa.Integer(), nullable=False),
            _belongs(name, "focus_id", "proposed_focus"),
            _belongs(name, f"{other}_id", other),
            sa.PrimaryKeyConstraint("focus_id", f"{other}_id", name=op.f(f"pk_{name}")),
        )
        op.create_index(op.f(f"ix_{name}_{other}_id"), name, [f"{other}_id"])


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """A key that goes with what it leads to."""
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete="CASCADE")


def _leads(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
