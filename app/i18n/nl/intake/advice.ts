import type { FitGrade, Strength } from "#app/domain/intake/fit.ts";
import type { Sign } from "#app/domain/intake/signs.ts";

type Advice = { says: string; todo: (day: string | null) => string };
/** Holds the words of advice while writing, and the fit in words. What is seen, and what to do about it. */
export const advice = {
  title: "Advies",
  lead: "Advies helpt, het houdt u niet tegen.",
  remedy: "Pas aan",
  hint: {
    vague: {
      says: "Een team ziet nog niet goed wat er misgaat.",
      todo: () => "Vertel wanneer het gebeurt, hoe vaak, en wat het kost.",
    },
    too_large: {
      says: "Dit is groot voor één team.",
      todo: () => "Knip de vraag in delen van 10 of 20 weken, met hoogstens vijf uitkomsten.",
    },
    too_small: {
      says: "Dit is klein voor een team.",
      todo: () => "Geef minstens drie weken en veertig uur per student, of voeg een tweede vraag toe.",
    },
    critical_result: {
      says: "Dit klinkt bedrijfskritisch, en u vraagt een resultaat.",
      todo: () => "Kies liever inspanning, of schrijf op waarom een resultaat nodig is.",
    },
    no_owner: {
      says: "Er is nog geen eigenaar van het probleem.",
      todo: () => "Noem één persoon die vragen beantwoordt en mee beslist.",
    },
    no_users: {
      says: "Er staat nog niet wie met de oplossing gaat werken.",
      todo: () => "Noem de mensen die het gaan gebruiken, en vraag of zij mee willen denken.",
    },
    no_case: {
      says: "Er staat nog niet wat een oplossing oplevert.",
      todo: () => "Schrijf één getal op: kosten, uren of storingen per jaar.",
    },
    few_hours: {
      says: "Er is weinig tijd van uw kant.",
      todo: () => "Geef minstens één uur per week. Anders staat het team stil bij vragen.",
    },
    calendar: {
      says: "Uw wens past niet bij het schooljaar.",
      todo: (day: string | null) =>
        day
          ? `De eerste start die past is ${day}. Kies die, of overleg met het centrum.`
          : "Overleg met het centrum over de start.",
    },
    summary_needed: {
      says: "Uw tekst is niet voor iedereen, en er is geen samenvatting.",
      todo: () => "Schrijf twee zinnen die iedereen mag lezen. Anders vindt niemand uw vraag.",
    },
    criteria_needed: {
      says: "U vraagt een resultaat zonder criteria.",
      todo: () => "Schrijf op wanneer het goed is, het liefst met een getal.",
    },
  } satisfies Record<Sign, Advice>,
  fit: {
    title: "Past dit bij onderwijs?",
    same: "Het bedrijf en het centrum lezen hetzelfde oordeel.",
    why: "Daarom",
    pro: "Goed",
    con: "Let op",
    grade: {
      good: "Past goed",
      fits: "Past",
      adjust: "Past met aanpassing",
      poor: "Past niet zo",
    } satisfies Record<FitGrade, string>,
    strength: {
      clear: "Het probleem is duidelijk.",
      owner: "Er is een eigenaar.",
      users: "De gebruikers zijn bekend.",
      case: "Het is helder wat een oplossing oplevert.",
      time: "Het bedrijf geeft genoeg tijd.",
      size: "De omvang past bij een team.",
      start: "De start valt in een blok.",
      measurable: "Het resultaat is te toetsen.",
    } satisfies Record<Strength, string>,
  },
  similar: {
    title: "Dit lijkt erop",
    lead: "Is uw vraag een vervolg op een van deze? Geef dat aan. Het team begint dan niet opnieuw.",
    link: "Bouwt voort op",
    linked: "Uw vraag bouwt hierop voort.",
    unlink: "Haal de verwijzing weg",
    none: "Er is niets gevonden dat hierop lijkt.",
    earlier: "Bouwt voort op",
    later: "Hierop bouwt voort",
  },
};
