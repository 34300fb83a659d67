import { agreementTab } from "#app/services/agreement/agreement-tab.server.ts";
import { act, day, later } from "../acts.ts";
import type { Chapter } from "./line.ts";

/** The company plans how the result is taken into use. */
export const implementing: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 5);
  return act(w, c.owner, "assignment", id, "start_implementation", {
    owner: w.names.get(c.contact) ?? "",
    steps: tell.steps,
    owner_email: "techniek@voorbeeld.nl",
    employees: "Twee collega's leren ermee werken",
    end_users: tell.users,
    target_on: day(w, 40),
  });
};
/** The result is in use, with what it changed. */
export const implemented: Chapter = async ({ w, c, id, tell }) => {
  await later(w, 40);
  return act(w, c.owner, "assignment", id, "declare_in_use", {
    degree: "full",
    since: day(w, -2),
    evidence: "Foto van de werkplek en een verklaring van de afdeling.",
    effect_kind: "cost",
    effect: tell.gain,
    effect_grade: "B",
  });
};
/** The company says why the result is not used. */
export const notInUse: Chapter = async ({ w, c, id }) => {
  await later(w, 30);
  return act(w, c.owner, "assignment", id, "declare_not_in_use", {
    reason: "geen_tijd",
    explanation: "De planning zit vol.",
    learned: "Wij weten nu beter wat er nodig is.",
  });
};
/** The school begins to keep what was learned. */
export const anchoring: Chapter = async ({ w, c, id }) => {
  await later(w, 4);
  return act(w, c.teacher, "assignment", id, "start_anchoring", { owner: c.teacher });
};
/** The company pays all that is still open, as education asked it. */
const pays: Chapter = async ({ w, c, id }) => {
  const { payments } = await agreementTab(await w.as(c.owner), id, null);
  for (const { key, open } of payments?.lines ?? [])
    if (open > 0)
      await act(w, c.coordinator, "assignment", id, "record_payment", {
        instalment: key,
        invoice: `SLOT-${key}`,
        amount: (open / 100).toFixed(2).replace(".", ","),
        invoiced_on: day(w, -2),
        paid_on: day(w, 0),
      });
};
/** What was learned is in the curriculum, and the assignment is closed. */
export const closed: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  await later(w, 70);
  await act(w, c.teacher, "assignment", id, "note_curriculum", {
    transfer: "module",
    programme: tell.programme,
    what: `Nieuwe module: ${tell.skill}`,
    in_use_on: day(w, 60),
  });
  await act(w, c.employee, "assignment", id, "note_yield", {
    group: "employee",
    skill: tell.skill,
    before: "1",
    after: "3",
    evidence: "Werkt er dagelijks mee",
  });
  await act(w, c.teacher, "assignment", id, "note_knowledge", {
    title: `Handleiding: ${tell.product}`,
    licence: "cc_by",
    link: "https://voorbeeld.nl/handleiding",
  });
  await act(w, c.owner, "assignment", id, "note_follow_up", { follow_up: "none", what: "Voorlopig klaar." });
  await act(w, c.coordinator, "assignment", id, "confirm_ledger", {
    in_kind_hours: "40",
    cash: "0",
    note: "Ook de uren van de begeleiding op de werkplek.",
  });
  await pays(line);
  await act(w, c.coordinator, "assignment", id, "close", { closing_note: "Mooi resultaat." });
};
