import type { ExclusionReason } from "#app/domain/rounds/taking-part.ts";
import type { ReturnReason } from "#app/domain/rounds/priority.ts";
import type { RatingKind } from "#app/domain/rounds/candidate-ratings.ts";
import type { FieldsWords } from "#app/i18n/field.ts";

const n = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Names what students fill in and choose, and what lecturers keep of it. */
export const choosing = {
  /** Says why an assignment takes no part any more, after its title. */
  out: {
    stopped: "gaat niet door",
    made: "het werk is al gedaan",
    on_hold: "ligt stil",
    not_open: "staat niet meer open",
    elsewhere: "gaat naar een leergemeenschap van een ander centrum",
    unclaimed: "er is geen leergemeenschap van dit centrum meer die het wil doen",
    has_team: "heeft al een team",
  } satisfies Record<ExclusionReason, string>,
  choose: {
    title: "Kies je opdrachten",
    closedTitle: "Je keuzes",
    lead: (least: number, by: string) =>
      `Zet minstens ${n(least, "opdracht", "opdrachten")} op volgorde: 1 is je eerste keus. Je kunt je lijst veranderen tot ${by}.`,
    closed: "Het kiezen is voorbij. Je lijst staat vast.",
    resting: "Rust nu",
    keeps: (what: string, place: number) => `${what} blijft keuze ${place} op je lijst.`,
    restingText: "Gaat de opdracht verder, dan telt je keuze weer mee.",
    gone: "Niet meer te krijgen",
    goneOpen: "Je volgende keuzes schuiven op. Je kunt een andere opdracht kiezen.",
    goneClosed: "Je volgende keuzes schuiven op: die tellen nu als hoger.",
    cancelled: "Deze ronde gaat niet door.",
    saved: (when: string) => `Je lijst is bewaard. Je koos op ${when}.`,
    notYet: "Je hebt nog niet gekozen.",
    list: "Jouw lijst",
    choice: (place: number) => `Keuze ${place}`,
    none: "Geen keuze",
    up: (what: string) => `Zet ${what} hoger`,
    down: (what: string) => `Zet ${what} lager`,
    dragged: (what: string, place: string) => `${what} staat nu op plaats ${place}. Bewaar je lijst nog.`,
    upShort: "Hoger",
    downShort: "Lager",
    save: "Bewaar je lijst",
    assignments: "De opdrachten",
    asks: "Vraagt",
    needs: "Nodig",
    wished: "Fijn als je dit kunt",
    teamNeeds: "In elk team",
    read: "Lees het vraagstuk",
    knownToCentre: "bedrijf bekend bij het centrum",
    atLeast: (count: number, what: string) => `minstens ${count} ${what}`,
    self: "Over jou",
    selfText:
      "Hiermee maken we teams die samen alles kunnen. Docenten en de bedrijven op je lijst lezen dit; bedrijven zien je naam niet.",
    saveSelf: "Bewaar wat je over jezelf zegt",
    peerWishes: "Met wie wel, met wie niet?",
    peerWishesText: "Je kunt hoogstens drie medestudenten noemen. Je docent beslist erover. De ander ziet dit niet.",
    add: "Voeg toe",
    remove: "Haal weg",
    why: "Waarom",
    search: "Zoek een medestudent",
    find: "Zoek",
    many: (most: number) => `Dit zijn de eerste ${most} namen. Staat iemand er niet bij? Zoek dan.`,
    full: "Je hebt drie medestudenten genoemd.",
    alone: "Er is nog niemand om te noemen.",
    fields: {
      hours: { label: "Hoeveel uur per week heb je?" },
      day_parts: { label: "Wanneer kun je?" },
      skills: { label: "Wat kun je?" },
      other: { label: "Medestudent" },
      kind: {
        label: "Wat wil je?",
        options: {
          together: "Ik moet met deze student samen",
          apart: "Ik kan niet met deze student samen",
          wish: "Ik wil graag met deze student samen",
        },
      },
      why: {
        label: "Waarom?",
        hint: "Alleen docenten lezen dit.",
      },
    } satisfies FieldsWords,
    unknown: "Richting",
  },
  wishes: {
    title: "Wensen",
    lead: "Studenten noemen met wie ze wel of niet in een team willen. Het telt pas als u het goedkeurt.",
    none: "Er is nog geen wens.",
    noneText: "Studenten kunnen elkaar noemen zolang ze kiezen.",
    approve: "Keur goed",
    refuse: "Wijs af",
    reason: "Reden",
    saidWhy: "Zegt",
    verdict: "Uw reden",
    groups: "Groepen die samen blijven",
    group: (names: string, size: number) => `${names} (${n(size, "student", "studenten")})`,
    tooLarge: (most: number) => `Deze groep past in geen enkel team: het grootste team heeft ${most} plaatsen.`,
    clash: (names: string) => `${names} moeten samen én mogen niet samen. Wijs een van beide wensen af.`,
    notJudged: "Niet beoordeeld",
    change: "Verander uw besluit",
    fields: {
      verdict: {
        label: "Reden",
        hint: "Alleen docenten lezen dit.",
      },
    } satisfies FieldsWords,
  },
  stars: {
    says: "Het bedrijf zegt",
    when: "Beschikbaar",
    title: "Kandidaten",
    lead: "Deze studenten zetten uw opdracht op hun lijst. Namen ziet u pas als de teams bekend zijn; de volgorde is geloot.",
    rule: (most: number) =>
      `Geef hoogstens ${n(most, "kandidaat", "kandidaten")} één tot drie sterren. Sterren wegen mee, maar ` +
      "gaan nooit voor op wat een student kiest. Kan iemand echt niet? Geef dan een veto met een reden.",
    used: (used: number, most: number) => `${used} van ${most} kandidaten met sterren`,
    none: "Niemand zette deze opdracht op een lijst.",
    candidate: (number: number) => `Kandidaat ${number}`,
    save: "Bewaar",
    hours: (count: number) => `${count} uur per week`,
    noSkills: "geen vaardigheden genoemd",
    saved: "Uw sterren zijn bewaard.",
    became: {
      choosing: "De studenten kiezen nu. Als dat voorbij is, ziet u hier de kandidaten.",
      published: "De indeling is gepubliceerd.",
      cancelled: "Deze ronde gaat niet door.",
      out: (because: string) => `Uw opdracht doet niet meer mee in deze ronde: ${because}.`,
      teams: (count: number) =>
        `De indeling is gepubliceerd: er ${count === 1 ? "is 1 team" : `zijn ${count} teams`} voor uw opdracht.`,
      sizes: (teams: readonly { planned: number; joined: number }[]) =>
        teams
          .map(
            ({ planned, joined }, at) =>
              `${teams.length > 1 ? `Team ${at + 1}: ` : ""}${n(planned, "student", "studenten")} ingedeeld, ${
                joined === planned ? "allemaal" : joined
              } in het team`,
          )
          .join("; ") + ". Namen ziet u vanaf de start.",
      noTeam: "De indeling is gepubliceerd: voor uw opdracht kwam er geen team.",
      noTeamNow: "Er is niets afgesloten. U krijgt bericht zodra er een team is.",
      toTeam: "Naar het team van deze opdracht",
    },
    kind: {
      none: "Geen oordeel",
      "1": "1 ster",
      "2": "2 sterren",
      "3": "3 sterren",
      veto: "Veto",
    } satisfies Record<RatingKind, string>,
    fields: {
      stars: { label: "Oordeel" },
      why: {
        label: "Reden van het veto",
        hint: "Alleen nodig bij een veto. Docenten lezen dit.",
      },
    } satisfies FieldsWords,
  },
  back: {
    title: "Verder met voorrang",
    lead: "Wie geen plek heeft, kan meedoen in een volgende ronde. Bij gelijke kansen gaat deze student daar voor.",
    link: "Stuur studenten met voorrang door",
    notYet: "Dit kan zodra de indeling is gepubliceerd.",
    none: "Niemand zit zonder plek",
    noneText: "Wie nog in een team zit, staat hier niet. Haal die student eerst uit het team.",
    because: {
      no_place: "kreeg geen plek",
      no_team: "de plek of het team is er niet meer",
      stopped: "is uit de ronde gehaald",
    } satisfies Record<ReturnReason, string>,
    next: "De volgende ronde, als die er is",
    round: (name: string, day: string) => `${name} (start ${day})`,
    button: "Stuur met voorrang door",
    after: "De student krijgt een mail, doet niet meer mee in deze ronde en kiest opnieuw.",
    sent: "Doorgestuurd",
    to: (name: string) => `doet mee in ${name}`,
    waits: "wacht op de volgende ronde",
    takeBack: "Haal terug",
    waiting: (count: number) => `${n(count, "student wacht", "studenten wachten")} met voorrang op een volgende ronde.`,
    takeIn: "Neem op in deze ronde",
    mark: "voorrang",
    has: "heeft voorrang uit een vorige ronde",
    count: (count: number) => `${n(count, "student heeft", "studenten hebben")} voorrang uit een vorige ronde`,
    own: (round: string | null) =>
      `Je hebt voorrang, omdat je in ${round ? `de ronde ‘${round}’` : "een vorige ronde"} geen plek had. ` +
      "Bij gelijke kansen ga jij voor.",
    had: "Je had voorrang uit een vorige ronde. Bij gelijke kansen ging jij voor.",
    ownSent: (round: string | null) =>
      round
        ? `Je docent heeft je met voorrang doorgestuurd naar de ronde ‘${round}’. Bij gelijke kansen ga jij daar voor.`
        : "Je docent stuurt je met voorrang door naar de volgende ronde. Je krijgt een mail zodra je kunt kiezen.",
    choose: "Kies je opdrachten",
    fields: {
      student: { label: "Wie stuurt u door?" },
      to: { label: "Naar welke ronde?" },
    } satisfies FieldsWords,
  },
  mine: {
    choose: "Kies je opdrachten",
    chooseRow: (by: string) => `Kiezen kan tot ${by}`,
    chosen: "Je hebt gekozen",
    short: (left: number, wanted: number) =>
      `${left} van ${wanted} keuzes ${left === 1 ? "telt" : "tellen"} nog: kies er ${wanted - left} bij`,
    toDo: "Nog te doen",
    over: "Rondes waarin je koos",
    known: "De uitslag is bekend",
    made: "De teams worden gemaakt",
    stars: "Kandidaten voor uw opdrachten",
    judge: "Wensen van studenten",
    rounds: "Rondes van matchen",
  },
};
