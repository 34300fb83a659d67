import { hashPassword } from "#app/platform/session/passwords.server.ts";
import type { Sql } from "postgres";
import type { At } from "./town-stories.ts";

/**
 * A text that may be read by some and by nobody else (docs/domain.md 3.2), or stands on no page at all: `set` puts it
 * in its column.
 */
type Canary = {
  what: string;
  song: string;
  for: readonly string[];
  set: (raw: Sql, at: At, song: string) => Promise<unknown>;
};
const company = ["owner", "contact"];
const steering = ["coordinator", "developer"];
const staff = ["teacher", "practor"];

export const canaries: readonly Canary[] = [
  {
    what: "a student's e-mail",
    song: "kanarie-student@geheim.nl",
    for: ["teacher", "coordinator"],
    set: (raw, _, song) => raw`update people set email = ${song}, demo = false where name = 'Daan Jansen'`,
  },
  {
    what: "the day a minor comes of age",
    song: "17 juli 2031",
    for: ["minor", "teacher", "coordinator"],
    set: (raw) => raw`update people set turns_18_on = '2031-07-17' where age_band = '16_17'`,
  },
  {
    what: "a guardian's name",
    song: "Kanarie Ouder",
    for: ["coordinator", "minor"],
    set: (raw, _, song) => raw`update guardian_requests set name = ${song}`,
  },
  {
    what: "a guardian's e-mail",
    song: "kanarie-ouder@geheim.nl",
    for: [],
    set: (raw, _, song) => raw`update guardian_requests set email = ${song}`,
  },
  {
    what: "a guardian's question",
    song: "kanarie vraagt een ouder",
    for: [],
    set: (raw, _, song) => raw`update guardian_requests set question = ${song}`,
  },
  {
    what: "a rival's plan",
    song: "kanarie aanpak van de ander",
    for: [...company, ...steering, "rival"],
    set: (raw, at, song) =>
      raw`
        update claims set approach = approach || ' ' || ${song}
        where lead_id = (select id from people where name = 'Kees de Wit') and assignment_id = ${at("published")}`,
  },
  {
    what: "a rival's price",
    song: "7.654,32",
    for: [...company, ...steering, "rival"],
    set: (raw, at) =>
      raw`
        update claims set price = 765432
        where lead_id = (select id from people where name = 'Kees de Wit') and assignment_id = ${at("published")}`,
  },
  {
    what: "the company's note on a claim",
    song: "kanarie over deze claim",
    for: [],
    set: (raw, at, song) => raw`update claims set note = ${song} where assignment_id = ${at("published")}`,
  },
  {
    what: "the quality owner's notes",
    song: "kanarie twijfel",
    for: [...staff, "lead", "second", "quality", "rival"],
    set: (raw, _, song) =>
      raw`update deliveries set judgement = ${raw.json({ "0": { verdict: "doubt", remark: song } })}`,
  },
  {
    what: "a delivery not yet released",
    song: "kanarie overdracht",
    for: [...staff, "lead", "second", "quality"],
    set: (raw, at, song) =>
      raw`update deliveries set handover = ${song} where assignment_id = ${at("at work")} and status = 'in_review'`,
  },
  {
    what: "a secret question",
    song: "kanarie van het geheim",
    for: [...company, "companySigner", ...steering, ...staff],
    set: (raw, at, song) => raw`update assignment_texts set problem = ${song} where assignment_id = ${at("secret")}`,
  },
  {
    what: "a secret question's title",
    song: "Kanarie in de titel",
    for: [...company, "companySigner", ...steering, ...staff],
    set: (raw, at, song) => raw`update assignments set title = ${song} where id = ${at("secret")}`,
  },
  {
    what: "the business case before anybody may read it",
    song: "kanarie reken mee",
    for: [...company, "companySigner", ...steering],
    set: (raw, at, song) =>
      raw`update assignment_texts set intake = intake || ${raw.json({ business_case: song })} where assignment_id = ${at("intake")}`,
  },
  {
    what: "what a dispute is about",
    song: "kanarie geschil",
    for: [...company, "companySigner", ...steering, ...staff, "institutionSigner", "quality", "steering"],
    set: (raw, at, song) =>
      raw`
        update events set answers = answers || ${raw.json({ asked: song })}
        where move = 'open_dispute' and assignment_id = ${at("disputed")}`,
  },
  {
    what: "hours of one student",
    song: "kanarie deed dit",
    for: [...staff, "coordinator", "lead"],
    set: (raw, _, song) =>
      raw`update hour_entries set what = ${song} where person_id = (select id from people where name = 'Yara el Amrani')`,
  },
  {
    what: "a result for everybody that nobody agreed with yet",
    song: "kanarie in de maak",
    for: [
      ...company,
      "companySigner",
      ...steering,
      ...staff,
      "lead",
      "second",
      "employee",
      "quality",
      "institutionSigner",
    ],
    set: (raw, at, song) =>
      raw`update showcases set changed = changed || ' ' || ${song} where assignment_id = ${at("anchoring")}`,
  },
  {
    what: "the address of a maker's guardian",
    song: "kanarie-maker@geheim.nl",
    for: [],
    set: (raw, _, song) =>
      raw`update showcase_consents set guardian_email = ${song}, guardian_name = ${song} where guardian_email <> ''`,
  },
  {
    what: "what a student says of a fellow student",
    song: "kanarie over een medestudent",
    for: [...staff, "rival", "coordinator", "second"],
    set: (raw, _, song) => raw`update round_bonds set why = why || ' ' || ${song}`,
  },
  {
    what: "a docent's word on a wish",
    song: "kanarie van de docent",
    for: [...staff, "rival", "coordinator"],
    set: (raw, _, song) => raw`update round_bonds set verdict = verdict || ' ' || ${song}`,
  },
  {
    what: "the hash of a password",
    song: "$argon2id$",
    for: [],
    set: async (raw) => raw`update people set password_hash = ${await hashPassword("kanarie in een kooi")}`,
  },
];
/** Puts every canary in its column. */
export async function release(raw: Sql, at: At) {
  for (const canary of canaries)
    if (((await canary.set(raw, at, canary.song)) as { count: number }).count === 0)
      throw new Error(`${canary.what}: no row to sing from`);
}
