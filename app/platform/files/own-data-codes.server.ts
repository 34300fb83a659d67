import { doneWords } from "#app/i18n/move-words.ts";
import { ownDataWords } from "#app/i18n/own-data.server.ts";
import { roleNames, words } from "#app/i18n/words.ts";
import type { Locale } from "#app/domain/words.ts";

type Row = Readonly<Record<string, unknown>>;
type Codes = Readonly<Record<string, string>>;

/**
 * Tells what the codes of a column are called on the screens, by `table.column`, or by the column alone where every
 * table means the same with it. A column that is not here has no closed list, or none whose words are known.
 */
const lists = (locale: Locale): Readonly<Record<string, Codes>> => {
  const all = words(locale);
  const { enums } = all;
  const t = ownDataWords(locale);
  const roles = { ...roleNames(locale), ...enums.seatRole, ...enums.relation };
  return {
    locale: { nl: all.shell.language.nl, en: all.shell.language.en },
    role: roles,
    relation: roles,
    actingAs: roles,
    onBehalfOf: roles,
    ageBand: enums.ageBand,
    obligation: enums.obligation,
    allowedObligations: enums.obligation,
    side: enums.side,
    track: enums.track,
    degree: enums.degree,
    sector: enums.sector,
    confidentiality: enums.confidentiality,
    ipProposal: enums.ipProposal,
    fundingRegime: enums.fundingRegime,
    feeKind: enums.feeKind,
    levels: enums.level,
    dayParts: all.rounds.dayPart,
    discipline: all.rounds.discipline,
    reason: all.reasons,
    object: t.objects,
    "account_events.act": all.privacy.account.mine.act,
    "assignments.status": enums.status,
    "claims.status": enums.claim,
    "agreements.status": enums.agreement,
    "deliveries.status": enums.delivery,
    "members.status": enums.member,
    "flags.status": enums.flag,
    "flags.kind": enums.flagKind,
    "milestones.status": enums.milestone,
    "interests.status": enums.interest,
    "rounds.status": all.rounds.status,
    "round_runs.status": all.matching.status,
    "round_runs.kind": all.matching.kind,
    "round_guides.kind": all.rounds.guideKind,
    "round_students.level": all.rounds.level,
    "showcases.status": all.showcase.showcase.status,
    "showcase_consents.status": all.showcase.consent.status,
    "self_scans.moment": all.community.scan.moments,
    "outbox.kind": t.letters,
  };
};
const byLocale = new Map<Locale, ReturnType<typeof lists>>();
const listsIn = (locale: Locale) => {
  const made = byLocale.get(locale) ?? lists(locale);
  byLocale.set(locale, made);
  return made;
};

/** Tells what one code in a row is called; undefined where its column has no list, or the list no such code. */
export function codeLabel(table: string, column: string, code: string, row: Row, locale: Locale): string | undefined {
  const all = words(locale);
  if (table === "events" && column === "move") return doneWords(all, code);
  if (table === "events" && /^(from|to)Status$/.test(column)) return stateOf(String(row.object), code, locale);
  const known = listsIn(locale);
  const list = known[`${table}.${column}`] ?? known[column];
  return list && Object.hasOwn(list, code) ? list[code] : undefined;
}
/** A status in the log is one of what the step was about. */
function stateOf(object: string, code: string, locale: Locale): string | undefined {
  const { enums, showcase } = words(locale);
  const states: Readonly<Record<string, Codes>> = {
    assignment: enums.status,
    claim: enums.claim,
    agreement: enums.agreement,
    delivery: enums.delivery,
    member: enums.member,
    milestone: enums.milestone,
    flag: enums.flag,
    interest: enums.interest,
    guardian_request: enums.guardian,
    guarantee_case: enums.guarantee,
    showcase: showcase.showcase.status,
    showcase_consent: showcase.consent.status,
  };
  return states[object]?.[code];
}
