import { longest, type Answer, type Field } from "./fields.ts";
import { isBlank } from "#app/domain/marks.ts";
import type { FieldError, FieldErrorCode } from "#app/domain/refusal.ts";

/** Reading a posted text gives a value (null when it is empty), or why it has none. */
export type Read = { value: Answer } | { error: FieldError };
const no = (code: FieldErrorCode, limit?: number): Read => ({
  error: limit === undefined ? { code } : { code, limit },
});
const yes = (value: Answer): Read => ({ value });

const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
/** Counts lengths in code points, as people count. */
const length = (text: string) => [...text].length;
/** Finds control characters (tab and line ends aside) and half characters, which no database or screen can show. */
export const unreadable = (text: string) => control.test(text) || /\p{Surrogate}/u.test(text);
/** Line ends become \n and white space at the very end goes; all else stays exactly as typed (no NFC). */
const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trimEnd();

/** Reads every kind of single answer. `time` is the second box of a date with a time. */
export function readScalar(field: Field, typed: string, time = ""): Read {
  if (unreadable(typed)) return no("unreadable_text");
  const text = field.kind === "text" ? tidy(typed) : typed.trim();
  if (field.kind === "check") return yes(["on", "yes", "true", "1"].includes(text));
  // A name of what shows nothing would make a link without words.
  if (isBlank(text)) return yes(null);
  switch (field.kind) {
    case "line":
      return bounded(oneLine(text), field.max ?? longest.line);
    case "text":
      return bounded(text, field.max ?? longest.text);
    case "email":
      return readEmail(text);
    case "web":
      return length(text) > longest.line
        ? no("too_long", longest.line)
        : isWebAddress(text)
          ? yes(text)
          : no("not_a_link");
    case "kvk":
      return readKvk(text);
    case "postcode":
      return readPostcode(text);
    case "yesno":
      return text === "yes" ? yes(true) : text === "no" ? yes(false) : no("not_an_option");
    case "money":
      return readMoney(text);
    // A password is kept as typed: spaces count.
    case "password":
      return bounded(text, 256);
    case "code":
      return bounded(text.replace(/\s/g, ""), longest.line);
    case "date":
      return field.time ? readMoment(text, time) : readDate(text);
    case "whole":
      return field.counts === "hours"
        ? readWholeHours(text, field.min, field.max)
        : readWhole(text, field.min, field.max);
    case "duration":
      return readDuration(text, field.min, field.max);
    default:
      return yes(text);
  }
}

const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, " ");
const bounded = (text: string, most: number): Read => (length(text) > most ? no("too_long", most) : yes(text));

/** Asks one @, a domain with a dot and no spaces, in at most 254 characters (RFC 5321); unusual but legal addresses pass. */
export function readEmail(text: string): Read {
  if (text.length > 254) return no("too_long", 254);
  const parts = /^([^\s@<>(),;:\\"[\]]{1,64})@([^\s@]+)$/.exec(text);
  const name = parts?.[1] ?? "";
  const host = parts?.[2] ?? "";
  const labels = host.split(".");
  const plain =
    labels.length >= 2 &&
    labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u.test(label));
  return plain && !/^\.|\.$|\.\./.test(name) ? yes(text) : no("not_an_email");
}

/** Tells whether it is an address that a reader may be sent to: https, a host with a dot, no spaces. */
export const isWebAddress = (text: string): boolean => /^https:\/\/[^\s/][^\s/.]*\.[^\s]+$/.test(text);

/** Eight digits as text, leading zeros kept; spaces and dots between them are fine (docs/domain.md 9). */
function readKvk(text: string): Read {
  const digits = text.replace(/[\s.]/g, "");
  return /^\d{8}$/.test(digits) ? yes(digits) : no("not_a_kvk");
}

/** Returns the four digits of a Dutch postcode; letters behind them may be typed, and are not kept. */
function readPostcode(text: string): Read {
  const digits = /^([1-9]\d{3})(\s*[a-z]{2})?$/i.exec(text)?.[1];
  return digits ? yes(digits) : no("not_a_postcode");
}

/** Reads a whole number, also when it is written with dots between thousands. */
function readWhole(text: string, min = -2_147_483_648, max = 2_147_483_647): Read {
  const plain = /^[-+]?\d{1,3}(\.\d{3})+$/.test(text)
    ? text.replaceAll(".", "")
    : text.replace(/(?<=\d)\s(?=\d{3})/g, "");
  if (!/^[-+]?\d{1,12}$/.test(plain)) return no("not_a_number");
  const n = Number(plain);
  return n < min ? no("number_out_of_range", min) : n > max ? no("number_out_of_range", max) : yes(n === 0 ? 0 : n);
}

/** Returns whole hours: a plain number, or time as people write it that comes to whole hours (8 uur, 480 min, 8:00). */
function readWholeHours(text: string, min?: number, max?: number): Read {
  const plain = readWhole(text, min, max);
  if (!("error" in plain) || plain.error.code !== "not_a_number") return plain;
  const time = readDuration(text);
  if (!("value" in time) || typeof time.value !== "number") return plain;
  return time.value % 60 === 0 ? readWhole(String(time.value / 60), min, max) : no("not_whole_hours");
}

const hoursAlone = /^(\d{1,6})(?:[.,](\d{1,2}))?(?:u|uur|uren|h|hr|hrs|hour|hours)?$/;
const minutesAlone = /^(\d{1,7})(?:m|min|mins|minuut|minuten|minute|minutes)$/;
const hoursAndMinutes = /^(\d{1,6})(?::|u|uur|uren|h|hr|hrs|hour|hours)(?:en|and)?(\d{1,2})(?:m|min|minuten|minutes)?$/;
/** No entry is longer than this many minutes; more is a slip of the pen. */
const mostMinutes = 100_000 * 60;
/**
 * Returns time as people write it, in whole minutes: 1,5 · 1.5 · 8 uur · 90 min · 1:30 · 1u30 · 1 h 30 · 1.500 uur. A
 * number alone is hours; a minus before it takes time back.
 */
function readDuration(text: string, min = 0, max = mostMinutes): Read {
  const joined = text.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, "");
  if (length(joined) > 40 || /\d\s\d/.test(joined)) return no("not_a_duration");
  const written = joined
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/\d{1,3}(\.\d{3})+(?!\d)/, (thousands) => thousands.replaceAll(".", ""));
  const back = written.startsWith("-") || written.startsWith("−");
  const size = minutesIn(back ? written.slice(1) : written);
  if (size === null) return no("not_a_duration");
  const minutes = back && size > 0 ? -size : size;
  if (minutes < min) return no("duration_too_short", min);
  return minutes > max ? no("duration_too_long", max) : yes(minutes);
}
function minutesIn(typed: string): number | null {
  const alone = hoursAlone.exec(typed);
  if (alone) return Number(alone[1]) * 60 + Math.round(Number(`0.${alone[2] ?? "0"}`) * 60);
  const minutes = minutesAlone.exec(typed);
  if (minutes) return Number(minutes[1]);
  const both = hoursAndMinutes.exec(typed);
  return both && Number(both[2]) < 60 ? Number(both[1]) * 60 + Number(both[2]) : null;
}

