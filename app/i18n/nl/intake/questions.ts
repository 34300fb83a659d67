import type { FieldWords } from "#app/i18n/field.ts";
import type { DraftStep, draftSteps } from "#app/domain/intake/draft.ts";
import type { IntakeStep, intakeSteps } from "#app/domain/intake/fields.ts";
import { enums } from "../enums/enums.ts";

type IdsIn<Steps> = { [Step in keyof Steps]: keyof Steps[Step] }[keyof Steps];
/** Describes every question of a draft, of the intake, and of whoever takes a draft over. */
type QuestionId = IdsIn<typeof intakeSteps> | IdsIn<typeof draftSteps> | "centre";

/** The guided intake has a title for each page, and each question has a hint or an example beside it. */
export const questions = {
  steps: {
    adres: "Uw e-mailadres",
    titel: "Uw vraag in één zin",
    probleem: "Het probleem",
    doel: "Waar u op hoopt",
    mensen: "Om wie het gaat",
    plaats: "Waar het speelt",
    waarom: "Waarom nu",
    inbreng: "Wat u inbrengt",
    verplichting: "Inspanning of resultaat",
    openheid: "Wie het mag lezen",
    periode: "Wanneer",
    kennis: "Kennis",
    team: "Het team",
    geld: "Geld en rechten",
    bedrijf: "Uw bedrijf",
  } satisfies Record<DraftStep | IntakeStep, string>,
  fields: {
    email: {
      label: "Wat is uw e-mailadres?",
      hint: "Wij sturen u een link waarmee u verder kunt, ook op een ander apparaat.",
    },
    help: {
      label: "Help mij: het centrum mag mijn concept lezen en met mij afmaken",
      hint: "Zonder dit vinkje leest niemand uw concept.",
    },
    title: {
      label: "Wat is uw vraag, in één zin?",
      example: "Verstopte gemalen voor zijn",
    },
    language: {
      label: "In welke taal schrijft u?",
      options: {
        nl: "Nederlands",
        en: "Engels",
      },
    },
    problem: {
      label: "Wat gaat er nu mis, en voor wie?",
      hint: "Vertel het zoals u het een kennis zou vertellen. Vijf zinnen zijn genoeg.",
      example:
        "Onze gemalen raken verstopt door doekjes. We rukken pas uit als de pomp stilstaat, vaak midden in " +
        "de nacht. Dat kost tachtig keer per jaar 900 euro.",
    },
    goal: {
      label: "Waar hoopt u op?",
      hint: "U hoeft de oplossing nog niet te weten.",
      example: "Een waarschuwing die een dag voor de storing komt.",
    },
    deliverables: {
      label: "Wat wilt u in handen krijgen?",
      hint: "Eén per regel, hoogstens vijf.",
      example: "Een model dat storingen voorspelt",
    },
    end_users: {
      label: "Wie gaat met de oplossing werken?",
      hint: "Bijvoorbeeld: storingsmonteurs of bewoners.",
      example: "Storingsmonteurs van onze buitendienst",
    },
    problem_owner: {
      label: "Wie bij u is de eigenaar van dit probleem?",
      hint: "Die persoon beantwoordt vragen van het team en beslist mee.",
      example: "Pieter Oppewal, hoofd onderhoud",
    },
    sector: {
      label: "In welke sector speelt dit?",
      options: enums.sector,
    },
    place: {
      label: "In welke plaats?",
      example: "Sneek",
    },
    postcode: {
      label: "Wat is de postcode daar?",
      hint: "Alleen de vier cijfers. Zo vinden teams u in de buurt.",
      example: "8601",
    },
    urgency: {
      label: "Hoe dringend is het?",
      options: enums.urgency,
    },
    critical: {
      label: "Ligt uw werk stil als dit niet op tijd af is?",
      hint: "Dan is het bedrijfskritisch. Kies dan liever een inspanning.",
    },
    business_case: {
      label: "Wat levert een oplossing u op?",
      hint: "Denk aan kosten, tijd, veiligheid of kwaliteit.",
      example: "Elke storing kost 900 euro. Er zijn er tachtig per jaar.",
    },
    hours_company: {
      label: "Hoeveel uur hebt u zelf, in de hele periode?",
      hint: "Reken op minstens één uur per week voor vragen van het team.",
      example: "40",
    },
    employees: {
      label: "Hoeveel medewerkers doen mee?",
      hint: "Zij leren mee met het team.",
      example: "2",
    },
    brings_kinds: {
      label: "Wat kunt u verder inbrengen?",
      options: {
        data: "Gegevens",
        lab: "Een lab",
        equipment: "Machines of apparatuur",
        workplace: "Een werkplek",
        people: "Mensen met kennis",
      },
    },
    brings: {
      label: "Vertel er kort iets over",
      hint: "Uren, mensen, gegevens, een werkplek of een lab.",
      example: "Meetgegevens van drie jaar en een werkplek voor vier mensen.",
    },
    obligation: {
      label: "Wat past bij uw vraag?",
      hint: "Weet u het niet? Kies inspanning. Dat kan later nog anders.",
      options: {
        effort: "Inspanning: het team doet zijn best, leren staat voorop",
        result: "Resultaat: het team belooft een uitkomst die u toetst",
      },
    },
    draft_criteria: {
      label: "Wanneer is het goed?",
      hint: "Alleen nodig bij resultaat. Eén criterium per regel, het liefst meetbaar.",
      example: "Van 40 storingen is 80% een dag eerder gemeld.",
    },
    confidentiality: {
      label: "Wie mag uw tekst lezen?",
      options: {
        public: "Iedereen",
        summary_public: "Iedereen leest een samenvatting, alleen deelnemers lezen alles",
        secret: "Alleen wie is uitgenodigd en geheimhouding belooft",
      },
    },
    hide_company: { label: "Noem onze bedrijfsnaam niet in het openbaar" },
    teaser: {
      label: "Samenvatting die iedereen mag lezen",
      hint: "Zonder gegevens die geheim moeten blijven.",
      example: "Een beheerder van gemalen wil storingen eerder zien aankomen.",
    },
    weeks: {
      label: "Hoeveel weken mag het duren?",
      hint: "Meestal 10 of 20 weken.",
      example: "10",
    },
    start_wish: {
      label: "Wanneer wilt u beginnen?",
      hint: "Scholen beginnen vier keer per jaar. Wij zoeken de eerste start die past.",
    },
    skill_uris: {
      label: "Welke kennis is nodig?",
      hint: "Zoek en vink aan wat past. Drie is genoeg.",
    },
    skills: {
      label: "Staat iets er niet bij? Schrijf het op",
      hint: "Scheid met een komma.",
      example: "waterbeheer, pompen",
    },
    levels: {
      label: "Welke niveaus passen?",
      hint: "Weet u het niet? Sla dit over, dan kiest het centrum.",
      options: enums.level,
    },
    seats_min: {
      label: "Minste aantal studenten",
      example: "2",
    },
    seats_max: {
      label: "Hoogste aantal studenten",
      example: "5",
    },
    hours_student: {
      label: "Hoeveel uur per student?",
      hint: "Over de hele periode.",
      example: "160",
    },
    fee_kind: {
      label: "Welke vergoeding geeft u?",
      options: enums.feeKind,
    },
    fee_amount: {
      label: "Welk bedrag?",
      hint: "Zonder btw, bijvoorbeeld 1.500,00.",
      example: "500,00",
    },
    funding_regime: {
      label: "Welk geld betaalt dit?",
      hint: "Weet u het niet? Het centrum vult dit met u in.",
      options: enums.fundingRegime,
    },
    ip_proposal: {
      label: "Wie krijgt welke rechten?",
      options: enums.ipProposal,
    },
    company: {
      label: "Hoe heet uw bedrijf?",
      example: "Rioolbeheer Lage Polders",
    },
    kvk: {
      label: "Wat is uw KvK-nummer?",
      example: "68750110",
    },
    contact_name: {
      label: "Wat is uw naam?",
      example: "Sietske Bruinsma",
    },
    centre: {
      label: "Bij welk centrum past uw vraag?",
      hint: "Kies het centrum in uw regio of vakgebied.",
    },
  } satisfies Record<QuestionId, FieldWords>,
};
