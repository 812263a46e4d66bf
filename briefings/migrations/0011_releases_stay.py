"""The record of a release stays as it was decided, with its readers, and nobody releases what they assembled."""

from django.db import migrations

SEALED = """
CREATE TRIGGER release_stays BEFORE UPDATE OR DELETE ON briefings_release
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE FUNCTION refuse_own_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.by_id = (SELECT assembled_by_id FROM briefings_edition WHERE id = NEW.edition_id) THEN
        RAISE EXCEPTION 'a release needs a second person'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER release_by_second_person BEFORE INSERT ON briefings_release
    FOR EACH ROW EXECUTE FUNCTION refuse_own_release();

CREATE TRIGGER release_agencies_stay BEFORE UPDATE OR DELETE ON briefings_release_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE FUNCTION refuse_later_agency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- both times are PostgreSQL's: a decision of this transaction is no older than its begin
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
CREATE TRIGGER release_agencies_with_it BEFORE INSERT ON briefings_release_agencies
    FOR EACH ROW EXECUTE FUNCTION refuse_later_agency();
"""

UNSEALED = """
DROP TRIGGER release_agencies_with_it ON briefings_release_agencies;
DROP FUNCTION refuse_later_agency();
DROP TRIGGER release_agencies_stay ON briefings_release_agencies;
DROP TRIGGER release_by_second_person ON briefings_release;
DROP FUNCTION refuse_own_release();
DROP TRIGGER release_stays ON briefings_release;
"""


class Migration(migrations.Migration):
    dependencies = [("briefings", "0010_reasons_of_withdrawals")]
    operations = [migrations.RunSQL(SEALED, UNSEALED)]
