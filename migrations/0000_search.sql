-- Search in Dutch that forgives accents, typing errors and compounds. It comes before the tables, because the
-- catalogue has a generated column of this configuration and an index on trigrams. Both extensions are trusted, so
-- the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION samenspel_nl (COPY = dutch);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION samenspel_nl
  ALTER MAPPING FOR hword, hword_part, word
  WITH unaccent, dutch_stem;
