import { ZodError } from "zod";
import { connectionLost, origin } from "#db/client.server.ts";
import { Refusal, refusals, type FieldError, type FieldErrorCode, type Why } from "#app/domain/refusal.ts";
import { Overloaded } from "#app/platform/runtime/concurrency-limit.server.ts";
import { storageAway } from "#app/platform/files/bucket.server.ts";
import { TooLarge } from "#app/platform/http/request/body.server.ts";

/**
 * Tells what an error is to the outside: a reason with its status, or a failure of ours (500), of the database or the
 * storage of files (503) without one.
 */
type Failure = { status: number; why: Why | null; refusal: Refusal | null };

/**
 * Matches codes of PostgreSQL that mean: what was sent cannot be kept (docs/trust.md 3.9). Unreadable text, a number
 * out of range, a bad id or date, a bad offset, more than an index holds. They are answered as refusals, never as
 * failures.
 */
const badInput = /^(22021|22P05|22P02|22003|22001|22007|22008|2201[WX]|54000)$/;
/** Somebody else holds the row, or the question took too long: nothing was written, and trying again may help. */
const tooBusy = /^(55P03|57014|40001|40P01|53300)$/;

/** The database has no room or no memory left: nothing was written, and somebody has to make room. */
const outOfRoom = /^53[12]00$/;
const codeOf = (error: unknown) => String((origin(error) as { code?: unknown } | null)?.code ?? "");

/** Returns the one place where an error becomes an answer. */
export function failureOf(error: unknown): Failure {
  const refusal = refusalOf(error);
  if (refusal) return { status: refusals[refusal.why], why: refusal.why, refusal };
  const away = connectionLost(error) || storageAway(error) || outOfRoom.test(codeOf(error));
  return { status: away ? 503 : 500, why: null, refusal: null };
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return new Refusal("invalid", [], fieldErrors(error));
  if (error instanceof TooLarge) return new Refusal("too_large");
  if (error instanceof Overloaded) return new Refusal("busy");
  const code = codeOf(error);
  if (badInput.test(code)) return new Refusal("invalid");
  if (code === alreadyThere) return new Refusal("wrong_status");
  return tooBusy.test(code) ? new Refusal("busy") : null;
}

/** Somebody made the same thing first, and a unique index kept it single: the status is no longer what the form saw. */
const alreadyThere = "23505";
type Issue = ZodError["issues"][number];
const codes: Partial<Record<Issue["code"], FieldErrorCode>> = {
  invalid_type: "required",
  too_big: "too_long",
  too_small: "too_short",
  invalid_value: "not_an_option",
};

/** Returns errors of a schema, per field name as posted. A schema of our own fields brings its own codes along. */
function fieldErrors(error: ZodError): Record<string, FieldError> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), errorIn(issue)]));
}
function errorIn(issue: Issue): FieldError {
  const own = "params" in issue ? (issue.params?.error as FieldError | undefined) : undefined;
  if (own) return own;
  const limit =
    issue.code === "too_big" ? Number(issue.maximum) : issue.code === "too_small" ? Number(issue.minimum) : undefined;
  const code =
    issue.code === "invalid_format" && issue.format === "email"
      ? "not_an_email"
      : (codes[issue.code] ?? "not_an_option");
  return limit === undefined ? { code } : { code, limit };
}
