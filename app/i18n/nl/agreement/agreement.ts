import type { FixedTerm, Section, TermId } from "#app/domain/agreement/terms/fields.ts";
import type { Change } from "#app/domain/agreement/terms/changes.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import { annexes, ipChoice } from "./annexes.ts";
import { clauses } from "./clauses.ts";
import { law } from "./law.ts";
import { means } from "./means.ts";
import { misfit } from "./misfit.ts";
import { work } from "./work.ts";

/** Holds titles, and what each part means in plain language. */
const sections = {
  parties: {
    title: "Partijen",
    plain: "School en bedrijf sluiten deze overeenkomst. Studenten zijn geen partij.",
  },
  question: {
    title: "Vraag en afbakening",
    plain: "Dit is de vraag, en dit hoort er niet bij.",
  },
  obligation: {
    title: "Verplichting",
    plain: "Hier staat of het team zijn best doet, of een resultaat belooft.",
  },
  approach: {
    title: "Aanpak en producten",
    plain: "Zo gaat het team werken, dit leren mensen en dit komt eruit.",
  },
  acceptance: {
    title: "Criteria en acceptatie",
    plain: "Zo kijkt u samen of het werk af is.",
  },
  planning: {
    title: "Planning",
    plain: "Wanneer het werk begint en eindigt, en wanneer u bericht krijgt.",
  },
  money: {
    title: "Geld",
    plain: "Wat het kost, en wanneer u betaalt.",
  },
  duties: {
    title: "Inzet van bedrijf en onderwijs",
    plain: "Dit doet iedere kant, zodat het team verder kan.",
  },
  team: {
    title: "Team",
    plain: "Wie er meedoen, en wat er gebeurt als iemand stopt.",
  },
  rights: {
    title: "Rechten",
    plain: "Wie eigenaar is van wat het team maakt, en wie het mag gebruiken.",
  },
  secrecy: {
    title: "Geheimhouding en publicatie",
    plain: "Wat u met anderen mag delen, en wat niet.",
  },
  privacy: {
    title: "Privacy",
    plain: "Hoe u omgaat met gegevens van mensen.",
  },
  liability: {
    title: "Aansprakelijkheid",
    plain: "Wie betaalt als er schade is. Studenten worden beschermd.",
  },
  changes: {
    title: "Wijzigen en stoppen",
    plain: "Zo verandert u iets, pauzeert u of stopt u eerder.",
  },
  complaints: {
    title: "Klachten en geschillen",
    plain: "Waar u terechtkunt als het niet goed gaat.",
  },
  anchoring: {
    title: "Gebruik en borging",
    plain: "Zo blijft het werk niet op de plank liggen.",
  },
} satisfies Record<Section, { title: string; plain: string }>;

/** These words are of the agreement: its fields, its clauses and its annexes. */
export const agreement = {
  yes: "Ja",
  no: "Nee",
  plain: "In gewone taal",
  sections,
  fields: {
    ...work,
    ...means,
    ...law,
  } satisfies Record<TermId, FieldWords>,
  fixed: {
    obligation_text: "Vaste tekst over de verplichting",
    grade_independent: "Vaste tekst: de beoordeling staat los van het oordeel van het bedrijf",
    no_recourse_on_students: "Vaste tekst: geen verhaal op studenten",
  } satisfies Record<FixedTerm, string>,
  fixedHint: "Deze tekst is in elke overeenkomst hetzelfde.",
  clauses,
  annexes,
  annexCites: (version: number) => `Uit de getekende overeenkomst, versie ${version}:`,
  ipChoice,
  change: {
    added: "Nieuw",
    removed: "Vervallen",
    changed: "Gewijzigd",
  } satisfies Record<Change, string>,
  misfit,
};
