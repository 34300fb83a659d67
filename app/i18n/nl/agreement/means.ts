import { counted } from "#app/i18n/counted.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import type { duties, lasting, paying, teaming } from "#app/domain/agreement/terms/fields-means.ts";
import { enums as words } from "../enums/enums.ts";

const side = {
  label: "Kant",
  hint: "Bedrijf of onderwijs.",
  options: words.side,
};
/** These terms are about money, hours, the team and what the work leaves behind. */
export const means = {
  fee_kind: {
    label: "Soort vergoeding",
    hint: "Het centrum bepaalt welke soorten mogen.",
    options: words.feeKind,
  },
  fee_amount: {
    label: "Bedrag",
    hint: "Zonder btw. Vul 0 in als er geen vergoeding is.",
    example: "1.500,00",
  },
  vat_regime: {
    label: "Btw",
    hint: "Vraag uw administratie als u twijfelt.",
    options: {
      none: "Geen vergoeding, dus geen btw",
      exempt: "Vrijgesteld als onderwijs",
      standard: "Het algemene tarief komt erbij",
    },
  },
  instalments: {
    label: "Termijnen",
    hint: "Samen precies het bedrag. Bij resultaat komt de laatste termijn na de acceptatie.",
    of: {
      title: {
        label: "Omschrijving",
        hint: "Mag leeg blijven.",
        example: "Eerste termijn",
      },
      amount: {
        label: "Bedrag",
        hint: "Zonder btw.",
        example: "500,00",
      },
      trigger: {
        label: "Wanneer",
        hint: "Wat moet er gebeurd zijn?",
        options: {
          start: "Bij de start",
          milestone: "Na een mijlpaal",
          delivery: "Bij de oplevering",
          acceptance: "Na de acceptatie",
          end: "Na de afronding",
        },
      },
      date: {
        label: "Niet eerder dan",
        hint: "Mag leeg blijven.",
      },
    },
  },
  payment_days: {
    label: "Betaaltermijn",
    hint: "In kalenderdagen na de factuur, hoogstens 30.",
    example: "30",
    unit: (n: number) => `${counted(n, "kalenderdag", "kalenderdagen")} na de factuur`,
  },
  cost_lines: {
    label: "Opbouw van de prijs",
    hint: "Nodig bij een betaalde opdracht: minstens de volledige kostprijs.",
    of: {
      title: {
        label: "Kostenpost",
        hint: "Eén post per regel.",
        example: "Begeleiding, 40 uur",
      },
      amount: {
        label: "Bedrag",
        hint: "Zonder btw.",
        example: "3.200,00",
      },
    },
  },
  expense_cap: {
    label: "Grens voor onkosten",
    hint: "Boven dit bedrag overlegt de school eerst.",
    example: "1.500,00",
  },
  in_kind: {
    label: "Bijdragen in natura",
    hint: "Uren, apparatuur of ruimte. Bij subsidie is dit nodig voor de administratie.",
    of: {
      side,
      kind: {
        label: "Soort",
        hint: "Wat brengt deze kant in?",
        options: {
          hours: "Uren",
          equipment: "Apparatuur",
          materials: "Materiaal",
          space: "Ruimte",
        },
      },
      what: {
        label: "Omschrijving",
        hint: "Kort is genoeg.",
        example: "Proefketel van 200 liter",
      },
      quantity: {
        label: "Aantal",
        hint: "Uren of stuks.",
        example: "36",
      },
      value: {
        label: "Waarde",
        hint: "In euro, als u die weet.",
        example: "2.000,00",
      },
    },
  },
  company_hours: {
    label: "Uren van het bedrijf per week",
    hint: "Zoveel tijd maken uw medewerkers samen.",
    example: "4",
    unit: (n: number) => `${n} uur`,
  },
  company_contact: {
    label: "Contactpersoon van het bedrijf",
    hint: "Wie beantwoordt de vragen van het team?",
    example: "Noor de Wit",
  },
  company_data: {
    label: "Gegevens en spullen van het bedrijf",
    hint: "Wat krijgt het team, en wanneer?",
    example: "Receptgegevens van 2025, in de eerste week",
  },
  company_access: {
    label: "Toegang tot het bedrijf",
    hint: "Mag het team langskomen?",
    options: {
      on_site: "Het team mag op de werkplek werken",
      by_appointment: "Het team komt op afspraak",
      online: "Het team werkt op afstand",
    },
  },
  company_safety: {
    label: "Veiligheidsinstructie",
    hint: "Wie op de werkplek komt, krijgt eerst instructie.",
    options: {
      at_kickoff: "Bij de start",
      before_first_visit: "Voor het eerste bezoek",
      not_on_site: "Niet nodig, het team komt niet op de werkplek",
    },
  },
  guidance_hours: {
    label: "Begeleiding per student",
    hint: "In uren, voor de hele opdracht.",
    example: "8",
    unit: (n: number) => `${n} uur`,
  },
  supervisors: {
    label: "Begeleiders van de school",
    hint: "Wie coacht het team?",
    of: {
      name: {
        label: "Naam",
        hint: "Voornaam en achternaam.",
        example: "Sanne Bakker",
      },
      role: {
        label: "Rol",
        hint: "Zoals docent of practor.",
        example: "Docent procestechniek",
      },
    },
  },
  team_levels: {
    label: "Niveaus",
    hint: "Van welke niveaus zijn de studenten?",
    options: words.level,
  },
  team_tracks: {
    label: "Leerwegen",
    hint: "Dit telt mee voor de rechten: een bbl-student is werknemer.",
    options: words.track,
  },
  team_seats: {
    label: "Plaatsen voor studenten",
    hint: "Hoogste aantal in het team.",
    example: "5",
    unit: (n: number) => `hoogstens ${counted(n, "student", "studenten")}`,
  },
  minors_allowed: {
    label: "Mogen studenten onder de 18 meedoen?",
    hint: "U hoort niet wie minderjarig is. Voor hen gelden regels over werktijden.",
  },
  named_employees: {
    label: "Medewerkers in het team",
    hint: "Namen mogen ook later, voor de start.",
    of: {
      name: {
        label: "Naam",
        hint: "Voornaam en achternaam.",
        example: "Milan Jansen",
      },
      role: {
        label: "Functie",
        hint: "Zoals operator.",
        example: "Operator",
      },
    },
  },
  student_dropout_clause: {
    label: "Als een student stopt",
    hint: "Wat doet de school dan?",
    options: {
      replace_or_shrink: "Vervangen, of samen het werk kleiner maken",
      replace: "Vervangen",
      stop_part: "Dat deel van het werk vervalt",
    },
  },
  study_continuity: {
    label: "Als de opdracht stopt",
    hint: "Zo kunnen studenten hun studie afmaken.",
    options: {
      own_case: "Zij ronden af met een eigen opdracht van school",
      other_assignment: "Zij stappen over naar een andere opdracht",
    },
  },
  implementation_plan: {
    label: "Wat u met de uitkomst gaat doen",
    hint: "De stappen na afloop, en wie u daarbij helpt.",
    example: "Wij zetten de spoeltabel in de besturing en scholen alle operators.",
  },
  implementation_owner: {
    label: "Wie dit in het bedrijf oppakt",
    hint: "Eén persoon met naam.",
    example: "Milan Jansen",
  },
  implementation_date: {
    label: "Wanneer u het wilt gebruiken",
    hint: "Een streefdatum is genoeg.",
  },
  curriculum_use_right: {
    label: "Gebruik in het onderwijs",
    hint: "Mag de school de uitkomsten in lessen gebruiken?",
    options: {
      yes: "Ja",
      without_names: "Ja, zonder namen en herkenbare gegevens",
      no: "Nee",
    },
  },
  knowledge_product: {
    label: "Kennisproduct",
    hint: "Wat deelt u met anderen? Bij subsidie is iets delen nodig.",
    options: {
      none: "Geen",
      summary: "Een openbare samenvatting",
      lesson_material: "Lesmateriaal",
      article: "Een artikel",
      data: "Open gegevens",
    },
  },
  evaluation_consent: {
    label: "Meedoen aan de evaluatie",
    hint: "Beide kanten beantwoorden na afloop korte vragen.",
  },
} satisfies Record<keyof typeof paying | keyof typeof duties | keyof typeof teaming | keyof typeof lasting, FieldWords>;
