import type { Locale } from "#app/domain/words.ts";

/** This is a moment, or a plain day written as "yyyy-mm-dd". */
export type When = Date | string;
const zone = "Europe/Amsterdam";
const tags: Record<Locale, string> = { nl: "nl-NL", en: "en-GB" };
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const moment = (when: When) =>
  when instanceof Date ? when : new Date(dayOnly.test(when) ? `${when}T12:00:00Z` : when);

const fullDay = { weekday: "short", day: "numeric", month: "long", year: "numeric" } as const;
const calendarDay = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
const dayNumber = (when: When) => Math.round(Date.parse(`${calendarDay.format(moment(when))}T00:00:00Z`) / 86_400_000);
/** Counts whole calendar days in Amsterdam from `now` to `when`; the answer is negative when `when` is past. */
export const daysUntil = (when: When, now: When) => dayNumber(when) - dayNumber(now);

/** "2026-01-23" becomes "23-1-2026": the form in which a date field shows what it holds. */
export const typedDate = (iso: string) => iso.split("-").map(Number).reverse().join("-");
const typed = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2 });
/** 123450 becomes "1.234,50": the form in which a money field shows whole cents. */
export const typedMoney = (cents: number) => typed.format(cents / 100);

/** 90 minutes becomes "1:30": the form in which a field for time spent shows what it holds. */
export const typedDuration = (minutes: number) => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
};

/** 26_214_400 becomes "25 MB": a limit, which is a whole number of them; from a thousand on in GB. */
export const formatBytes = (bytes: number) => {
  const megabytes = Math.round(bytes / 1024 ** 2);
  return megabytes >= 1000 ? `${Math.round(megabytes / 102.4) / 10} GB` : `${megabytes} MB`;
};

function distance(say: Intl.RelativeTimeFormat, days: number): string {
  const size = Math.abs(days);
  if (size < 14) return say.format(days, "day");
  if (size < 70) return say.format(Math.round(days / 7), "week");
  return size < 700 ? say.format(Math.round(days / 30.44), "month") : say.format(Math.round(days / 365.25), "year");
}

function dateFormats(locale: Locale, tag: string) {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
    return (when: When) => format.format(moment(when)).replaceAll(",", "");
  };
  const away = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const date = dates(fullDay);
  const month = dates({ month: "long", year: "numeric" });
  const time = dates({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return {
    /** It reads as "vr 23 januari 2026". */
    date,
    /** It reads as "23 januari". */
    dayMonth: dates({ day: "numeric", month: "long" }),
    /** It reads as "23 jan 2026", for dense tables. */
    dateShort: dates({ day: "numeric", month: "short", year: "numeric" }),
    /** It reads as "februari 2027", also for "2027-02". */
    month: (when: When) => month(typeof when === "string" && when.length === 7 ? `${when}-15` : when),
    /** It reads as "14:05". */
    time,
    /** It reads as "vr 23 januari 2026, 14:05". */
    dateTime: (when: When) => `${date(when)}, ${time(when)}`,
    /** It reads as "over 3 dagen" or "gisteren", and stands only ever beside the exact date. */
    relative: (when: When, now: When) => distance(away, daysUntil(when, now)),
    /** "ma 2 februari 2026 t/m vr 6 februari 2026"; one day is said once. */
    range: (from: When, to: When) =>
      date(from) === date(to) ? date(from) : `${date(from)} ${locale === "nl" ? "t/m" : "to"} ${date(to)}`,
  };
}

const hourWord: Record<Locale, (hours: number) => string> = {
  nl: () => "uur",
  en: (hours) => (hours === 1 ? "hour" : "hours"),
};
function numberFormats(locale: Locale, tag: string) {
  const euro = new Intl.NumberFormat(tag, { style: "currency", currency: "EUR" });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    /** Writes whole cents as "€ 1.234,50", with a no-break space in Dutch. */
    money: (cents: number) => euro.format(cents / 100),
    /** It reads as "1.234" or "12,5". */
    // Most numbers are small and need no Intl.
    number: (n: number) => (n >= 0 && n < 1000 && Number.isInteger(n) ? String(n) : whole.format(n)),
    /** It writes 0.25 as "25%". */
    percent: (part: number) => share.format(part),
    /** Writes whole minutes as "1 uur 30 min", none as "0 uur"; what was taken back has a minus before it. */
    duration: (minutes: number) => {
      const size = Math.abs(minutes);
      const [hours, rest] = [Math.floor(size / 60), size % 60];
      const parts = [
        hours > 0 || rest === 0 ? `${hours} ${hourWord[locale](hours)}` : "",
        rest > 0 ? `${rest} min` : "",
      ];
      return `${minutes < 0 ? "−" : ""}${parts.filter(Boolean).join(" ")}`;
    },
    /** It reads as "a, b en c". */
    list: (items: readonly string[]) => list.format(items),
  };
}

const build = (locale: Locale) => ({ ...dateFormats(locale, tags[locale]), ...numberFormats(locale, tags[locale]) });
export type Formats = ReturnType<typeof build>;
const ready: Record<Locale, Formats> = { nl: build("nl"), en: build("en") };
/** Formats for one language, always in Amsterdam time; built once, since Intl objects are slow to make. */
export const formats = (locale: Locale): Formats => ready[locale];
