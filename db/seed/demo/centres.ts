import type { Level } from "#app/domain/words.ts";

/**
 * Describes six invented centres: mbo, hbo and mixed; one that forbids result obligations, one that lives from paid
 * results, one digital workshop (docs/domain.md 6.8).
 */
export type CentreSpec = {
  slug: string;
  name: string;
  kind: string;
  pppType: string;
  region: string;
  about: string;
  hue: number;
  institution: string;
  place: string;
  brin: string;
  programme: string;
  levels: Level[];
  communities: [string, string];
  switches: Record<string, unknown>;
  minors: boolean;
};
const holidays = [
  { from: "2026-07-11", to: "2026-08-23", name: "zomer" },
  { from: "2026-10-17", to: "2026-10-25", name: "herfst" },
  { from: "2026-12-19", to: "2027-01-03", name: "kerst" },
];
const centre = (spec: CentreSpec): CentreSpec => ({
  ...spec,
  switches: { holiday_calendar: holidays, ...spec.switches },
});
const all: Level[] = ["mbo-2", "mbo-3", "mbo-4", "ad", "hbo"];

export const centreSpecs: readonly CentreSpec[] = [
  centre({
    slug: "waterkracht-noord",
    name: "Waterkracht Noord",
    kind: "coe",
    pppType: "developer",
    region: "Fryslân",
    hue: 0,
    about: "Water en energie: bedrijven, waterschappen en de hogeschool werken samen aan vraagstukken uit de praktijk.",
    institution: "Hogeschool De Kade",
    place: "Leeuwarden",
    brin: "21XX",
    programme: "Watermanagement",
    levels: all,
    communities: ["Werkplaats Slim Water", "Lab Energie in Balans"],
    switches: { allow_fee: "paid", block_calendar: ["09-01", "10-05", "11-15", "02-01", "04-15", "06-15"] },
    minors: false,
  }),
  centre({
    slug: "maakindustrie-oost",
    name: "Maakindustrie Oost",
    kind: "civ",
    pppType: "developer",
    region: "Overijssel",
    hue: 1,
    about: "Techniek en chemie. Ook betaalde opdrachten met een afgesproken resultaat.",
    institution: "Techniekcollege Twentestroom",
    place: "Hengelo",
    brin: "22XX",
    programme: "Mechatronica",
    levels: all,
    communities: ["Praktijklab Productie", "Werkplaats Procestechniek"],
    switches: {
      allow_fee: "paid",
      block_calendar: ["08-31", "09-28", "10-26", "11-16", "02-01", "04-15", "06-01"],
      guarantee_days: 90,
    },
    minors: true,
  }),
  centre({
    slug: "zorg-en-gastvrij",
    name: "Zorg en Gastvrij Zuid",
    kind: "civ",
    pppType: "initiator",
    region: "Noord-Brabant",
    hue: 2,
    about: "Zorg en gastvrijheid op mbo-niveau. Leren staat voorop: hier gelden alleen inspanningen.",
    institution: "ROC De Markt",
    place: "Roosendaal",
    brin: "23XX",
    programme: "Verzorgende IG",
    levels: all,
    communities: ["Leerhuis Zorg", "Proefkeuken"],
    switches: {
      allow_result: false,
      allow_fee: "none",
      block_calendar: ["08-24", "09-21", "10-19", "11-16", "01-11", "03-08", "05-17"],
    },
    minors: true,
  }),
  centre({
    slug: "digitale-werkplaats",
    name: "Digitale Werkplaats",
    kind: "civ",
    pppType: "developer",
    region: "Utrecht",
    hue: 3,
    about: "Software, data en veiligheid voor kleine bedrijven, door teams van mbo en hbo samen.",
    institution: "Mediacollege De Schakel",
    place: "Utrecht",
    brin: "24XX",
    programme: "Software development",
    levels: all,
    communities: ["Code & Co", "Datahub"],
    switches: { allow_fee: "paid", block_calendar: ["09-07", "10-05", "11-02", "02-01", "03-01", "04-12", "06-07"] },
    minors: true,
  }),
  centre({
    slug: "groene-kas",
    name: "De Groene Kas",
    kind: "civ",
    pppType: "initiator",
    region: "Zuid-Holland",
    hue: 4,
    about: "Tuinbouw van zaad tot schap: telers, toeleveranciers en groene opleidingen.",
    institution: "Groencollege Westland",
    place: "Naaldwijk",
    brin: "25XX",
    programme: "Teelt en technologie",
    levels: all,
    communities: ["Kas van Morgen", "Plantgezondheid"],
    switches: { allow_fee: "paid", block_calendar: ["09-01", "09-29", "11-02", "02-01", "04-15", "06-08"] },
    minors: false,
  }),
  centre({
    slug: "bouw-en-logistiek",
    name: "Bouw en Logistiek Midden",
    kind: "coe",
    pppType: "developer",
    region: "Gelderland",
    hue: 5,
    about: "Bouwen, vervoeren en opslaan: slimmer, schoner en veiliger.",
    institution: "Hogeschool Heuvelrug",
    place: "Ede",
    brin: "26XX",
    programme: "Logistics engineering",
    levels: all,
    communities: ["Bouwplaats van Morgen", "Logistiek Lab"],
    switches: { allow_fee: "paid", block_calendar: ["08-31", "10-05", "11-09", "02-01", "04-19", "06-14"] },
    minors: false,
  }),
];