/** No agreement here is worth more than a hundred million euro; in cents. */
export const mostMoney = 100_000_000_00;
/**
 * Reads our own grammar (docs/trust.md 6.1): 1.234,56 · 1234,5 · €1234. A dot before other than three digits, or a
 * comma before a dot, is ambiguous.
 */
function readMoney(text: string): Read {
  const bare = text
    .replace(/^(€|eur(o)?)\s*/i, "")
    .replace(/(€|eur(o)?)$/i, "")
    .trimEnd()
    .replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3})/g, "")
    .replace(/,-+$/, "");
  if (/^(\d{1,12}|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(bare)) {
    const [euros = "0", cents = ""] = bare.replaceAll(".", "").split(",");
    const amount = Number(euros) * 100 + Number(cents.padEnd(2, "0"));
    return amount > mostMoney ? no("number_out_of_range", mostMoney / 100) : yes(amount);
  }
  return /^\d[\d.,]*$/.test(bare) && /[.,]/.test(bare) ? no("ambiguous_money") : no("not_money");
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ["januari", "jan", "january"],
    ["februari", "feb", "february"],
    ["maart", "mrt", "march", "mar"],
    ["april", "apr"],
    ["mei", "may"],
    ["juni", "jun", "june"],
    ["juli", "jul", "july"],
    ["augustus", "aug", "august"],
    ["september", "sep", "sept"],
    ["oktober", "okt", "october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, i) => names.map((name) => [name, i + 1])),
);
const weekday = /^(ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/**
 * Returns a real calendar day between 1900 and 2200, in any common Dutch way of writing; a year of two digits is
 * refused. Comes out as "yyyy-mm-dd".
 */
function readDate(text: string): Read {
  const day = text.toLowerCase().replace(weekday, "").trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day);
  const dutch = /^(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{2}|\d{4})$/.exec(day);
  const written = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2}|\d{4})$/.exec(day);
  if (iso) return realDay(iso[1], Number(iso[2]), iso[3]);
  if (dutch) return realDay(dutch[3], Number(dutch[2]), dutch[1]);
  const month = written?.[2] !== undefined && Object.hasOwn(months, written[2]) ? months[written[2]] : undefined;
  return written && month ? realDay(written[3], month, written[1]) : no("not_a_date");
}

function realDay(year = "", month: number, date = ""): Read {
  const y = Number(year),
    d = Number(date);
  if (year.length === 2) return no("date_out_of_range");
  const at = new Date(Date.UTC(y, month - 1, d));
  if (y >= 100 && (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== d)) return no("not_a_date");
  if (y < 1900 || y > 2200) return no("date_out_of_range");
  return yes(at.toISOString().slice(0, 10));
}

/** Returns a day with a time of the clock: "yyyy-mm-ddThh:mm", in Dutch time. The time may also stand after the day in the same box. */
function readMoment(text: string, time: string): Read {
  const tail = /[\sT](\d{1,2}[:.]\d{2})(?:\s*uur)?$/i.exec(text);
  const day = readDate(tail ? text.slice(0, tail.index).trimEnd() : text);
  if ("error" in day) return day;
  const clock = /^(\d{1,2})[:.](\d{2})(?:\s*uur)?$/i.exec(time.trim() || (tail?.[1] ?? ""));
  if (!clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return no("not_a_time");
  return yes(`${String(day.value)}T${clock[1]?.padStart(2, "0")}:${clock[2]}`);
}
