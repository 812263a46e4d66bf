"""Rules that hold whatever code runs: a sealed edition never changes, and nobody approves their own."""

from django.db import migrations

SEALED = """
CREATE FUNCTION refuse_change_of_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sealed: % of a row of % is refused; a correction is a new edition', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER edition_is_sealed BEFORE UPDATE OR DELETE ON briefings_edition
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();
CREATE TRIGGER approval_stays BEFORE UPDATE OR DELETE ON briefings_approval
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();
CREATE TRIGGER withdrawal_stays BEFORE UPDATE OR DELETE ON briefings_withdrawal
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed();

CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.by_id = (SELECT assembled_by_id FROM briefings_edition WHERE id = NEW.edition_id) THEN
        RAISE EXCEPTION 'approval needs a second person'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_by_second_person BEFORE INSERT ON briefings_approval
    FOR EACH ROW EXECUTE FUNCTION refuse_own_approval();

CREATE FUNCTION refuse_release_of_other() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.edition_id <> (SELECT edition_id FROM briefings_approval WHERE id = NEW.approval_id) THEN
        RAISE EXCEPTION 'a release stands on the approval of its own edition'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.public AND (SELECT audience FROM briefings_edition WHERE id = NEW.edition_id) <> 'partner' THEN
        RAISE EXCEPTION 'only a partner edition may be public'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER release_of_approved BEFORE INSERT OR UPDATE ON briefings_release
    FOR EACH ROW EXECUTE FUNCTION refuse_release_of_other();
"""

UNSEALED = """
DROP TRIGGER release_of_approved ON briefings_release;
DROP FUNCTION refuse_release_of_other();
DROP TRIGGER approval_by_second_person ON briefings_approval;
DROP FUNCTION refuse_own_approval();
DROP TRIGGER withdrawal_stays ON briefings_withdrawal;
DROP TRIGGER approval_stays ON briefings_approval;
DROP TRIGGER edition_is_sealed ON briefings_edition;
DROP FUNCTION refuse_change_of_sealed();
"""


class Migration(migrations.Migration):
    dependencies = [("briefings", "0003_initial")]
    operations = [migrations.RunSQL(SEALED, UNSEALED)]
