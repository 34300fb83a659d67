import { topicsOf } from "#app/domain/market/topics.ts";
import { textIn } from "#app/domain/fields/text-in.ts";
import type { Answer, Answers, Field } from "#app/domain/fields/fields.ts";
import { termFields, type TermId, type Terms } from "#app/domain/agreement/terms/fields.ts";
import { levels as allLevels, type Level, type Obligation } from "#app/domain/words.ts";
import type { Cast } from "./cast.ts";
import { day } from "./acts.ts";
import type { World } from "./world.ts";

/** Holds what people in a story write, told from its own question. */
export type Telling = ReturnType<typeof tellingOf>;
const first = (value: unknown, mark: RegExp) => textIn(value).split(mark)[0]?.trim() ?? "";

/**
 * A story of this question continues with these words. What is made and whom it is for are words of the question, of any
 * gender and number: no sentence puts an article before a product, or a verb after users.
 */
export function tellingOf(q: Answers, w: World, c: Cast) {
  const product = first(q.deliverables, /[\n,]/) || "rapport";
  const skill = first(q.skills, /,/) || "onderzoek doen";
  const users = textIn(q.end_users) || "medewerkers";
  const levels = (Array.isArray(q.levels) ? q.levels : ["hbo"]).filter((l): l is Level =>
    (allLevels as readonly unknown[]).includes(l),
  );
  const wanted = textIn(q.draft_criteria)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    product,
    skill,
    users,
    levels,
    level: levels[0] ?? ("hbo" as const),
    secret: q.confidentiality === "secret",
    seats: [Number(q.seats_min ?? 3), Number(q.seats_max ?? 5)] as const,
    themes: topicsOf(q).themes.length ? topicsOf(q).themes : ["research"],
    programme: textIn(q.programme) || "Innovatie en techniek",
    price: q.fee_kind === "none" ? "" : String(Math.round(Number(q.fee_amount ?? 0) / 100)),
    rights: textIn(q.ip_proposal) || "open_licence",
    work: `Gewerkt aan: ${product}`,
    approach: [
      `Wij beginnen bij de ${users}: twee weken meekijken en meten.`,
      "Daarna maken de studenten een eerste versie en toetsen die op de werkplek.",
      "Elke twee weken laten wij zien wat er is.",
    ].join(" "),
    needs: `Toegang tot de werkplek, een vaste contactpersoon en twee middagen met de ${users}.`,
    handover: `Overgedragen: ${product}, met uitleg voor de ${users} en een lijst van wat nog open staat.`,
    limits: "Getoetst op één locatie; op andere locaties nog niet.",
    gain: `Minder uitzoekwerk voor de ${users}: de uitkomst zit nu in het dagelijks werk.`,
    lesson: `Meer over ${skill}, en hoe dat er op de werkplek aan toegaat.`,
    steps: `Uitleg aan de ${users}, vier weken proef, daarna vaste werkwijze.`,
    kickoff: kickoffOf(textIn(q.title), w.names.get(c.teacher), w.names.get(c.employee)),
    reports: reportsOf(product, users),
    /** The same answers for each criterion, as a form posts them. */
    criteria: (name: string, answers: Record<string, string>) =>
      Object.fromEntries(
        wanted.flatMap((_, i) => Object.entries(answers).map(([k, v]) => [`${name}.${i}.${k}`, v] as const)),
      ),
    /** Says what people must still answer in the first draft. */
    terms: (obligation: Obligation, known: Terms): Terms => ({
      ...termsOfBoth({ product, skill, users }),
      ...costsOf(known),
      ...lawOf(known),
      ...(obligation === "result" ? termsOfResult({ product, users, wanted }, known, w, c) : {}),
    }),
  };
}
const kickoffOf = (title: string, teacher = "De docent", employee = "een medewerker") => ({
  ambition: `${title}: samen uitzoeken wat werkt.`,
  roles: `${teacher} leidt, ${employee} kent het werk.`,
  meetings: "Om de week, om en om bij het bedrijf en op school.",
  safety: "Instructie op de werkplek gegeven.",
  employees: `${employee[0]?.toUpperCase() ?? ""}${employee.slice(1)} doet mee.`,
});
const reportsOf = (product: string, users: string) => [
  {
    done: `Gesproken met de ${users} en de eerste metingen gedaan.`,
    next: `Opzet maken: ${product}.`,
    blocked: "",
  },
  {
    done: `Eerste opzet besproken met de ${users}.`,
    next: "Toetsen op de werkplek.",
    blocked: "Wij wachten nog op een deel van de gegevens.",
  },
  { done: "Twee keer getoetst op de werkplek en aangepast.", next: "Tussenevaluatie voorbereiden.", blocked: "" },
];
/** Adds what a version must say beside, where not all is public or makers may transfer their rights. */
const lawOf = ({ confidentiality, ip_foreground: rights }: Terms): Terms => ({
  ...(confidentiality && confidentiality !== "public"
    ? { confidentiality_scope: "Gegevens van klanten, recepten en tekeningen van het bedrijf." }
    : {}),
  ...(rights === "transfer_by_deed"
    ? { ip_background: "Het bedrijf brengt zijn eigen gegevens en tekeningen in." }
    : {}),
});
/** Says how the fee is made up: two thirds for guidance and the rest for material, in whole euros. */
function costsOf({ fee_amount: fee }: Terms): Terms {
  if (!fee) return {};
  const guidance = Math.round(fee / 150) * 100;
  return {
    cost_lines: [
      { title: "Begeleiding", amount: guidance },
      { title: "Materiaal", amount: fee - guidance },
    ],
  };
}
type StoryWords = { product: string; skill: string; users: string };
const termsOfBoth = ({ product, skill, users }: StoryWords): Terms => ({
  scope_out: "Uitrol naar andere locaties.",
  openness_effects: "as_agreed_here",
  activities: [
    { activity: "Meekijken en meten", who: "studenten" },
    { activity: `Maken en toetsen: ${product}`, who: `studenten en ${users}` },
  ],
  learning_goals: [
    { group: "student", goal: `Oefenen met ${skill} in de praktijk` },
    { group: "teacher", goal: `Nieuwe voorbeelden voor lessen over ${skill}` },
    { group: "employee", goal: "Werken met de uitkomst" },
  ],
  minors_allowed: true,
  liability_cap: 1000000,
  insured: "both",
  evaluation_consent: true,
  curriculum_use_right: "yes",
  knowledge_product: "summary",
});
const termsOfResult = (
  { product, users, wanted }: Omit<StoryWords, "skill"> & { wanted: readonly string[] },
  known: Terms,
  w: World,
  c: Cast,
): Terms => ({
  vat_regime: "standard",
  implementation_plan: `Invoeren bij de ${users}.`,
  implementation_date: day(w, 200),
  implementation_owner: w.names.get(c.contact) ?? "",
  quality_owner: w.names.get(c.quality) ?? "",
  criteria: wanted.map((line) => ({
    text: line,
    value: /\b(?:minstens|minimaal|hoogstens|maximaal)\b[^.,;]*/i.exec(line)?.[0] ?? "zoals in dit criterium staat",
    test_method: "Proef op locatie, samen met de docent",
    measurer: "Hoofd van de afdeling",
  })),
  milestones: [
    { title: "Opzet", date: known.midterm_date ?? "" },
    { title: product, date: known.end_date ?? "" },
  ],
});
/** Returns an answer for every term that is still open, so that a story never hangs on a new field. */
export const plausible = (terms: Terms, open: readonly TermId[]): Answers =>
  Object.fromEntries(open.map((id) => [id, answerTo(termFields[id].field, terms)]));
function answerTo(field: Field, terms: Terms): Answer {
  switch (field.kind) {
    case "check":
    case "yesno":
      return true;
    case "whole":
      return field.min ?? 1;
    case "money":
      return 100000;
    case "date":
      return terms.end_date ?? null;
    case "choice":
      return field.options[0] ?? null;
    case "choices":
      return field.options.slice(0, 1);
    case "rows":
      return [Object.fromEntries(Object.entries(field.of).map(([k, f]) => [k, answerTo(f, terms)]))];
    default:
      return "Zoals besproken bij de intake.";
  }
}
