import type {
  administratorFields,
  codeFields,
  RepairAddresses,
  openingFields,
} from "#app/domain/administration/fields.ts";
import type { WordsFor } from "#app/i18n/field.ts";

/** Holds the words of the first page and `npm run setup`: setting up the platform, and opening a centre. */
export const setup = {
  unbegun: {
    title: "Samenspel wordt ingericht",
    lead: "Hier is nog geen centrum. Kom later terug.",
    text: "Bent u de beheerder van deze server? Kijk in het logboek van de server. Daar staat hoe u begint.",
  },
  begin: {
    title: "Begin met Samenspel",
    lead: "U maakt uzelf beheerder van het platform en opent het eerste centrum. Alles staat op deze pagina.",
    code: "Code",
    administrator: "Beheerder van het platform",
    administratorLead:
      "Een beheerder houdt het platform draaiend en opent centra. Opdrachten en cijfers ziet een beheerder niet.",
    signedIn: (name: string) => `U bent ingelogd als ${name}. Dit account wordt beheerder.`,
    button: "Richt Samenspel in",
  },
  open: {
    title: "Open een centrum",
    lead: "De coördinator en de tekenbevoegde krijgen een brief per mail. Bent u dat zelf? Vul dan uw eigen adres in.",
    button: "Open het centrum",
  },
  parts: {
    centre: "Het centrum",
    institution: "De school die leidt",
    people: "De mensen",
    privacy: "Privacy",
    year: "Het schooljaar",
  },
  partsLead: {
    institution:
      "Staat de school met dit KvK-nummer al in Samenspel? Dan doet diezelfde school mee, met de naam die er al staat.",
    year: "Dit mag u leeg laten. Zonder blokken begint een blok op 1-9, 15-11, 1-2 en 15-4.",
  },
  done: (centre: string) => `${centre} is geopend.`,
  invited: (addresses: string) => `Een uitnodiging gaat naar ${addresses}.`,
  joined: (school: string) => `De school stond er al als ${school} en doet nu ook hier mee.`,
  fields: {
    code_from_log: {
      label: "Code",
      hint: "De code staat in het logboek van de server, bij ‘first use’. Een code werkt een uur.",
    },
    name: { label: "Uw naam" },
    email: {
      label: "Uw e-mailadres",
      hint: "Hiermee logt u in.",
    },
    password: {
      label: "Kies een wachtwoord",
      hint: "Minstens 12 tekens. Een zin is goed te onthouden.",
    },
    centre_name: { label: "Naam van het centrum" },
    slug: {
      label: "Adres van het centrum",
      hint: "Kleine letters, cijfers en streepjes, zoals water-noord.",
    },
    kind: {
      label: "Soort centrum",
      options: {
        civ: "Centrum voor innovatief vakmanschap (mbo)",
        coe: "Centre of expertise (hbo)",
        other: "Anders",
      },
    },
    ppp_type: {
      label: "Soort samenwerking",
      options: {
        developer: "Ontwikkelaar: in de school, zonder diploma",
        educator: "Opleider: in de school, met diploma",
        catalyst: "Katalysator: buiten de school, zonder diploma",
        entrepreneur: "Ondernemer: buiten de school, met diploma",
      },
    },
    region: {
      label: "Regio",
      hint: "Zoals Fryslân, of Groot-Rijnmond.",
    },
    institution_name: { label: "Naam van de school" },
    institution_kvk: { label: "KvK-nummer van de school" },
    institution_place: { label: "Plaats van de school" },
    coordinator_email: { label: "E-mailadres van de coördinator" },
    signatory_email: {
      label: "E-mailadres van wie voor de school tekent",
      hint: "Leeg laten mag alleen als deze school er al is en iemand heeft die tekent.",
    },
    signatory_mandate: {
      label: "Waaruit blijkt de tekenbevoegdheid?",
      hint: "Zoals Mandaatregister 2026, artikel 4.",
    },
    controller: {
      label: "Wie is verantwoordelijk voor de gegevens?",
      hint: "Leeg: de school.",
    },
    privacy_contact: {
      label: "E-mailadres voor vragen over privacy",
      hint: "Dit adres staat op de pagina over privacy.",
    },
    blocks: {
      label: "Waarop beginnen de blokken?",
      hint: "Dag en maand, zoals 1-9, 15-11, 1-2, 15-4.",
    },
    holidays: {
      label: "Wanneer is de school dicht?",
      hint: "Een vakantie per regel: eerste dag, laatste dag, naam. Zoals 19-12-2026 t/m 3-1-2027 kerst.",
    },
    invite_coordinator: { label: "E-mailadres van de coördinator" },
    invite_signatory: { label: "E-mailadres van wie voor de school tekent" },
    take_factors: { label: "E-mailadres van wie de tweede stap kwijt is" },
  } satisfies WordsFor<typeof codeFields & typeof administratorFields & typeof openingFields & RepairAddresses>,
  /** Says what `npm run setup` says on the screen of the machine. */
  machine: {
    begin: "Samenspel inrichten. Leeg laten mag waar (leeg mag) staat. Stoppen kan altijd: dan is er niets gemaakt.",
    again: "Er is al een beheerder. U opent nu een volgend centrum. Stoppen kan altijd: dan is er niets gemaakt.",
    optional: "(leeg mag)",
    choose: "Kies een nummer",
    lines: "Een per regel. Sluit af met een lege regel.",
    repeat: "Nog een keer het wachtwoord",
    known: "Dit adres heeft al een account. Dat account wordt beheerder, met het wachtwoord dat het heeft.",
    wrong: "Dit kan nog niet:",
    login: (address: string) => `Log in op ${address}.`,
    letters: "De brieven gaan weg zodra de server draait.",
    stopped: "Gestopt. Er is niets gemaakt.",
    noCentre: (slug: string) => `Er is geen centrum met het adres ${slug}. Er is niets veranderd.`,
    invitedTo: (address: string, centre: string) => `Een uitnodiging voor ${centre} gaat naar ${address}.`,
    factorsTaken: (address: string) =>
      `De tweede stap van ${address} is weg. Deze persoon is overal uitgelogd en logt in met het wachtwoord.`,
    noFactors: (address: string) => `${address} heeft geen tweede stap. Er is niets veranderd.`,
    unknown: (name: string) => `Dit antwoord kennen wij niet: ${name}.`,
  },
};
