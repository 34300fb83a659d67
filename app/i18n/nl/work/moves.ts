import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves while the team works, milestones included. */
export const moves = {
  start: {
    button: "Start de opdracht",
    done: "startte de opdracht",
  },
  record_kickoff: {
    button: "Leg de kick-off vast",
    done: "legde de kick-off vast",
  },
  plan_midterm: {
    button: "Plan de tussenevaluatie",
    done: "plande de tussenevaluatie",
  },
  report: {
    button: "Schrijf een voortgangsbericht",
    done: "schreef een voortgangsbericht",
  },
  log_hours: {
    button: "Schrijf uren",
    done: "schreef uren",
    fields: {
      what: "Wat is er gedaan?",
    },
  },
  record_midterm: {
    button: "Leg de tussenevaluatie vast",
    done: "legde de tussenevaluatie vast",
    proposed: "deed een voorstel voor de tussenevaluatie",
    fields: {
      changes: "Wat verandert er? Schrijf ‘niets’ als alles goed gaat.",
    },
  },
  pause: {
    button: "Pauzeer",
    done: "zette de opdracht op pauze",
  },
  resume: {
    button: "Hervat",
    done: "hervatte de opdracht",
  },
  stop: {
    button: "Stop de opdracht",
    done: "stopte de opdracht",
  },
  consent_to_stop: {
    button: "Stem in met stoppen",
    done: "stemde in met stoppen",
    before:
      "Hiermee stopt de opdracht nog niet. De tekenbevoegde van uw school mag haar daarna om een zwaarwegende reden stoppen. " +
      "Uw instemming geldt 14 dagen. Alleen de tekenbevoegde en de coördinator lezen waarom u instemt.",
    fields: {
      why: "Waarom mag het stoppen?",
      consent: "Ik ga akkoord met stoppen",
    },
  },
  plan_study: {
    button: "Schrijf op hoe studenten verdergaan",
    done: "schreef op hoe studenten verdergaan",
  },
  plan: {
    button: "Plan een mijlpaal",
    done: "plande een mijlpaal",
    fields: {
      title: "Mijlpaal",
      due_on: "Wanneer klaar?",
    },
  },
  reach: {
    button: "Gehaald",
    done: "haalde een mijlpaal",
    fields: {
      evidence: "Waaruit blijkt dat?",
    },
  },
  move_milestone: {
    button: "Verplaats",
    done: "verplaatste een mijlpaal",
  },
  drop_milestone: {
    button: "Laat vervallen",
    done: "liet een mijlpaal vervallen",
  },
  follow_agreement: {
    button: "Volg de afspraken",
    done: "paste een mijlpaal aan de nieuwe versie van de afspraken aan",
  },
  drop_as_agreed: {
    button: "Laat vervallen volgens de afspraken",
    done: "liet een mijlpaal vervallen, omdat die niet in de nieuwe versie van de afspraken staat",
  },
  lapse_milestone: {
    button: "Sluit de mijlpaal",
    done: "sloot een mijlpaal, omdat het werk voorbij is",
  },
  raise_flag: {
    button: "Meld een belemmering",
    done: "meldde een belemmering",
  },
  follow_flag: {
    button: "Vertel wat er gebeurt",
    done: "vertelde wat er met een belemmering gebeurt",
    fields: { flag_note: "Wat is er gedaan?" },
  },
  hand_over_flag: {
    button: "Geef door",
    done: "gaf een belemmering door",
    fields: { flag_note: "Waarom aan deze persoon?" },
  },
  close_flag: {
    button: "Opgelost",
    done: "sloot een belemmering",
    fields: { flag_note: "Hoe is het opgelost?" },
  },
  raise_concern: {
    button: "Meld een zorg",
    done: "meldde een zorg",
  },
  follow_concern: {
    button: "Noteer wat er gebeurt",
    done: "noteerde wat er met een zorg gebeurt",
    fields: { flag_note: "Wat is er gedaan?" },
  },
  settle_concern: {
    button: "Zorg is weg",
    done: "sloot een zorg",
    fields: { flag_note: "Hoe is het opgelost?" },
  },
  lapse_flag: {
    button: "Sluit de belemmering",
    done: "sloot een belemmering, omdat er geen team meer is",
  },
  lapse_concern: {
    button: "Sluit de zorg",
    done: "sloot een zorg, omdat er geen team meer is",
  },
} satisfies Record<string, MoveWords>;
