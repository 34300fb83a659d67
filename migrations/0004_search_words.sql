-- Searching forgives accents, typing errors and compounds: both extensions are "trusted", so the owner of the database may make them.
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION samenspel_nl (COPY = dutch);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION samenspel_nl ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
