import type { MoveWords } from "#app/i18n/move-words.ts";

/** Holds the words of moves of the agreement, its end, payments and disputes. */
export const moves = {
  conclude: {
    button: "Rond de afspraken af",
    done: "rondde de afspraken af",
  },
  propose: {
    button: "Stel voor",
    done: "deed een voorstel",
  },
  counter: {
    button: "Doe een tegenvoorstel",
    done: "deed een tegenvoorstel: de vorige versie geldt niet meer, ook niet voor wie al tekende of zou tekenen",
  },
  discard: {
    button: "Laat dit voorstel vallen",
    done: "liet een wijziging vallen: de getekende afspraken gelden nog",
  },
  take_back: {
    button: "Trek het voorstel in",
    done: "trok het voorstel in: het geldt niet meer, ook niet voor wie al tekende of zou tekenen",
  },
  confirm_quality: {
    button: "Sta in voor de kwaliteit",
    done: "stond in voor de kwaliteit",
  },
  prove_mandate: {
    button: "Voeg bewijs van bevoegdheid toe",
    done: "voegde bewijs van bevoegdheid toe",
    fields: { files: "Uittreksel, mandaat of volmacht" },
  },
  sign: {
    button: "Onderteken",
    done: "ondertekende",
    fields: {
      name: "Naam van wie tekent",
      consent: "Ik onderteken deze versie namens mijn organisatie",
    },
  },
  seal: {
    button: "Maak definitief",
    done: "maakte de overeenkomst definitief",
  },
  lapse: {
    button: "Laat vervallen",
    done: "liet het voorstel vervallen: het geldt niet meer, ook niet voor wie al tekende of zou tekenen",
  },
  supersede: {
    button: "Vervang",
    done: "verving de vorige versie",
  },
  end_agreement: {
    button: "Beëindig de overeenkomst",
    done: "beëindigde de overeenkomst",
  },
  terminate: {
    button: "Ontbind de overeenkomst",
    done: "ontbond de overeenkomst",
    fields: {
      notice: "Wat is er aan de andere partij geschreven?",
      ground: "Op welke grond?",
    },
  },
  record_agreement_end: {
    button: "Leg het einde van de afspraken vast",
    done: "legde het einde van de afspraken vast",
    proposed: "stelde voor hoe de afspraken eindigen",
    fields: {
      settlement: "Wat is er gedaan en hoe wordt er afgerekend?",
    },
  },
  give_default_notice: {
    button: "Stel in gebreke",
    done: "stelde de andere partij in gebreke",
  },
  extend: {
    button: "Verleng",
    done: "verlengde de termijn",
  },
  extend_together: {
    button: "Verleng samen",
    done: "verlengde de termijn samen",
    proposed: "stelde een langere termijn voor",
  },
  record_payment: {
    button: "Noteer een factuur of betaling",
    done: "noteerde een factuur of een betaling",
  },
  agree_settlement: {
    button: "Leg het bedrag van de afrekening vast",
    done: "legde het bedrag van de afrekening vast",
    proposed: "stelde een bedrag voor de afrekening voor",
    fields: {
      settlement: "Waarover gaat deze afrekening?",
      settlement_due: "Uiterlijk te betalen op",
    },
  },
  open_dispute: {
    button: "Meld een geschil",
    done: "meldde een geschil",
  },
  answer_dispute: {
    button: "Geef uw kant van het geschil",
    done: "gaf de eigen kant van het geschil",
    fields: { answer: "Wat is het antwoord op het geschil?" },
  },
  escalate_dispute: {
    button: "Breng het geschil een stap verder",
    done: "zette de volgende stap in het geschil",
  },
  settle_dispute: {
    button: "Leg de oplossing vast",
    done: "legde de oplossing van het geschil vast",
    proposed: "stelde een oplossing van het geschil voor",
  },
  settle_without_solution: {
    button: "Besluit over het geschil",
    done: "besloot over het geschil",
    fields: { text: "Wat is het besluit, en waarom?" },
  },
} satisfies Record<string, MoveWords>;
