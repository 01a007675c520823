"""Waiting work: a search index, who has taken what, assignments, saved views and selections.  0005 after 0004"""

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from dialog.texts.searching.folding import seen_words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
QUEUE = ["received_on", "id"]
FILTERED = ["language", "area_id", "channel", "round_id"]
AT_ONCE = 5_000  # texts


def upgrade() -> None:
    for table in ("text", "report"):
        op.drop_index(f"ix_{table}_queue", table_name=table)
        op.create_index(f"ix_{table}_queue", table, ["status", *QUEUE, *FILTERED])
        for column in FILTERED:
            others = [other for other in FILTERED if other != column]
            op.create_index(f"ix_{table}_by_{column.removesuffix('_id')}", table, ["status", column, *QUEUE, *others])
    make_search()
    index_texts()
    make_waiting()


def downgrade() -> None:
    for name in ("selected_item", "selection", "saved_view", "done_step", "assignment", "taking"):
        op.drop_table(name)
    if is_sqlite():
        op.execute("DROP TABLE text_word")
    op.drop_table("text_search")
    for table in ("text", "report"):
        for column in FILTERED:
            op.drop_index(f"ix_{table}_by_{column.removesuffix('_id')}", table_name=table)
        op.drop_index(f"ix_{table}_queue", table_name=table)
        op.create_index(f"ix_{table}_queue", table, ["status", *QUEUE])


def make_search() -> None:
    op.create_table(
        "text_search",
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_text_search_text_id_text"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text_id", name=op.f("pk_text_search")),
        sa.UniqueConstraint("key", name=op.f("uq_text_search_key")),
        sqlite_with_rowid=False,
    )
    if not is_sqlite():  # our own words, not those that a parser of PostgreSQL would make of them
        op.execute(
            "CREATE INDEX text_word ON text_search USING gin (array_to_tsvector(string_to_array(words, ' ')))"
            " WITH (fastupdate = off)"
        )
        return
    # ascii: whatever is no ASCII is part of a word, so that words end at our spaces and nowhere else
    op.execute(
        "CREATE VIRTUAL TABLE text_word USING fts5(words, content='text_search', content_rowid='key',"
        " tokenize='ascii', detail=none, columnsize=0, prefix='2 3')"
    )
    # A submission adds a text by itself: how many such additions wait until FTS5 writes them together.
    op.execute("INSERT INTO text_word(text_word, rank) VALUES ('automerge', 16), ('crisismerge', 64)")
    put = "INSERT INTO text_word(rowid, words) VALUES (new.key, new.words);"
    take = "INSERT INTO text_word(text_word, rowid, words) VALUES ('delete', old.key, old.words);"
    op.execute(f"CREATE TRIGGER text_search_put AFTER INSERT ON text_search BEGIN {put} END")
    op.execute(f"CREATE TRIGGER text_search_taken AFTER DELETE ON text_search BEGIN {take} END")
    op.execute(f"CREATE TRIGGER text_search_changed AFTER UPDATE ON text_search BEGIN {take} {put} END")


def index_texts() -> None:
    """What is there already can be found too."""
    connection = op.get_bind()
    text = sa.table(
        "text",
        sa.column("id", sa.Uuid()),
        sa.column("received_on", sa.Date()),
        sa.column("original"),
        sa.column("masks", document),
    )
    target = sa.table("text_search", sa.column("text_id", sa.Uuid()), sa.column("key"), sa.column("words"))
    found = connection.execute(sa.select(text.c.id, text.c.received_on, text.c.original, text.c.masks)).all()
    for start in range(0, len(found), AT_ONCE):
        rows = [row_of(*one) for one in found[start : start + AT_ONCE]]
        connection.execute(target.insert(), sorted(rows, key=lambda row: row["key"]))


def row_of(id, received_on, original, masks) -> dict:  # type: ignore[no-untyped-def, type-arg]
    return {"text_id": id, "key": key_of(id, received_on), "words": seen_words(original, masks)}


def key_of(id: UUID, on: date) -> int:
    """Its day and chance, in the order of the queue."""
    day = min(max((on - date(1990, 1, 1)).days, 0), 2**15 - 1)
    return (day << 49 | (id.int >> 80) << 1 | (id.int >> 75) & 1) - 2**63


def make_waiting() -> None:
    op.create_table(
        "taking",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_taking_staff_id_staff"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_taking")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_taking_staff_id"), "taking", ["staff_id"])
    op.create_table(
        "assignment",
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_assignment_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("item_id", name=op.f("pk_assignment")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_assignment_staff", "assignment", ["staff_id", "kind", "item_id"])
    op.create_table(
        "done_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("was", document, nullable=False),
        sa.Column("became", document, nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_done_step_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_done_step")),
    )
    op.create_index("ix_done_step_staff", "done_step", ["staff_id", "id"])
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("filters", document, nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_saved_view_staff_id_staff"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("staff_id", "name", name=op.f("uq_saved_view_staff_id_name")),
    )
    op.create_table(
        "selection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("filters", document, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_selection_staff_id_staff")),
        sa.ForeignKeyConstraint(["assignee_id"], ["staff.id"], name=op.f("fk_selection_assignee_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_selection")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_selection_staff_id"), "selection", ["staff_id"])
    op.create_table(
        "selected_item",
        sa.Column("selection_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("was_assigned_to", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["selection_id"],
            ["selection.id"],
            name=op.f("fk_selected_item_selection_id_selection"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("selection_id", "item_id", name=op.f("pk_selected_item")),
        sqlite_with_rowid=False,
    )


def is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
