CREATE TABLE "saved_search_finds" (
	"search_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_search_finds_search_id_assignment_id_pk" PRIMARY KEY("search_id","assignment_id")
);
--> statement-breakpoint
ALTER TABLE "saved_searches" DROP CONSTRAINT "saved_searches_off_hash_unique";--> statement-breakpoint
ALTER TABLE "saved_search_finds" ADD CONSTRAINT "saved_search_finds_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" DROP COLUMN "off_hash";--> statement-breakpoint
GRANT SELECT, INSERT ON saved_search_finds TO samenspel_app;
