import type { AnnexKind, IpChoice } from "#app/domain/agreement/terms/annexes.ts";
import type { IpProposal } from "#app/domain/words.ts";

/** `rights`: what the version says of the work. The last three are for a deed: who makes, what was agreed, what is paid for it. */
type About = {
  title: string;
  company: string;
  number: number;
  rights?: IpProposal;
  maker?: string;
  products?: string;
  compensation?: string;
};
type AnnexText = { title: string; plain: string; text: (about: About) => readonly string[] };
const under = ({ title, number }: About) =>
  `Deze bijlage hoort bij versie ${number} van de overeenkomst over ‘${title}’.`;

/** Tells who may use the work under the signed version: one sentence for each way, so that none speaks of another. */
const usedBy = ({ company, rights = "company_licence" }: About): readonly string[] =>
  ({
    open_licence: [`Iedereen mag het gebruiken, ook ${company}. Je naam staat erbij.`],
    company_licence: [`${company} mag het gebruiken voor het eigen bedrijf.`],
    transfer_by_deed: [
      `${company} mag het gebruiken, welke keuze je ook maakt.`,
      "Overdragen betekent dat het bedrijf eigenaar wordt. Dat kan alleen met een aparte akte die je zelf tekent.",
    ],
  })[rights];

/** Says "je" on the pages of students. The guardian's page says "u". */
export const annexes = {
  participation: {
    title: "Meedoen",
    plain:
      "Je leest wat er van je wordt verwacht en waar je terechtkunt. De overeenkomst zelf is tussen school en bedrijf.",
    text: (about) => [
      under(about),
      `Je werkt met een team aan deze opdracht voor ${about.company}. Je bent geen partij in de overeenkomst.`,
      "Je beoordeling hangt niet af van het oordeel van het bedrijf.",
      "Je krijgt begeleiding van school en uitleg over veiligheid voordat je op de werkplek komt.",
      "Gaat er iets mis, meld het dan bij je docent of bij de coördinator. Schade wordt niet op je " +
        "verhaald, behalve bij opzet of bewuste roekeloosheid.",
    ],
  },
  ip_choice: {
    title: "Jouw rechten",
    plain: "Wat je zelf maakt, is van jou. Je leest wie het mag gebruiken. Weigeren heeft geen gevolg voor je studie.",
    text: (about) => [
      under(about),
      "Op wat je maakt, heb je auteursrecht.",
      ...usedBy(about),
      "Je naam als maker blijft. Je mag weigeren. Je kunt dan gewoon aan een opdracht werken.",
      "Werk je als bbl-student in dienst van een werkgever? Dan heeft je werkgever de rechten op wat je in dat werk maakt.",
    ],
  },
  secrecy: {
    title: "Geheimhouding",
    plain:
      "Sommige informatie van het bedrijf deel je niet met anderen. Je docent en examinator mogen altijd alles lezen.",
    text: (about) => [
      under(about),
      `Je houdt geheim wat in de overeenkomst als vertrouwelijk staat. Dat geldt ook voor berichten en foto’s.`,
      "Met je begeleiders en de examinator mag je alles bespreken.",
      "Twijfel je of je iets mag delen? Vraag het eerst aan je docent.",
    ],
  },
  guardian: {
    title: "Toestemming van ouder of voogd",
    plain: "De student is nog geen 18. U leest waar het over gaat en geeft toestemming of niet.",
    text: (about) => [
      under(about),
      `De student wil meewerken aan een opdracht voor ${about.company}.`,
      "Uw toestemming geldt voor deze bijlagen: meedoen, rechten en, als die er is, geheimhouding.",
      "U mag weigeren. De school biedt dan een andere opdracht. Het heeft geen gevolg voor de studie.",
    ],
  },
  deed: {
    title: "Akte van overdracht",
    plain: "Met deze akte draag je je auteursrecht over aan het bedrijf. Je tekent alleen als je dat zelf wilt.",
    text: (about) => [
      under(about),
      `${about.maker} draagt aan ${about.company} het auteursrecht over op wat ${about.maker} in deze opdracht zelf maakt` +
        `${about.products ? `: ${about.products}` : ""}.`,
      "Overgedragen worden alleen deze rechten: het werk openbaar maken, verveelvoudigen, bewerken en door anderen " +
        "laten gebruiken, zolang het auteursrecht duurt.",
      about.compensation
        ? `Het bedrijf betaalt de maker voor deze overdracht ${about.compensation}.`
        : "Voor deze overdracht is geen vergoeding afgesproken.",
      "De persoonlijkheidsrechten blijven bij de maker, ook de naamsvermelding. Tonen in een portfolio mag zoals in de overeenkomst staat.",
      "Niet tekenen heeft geen gevolg voor de studie of voor je plaats in het team: dan houd je je rechten, en het " +
        "bedrijf het gebruiksrecht.",
    ],
  },
} satisfies Record<AnnexKind, AnnexText>;
export const ipChoice = {
  keep_with_licence: "Ik houd mijn rechten. In de overeenkomst staat wie het werk mag gebruiken.",
  transfer_by_deed: "Ik wil mijn auteursrecht overdragen. Ik teken daarvoor een aparte akte.",
} satisfies Record<IpChoice, string>;
