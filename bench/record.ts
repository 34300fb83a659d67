import type { Recorder, Statement } from "./recorder.ts";

/** The bare server gets one page as its SQL by transaction, and its bytes. */
export type Plain = { segments: Statement[][]; html: string; status: number };
/** Sends one request through the recorder, as whoever it is from. */
type Sender = () => Promise<{ html: string; status: number }>;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/**
 * Sends a request three times and notes its SQL of the last; what differs from the one before is made anew every time.
 */
export async function record(recorder: Recorder, send: Sender): Promise<Plain> {
  const ask = async () => {
    await pause(150);
    recorder.statements.length = 0;
    return { ...(await send()), said: segmentsOf(recorder.statements) };
  };
  await ask();
  const [one, two] = [await ask(), await ask()];
  const before = new Map(one.said.map((segment) => [shape(segment), segment]));
  const segments = two.said
    .filter((segment) => before.has(shape(segment)))
    .map((segment) =>
      segment.map((statement, i) => ({
        ...statement,
        params: statement.params.map((p, j) => mark(p, before.get(shape(segment))?.[i]?.params[j])),
      })),
    );
  return { segments, html: two.html, status: two.status };
}
/** Tells what a transaction asks, whatever it asks it with: the same request does it again, a round of the server does not. */
const shape = (segment: readonly Statement[]) => segment.map((s) => s.text).join(";");
function mark(now: string | null, before: string | null | undefined): string | null {
  if (now === null || before === null || before === undefined || now === before) return now;
  const kind = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(now)
    ? "uuid"
    : /^\d{4}-\d\d-\d\dT/.test(now)
      ? "time"
      : /^[0-9a-f]{64}$/.test(now)
        ? "hex"
        : /^\d+$/.test(now)
          ? "count"
          : "";
  return kind ? `\u0001${kind}|${now}` : now;
}
/** Returns transactions as they went, each on its own connection; the postman's and the clock's rounds are not the request's. */
function segmentsOf(statements: readonly Statement[]): Statement[][] {
  const segments: Statement[][] = [];
  const open = new Map<number, Statement[]>();
  for (const s of statements) {
    if (/^\s*begin/i.test(s.text)) {
      const segment: Statement[] = [];
      open.set(s.connection, segment);
      segments.push(segment);
    } else if (!/^\s*(commit|rollback)/i.test(s.text)) open.get(s.connection)?.push(s);
  }
  return segments.filter(
    (segment) =>
      segment.length > 0 &&
      !segment.some((s) => /skip locked|insert into "mailbox"|^select "id" from "centres"/i.test(s.text)) &&
      !isClerk(segment[0]),
  );
}
/** The reach of nobody in particular over all centres: the server's own rounds. */
const isClerk = (opening: Statement | undefined) => opening?.params[0] === "" && Boolean(opening.params[1]);
