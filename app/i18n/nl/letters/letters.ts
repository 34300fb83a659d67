import type { FixedLetter } from "#app/domain/letters/kinds.ts";
import type { ClockId, NoticeClockId } from "#app/domain/workflow/clocks.ts";
import type { ClockNotice } from "#app/domain/log/acts.ts";
import { ask } from "./asks.ts";
import { roles } from "./roles.ts";

/** Says how the reader is addressed: people at work with "u", students with "je". */
type Register = "u" | "je";
const you = (r: Register) => (r === "u" ? "U" : "Je");
const your = (r: Register): string => (r === "u" ? "uw" : "je");
const are = (r: Register) => (r === "u" ? "bent" : "bent");
/** Names what a clock waits for, as a task. */
const task: Record<ClockId, string> = {
  triage: "Beslis over het ingediende vraagstuk",
  intake: "Rond de intake af",
  draft_reply: "Vul het vraagstuk aan",
  draft_idle: "Maak het concept af",
  publish_on: "Publiceer het vraagstuk",
  claim_window: "Claim het vraagstuk",
  selection: "Kies een team",
  claim_valid: "Houd de claim geldig",
  agreement: "Maak de overeenkomst rond",
  proposal_reply: "Reageer op het voorstel",
  guardian: "Geef antwoord op de vraag om toestemming",
  start_by: "Start de opdracht",
  team_repair: "Maak het team weer compleet",
  report: "Schrijf een voortgangsbericht",
  sign_of_life: "Laat iets van het team horen",
  midterm: "Leg de tussenevaluatie vast",
  milestone: "Haal de mijlpaal of verplaats hem",
  flag: "Neem de belemmering weg of vertel wat er gebeurt",
  concern: "Doe iets aan de zorg die is gemeld",
  safety: "Doe vandaag iets aan de zorg over veiligheid",
  delivery_due: "Lever de opdracht op",
  quality: "Controleer de kwaliteit van de oplevering",
  receipt: "Bekijk of de oplevering compleet is",
  closing_review: "Rond het eindgesprek af",
  acceptance: "Toets het resultaat aan de afspraken",
  rework: "Lever het herstel op",
  guarantee: "Meld gebreken voor het einde van de garantie",
  guarantee_reply: "Reageer op het beroep op garantie",
  payment: "Factureer of betaal de termijn",
  impl_plan: "Maak een plan om het resultaat te gebruiken",
  impl_check_3: "Vertel of het resultaat in gebruik is",
  impl_check_6: "Vertel of het resultaat in gebruik is",
  impl_check_12: "Vertel of het resultaat in gebruik is",
  start_borging: "Start de borging in het onderwijs",
  anchoring: "Rond de borging af",
  study_plan: "Schrijf op hoe de studenten verdergaan",
  assessment: "Beoordeel het werk van de studenten",
  settle_amount: "Leg samen het bedrag van de afrekening vast",
  pause_until: "Hervat de opdracht of verleng de pauze",
  dispute_talk: "Voer het gesprek over het geschil",
  dispute_board: "Bespreek het geschil in de stuurgroep",
  dispute_mediation: "Zoek een oplossing met de mediator",
};
const closes = "Dan mag de coördinator het vraagstuk sluiten, omdat een reactie uitblijft.";
const decides = "Dan neemt de coördinator een besluit.";
/** Tells what happens when the last notice passes without an answer (docs/domain.md 6.5); silence never accepts by itself. */
const next: Record<NoticeClockId, string> = {
  intake: closes,
  selection: closes,
  agreement: closes,
  midterm: "Dan mogen de projectleider en de docent de tussenevaluatie zonder het bedrijf vastleggen.",
  closing_review: "Dan mag de coördinator de opdracht afronden zonder eindgesprek.",
  acceptance:
    "Dan geldt wat in de overeenkomst staat over uitblijven van een reactie. Staat daar niets, dan neemt " +
    "de coördinator een besluit. Het resultaat is daarmee niet vanzelf goedgekeurd.",
  impl_plan: "Dan mag de business developer vastleggen dat het resultaat niet in gebruik is.",
  impl_check_12: "Dan mag de business developer vastleggen dat het resultaat niet in gebruik is.",
};

