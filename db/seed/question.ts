import type { Answers } from "#app/domain/fields/fields.ts";
import type { Obligation } from "#app/domain/words.ts";

/** Returns a complete intake, for tests; the demo's forty come from `vraagstukken.json`. */
export const question = (obligation: Obligation): Answers => ({
  title: "Verstopte gemalen voor zijn",
  problem:
    "Onze gemalen raken verstopt door doekjes en vet. " +
    "We rukken pas uit als de pomp stilstaat, vaak midden in de nacht. " +
    "We willen uit stroom, draaiuren en waterstand eerder zien dat een pomp vastloopt, " +
    "zodat we overdag kunnen schoonmaken.",
  goal: "Een waarschuwing die minstens een dag voor een storing komt.",
  end_users: "storingsmonteurs",
  sector: "water",
  place: "Sneek",
  urgency: "this_year",
  business_case: "Elke storing kost ons 900 euro en een nachtrit. Er zijn er tachtig per jaar.",
  critical: false,
  hours_company: 40,
  employees: 2,
  brings: "Meetgegevens van twaalf gemalen over drie jaar.",
  obligation,
  draft_criteria:
    obligation === "result"
      ? "Van 40 storingen is minstens 80% een dag eerder gemeld.\nHoogstens twee loze meldingen per gemaal per maand."
      : "",
  confidentiality: "public",
  hide_company: false,
  teaser: "",
  ip_proposal: "open_licence",
  weeks: 10,
  hours_student: 160,
  levels: ["hbo"],
  seats_min: 2,
  seats_max: 5,
  skills: "data-analyse, pompen, waterbeheer",
  deliverables: "model dat storingen voorspelt\nadviesrapport",
  fee_kind: obligation === "result" ? "fixed" : "none",
  fee_amount: obligation === "result" ? 600000 : 0,
  funding_regime: obligation === "result" ? "contract" : "regular_education",
});
