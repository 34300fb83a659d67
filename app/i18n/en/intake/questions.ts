import type { questions as nl } from "#app/i18n/nl/intake/questions.ts";
import { enums } from "../enums/enums.ts";

export const questions: typeof nl = {
  steps: {
    adres: "Your e-mail address",
    titel: "Your question in one sentence",
    probleem: "The problem",
    doel: "What you hope for",
    mensen: "Who it is about",
    plaats: "Where it is",
    waarom: "Why now",
    inbreng: "What you bring",
    verplichting: "Effort or result",
    openheid: "Who may read it",
    periode: "When",
    kennis: "Knowledge",
    team: "The team",
    geld: "Money and rights",
    bedrijf: "Your company",
  },
  fields: {
    email: {
      label: "What is your e-mail address?",
      hint: "We send you a link with which you can go on, also on another device.",
    },
    help: {
      label: "Help me: the centre may read my draft and finish it with me",
      hint: "Without this tick nobody reads your draft.",
    },
    title: {
      label: "What is your question, in one sentence?",
      example: "Predicting blocked pumps",
    },
    language: {
      label: "In which language do you write?",
      options: {
        nl: "Dutch",
        en: "English",
      },
    },
    problem: {
      label: "What goes wrong now, and for whom?",
      hint: "Tell it as you would tell a friend. Five sentences are enough.",
      example:
        "Our pumping stations clog up with wipes. We only go out when the pump stands still, often at night. " +
        "That costs 900 euros, eighty times a year.",
    },
    goal: {
      label: "What do you hope for?",
      hint: "You do not have to know the solution yet.",
      example: "A warning that comes a day before the failure.",
    },
    deliverables: {
      label: "What would you like to receive?",
      hint: "One a line, at most five.",
      example: "A model that predicts failures",
    },
    end_users: {
      label: "Who will work with the solution?",
      hint: "For example: service engineers or residents.",
      example: "Our service engineers in the field",
    },
    problem_owner: {
      label: "Who at your company owns this problem?",
      hint: "That person answers the team's questions and helps to decide.",
      example: "Pieter Oppewal, head of maintenance",
    },
    sector: {
      label: "In which sector is this?",
      options: enums.sector,
    },
    place: {
      label: "In which town?",
      example: "Sneek",
    },
    postcode: {
      label: "What is the postcode there?",
      hint: "Only the four digits. That way teams nearby find you.",
      example: "8601",
    },
    urgency: {
      label: "How urgent is it?",
      options: enums.urgency,
    },
    critical: {
      label: "Does your work stop if this is not done in time?",
      hint: "Then it is business-critical. In that case, choose effort.",
    },
    business_case: {
      label: "What would a solution bring you?",
      hint: "Think of cost, time, safety or quality.",
      example: "Each failure costs 900 euros. There are eighty a year.",
    },
    hours_company: {
      label: "How many hours do you have yourself, over the whole period?",
      hint: "Allow at least one hour a week for the team's questions.",
      example: "40",
    },
    employees: {
      label: "How many employees take part?",
      hint: "They learn together with the team.",
      example: "2",
    },
    brings_kinds: {
      label: "What else can you bring?",
      options: {
        data: "Data",
        lab: "A lab",
        equipment: "Machines or equipment",
        workplace: "A workplace",
        people: "People who know the subject",
      },
    },
    brings: {
      label: "Tell a little about it",
      hint: "Hours, people, data, a workplace or a lab.",
      example: "Three years of measurements and a workplace for four people.",
    },
    obligation: {
      label: "What fits your question?",
      hint: "Not sure? Choose effort. It can still change later.",
      options: {
        effort: "Effort: the team does its best, learning comes first",
        result: "Result: the team promises an outcome that you test",
      },
    },
    draft_criteria: {
      label: "When is it good?",
      hint: "Only needed for a result. One criterion a line, preferably measurable.",
      example: "Of 40 failures 80% is reported a day earlier.",
    },
    confidentiality: {
      label: "Who may read your text?",
      options: {
        public: "Everybody",
        summary_public: "Everybody reads a summary, only those taking part read all",
        secret: "Only those who are invited and promise secrecy",
      },
    },
    hide_company: { label: "Do not name our company in public" },
    teaser: {
      label: "Summary everybody may read",
      hint: "Without anything that must stay secret.",
      example: "A manager of pumping stations wants to predict failures.",
    },
    weeks: {
      label: "How many weeks may it take?",
      hint: "Usually 10 or 20 weeks.",
      example: "10",
    },
    start_wish: {
      label: "When would you like to begin?",
      hint: "Schools begin four times a year. We look for the first start that fits.",
    },
    skill_uris: {
      label: "Which knowledge is needed?",
      hint: "Search and tick what fits. Three is enough.",
    },
    skills: {
      label: "Is something missing? Write it down",
      hint: "Separate with a comma.",
      example: "water management, pumps",
    },
    levels: {
      label: "Which levels fit?",
      hint: "Not sure? Skip this, and the centre will choose.",
      options: enums.level,
    },
    seats_min: {
      label: "Fewest students",
      example: "2",
    },
    seats_max: {
      label: "Most students",
      example: "5",
    },
    hours_student: {
      label: "How many hours per student?",
      hint: "Over the whole period.",
      example: "160",
    },
    fee_kind: {
      label: "Which fee do you give?",
      options: enums.feeKind,
    },
    fee_amount: {
      label: "Which amount?",
      hint: "Excluding VAT, for example 1.500,00.",
      example: "500,00",
    },
    funding_regime: {
      label: "Which money pays for this?",
      hint: "Not sure? The centre fills this in with you.",
      options: enums.fundingRegime,
    },
    ip_proposal: {
      label: "Who gets which rights?",
      options: enums.ipProposal,
    },
    company: {
      label: "What is your company called?",
      example: "Rioolbeheer Lage Polders",
    },
    kvk: {
      label: "What is your KvK number?",
      example: "68750110",
    },
    contact_name: {
      label: "What is your name?",
      example: "Sietske Bruinsma",
    },
    centre: {
      label: "Which centre fits your question?",
      hint: "Choose the centre in your region or trade.",
    },
  },
};
