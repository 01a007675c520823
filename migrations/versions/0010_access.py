"""Second factors, sign-ins from elsewhere, invitations and a chained log.  0010 after 0009"""

import hmac
import json
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LOG = ("audit_event", "audit_anchor")


def upgrade() -> None:
    _ask_for_key()
    _add_accounts()
    _add_chain()
    _chain_old_lines()
    _refuse_changes()


def _ask_for_key() -> None:
    """Before anything is changed: SQLite does not take back half a migration."""
    has_lines = op.get_bind().scalar(sa.text("SELECT count(*) FROM audit_event"))
    if has_lines and not _key():
        raise RuntimeError("The log holds lines: run flask --app wsgi db upgrade, which knows the key to seal them.")


def _key() -> bytes:
    return op.get_context().config.attributes.get("log_key", b"")  # type: ignore[union-attr]


def _add_accounts() -> None:
    with op.batch_alter_table("staff") as batch_op:
        batch_op.add_column(sa.Column("one_sign_in", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("authority", sa.String(), nullable=False, server_default="municipality"))
    with op.batch_alter_table("staff") as batch_op:
        batch_op.alter_column("one_sign_in", server_default=None)
        batch_op.alter_column("authority", server_default=None)
    _tell_sessions_apart()
    op.create_table(
        "second_factor",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("secret", sa.String(), nullable=True),
        sa.Column("proposed", sa.String(), nullable=True),
        sa.Column("last_step", sa.Integer(), nullable=False),
        _of_staff("second_factor"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        _of_staff("recovery_code"),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_staff_id"), "recovery_code", ["staff_id"], unique=False)
    op.create_table(
        "staff_invitation",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        _of_staff("staff_invitation"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staff_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_staff_invitation_token_hash")),
    )
    op.create_table(
        "staff_identity",
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        _of_staff("staff_identity"),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_staff_identity")),
    )
    op.create_index(op.f("ix_staff_identity_staff_id"), "staff_identity", ["staff_id"], unique=False)


def _of_staff(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["staff_id"], ["staff.id"], name=op.f(f"fk_{table}_staff_id_staff"), ondelete="CASCADE"
    )


def _tell_sessions_apart() -> None:
    """Whoever is signed in stays so: their sign-ins were whole."""
    with op.batch_alter_table("staff_session") as batch_op:
        batch_op.add_column(sa.Column("key", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("whole", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("browser", sa.String(), nullable=False, server_default=""))
    table = sa.table("staff_session", sa.column("token_hash", sa.String()), sa.column("key", sa.Uuid()))
    connection = op.get_bind()
    for token_hash in connection.scalars(sa.select(table.c.token_hash)).all():
        connection.execute(table.update().where(table.c.token_hash == token_hash).values(key=uuid4()))
    with op.batch_alter_table("staff_session") as batch_op:
        batch_op.alter_column("key", existing_type=sa.Uuid(), nullable=False)
        batch_op.alter_column("whole", server_default=None)
        batch_op.alter_column("browser", server_default=None)
        batch_op.create_unique_constraint(batch_op.f("uq_staff_session_key"), ["key"])


def _add_chain() -> None:
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.add_column(sa.Column("previous", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("seal", sa.String(), nullable=False, server_default=""))
        batch_op.drop_index(batch_op.f("ix_audit_event_staff_id"))
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.alter_column("previous", server_default=None)
        batch_op.alter_column("seal", server_default=None)
        batch_op.create_index("ix_audit_event_staff_id", ["staff_id", "id"], unique=False)
        batch_op.create_index("ix_audit_event_action", ["action", "id"], unique=False)
        batch_op.create_index("ix_audit_event_subject", ["subject", "id"], unique=False)
        batch_op.create_index("ix_audit_event_at", ["at"], unique=False)
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "audit_anchor",
        sa.Column("last", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_seal", sa.String(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_audit_anchor_staff_id_staff")),
        sa.PrimaryKeyConstraint("last", name=op.f("pk_audit_anchor")),
    )


def _chain_old_lines() -> None:
    """What was written before there was a chain becomes its beginning, in the order in which it was written."""
    connection = op.get_bind()
    columns = [sa.column("id"), sa.column("at", sa.DateTime()), sa.column("staff_id"), sa.column("action")]
    columns += [sa.column("subject"), sa.column("details", sa.JSON()), sa.column("previous"), sa.column("seal")]
    log = sa.table("audit_event", *columns)
    read = (log.c.id, log.c.at, log.c.staff_id, log.c.action, log.c.subject, log.c.details)
    seal, place = "", 0
    for id, at, staff_id, action, subject, details in connection.execute(sa.select(*read).order_by(log.c.id)).all():
        place, previous = place + 1, seal
        seal = _seal(_key(), place, at.isoformat(timespec="seconds"), staff_id, action, subject, details, previous)
        values = {"id": place, "previous": previous, "seal": seal}
        connection.execute(log.update().where(log.c.id == id).values(values))
    if place:
        head = sa.table("audit_head", sa.column("id"), sa.column("last"), sa.column("seal"))
        connection.execute(head.insert().values(id=1, last=place, seal=seal))


def _seal(key: bytes, *parts: object) -> str:
    """As dialog/audit/chain.py made them when this was written."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in POSTGRESQL:
            op.execute(statement)
        return
    for table in LOG:
        gone = " WHEN OLD.id > (SELECT coalesce(max(last), 0) FROM audit_anchor)" if table == "audit_event" else ""
        for change, when in (("UPDATE", ""), ("DELETE", gone)):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}{when} "
                "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
            )


POSTGRESQL = (
    """
    CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_event' THEN
        IF (to_jsonb(OLD)->>'id')::integer <= (SELECT coalesce(max(last), 0) FROM audit_anchor) THEN
          RETURN OLD;
        END IF;
      END IF;
      RAISE EXCEPTION 'the log is only added to' USING ERRCODE = 'insufficient_privilege';
    END $$
    """,
    *(
        statement
        for table in LOG
        for statement in (
            f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION log_is_only_added_to()",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()",
        )
    ),
)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION log_is_only_added_to CASCADE")
    else:
        for table in LOG:
            op.execute(f"DROP TRIGGER {table}_no_update")
            op.execute(f"DROP TRIGGER {table}_no_delete")
    op.drop_table("audit_anchor")
    op.drop_table("audit_head")
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.drop_index("ix_audit_event_at")
        batch_op.drop_index("ix_audit_event_subject")
        batch_op.drop_index("ix_audit_event_action")
        batch_op.drop_index("ix_audit_event_staff_id")
    with op.batch_alter_table("audit_event") as batch_op:
        batch_op.drop_column("seal")
        batch_op.drop_column("previous")
        batch_op.create_index(batch_op.f("ix_audit_event_staff_id"), ["staff_id"], unique=False)
    _catch_up()
    op.drop_table("staff_identity")
    op.drop_table("staff_invitation")
    op.drop_table("recovery_code")
    op.drop_table("second_factor")
    op.execute("DELETE FROM staff_session WHERE NOT whole")
    with op.batch_alter_table("staff_session") as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_staff_session_key"), type_="unique")
        batch_op.drop_column("browser")
        batch_op.drop_column("whole")
        batch_op.drop_column("key")
    with op.batch_alter_table("staff") as batch_op:
        batch_op.drop_column("authority")
        batch_op.drop_column("one_sign_in")


def _catch_up() -> None:
    """Before, PostgreSQL numbered the lines itself: it goes on after the newest."""
    if op.get_bind().dialect.name == "postgresql":
        newest = "(SELECT coalesce(max(id), 0) + 1 FROM audit_event)"
        op.execute(f"SELECT setval(pg_get_serial_sequence('audit_event', 'id'), {newest}, false)")
