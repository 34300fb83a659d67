ALTER TABLE "agreements" ADD COLUMN "institution_id" uuid;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The versions of the school at work now; those of a team that left before are of a school that is not known any more.
UPDATE "agreements" a
SET "institution_id" = s."institution_id"
FROM "assignments" s
WHERE s."id" = a."assignment_id" AND NOT EXISTS (
  SELECT FROM "events" e
  WHERE e."assignment_id" = a."assignment_id" AND e."object" = 'assignment' AND e."move" = 'rematch' AND e."at" >= a."created_at"
);
