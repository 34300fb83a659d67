ALTER TABLE "agreements" ADD COLUMN "company_signer" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "institution_signer" text;