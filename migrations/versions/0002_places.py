"""Places: divisions, population, names of spots, ways, photos, gatherings, other systems.  0002 after 0001"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

document = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
WITHOUT_ROWID = {"sqlite_with_rowid": False}  # a table written anew would forget it


def upgrade() -> None:
    _add_tables()
    _add_columns()
    op.execute(
        "INSERT INTO division (key, family, version, is_current, source, projection, loaded_on) "
        "SELECT DISTINCT division, division, '', TRUE, division, '', CURRENT_DATE FROM area"
    )


def _add_tables() -> None:
    op.create_table(
        "division",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("projection", sa.String(), nullable=False),
        sa.Column("loaded_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_division")),
    )
    op.create_index(op.f("ix_division_family"), "division", ["family"], unique=False)

    op.create_table(
        "sending_system",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sending_system")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_sending_system_key_hash")),
        sa.UniqueConstraint("name", name=op.f("uq_sending_system_name")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("metres", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("first_edition", sa.Integer(), nullable=False),
        sa.Column("last_edition", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_place_area_id_area"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("key", name=op.f("uq_place_key")),
    )
    op.create_table(
        "place_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("names", document, nullable=False),
        sa.Column("others", document, nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_place_name_area_id_area"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_name")),
    )
    op.create_index(op.f("ix_place_name_source"), "place_name", ["source"], unique=False)

    op.create_table(
        "population",
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("age_from", sa.Integer(), nullable=False),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_population_area_id_area"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("area_id", "year", "sex", "age_from", name=op.f("pk_population")),
    )
    op.create_table(
        "me_too",
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_me_too_place_id_place"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_me_too")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_me_too_place_id"), "me_too", ["place_id"], unique=False)

    op.create_table(
        "clearance",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("public_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("cleared_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_clearance_report_id_report"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_clearance_staff_id_staff")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_clearance")),
        sa.UniqueConstraint("public_id", name=op.f("uq_clearance_public_id")),
    )
    op.create_table(
        "imported_report",
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_imported_report_report_id_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key_hash", name=op.f("pk_imported_report")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_imported_report_report_id"), "imported_report", ["report_id"], unique=False)

    op.create_table(
        "photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("boxes", document, nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_photo_report_id_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_photo_queue", "photo", ["status", "received_on", "id"], unique=False)
    op.create_index(op.f("ix_photo_report_id"), "photo", ["report_id"], unique=False)

    op.create_table(
        "place_report",
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_place_report_place_id_place"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_place_report_report_id_report"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("place_id", "report_id", name=op.f("pk_place_report")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_place_report_report_id"), "place_report", ["report_id"], unique=False)

    op.create_table(
        "photo_original",
        sa.Column("photo_id", sa.Uuid(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("erase_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["photo.id"], name=op.f("fk_photo_original_photo_id_photo"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("photo_id", name=op.f("pk_photo_original")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_photo_original_erase_on"), "photo_original", ["erase_on"], unique=False)


def _add_columns() -> None:
    with op.batch_alter_table("exact_point", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.add_column(sa.Column("to_lat", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("to_lon", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("landmark", sa.String(), nullable=True))

    with op.batch_alter_table("report", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.add_column(sa.Column("part_of", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("to_lat", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("to_lon", sa.Double(), nullable=True))
        batch_op.add_column(sa.Column("within", sa.Integer(), nullable=True))
        batch_op.create_index("ix_report_map", ["round_id", "status", "lat", "lon"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_part_of"), ["part_of"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_report_part_of_report"), "report", ["part_of"], ["id"], ondelete="CASCADE"
        )

    with op.batch_alter_table("round") as batch_op:
        batch_op.add_column(sa.Column("division", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("round") as batch_op:
        batch_op.drop_column("division")

    with op.batch_alter_table("report", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_report_part_of_report"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_report_part_of"))
        batch_op.drop_index("ix_report_map")
        batch_op.drop_column("within")
        batch_op.drop_column("to_lon")
        batch_op.drop_column("to_lat")
        batch_op.drop_column("part_of")

    with op.batch_alter_table("exact_point", table_kwargs=WITHOUT_ROWID) as batch_op:
        batch_op.drop_column("landmark")
        batch_op.drop_column("to_lon")
        batch_op.drop_column("to_lat")

    op.drop_index(op.f("ix_photo_original_erase_on"), table_name="photo_original")

    op.drop_table("photo_original")
    op.drop_index(op.f("ix_place_report_report_id"), table_name="place_report")

    op.drop_table("place_report")
    op.drop_index(op.f("ix_photo_report_id"), table_name="photo")
    op.drop_index("ix_photo_queue", table_name="photo")

    op.drop_table("photo")
    op.drop_index(op.f("ix_imported_report_report_id"), table_name="imported_report")

    op.drop_table("imported_report")
    op.drop_table("clearance")
    op.drop_index(op.f("ix_me_too_place_id"), table_name="me_too")

    op.drop_table("me_too")
    op.drop_table("population")
    op.drop_index(op.f("ix_place_name_source"), table_name="place_name")

    op.drop_table("place_name")
    op.drop_table("place")
    op.drop_table("sending_system")
    op.drop_index(op.f("ix_division_family"), table_name="division")

    op.drop_table("division")
