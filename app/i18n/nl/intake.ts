import { advice } from "./intake/advice.ts";
import { questions } from "./intake/questions.ts";

/** Bringing in a question and what the centre does with it. */
export const intake = {
  ...questions, advice,
  page: {
    step: (n: number, of: number) => `Vraag ${n} van ${of}`, save: "Bewaar en ga verder", check: "Controleer uw antwoorden", checkLead: "Klopt alles? U kunt elk antwoord nog wijzigen.", steps: "Alle vragen", toCheck: "Naar de controle", back: "Vorige vraag", missing: "Dit moet er nog bij",
    changed: "Iemand bewaarde intussen iets anders", changedLead: "Uw antwoorden staan nog in het formulier. Bewaart u opnieuw, dan gelden die van u.", stored: "Nu bewaard", typed: "U typte", also: "Ook veranderd", empty: "niets",
  },
  draft: {
    title: "Een vraagstuk indienen", lead: "Vertel in tien minuten wat er speelt. Een account is niet nodig. Elk antwoord wordt bewaard.", begin: "Begin", resume: "Ga verder met uw concept", resumeText: (title: string) => (title ? `U was bezig met ‘${title}’.` : "U was al begonnen."), orLogin: "Hebt u een account? Log dan in.", askLink: "Begonnen op een ander apparaat? Vraag een link aan.",
    submitTitle: "Indienen", send: "Stuur mij de link om in te dienen", sendLead: "Wij sturen een link naar uw e-mailadres. Met die link bevestigt u het adres en dient u in.", sentTitle: "Kijk in uw mail", sentText: "Wij stuurden u een link. Open de link en bevestig. Pas dan is uw vraagstuk ingediend.", sentAgain: "Geen mail? Kijk bij ongewenste mail, of vraag de link opnieuw aan.",
    again: "Terug naar uw antwoorden", mailLink: "Mail mij een link om later verder te gaan", mailed: "De link is onderweg.", gone: "Dit concept is hier niet meer open", goneText: "Misschien ging u op een ander apparaat verder, of is het concept verlopen. Vraag een nieuwe link aan.", became: "Uw vraagstuk is ingediend", becameText: "Het centrum werkt eraan. Log in om het te volgen. Hebt u nog geen wachtwoord? Vraag het aan op de inlogpagina.", new: "Begin een nieuw vraagstuk",
  },
  link: {
    title: "Verder met uw vraagstuk", text: "Met deze knop opent u uw concept in deze browser. Op het apparaat waar u begon, sluit het dan.", open: "Ga verder", dead: "Deze link werkt niet meer", deadText: "De link is verlopen, al gebruikt of niet compleet. Vraag hieronder een nieuwe aan.", askTitle: "Vraag een nieuwe link aan", ask: "Stuur mij een nieuwe link", askText: "Vul het e-mailadres in waarmee u begon.", sentTitle: "Kijk in uw mail", sent: "Hoort er een vraagstuk bij dit adres? Dan staat er nu een link in uw mail.",
    confirm: "Bevestig en dien in", confirmText: (title: string) => `Met deze knop bevestigt u uw e-mailadres en dient u ‘${title}’ in.`, done: "Uw vraagstuk is ingediend", doneText: "Het centrum kijkt er binnen vijf werkdagen naar. U krijgt bericht per mail. Log in om het te volgen.",
  },
  revise: {
    title: "Vul uw vraagstuk aan", asks: (who: string, centre: string) => `${who || "Een medewerker"} van ${centre} vraagt om aanvulling.`, missing: "Wat ontbreekt", explanation: "Toelichting", lead: "Wijzig uw antwoorden hieronder en dien opnieuw in. Inloggen hoeft niet.", send: "Dien opnieuw in", sentTitle: "Dank u wel", sentText: "Uw vraagstuk is opnieuw ingediend. Het centrum krijgt bericht.", closed: "Dit vraagstuk hoeft nu niet te worden aangevuld.", once: "Na elke keer bewaren geldt een nieuwe link. Blijf in dit venster tot u klaar bent.",
  },
  desk: {
    title: "Intake", lead: "Wat op het centrum wacht, langst wachtend eerst.", queue: "Wachtrij", empty: "Er wacht niets op intake.", emptyText: "Nieuwe vraagstukken verschijnen hier zodra een bedrijf indient.", since: "Sinds", report: "Intakeverslag", opens: (date: string) => `Wordt gepubliceerd op ${date}`, help: "Concepten met een vraag om hulp", helpLead: "Deze bedrijven vroegen u mee te schrijven.", changed: "Laatst gewijzigd", checklist: "Checklist", untitled: "Nog zonder titel",
    draft: "Concept van een bedrijf", draftLead: (email: string) => `Dit bedrijf vroeg om hulp. Contact: ${email}.`, take: "Neem het concept over", takeText: "Het concept wordt een vraagstuk van uw centrum. U maakt het af en dient het in namens het bedrijf. Het bedrijf krijgt een uitnodiging.", forCompany: "Voor welk bedrijf?", newCompany: "Een nieuw bedrijf, zoals hier ingevuld",
    listTitle: "Checklist van het centrum", listLead: "Waar kijkt uw centrum naar voor publicatie? Eén regel per punt. Een vinkje vervangt geen verplichte controle.", listField: "Punten", listExample: "Is de veiligheid op de werkplek besproken?", listSave: "Bewaar de checklist", saved: "De checklist is bewaard.",
  },
  report: {
    title: "Intakeverslag", answers: "Antwoorden", checklist: "Checklist", none: "Dit centrum heeft nog geen checklist.", tick: "Vink af", untick: "Toch niet", ticked: (name: string, at: string) => `${name}, ${at}`, unticked: "Nog niet afgevinkt", untickedLead: "Publiceren kan ook zonder vinkjes.", company: "Bedrijf", kvk: "KvK-nummer", noKvk: "Niet opgegeven", verified: "Gecontroleerd", unverified: "Nog niet gecontroleerd",
    claimed: (kvk: string, owner: string | null) => (owner ? `Deze persoon noemde KvK-nummer ${kvk}. Dat hoort hier al bij ${owner}. Controleer of de persoon daar werkt, en laat ${owner} een uitnodiging sturen.` : `Deze persoon noemde KvK-nummer ${kvk}. Dat is al bekend bij een ander bedrijf. Controleer dit voor u publiceert.`), noHints: "Geen opmerkingen.", print: "Druk dit verslag af met de printopdracht van uw browser.", back: "Naar het vraagstuk", versions: "Wijzigingen",
  },
  versions: { title: "Wijzigingen in de tekst", lead: "Wat er veranderde nadat het vraagstuk was ingediend.", none: "De tekst is niet veranderd.", by: (name: string, role: string, at: string) => `${name}, ${role}, ${at}`, number: (n: number) => `Versie ${n}`, field: "Vraag", before: "Eerst", after: "Daarna" },
  skills: { search: "Zoek een vaardigheid", button: "Zoek", chosen: "Gekozen", found: (q: string) => `Gevonden bij ‘${q}’`, suggested: "Misschien past dit bij uw tekst", nothing: (q: string) => `Niets gevonden bij ‘${q}’. Probeer een ander woord.`, example: "data" },
};
