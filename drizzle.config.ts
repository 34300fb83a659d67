import { defineConfig } from "drizzle-kit";

/** `npm run db:generate` writes a migration from the difference between `db/schema` and the last snapshot. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema.ts",
  out: "./migrations",
  entities: { roles: { provider: "" } },
});
