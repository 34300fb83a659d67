import { counted } from "#app/i18n/counted.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import type { agreeing, judging, planning, working } from "#app/domain/agreement/terms/fields-work.ts";
import { enums as words } from "../enums/enums.ts";

const side = {
  label: "Kant",
  hint: "Bedrijf of onderwijs.",
  options: words.side,
};
/** These terms are about parties, question, obligation, approach, acceptance and planning. */
export const work = {
  parties: {
    label: "Partijen",
    hint: "Wie sluiten deze overeenkomst? Een student of een team is nooit partij.",
    of: {
      side,
      name: {
        label: "Naam",
        hint: "De naam in het handelsregister of van de instelling.",
        example: "Verfmakerij De Kwast & Ketel",
      },
      place: {
        label: "Plaats",
        hint: "Waar de partij gevestigd is.",
        example: "Sittard",
      },
    },
  },
  kvk: {
    label: "KvK-nummer van het bedrijf",
    hint: "8 cijfers. U vindt het in het handelsregister.",
    example: "12345678",
  },
  brin: {
    label: "BRIN-code van de instelling",
    hint: "Twee cijfers en twee letters.",
    example: "99ZZ",
  },
  signatories: {
    label: "Wie tekenen",
    hint: "Van elke kant iemand die mag tekenen.",
    of: {
      side,
      name: {
        label: "Naam",
        hint: "Voornaam en achternaam.",
        example: "Noor de Wit",
      },
      capacity: {
        label: "Functie",
        hint: "Als wie tekent deze persoon? Leeg: als tekenbevoegde.",
        example: "Directeur",
      },
    },
  },
  mandate_proof: {
    label: "Bewijs van tekenbevoegdheid",
    hint: "Waaruit blijkt dat deze persoon mag tekenen?",
    of: {
      side,
      proof: {
        label: "Bewijs",
        hint: "Het centrum controleert dit.",
        options: {
          trade_register: "Handelsregister",
          mandate_register: "Mandaatregister van de instelling",
          letter: "Ondertekende volmacht",
        },
      },
    },
  },
  summary: {
    label: "Samenvatting",
    hint: "Waar gaat deze opdracht over? Drie tot vijf zinnen.",
    example: "Wij willen per recept weten wanneer een mengketel schoon is.",
  },
  background: {
    label: "Achtergrond",
    hint: "Hoe is de vraag ontstaan en waarom is zij nu belangrijk?",
    example: "Na elke kleurwissel spoelen wij vijftig minuten met loog. Wij meten niets.",
  },
  scope_in: {
    label: "Wat hoort erbij",
    hint: "Wat pakt het team aan?",
    example: "De drie ketels van hal 2 en de tien meest gemaakte recepten.",
  },
  scope_out: {
    label: "Wat hoort er niet bij",
    hint: "Dit voorkomt teleurstelling. Noem wat anderen zouden kunnen verwachten.",
    example: "Het ombouwen van de spoelinstallatie.",
  },
  obligation: {
    label: "Verplichting",
    hint: "Bij inspanning werkt het team zo goed als het kan. Bij resultaat moet een afgesproken uitkomst er zijn.",
    options: words.obligation,
  },
  contract_nature: {
    label: "Soort werk",
    hint: "Maakt het team iets tastbaars, zoals een proefopstelling? Kies dan aanneming van werk of beide.",
    options: words.contractNature,
  },
  funding_regime: {
    label: "Geldstroom",
    hint: "Waaruit wordt het werk betaald? Dit bepaalt wat u mag afspreken.",
    options: words.fundingRegime,
  },
  openness_effects: {
    label: "Openheid door de geldstroom",
    hint: "Bij subsidie zijn de resultaten open voor iedereen.",
    options: {
      as_agreed_here: "Zoals in deze overeenkomst staat",
      open_results: "De resultaten zijn open voor iedereen",
    },
  },
  learning_goals: {
    label: "Leerdoelen",
    hint: "Wat leert elke groep? Noem voor studenten, docenten en medewerkers minstens één doel.",
    of: {
      group: {
        label: "Wie",
        hint: "De groep die leert.",
        options: {
          student: "Studenten",
          teacher: "Docenten",
          employee: "Medewerkers van het bedrijf",
        },
      },
      goal: {
        label: "Leerdoel",
        hint: "Begin met ‘kan’ of ‘weet’.",
        example: "Kan een meetplan maken en uitvoeren",
      },
    },
  },
  approach: {
    label: "Aanpak",
    hint: "Hoe gaat het team te werk?",
    example: "Wij meten eerst vier weken, zoeken dan het verband en testen een nieuwe spoeltijd.",
  },
  activities: {
    label: "Werkzaamheden",
    hint: "Bij inspanning is dit wat het team doet. Zet elke werkzaamheid op een eigen regel.",
    of: {
      activity: {
        label: "Werkzaamheid",
        hint: "Wat doet het team?",
        example: "Geleidbaarheid meten tijdens veertig spoelbeurten",
      },
      who: {
        label: "Door wie",
        hint: "Een rol is genoeg.",
        example: "Studenten met een operator",
      },
    },
  },
  effort_hours: {
    label: "Uren per rol",
    hint: "Het totaal voor de hele opdracht.",
    of: {
      role: {
        label: "Rol",
        hint: "Kies een rol.",
        options: {
          student: "Studenten samen",
          teacher: "Docenten en coaches",
          project_manager: "Projectleider",
          employee_participant: "Medewerkers van het bedrijf",
          field_expert: "Experts uit het werkveld",
          end_user: "Eindgebruikers",
        },
      },
      hours: {
        label: "Uren",
        hint: "Een heel getal.",
        example: "640",
      },
    },
  },
  deliverables: {
    label: "Producten",
    hint: "Bij inspanning zijn dit beoogde producten. Bij resultaat moeten zij er zijn.",
    of: {
      title: {
        label: "Product",
        hint: "Eén product per regel.",
        example: "Spoeltabel per receptgroep",
      },
      form: {
        label: "Vorm",
        hint: "Zoals rapport, model of proefopstelling.",
        example: "Rekenblad",
      },
      version: {
        label: "Versie",
        hint: "Laat leeg als er maar één versie komt.",
        example: "1.0",
      },
    },
  },
  expert_company: {
    label: "Expertbedrijf",
    hint: "Een ander bedrijf dat kennis inbrengt.",
    example: "Meetbureau De Lijn",
  },
  subcontracting: {
    label: "Uitbesteden",
    hint: "Doet iemand anders een deel van het werk? Schrijf wie en wat.",
    example: "Het lab van de hogeschool doet de titraties.",
  },
  criteria: {
    label: "Acceptatiecriteria",
    hint: "Waaraan toetst u het resultaat? Minstens één criterium heeft een meetbare waarde.",
    of: {
      text: {
        label: "Criterium",
        hint: "Eén eis per regel.",
        example: "Gelabelde monsters worden juist ingedeeld",
      },
      value: {
        label: "Meetbare waarde",
        hint: "Een getal of een grens.",
        example: "minstens 95% van 60 monsters",
      },
      test_method: {
        label: "Hoe u toetst",
        hint: "Zo dat een ander de toets kan herhalen.",
        example: "Blinde test met vooraf gelabelde monsters",
      },
      measurer: {
        label: "Wie meet",
        hint: "Iemand die niet in het team zit.",
        example: "Hoofd laboratorium",
      },
    },
  },
  acceptance_term: {
    label: "Tijd voor de acceptatietoets",
    hint: "In werkdagen.",
    example: "10",
    unit: (n: number) => counted(n, "werkdag", "werkdagen"),
  },
  rework_rounds: {
    label: "Rondes voor herstel",
    hint: "Hoe vaak mag het bedrijf herstel vragen?",
    example: "2",
    unit: (n: number) => (n === 0 ? "Geen" : `hoogstens ${counted(n, "ronde", "rondes")}`),
  },
  rework_term: {
    label: "Tijd voor herstel",
    hint: "In werkdagen per ronde.",
    example: "15",
    unit: (n: number) => `${counted(n, "werkdag", "werkdagen")} per ronde`,
  },
  silence_clause: {
    label: "Geldt zwijgen als acceptatie?",
    hint: "Nee betekent: zonder antwoord wordt niets geaccepteerd. De coördinator beslist dan over het vervolg.",
  },
  guarantee_scope: {
    label: "Waarvoor geldt de garantie",
    hint: "Wat herstelt het team na de acceptatie?",
    options: {
      criteria: "Gebreken tegen de criteria",
      criteria_and_advice: "Gebreken tegen de criteria en uitleg bij het gebruik",
    },
  },
  guarantee_term: {
    label: "Hoe lang geldt de garantie",
    hint: "In kalenderdagen na de acceptatie. 0 mag alleen met een reden.",
    example: "60",
    unit: (n: number) => (n === 0 ? "Geen garantie" : `${counted(n, "kalenderdag", "kalenderdagen")} na de acceptatie`),
  },
  guarantee_term_reason: {
    label: "Reden van geen garantie",
    hint: "Nodig als de garantie 0 dagen duurt.",
    example: "De proefopstelling wordt na de test afgebroken.",
  },
  guarantee_remedy: {
    label: "Wat gebeurt er bij een gebrek",
    hint: "Zo lost u een gebrek op.",
    options: {
      repair: "De school zorgt voor herstel zonder kosten",
      repair_or_price: "Herstel zonder kosten, of een lagere prijs als herstel niet kan",
    },
  },
  quality_owner: {
    label: "Kwaliteitsverantwoordelijke",
    hint: "Deze persoon geeft elke versie vrij en maakt zelf niets.",
    example: "Karim Haddad, lector",
  },
  start_date: {
    label: "Begindatum",
    hint: "Aan het begin van een onderwijsblok.",
  },
  end_date: {
    label: "Einddatum",
    hint: "De dag waarop het werk klaar moet zijn.",
  },
  milestones: {
    label: "Mijlpalen",
    hint: "Bij inspanning minstens één, bij resultaat minstens twee.",
    of: {
      title: {
        label: "Mijlpaal",
        hint: "Wat is er dan?",
        example: "Meetplan besproken",
      },
      date: {
        label: "Datum",
        hint: "Tussen begin en einde.",
      },
    },
  },
  midterm_date: {
    label: "Datum tussenevaluatie",
    hint: "Ongeveer halverwege.",
  },
  report_rhythm: {
    label: "Hoe vaak bericht over de voortgang",
    hint: "De school houdt u op de hoogte tijdens het werk.",
    options: {
      week: "Elke week",
      two_weeks: "Elke twee weken",
      month: "Elke maand",
    },
  },
  end_report: {
    label: "Eindverslag",
    hint: "Een eindverslag hoort altijd bij de opdracht. Kies daarom ja.",
  },
} satisfies Record<
  keyof typeof agreeing | keyof typeof working | keyof typeof judging | keyof typeof planning,
  FieldWords
>;