/** Holds the words of letters by mail. Every sentence says what happened or what to do; nothing here repeats what people wrote. */
export const letters = {
  secret: {
    subject: "Er is een nieuw bericht",
    text: "Er is een nieuw bericht over een vertrouwelijk vraagstuk. Lees het op de website. In deze mail staat verder niets.",
  },
  greeting: (name: string) => (name ? `Beste ${name},` : "Beste lezer,"),
  what: {
    who: "Wie",
    when: "Wanneer",
    reason: "Reden",
    comment: "Toelichting",
    by: "Uiterlijk",
    doing: "Wat te doen",
    question: "Vraagstuk",
  },
  happened: "Er is een stap gezet",
  by: (name: string | null, role: string) => (name ? `${name}, ${role}` : role),
  now: {
    heading: "Wat nu",
    yours: (r: Register, what: string) => `${you(r)} ${are(r)} aan zet: ${what}.`,
    instead: (who: string, missing: string) => `${who}, in plaats van ${missing}`,
    others: (who: string, what: string) => `Aan zet: ${who}. De volgende stap is: ${what}.`,
    nothing: (r: Register) => `${you(r)} hoeft nu niets te doen.`,
    before: (date: string) => `Doe dit uiterlijk ${date}.`,
    theirs: (date: string) => `Dat kan tot en met ${date}.`,
    late: (date: string) => `De termijn liep af op ${date}. Doe het daarom zo snel mogelijk.`,
    can: (r: Register, moves: string) => `${you(r)} kunt nu op de pagina kiezen voor: ${moves}.`,
  },
  /** Tells what a move says to whom it is about, with whoever made it in front; by move and by what that person is told as. */
  toYou: {
    invite: { invited_member: (r) => `nodigt ${r} uit voor het team` },
    plan: { anyone: (r) => `plande een mijlpaal en vraagt ${r} die te halen` },
    raise_flag: { anyone: (r) => `meldde een belemmering en vraagt ${r} die weg te nemen` },
    hand_over_flag: { anyone: (r) => `vraagt ${r} een belemmering weg te nemen` },
    decline_claim: { interested_members: (r) => `koos niet voor de claim van ${your(r)} community` },
  } as Readonly<Record<string, Partial<Record<string, (r: Register) => string>>>>,
  /** Says what a letter says of a quiet act to whoever may not know what was done. */
  hushed: {
    settle_dispute: "Het geschil over de opdracht is voorbij",
  } as Readonly<Record<string, string>>,
  invited: {
    as: (role: string) => `Gevraagd als: ${role.toLowerCase()}.`,
    waits: (r: Register) =>
      `Meedoen kan zodra de afspraken zijn getekend. ${you(r)} krijgt dan bericht, en kunt nu al laten weten dat ${r} niet meedoet.`,
  },
  open: "Bekijk het op Samenspel",
  task,
  ask,
  next: (clock: ClockId) => (next as Partial<Record<ClockId, string>>)[clock] ?? decides,
  notice: {
    reminder: (what: string) => `Herinnering: ${lower(what)}`,
    last_notice: (what: string) => `Laatste bericht: ${lower(what)}`,
    escalation: (what: string) => `Termijn voorbij: ${lower(what)}`,
    flag: (what: string) => `Let op: ${lower(what)}`,
    not_published: () => "Niet gepubliceerd op de geplande dag",
    selection: () => "De termijn voor claims is voorbij: kies een team",
  } satisfies Record<ClockNotice, (what: string) => string>,
  due: (date: string) => `De termijn loopt tot en met ${date}.`,
  was: (date: string) => `De termijn liep tot en met ${date}. Er is nog geen reactie.`,
  /** Tells of money, for who may read it, which instalment, what is open of it, and by when. */
  instalment: {
    noted: (label: string) => `Termijn: ${label}`,
    by: (day: string) => `Te betalen: uiterlijk ${day}`,
    waits: (label: string, open: string, day: string) =>
      `Termijn: ${label}. Open: ${open}, te betalen uiterlijk ${day}.`,
  },
  noticed: "Dit is het laatste bericht voordat er iets verandert.",
  until: (date: string) => `Is er op ${date} nog geen reactie?`,
  decide: (r: Register) =>
    `Het wachten is voorbij. ${you(r)} kunt nu een besluit nemen. Kijk op de pagina wat mogelijk is.`,
  notPublished:
    "Op de geplande dag was nog niet alles in orde. Op de pagina staat wat ontbreekt. Daarna kunt u opnieuw publiceren of plannen.",
  reserve: "Uw claim is niet gekozen. Die blijft in reserve tot de overeenkomst is getekend. U hoeft nu niets te doen.",
  chosen: "Gekozen",
  referred: (centre: string) => `Het centrum verwijst u naar ${centre}.`,
  look: "Kijk wat er aan de hand is en neem contact op als dat nodig is.",
  code: {
    subject: "Code om te tekenen",
    text: "Met deze code bevestigt u uw handtekening. De code werkt tien minuten en één keer.",
    warn: "Geef deze code aan niemand door. Vroeg u geen code aan? Dan hoeft u niets te doen.",
  },
  guardian: {
    subject: "Vraag om toestemming",
    text: (title: string) =>
      `Een student voor wie u zorgt, wil meedoen aan de opdracht ‘${title}’. De student is jonger dan 18. ` +
      "Daarom vragen wij uw toestemming.",
    secret:
      "Een student voor wie u zorgt, wil meedoen aan een opdracht. De student is jonger dan 18. Daarom vragen wij uw toestemming.",
    more:
      "Op de pagina staat in het kort waar het om gaat. U kunt toestemmen, weigeren of een vraag stellen. " +
      "Weigert u? Dan heeft dat geen gevolgen voor de studie.",
    button: "Lees en antwoord",
    start: {
      subject: "De opdracht is begonnen",
      text: "De opdracht waarvoor u toestemming gaf, is begonnen. Hebt u vragen? Neem dan contact op met de docent.",
    },
    stop: {
      subject: "De opdracht is gestopt",
      text: "De opdracht waarvoor u toestemming gaf, is gestopt. De docent bespreekt met de student hoe het verdergaat.",
    },
  },
  community: {
    subject: "Uw community is uitgenodigd",
    text: "Een centrum nodigt uw leergemeenschap uit voor een vraagstuk. Log in om de uitnodiging te lezen.",
    button: "Bekijk de uitnodiging",
  },
  showcase_guardian: {
    subject: "Mag dit online?",
    text: (title: string) =>
      `Een student voor wie u zorgt, werkte mee aan de opdracht ‘${title}’. Het team wil laten zien wat er ` +
      "is gemaakt. De student zei ja en is jonger dan 18. Daarom vragen wij ook u.",
    more: "Op de pagina leest u precies wat er online komt. Zegt u nee? Dan heeft dat geen gevolgen voor de studie.",
    button: "Lees en antwoord",
  },
  implementation: {
    subject: "Is het resultaat in gebruik?",
    text:
      "Enige tijd geleden rondde een team een opdracht voor u af. Wij horen graag hoe het nu gaat met het " +
      "resultaat. Antwoorden kost twee minuten, inloggen hoeft niet.",
    button: "Geef antwoord",
  },
  revision: {
    subject: "Vul uw vraagstuk aan",
    text: "Het centrum vroeg u om een aanvulling. Met deze link kunt u uw vraagstuk aanvullen en opnieuw indienen. Inloggen hoeft niet.",
    button: "Vul aan",
  },
  link: {
    revise: "Met de knop vult u het vraagstuk aan en dient u het opnieuw in. Inloggen hoeft niet.",
    personal: "Deze link is alleen voor u. Stuur deze mail niet door.",
  },
  account: {
    confirm_address: {
      subject: "Bevestig uw e-mailadres",
      text:
        "Iemand vroeg met dit e-mailadres een account aan bij Samenspel. Was u dat? Bevestig dan uw adres en kies een " +
        "wachtwoord. De link werkt een half uur en één keer.",
      button: "Bevestig uw adres",
      after: "Vroeg u geen account aan? Dan hoeft u niets te doen. Er komt dan geen account.",
    },
    draft_link: {
      subject: "Ga verder met uw vraagstuk",
      text:
        "U begon bij Samenspel aan een vraagstuk. Met deze link gaat u verder waar u was, op elk apparaat. " +
        "De link werkt één keer en dertig dagen.",
      button: "Ga verder",
      after: "Begon u geen vraagstuk? Dan hoeft u niets te doen.",
    },
    draft_confirm: {
      subject: "Bevestig en dien uw vraagstuk in",
      text: "Uw vraagstuk staat klaar. Bevestig dat dit e-mailadres van u is. Dan gaat het naar het centrum. De link werkt een half uur.",
      button: "Bevestig en dien in",
      after: "Schreef u geen vraagstuk? Dan hoeft u niets te doen.",
    },
    reset_password: {
      subject: "Kies een nieuw wachtwoord",
      text: "U vroeg om een nieuw wachtwoord. De link werkt een half uur en één keer.",
      button: "Kies een nieuw wachtwoord",
      after: "Vroeg u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.",
    },
    invitation: {
      subject: "U bent uitgenodigd voor Samenspel",
      text: "Iemand nodigt u uit om mee te doen in Samenspel. Daar werken bedrijven en onderwijs samen aan vraagstukken.",
      button: "Neem de uitnodiging aan",
      after: "Kent u de afzender niet? Dan hoeft u niets te doen.",
    },
    already_registered: {
      subject: "U hebt al een account",
      text: "Iemand vroeg een account aan met dit e-mailadres. Maar u hebt al een account. U kunt gewoon inloggen.",
      button: "Log in",
      after: "Wachtwoord vergeten? Vraag op de inlogpagina een nieuw wachtwoord aan.",
    },
    wants_to_join: {
      subject: "Iemand wil meedoen namens uw bedrijf",
      text: "Iemand vroeg een account aan met het KvK-nummer van uw bedrijf. Wij lieten deze persoon nog niet toe.",
      button: "Bekijk de mensen van uw bedrijf",
      after:
        "Kent u deze persoon? Stuur dan zelf een uitnodiging. Kent u deze persoon niet? Dan hoeft u niets te doen.",
    },
    round_result: {
      subject: "De indeling is bekend",
      text: "De indeling van jouw ronde is gepubliceerd. Bekijk waar je zit en waarom.",
      button: "Bekijk jouw plek",
      after: "Alleen jij ziet jouw uitslag.",
    },
    round_coach: {
      subject: "De teams die u begeleidt",
      text: "Een indeling is gepubliceerd. U begeleidt daarin een of meer teams.",
      button: "Bekijk de teams",
      after: "Vragen? Neem contact op met de coördinator van het centrum.",
    },
    round_company: {
      subject: "Er is een team voor uw vraagstuk",
      text: "Voor uw vraagstuk is een team van studenten gevormd. Zij krijgen nu de uitnodiging om mee te doen.",
      button: "Bekijk het team",
      after: "U ziet de namen zodra het werk begint.",
    },
    new_address: {
      subject: "Bevestig uw nieuwe e-mailadres",
      text: "U vroeg om dit e-mailadres bij uw account. De link werkt dertig minuten en één keer.",
      button: "Bevestig het adres",
      after: "Vroeg u dit niet? Dan hoeft u niets te doen.",
    },
    address_asked: {
      subject: "Er is een ander e-mailadres gevraagd",
      text: "Voor uw account is een ander e-mailadres gevraagd. Er verandert pas iets als dat adres is bevestigd.",
      button: "Log in",
      after: "Was u dit niet? Log dan in en wijzig meteen uw wachtwoord.",
    },
    address_changed: {
      subject: "Uw e-mailadres is veranderd",
      text: "Uw account heeft een ander e-mailadres. Op alle apparaten bent u uitgelogd. Dit adres hoort niet meer bij het account.",
      button: "Log in",
      after: "Was u dit niet? Meld het dan meteen bij de coördinator van uw centrum.",
    },
    account_closed: {
      subject: "Uw account is gesloten",
      text: "Uw account bij Samenspel is gesloten. Vannacht worden uw gegevens gewist.",
      button: "Lees wat er blijft, en waarom",
      after: "Was u dit niet? Meld het dan vandaag nog bij de coördinator van uw centrum.",
    },
    factor_added: {
      subject: "U hebt een tweede stap ingesteld",
      text: "Voor uw account is een app of een toegangssleutel ingesteld. Die is voortaan nodig om in te loggen.",
      button: "Bekijk de tweede stap",
      after: "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan, en bel de coördinator van uw centrum.",
    },
    factor_removed: {
      subject: "Uw tweede stap is veranderd",
      text: "Bij uw account is een app of een toegangssleutel weggehaald.",
      button: "Bekijk de tweede stap",
      after: "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan, en bel de coördinator van uw centrum.",
    },
    recovery_used: {
      subject: "Er is een herstelcode gebruikt",
      text: "Iemand logde in bij uw account met uw wachtwoord en een herstelcode. Die code werkt niet nog eens.",
      button: "Bekijk hoeveel codes er nog zijn",
      after: "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan, en bel de coördinator van uw centrum.",
    },
    recovery_renewed: {
      subject: "U hebt nieuwe herstelcodes",
      text: "Voor uw account zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.",
      button: "Bekijk de tweede stap",
      after: "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan, en bel de coördinator van uw centrum.",
    },
    factors_taken: {
      subject: "Uw tweede stap is weggehaald",
      text:
        "De coördinator van uw centrum of de beheerder van het platform heeft uw tweede stap weggehaald. " +
        "Overal bent u uitgelogd. U logt nu in met uw wachtwoord.",
      button: "Stel een nieuwe tweede stap in",
      after: "Vroeg u dit niet? Wijzig dan meteen uw wachtwoord, en bel de coördinator van uw centrum.",
    },
    password_changed: {
      subject: "Uw wachtwoord is veranderd",
      text: "Het wachtwoord van uw account is veranderd. Op alle apparaten bent u uitgelogd.",
      button: "Log in",
      after: "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan op de inlogpagina.",
    },
  } satisfies Record<FixedLetter, { subject: string; text: string; button: string; after: string }>,
  invitedAs: (role: string, place: string) =>
    `De uitnodiging is voor de rol ${role.toLowerCase()}${place ? `, bij ${place}` : ""}.`,
  invitedBy: (name: string) =>
    `${name} nodigt u uit om mee te doen in Samenspel. Daar werken bedrijven en onderwijs samen aan vraagstukken.`,
  invitedUntil: (moment: string) => `U kunt de uitnodiging aannemen tot ${moment}. De link werkt één keer.`,
  chooseBy: (moment: string) => `U kiest daar opdrachten in een ronde. Dat kan tot ${moment}.`,
  aboutRound: (round: string, centre: string) => `Het gaat om de ronde ‘${round}’ van ${centre}.`,
  aboutQuestion: (title: string, round: string) => `Het gaat om ‘${title}’, in de ronde ‘${round}’.`,
  asker: (name: string, address: string) => `Het gaat om ${name}, ${address}.`,
  link_below: "Werkt de knop niet? Open dan dit adres:",
  why: (r: Register, role: string, centre: string) =>
    `Deze mail komt van Samenspel, omdat ${r === "u" ? "u" : "je"} hierbij betrokken ${are(r)} als ` +
    `${role} (${centre}). Dit adres leest geen antwoorden. Reageer op de pagina.`,
  whyAccount: "Deze mail gaat over een account bij Samenspel. Dit adres leest geen antwoorden.",
  yours: your,
  roles,
};

function lower(text: string) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
