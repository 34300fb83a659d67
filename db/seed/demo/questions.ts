import postcodes from "../data/plaatsen-postcodes.json" with { type: "json" };
import skillUris from "../data/vaardigheden-esco.json" with { type: "json" };
import data from "../data/vraagstukken.json" with { type: "json" };
import type { Answers } from "#app/domain/fields/fields.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import type { Course } from "./lives.ts";

type Given = (typeof data.vraagstukken)[number];
/** Describes one story to live: whose question it is, and its course. */
export type Plan = Course & { given: Given; title: string; centre: string };

const sectorCentre: Record<string, string> = {
  water: "waterkracht-noord",
  energie: "waterkracht-noord",
  chemie: "maakindustrie-oost",
  hightech: "maakindustrie-oost",
  zorg: "zorg-en-gastvrij",
  hospitality: "zorg-en-gastvrij",
  ict: "digitale-werkplaats",
  tuinbouw: "groene-kas",
  logistiek: "bouw-en-logistiek",
  bouw: "bouw-en-logistiek",
};
const centreFor = (given: Given, obligation: Obligation) =>
  obligation === "result" && sectorCentre[given.sector] === "zorg-en-gastvrij"
    ? "digitale-werkplaats"
    : (sectorCentre[given.sector] ?? "");

const asResult = new Set(["VR-006", "VR-007", "VR-017", "VR-021", "VR-025", "VR-030", "VR-036"]);
const wished: AssignmentStatus[] = ["published", "submitted", "intake", "rejected", "withdrawn", "draft", "expired"];
const results: AssignmentStatus[] = [
  "acceptance_test",
  "signed",
  "implementing",
  "delivered",
  "in_progress",
  "closed",
  "terminated",
  "stopped",
  "completed",
  "rework",
  "agreeing",
  "implemented",
  "anchoring",
  "not_implemented",
];
const efforts: AssignmentStatus[] = [
  "in_progress",
  "signed",
  "published",
  "rejected",
  "closing_review",
  "agreeing",
  "implemented",
  "closed",
  "intake",
  "anchoring",
  "delivered",
  "submitted",
  "completed",
  "withdrawn",
  "not_implemented",
  "implementing",
  "expired",
  "stopped",
  "terminated",
];
const more: {
  id: string;
  title: string;
  status: AssignmentStatus;
  overlay?: "hold" | "dispute";
  claims?: number;
  rest?: number;
  obligation?: Obligation;
}[] = [
  { id: "VR-012", title: "Vervolg: inwerken in de wijk, nu voor stagiairs", status: "published", claims: 1 },
  { id: "VR-018", title: "Vervolg: warmtepompen in oude woningen", status: "published", claims: 2, rest: 13 },
  { id: "VR-022", title: "Vervolg: van paprikablad naar verpakking", status: "published" },
  { id: "VR-028", title: "Vervolg: laden zonder zwaardere aansluiting", status: "published", claims: 1 },
  { id: "VR-033", title: "Vervolg: antwoorden die klanten begrijpen", status: "published" },
  { id: "VR-029", title: "Vervolg: restmateriaal ruilen met de buren", status: "draft" },
  { id: "VR-014", title: "Vervolg: oevers die zichzelf schoonhouden", status: "in_progress", overlay: "hold" },
  { id: "VR-016", title: "Vervolg: regenwater schoon genoeg om te wassen", status: "in_progress", overlay: "dispute" },
  // Work of earlier years, in use by now: what the gallery shows.
  { id: "VR-037", title: "Ontbijtbuffet zonder restjes", status: "closed", rest: 40 },
  { id: "VR-020", title: "Zonnepanelen keuren met z’n tweeën", status: "closed", rest: 75, obligation: "result" },
  { id: "VR-023", title: "Een oogstkar die meetelt", status: "closed", rest: 25, obligation: "result" },
  { id: "VR-026", title: "Kratten die terugkomen", status: "implemented", rest: 30, obligation: "result" },
  { id: "VR-036", title: "Phishing op de werkvloer", status: "closed", rest: 12 },
  { id: "VR-006", title: "Een camera die lasfouten ziet", status: "implemented", rest: 9 },
];
/** Returns the forty questions over every status of both obligations, eight that build on them, and six that are in use by now. */
export function plans(): Plan[] {
  const [r, e, w] = [[...results], [...efforts], [...wished]];
  const forty = data.vraagstukken.map((given): Plan => {
    const obligation = given.verplichting === "resultaat" || asResult.has(given.id) ? "result" : "effort";
    const status = (given.verplichting === "resultaat" ? r : asResult.has(given.id) ? w : e).shift() ?? "published";
    return { given, title: given.titel, obligation, status, centre: centreFor(given, obligation) };
  });
  const byId = new Map(data.vraagstukken.map((given) => [given.id, given]));
  return [
    ...forty,
    ...more.flatMap(({ id, ...rest }) => {
      const given = byId.get(id);
      return given ? [{ given, obligation: "effort" as Obligation, centre: centreFor(given, "effort"), ...rest }] : [];
    }),
  ];
}
const feeKind: Record<string, string> = { geen: "none", onkosten: "expenses", vast: "fixed", gemengd: "mixed" };
const confidentiality: Record<string, string> = {
  openbaar: "public",
  samenvatting_openbaar: "summary_public",
  geheim: "secret",
};
const rights: Record<string, string> = {
  open_licentie: "open_licence",
  licentie_bedrijf: "company_licence",
  overdracht_bedrijf_na_akte: "transfer_by_deed",
};
/** The answers of the intake, as the company gives them. */
export function intakeOf({ given: g, title, obligation }: Plan): Answers {
  const criteria = g.acceptatiecriteria.length
    ? g.acceptatiecriteria
    : ["De oplossing werkt vier weken zonder hulp van het team.", "Twee medewerkers kunnen er zelf mee overweg."];
  const fee =
    sectorCentre[g.sector] === "zorg-en-gastvrij" && obligation === "effort"
      ? "none"
      : obligation === "result" && g.vergoeding.soort === "geen"
        ? "fixed"
        : (feeKind[g.vergoeding.soort] ?? "none");
  return {
    title,
    problem: g.probleem,
    goal: `Een oplossing voor onze ${g.eindgebruiker}: ${g.opleverproducten.join(", ")}.`,
    end_users: g.eindgebruiker,
    sector: g.sector,
    place: g.bedrijf.plaats,
    urgency: "this_year",
    business_case:
      "Nu kost dit ons elke week tijd en materiaal. Een goede oplossing verdient zich binnen een jaar terug.",
    critical: false,
    hours_company: g.uren.medewerkers_bedrijf,
    employees: g.deelnemende_medewerkers,
    brings: "Toegang tot de werkplek, gegevens en een vaste contactpersoon.",
    obligation,
    draft_criteria: obligation === "result" ? criteria.join("\n") : "",
    confidentiality: confidentiality[g.vertrouwelijkheid] ?? "public",
    hide_company: false,
    teaser:
      g.vertrouwelijkheid === "openbaar"
        ? ""
        : `${title}. Een vraag van een bedrijf in de sector ${g.sector}, voor ${g.eindgebruiker}.`,
    ip_proposal: rights[g.ie_voorstel] ?? "open_licence",
    weeks: Math.max(6, g.doorlooptijd_weken),
    hours_student: g.uren.per_student,
    levels: g.niveaus,
    seats_min: g.teamgrootte.min,
    seats_max: Math.max(4, g.teamgrootte.max),
    skills: g.skills.join(", "),
    skill_uris: [...new Set(g.skills.flatMap((skill) => (skillUris as Record<string, string[]>)[skill] ?? []))],
    postcode: (postcodes as Record<string, string>)[g.bedrijf.plaats] ?? "",
    deliverables: g.opleverproducten.join("\n"),
    fee_kind: fee,
    fee_amount: fee === "none" ? 0 : Math.max(1000, g.vergoeding.bedrag_excl_btw) * 100,
    funding_regime: fee === "fixed" || fee === "mixed" ? "contract" : "regular_education",
  };
}
