-- By hand: the Prisma schema has no words for triggers.

-- The argument of the trigger says why.
CREATE FUNCTION "refuse_to_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0]
    USING ERRCODE = 'restrict_violation';
END;
$$;

-- ENABLE ALWAYS: also in sessions that switch ordinary triggers off.

CREATE TRIGGER "Activity_is_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "Activity"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change"('the record is append-only');
ALTER TABLE "Activity" ENABLE ALWAYS TRIGGER "Activity_is_append_only";

CREATE TRIGGER "TextVersion_is_frozen"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "TextVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change"('a text is frozen, a changed one is a new version');
ALTER TABLE "TextVersion" ENABLE ALWAYS TRIGGER "TextVersion_is_frozen";

CREATE TRIGGER "Report_is_frozen"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "Report"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_change"('a report is frozen, a changed one is a new number');
ALTER TABLE "Report" ENABLE ALWAYS TRIGGER "Report_is_frozen";
