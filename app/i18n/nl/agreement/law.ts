import { counted } from "#app/i18n/counted.ts";
import type { FieldWords } from "#app/i18n/field.ts";
import type { changing, owning, protecting, publishing } from "#app/domain/agreement/terms/fields-law.ts";
import { enums as words } from "../enums/enums.ts";

/** These terms are about rights, secrecy, privacy, liability, changes and complaints. */
export const law = {
  ip_foreground: {
    label: "Rechten op wat het team maakt",
    hint: "Wie iets maakt, houdt het auteursrecht. Overdragen kan alleen met een akte per maker.",
    options: words.ipProposal,
  },
  ip_background: {
    label: "Wat partijen al hadden",
    hint: "Kennis, software en ontwerpen van vóór de opdracht. Die blijven van wie ze inbrengt.",
    example: "De receptendatabase van het bedrijf",
  },
  ip_route: {
    label: "Rechten per maker",
    hint: "Alleen nodig als u overdracht afspreekt. Elke student kiest zelf in een eigen bijlage.",
    of: {
      maker: {
        label: "Maker",
        hint: "Wie maakt het?",
        options: {
          student: "Student",
          teacher: "Docent",
          employee: "Medewerker van het bedrijf",
        },
      },
      route: {
        label: "Route",
        hint: "Wat gebeurt er met de rechten?",
        options: {
          own_choice: "De maker kiest zelf",
          keeps: "De maker houdt de rechten",
          transfers: "Overdracht met een akte",
          employer: "De werkgever heeft de rechten",
        },
      },
      direction_by: {
        label: "Leiding over het werk",
        hint: "Onder wiens leiding ontstaat het werk?",
        options: words.side,
      },
      compensation: {
        label: "Vergoeding voor de maker",
        hint: "In euro. Laat leeg als die er niet is.",
        example: "250,00",
      },
    },
  },
  deed_status: {
    label: "Akte van overdracht",
    hint: "Zonder ondertekende akte gaat er geen auteursrecht over.",
    options: {
      to_sign: "Moet nog worden getekend",
      signed: "Is getekend",
    },
  },
  patent_clause: {
    label: "Uitvindingen",
    hint: "Octrooi werkt anders dan auteursrecht. Spreek dit apart af.",
    options: {
      together: "Samen aanvragen, samen eigenaar",
      by_share: "Ieder naar zijn bijdrage",
      company_first: "Het bedrijf mag binnen drie maanden als eerste kiezen",
    },
  },
  confidentiality: {
    label: "Vertrouwelijkheid",
    hint: "Wat mogen anderen lezen?",
    options: words.confidentiality,
  },
  confidentiality_scope: {
    label: "Wat is vertrouwelijk",
    hint: "Noem het precies. Wat hier niet staat, is niet geheim.",
    example: "Recepten en leveranciersprijzen",
  },
  confidentiality_term: {
    label: "Hoe lang vertrouwelijk",
    hint: "In maanden na het einde.",
    example: "24",
    unit: (n: number) => `${counted(n, "maand", "maanden")} na het einde`,
  },
  confidentiality_exceptions: {
    label: "Uitzonderingen",
    hint: "De examinator mag altijd alles lezen wat nodig is voor de beoordeling.",
    options: {
      examiner: "Examinator en begeleiders",
      law: "Wat de wet vraagt",
      already_known: "Wat al bekend was",
      safety: "Wat nodig is voor de veiligheid",
    },
  },
  publication_right: {
    label: "Publiceren",
    hint: "Mag de school over de uitkomsten schrijven?",
    options: {
      free: "Ja, vrij",
      after_check: "Ja, nadat het bedrijf de tekst heeft gelezen",
      summary: "Alleen een samenvatting",
    },
  },
  embargo_months: {
    label: "Wachttijd voor publicatie",
    hint: "In maanden, hoogstens 6.",
    example: "3",
    unit: (n: number) => (n === 0 ? "Geen" : counted(n, "maand", "maanden")),
  },
  portfolio_use: {
    label: "Mogen studenten het werk in hun portfolio tonen?",
    hint: "Vertrouwelijke delen blijven eruit.",
  },
  privacy_roles: {
    label: "Wie beslist over persoonsgegevens",
    hint: "Meestal beslist elke partij over haar eigen gegevens.",
    options: {
      each_own: "Elke partij over haar eigen gegevens",
      school_processes: "Het bedrijf; de school werkt in opdracht van het bedrijf",
      together: "Beide partijen samen",
    },
  },
  privacy_data: {
    label: "Welke persoonsgegevens",
    hint: "Gebruik er zo weinig mogelijk.",
    options: {
      contact: "Namen en contactgegevens",
      study_progress: "Studievoortgang",
      recordings: "Foto’s, video of geluid",
      customers: "Gegevens van klanten of gebruikers",
      health: "Gegevens over gezondheid",
    },
  },
  real_personal_data: {
    label: "Werkt het team met echte persoonsgegevens van het bedrijf?",
    hint: "Gebruik liever verzonnen of anonieme gegevens.",
  },
  processing_agreement: {
    label: "Verwerkersovereenkomst",
    hint: "Nodig als het team met echte persoonsgegevens werkt.",
    options: {
      not_needed: "Niet nodig",
      exists: "Is er al",
      to_sign: "Tekenen voor de start",
    },
  },
  liability_cap: {
    label: "Grens van de aansprakelijkheid",
    hint: "Het hoogste bedrag per partij. Bespreek dit met uw verzekeraar.",
    example: "10.000,00",
  },
  insured: {
    label: "Verzekering voor aansprakelijkheid",
    hint: "Wie heeft een verzekering die dit werk dekt?",
    options: {
      both: "Beide partijen",
      company: "Alleen het bedrijf",
      education: "Alleen de school",
      neither: "Geen van beide",
    },
  },
  change_control: {
    label: "Hoe u iets wijzigt",
    hint: "Wie mag wat veranderen?",
    options: {
      new_version: "Elke wijziging is een nieuwe versie met beide handtekeningen",
      small_by_owners: "Mijlpalen binnen de einddatum: projectleider en opdrachtgever. De rest: een nieuwe versie",
    },
  },
  change_effects: {
    label: "Gevolg voor prijs en datum",
    hint: "Zo voorkomt u verrassingen.",
    options: {
      named_each_time: "Elke wijziging noemt het gevolg",
      none_unless_signed: "Geen gevolg, tenzij dat is getekend",
    },
  },
  suspension: {
    label: "Pauzeren",
    hint: "Wie mag het werk stilleggen?",
    options: {
      both_may: "Elke partij, met reden en einddatum",
      together: "Alleen samen",
    },
  },
  early_end: {
    label: "Eerder stoppen",
    hint: "Hoe stopt u voor de einddatum?",
    options: {
      as_in_law: "Volgens de wet",
      two_weeks: "Met twee weken bericht",
      one_month: "Met een maand bericht",
    },
  },
  settlement_rule: {
    label: "Afrekenen bij eerder stoppen",
    hint: "Wat is er dan te betalen?",
    options: {
      work_and_benefit: "Een redelijk deel: gedaan werk, voordeel en reden tellen mee",
      costs_made: "Alleen gemaakte kosten",
      nothing_due: "Niets",
    },
  },
  complaint_contact: {
    label: "Waar u een klacht meldt",
    hint: "Iemand buiten het team.",
    example: "Coördinator van het centrum",
  },
  dispute_ladder: {
    label: "Bij een geschil",
    hint: "De stappen komen na elkaar.",
    options: { talk_board_mediation_court: "Gesprek, stuurgroep, mediation, rechter" },
  },
  law: {
    label: "Recht",
    hint: "Welk recht geldt?",
    options: { dutch: "Nederlands recht" },
  },
  court: {
    label: "Rechter",
    hint: "Welke rechter beslist als het zover komt?",
    options: {
      of_school: "De rechter in het gebied van de school",
      of_company: "De rechter in het gebied van het bedrijf",
      of_defendant: "De rechter in het gebied van wie wordt aangesproken",
    },
  },
} satisfies Record<
  keyof typeof owning | keyof typeof publishing | keyof typeof protecting | keyof typeof changing,
  FieldWords
>;
