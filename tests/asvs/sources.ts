import { says, tests } from "./row.ts";

/** Holds the files that show most, under a short name. */
export const accounts = tests("http/accounts.test.ts");
export const answers = tests("domain/fields/answers.test.ts");
export const clean = tests("house/clean.test.ts");
export const cost = tests("domain/files/cost.test.ts");
export const env = tests("services/settings/env.test.ts");
export const files = tests("http/files.test.ts");
export const gate = tests("http/gate.test.ts");
export const hostile = tests("http/forms/hostile.test.ts");
export const imports = tests("house/imports.test.ts");
export const login = tests("services/settings/login.test.ts");
export const lost = tests("services/database/lost-backend.test.ts");
export const mailer = tests("services/letters/mailer.test.ts");
export const means = tests("house/safe-means.test.ts");
export const met = tests("http/forms/met.test.ts");
export const passwords = tests("services/account/passwords.test.ts");
export const queue = tests("domain/platform/fair-queue.test.ts");
export const races = tests("services/workflow/races.test.ts");
export const refusals = tests("http/refusals.test.ts");
export const routes = tests("house/routes.test.ts");
export const secondFactor = tests("services/account/second-factor.test.ts");
export const secondStep = tests("http/second-factor.test.ts");
export const secure = tests("http/secure-origin.test.ts");
export const sessions = tests("services/account/sessions.test.ts");
export const signing = tests("services/agreement/signing.test.ts");
export const sockets = tests("domain/http/sockets.test.ts");
export const strangers = tests("http/strangers.test.ts");
export const tables = tests("domain/workflow/tables.test.ts");
export const throttles = tests("services/account/throttles.test.ts");
export const twice = tests("http/forms/twice.test.ts");
export const uploads = tests("http/uploads.test.ts");
export const rowPolicies = tests("services/database/row-policies.test.ts");

export const trust = (words: string) => says("docs/trust.md", words);
export const operations = (words: string) => says("docs/operations.md", words);
export const domain = (words: string) => says("docs/domain.md", words);

/** Says what several rows wait for. */
export const federated = "there is no federated login yet";
