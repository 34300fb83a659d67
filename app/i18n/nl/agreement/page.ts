import type { MakerOutcome } from "#app/domain/agreement/terms/annexes.ts";
import type { Side } from "#app/domain/words.ts";

/** These words stand on the page of the agreement of one assignment. */
export const agreementPage = {
  title: "Afspraken",
  none: "Er zijn nog geen afspraken.",
  noneText: "Zodra het bedrijf een team kiest, staat hier een eerste voorstel.",
  version: (n: number) => `Versie ${n}`,
  versions: "Versies",
  gaps: "Nog in te vullen",
  misfits: "Dit kan niet zo worden afgesproken",
  standing: "Dit mag zo blijven",
  standingWhy: "Het staat al in de afspraken die gelden. Voor wat er nieuw bij komt, geldt:",
  complete: "Alles is ingevuld.",
  edit: "Wijzig dit deel",
  plain: "In gewone taal",
  changed: "Gewijzigd ten opzichte van de vorige versie",
  signatures: "Handtekeningen",
  company: "Bedrijf",
  institution: "School",
  quality: "Kwaliteit",
  parts: "Inhoud",
  partGaps: (n: number) => `nog ${n}`,
  partChanged: "gewijzigd",
  partNotAsked: "Dit deel geldt niet bij deze verplichting.",
  partEmpty: "Hier is nog niets te lezen.",
  toParts: "Terug naar de inhoud",
  notSigned: "Nog niet getekend",
  mandates: "Bewijs van bevoegdheid",
  mandatesText: "Bewijs van bevoegdheid van wie tekent. Alleen de partijen en de coördinator lezen dit.",
  startChange: "Start een wijziging",
  yours: "Uw kant schrijft aan dit concept.",
  theirs: "De andere kant schrijft aan dit concept.",
  draftOf: {
    company: "Het bedrijf schrijft aan dit concept.",
    education: "De school schrijft aan dit concept.",
  } satisfies Record<Side, string>,
  save: "Bewaar dit deel",
  acts: "Wat u kunt doen",
  payments: {
    title: "Betalingen",
    settles: (agreed: string, billed: string, paid: string, left: string) =>
      `Getekend is ${agreed}, zonder btw. Daarvan is ${billed} gefactureerd en ${paid} betaald. Af te rekenen blijft hoogstens ${left}.`,
    sum: (agreed: string, paid: string, open: string) =>
      `Afgesproken ${agreed} zonder btw · betaald ${paid} · open ${open}.`,
    who: (version: number) =>
      `Volgens de getekende versie ${version}. De opdrachtgever, financiën of de coördinator noteert wat is gefactureerd en betaald.`,
    whoEnded: (version: number) =>
      `Het werk is beëindigd. Te betalen is wat onder versie ${version} al was gefactureerd, en de afrekening als die er is. ` +
      "De opdrachtgever, financiën of de coördinator noteert wat is gefactureerd en betaald.",
    settlement: "Afrekening",
    instalment: "Termijn",
    agreed: "Afgesproken",
    asked: "Gefactureerd",
    paid: "Betaald",
    open: "Open",
    notAsked: "nog niet",
    ahead: "vooruit gefactureerd",
    notePaid: "Noteer betaling",
    openInvoices: "Openstaande facturen",
    openInvoicesText:
      "Kies een factuur: dan staat die in het formulier, en vult u alleen nog in wanneer die is betaald.",
    payBy: (day: string) => `uiterlijk ${day}`,
    late: (day: string) => `te laat: uiterlijk ${day}`,
    lateNotAsked: (day: string) => `te laat, en niet gefactureerd: uiterlijk ${day}`,
    keepsDay:
      "Een factuur die alleen de opdrachtgever heeft genoteerd, verschuift niets: dan blijft de dag uit de afspraken gelden.",
    number: (text: string) => `factuur ${text}`,
    unnumbered: "factuur zonder nummer",
    unknown: "Staat niet in de getekende versie",
    settledAnew: "Later samen op 0 gezet",
    undated: (milestone: string) =>
      milestone ? `na mijlpaal ${milestone}, die nog geen datum heeft` : "nog geen datum",
    gone: (place: string, version: string) => `Termijn ${place} van versie ${version}, die is vervallen`,
    earlier: (version: number) => `Van een eerder team: versie ${version}`,
    earlierText: "Dit team is vertrokken. Wat het factureerde, en de afrekening als die er is, blijft te betalen.",
    earlierVersion: (version: number) => `Eerder team, versie ${version}`,
    over: (amount: string) =>
      `Er is ${amount} meer betaald dan nu is afgesproken. Spreek samen af wat daarmee gebeurt.`,
    noted: (by: string, day: string) =>
      ["vastgelegd", by && `door ${by}`, day && `op ${day}`].filter(Boolean).join(" "),
    takenBack: (by: string, day: string) =>
      ["teruggenomen", by && `door ${by}`, day && `op ${day}`].filter(Boolean).join(" "),
    undecided:
      "Er is nog geen bedrag voor de afrekening. De opdrachtgever en de projectleider leggen dat samen vast; 0 mag ook.",
    named: (amount: string) =>
      `Wie het werk beëindigde, noemde een afrekening van ${amount}. Die telt pas als de opdrachtgever en de projectleider ` +
      "het bedrag samen vastleggen.",
    namedNothing:
      "Wie het werk beëindigde, vraagt geen afrekening. Vindt een kant dat er toch iets te betalen is, dan leggen de opdrachtgever " +
      "en de projectleider samen een bedrag vast.",
    paidAbove: (paid: string, agreed: string) =>
      `Er is al ${paid} betaald. Deze versie komt op ${agreed}: dat is minder. Zet in de afspraken wat er met het verschil gebeurt.`,
  },
  makers: "Rechten van de makers",
  makerOutcome: {
    open: "heeft nog niet gekozen",
    keeps: "houdt de rechten; het bedrijf mag het werk gebruiken",
    shares: "houdt de rechten; iedereen mag het werk gebruiken, met naamsvermelding",
    deed_open: "wil overdragen; de akte is nog niet getekend",
    transferred: "droeg over met een akte",
  } satisfies Record<MakerOutcome, string>,
};
