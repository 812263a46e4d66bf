"""A release whose minute has not come can be set otherwise, beside a record of who did it and what was set before."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SEALED = """
CREATE FUNCTION refuse_untrue_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    made briefings_release;
BEGIN
    SELECT * INTO made FROM briefings_release WHERE id = NEW.release_id;
    IF made.at <= clock_timestamp() THEN
        RAISE EXCEPTION 'sealed: the minute of this release has come'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT FROM briefings_withdrawal WHERE release_id = NEW.release_id) THEN
        RAISE EXCEPTION 'sealed: this release is withdrawn'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- the record opens the release for the transaction that makes it, and for no other
    IF NEW.at < transaction_timestamp() OR NEW.at > clock_timestamp() THEN
        RAISE EXCEPTION 'a change is recorded when it is made'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.was_at <> made.at OR NEW.was_public <> made.public THEN
        RAISE EXCEPTION 'a change keeps what was set before it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.by_id = (SELECT assembled_by_id FROM briefings_edition WHERE id = made.edition_id) THEN
        RAISE EXCEPTION 'a change of a release needs a second person'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER change_of_release_is_true BEFORE INSERT ON briefings_releasechange
    FOR EACH ROW EXECUTE FUNCTION refuse_untrue_change_of_release();
CREATE TRIGGER change_of_release_stays BEFORE UPDATE OR DELETE ON briefings_releasechange
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

-- all times are PostgreSQL's: what this transaction has decided is no older than its begin
CREATE FUNCTION is_changed_now(changed bigint) RETURNS boolean LANGUAGE sql AS $$
    SELECT EXISTS (
        SELECT FROM briefings_releasechange change JOIN briefings_release made ON made.id = change.release_id
        WHERE made.id = changed AND change.at >= transaction_timestamp() AND made.at > clock_timestamp()
    )
$$;

CREATE FUNCTION record_former_agencies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO briefings_releasechange_was_agencies (releasechange_id, agency_id)
        SELECT NEW.id, agency_id FROM briefings_release_agencies WHERE release_id = NEW.release_id;
    RETURN NULL;
END $$;
CREATE TRIGGER former_agencies_with_it AFTER INSERT ON briefings_releasechange
    FOR EACH ROW EXECUTE FUNCTION record_former_agencies();

-- whoever writes it by hand could write what was not: the trigger above alone may
CREATE FUNCTION refuse_former_agency_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() = 1 THEN
        RAISE EXCEPTION 'sealed: the agencies of before are recorded with the change'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER former_agencies_are_true BEFORE INSERT ON briefings_releasechange_was_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_former_agency_by_hand();
CREATE TRIGGER former_agencies_stay BEFORE UPDATE OR DELETE ON briefings_releasechange_was_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE FUNCTION refuse_unrecorded_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NOT is_changed_now(OLD.id) OR NEW.at < transaction_timestamp()
        OR (NEW.id, NEW.approval_id, NEW.edition_id, NEW.by_id, NEW.decided_at)
            IS DISTINCT FROM (OLD.id, OLD.approval_id, OLD.edition_id, OLD.by_id, OLD.decided_at)
    THEN
        RAISE EXCEPTION 'sealed: % of a row of % is refused; a correction is a new edition', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER release_stays ON briefings_release;
CREATE TRIGGER release_stays BEFORE UPDATE OR DELETE ON briefings_release
    FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_change_of_release();

CREATE FUNCTION refuse_unrecorded_change_of_agencies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR NOT is_changed_now(OLD.release_id) THEN
        RAISE EXCEPTION 'sealed: % of a row of % is refused; a correction is a new edition', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;
DROP TRIGGER release_agencies_stay ON briefings_release_agencies;
CREATE TRIGGER release_agencies_stay BEFORE UPDATE OR DELETE ON briefings_release_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_unrecorded_change_of_agencies();

CREATE OR REPLACE FUNCTION refuse_later_agency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT decided_at FROM briefings_release WHERE id = NEW.release_id) < transaction_timestamp()
        AND NOT is_changed_now(NEW.release_id)
    THEN
        RAISE EXCEPTION 'sealed: the agencies of a release are chosen with it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (
        SELECT audience FROM briefings_edition
        WHERE id = (SELECT edition_id FROM briefings_release WHERE id = NEW.release_id)
    ) <> 'partner' THEN
        RAISE EXCEPTION 'only a partner edition is released to agencies'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
"""

UNSEALED = """
CREATE OR REPLACE FUNCTION refuse_later_agency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT decided_at FROM briefings_release WHERE id = NEW.release_id) < transaction_timestamp() THEN
        RAISE EXCEPTION 'sealed: the agencies of a release are chosen with it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (
        SELECT audience FROM briefings_edition
        WHERE id = (SELECT edition_id FROM briefings_release WHERE id = NEW.release_id)
    ) <> 'partner' THEN
        RAISE EXCEPTION 'only a partner edition is released to agencies'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER release_agencies_stay ON briefings_release_agencies;
CREATE TRIGGER release_agencies_stay BEFORE UPDATE OR DELETE ON briefings_release_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();
DROP FUNCTION refuse_unrecorded_change_of_agencies();
DROP TRIGGER release_stays ON briefings_release;
CREATE TRIGGER release_stays BEFORE UPDATE OR DELETE ON briefings_release
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();
DROP FUNCTION refuse_unrecorded_change_of_release();
DROP TRIGGER former_agencies_stay ON briefings_releasechange_was_agencies;
DROP TRIGGER former_agencies_are_true ON briefings_releasechange_was_agencies;
DROP FUNCTION refuse_former_agency_by_hand();
DROP TRIGGER former_agencies_with_it ON briefings_releasechange;
DROP FUNCTION record_former_agencies();
DROP FUNCTION is_changed_now(bigint);
DROP TRIGGER change_of_release_stays ON briefings_releasechange;
DROP TRIGGER change_of_release_is_true ON briefings_releasechange;
DROP FUNCTION refuse_untrue_change_of_release();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_members_change_places"),
        ("briefings", "0018_words_for_numbers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ReleaseChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("was_at", models.DateTimeField()),
                ("was_public", models.BooleanField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="briefings.release",
                    ),
                ),
                (
                    "was_agencies",
                    models.ManyToManyField(blank=True, related_name="former_releases", to="agencies.agency"),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
            },
        ),
        migrations.RunSQL(SEALED, UNSEALED),
    ]
