import type { ClauseId, ClauseText } from "#app/domain/agreement/terms/text.ts";

/** Adds text only when there is something to say. */
const when = (said: string | boolean, sentence: string) => (said ? sentence : "");
const bracket = (said: string) => (said ? ` (${said})` : "");

/**
 * Holds the words of the clauses of the agreement. Under effort the school does its best and promises no outcome;
 * only a result agreement promises one.
 */
export const clauses = {
  parties: (t) => [
    ...t.lines("parties", (c) => `${c("side")}: ${c("name")}${when(c("place"), `, ${c("place")}`)}.`),
    `KvK-nummer van het bedrijf: ${t.it("kvk")}. BRIN-code van de instelling: ${t.it("brin")}.`,
  ],
  authority: (t) => [
    ...t.lines(
      "signatories",
      (c) => `Namens het ${c("side").toLowerCase()} tekent ${c("name")}, ${c("capacity") || "tekenbevoegde"}.`,
    ),
    ...t.lines("mandate_proof", (c) => `Bewijs van bevoegdheid voor het ${c("side").toLowerCase()}: ${c("proof")}.`),
  ],
  question: (t) => [t.it("summary"), t.it("background")],
  scope: (t) => [`Bij de opdracht hoort: ${t.it("scope_in")}.`, `Bij de opdracht hoort niet: ${t.it("scope_out")}.`],
  obligation_effort: () => [
    "Dit is een inspanningsverplichting. De school spant zich in, zo goed als van een zorgvuldig team mag worden verwacht.",
    "De school belooft geen uitkomst. Blijft een gewenste uitkomst uit, dan is dat op zichzelf geen tekortkoming.",
  ],
  obligation_result: () => [
    "Dit is een resultaatsverplichting. De school levert het resultaat dat bij ‘Acceptatie’ is omschreven.",
    "Het bedrijf toetst alleen aan de criteria die daar staan.",
  ],
  good_contractor: () => [
    "De school werkt zorgvuldig, volgt redelijke aanwijzingen op tijd op en houdt het bedrijf op de " +
      "hoogte. Zij meldt wanneer het werk klaar is en legt er verantwoording over af.",
  ],
  nature: (t) => [`Soort werk: ${t.it("contract_nature")}.`],
  funding: (t) => [
    `Geldstroom: ${t.it("funding_regime")}. ${t.it("openness_effects")}.`,
    t.is("funding_regime", "subsidised_ppp")
      ? "Het werk krijgt subsidie. Daarom zijn de resultaten open voor iedereen en krijgt geen bedrijf er alleen recht op."
      : "",
  ],
  learning: (t) => [
    "Studenten, docenten en medewerkers leren van deze opdracht:",
    ...t.lines("learning_goals", (c) => `${c("group")}: ${c("goal")}.`),
  ],
  grade_independent: () => [
    "De beoordeling van een student hangt nooit af van het oordeel van het bedrijf. De examinator " +
      "beoordeelt zelfstandig. Het bedrijf ziet geen cijfers.",
  ],
  effort: (t) => [
    `De school spant zich in volgens deze aanpak: ${t.it("approach")}.`,
    "De inspanning bestaat uit deze werkzaamheden:",
    ...t.lines("activities", (c) => `${c("activity")}${bracket(c("who"))}.`),
    "Voor de inspanning zijn deze uren afgesproken:",
    ...t.lines("effort_hours", (c) => `${c("role")}: ${c("hours")} uur.`),
  ],
  approach: (t) => [
    `Aanpak: ${t.it("approach")}.`,
    ...t.lines("activities", (c) => `${c("activity")}${bracket(c("who"))}.`),
  ],
  intended: (t) => [
    "De school spant zich in om deze producten te maken. Zij zijn beoogd en niet beloofd:",
    ...t.lines("deliverables", (c) => `Beoogd: ${c("title")}${bracket(c("form"))}.`),
  ],
  deliverables: (t) => [
    "De school levert op:",
    ...t.lines(
      "deliverables",
      (c) => `${c("title")}${bracket(c("form"))}${when(c("version"), `, versie ${c("version")}`)}.`,
    ),
  ],
  expert: (t) => [`Dit bedrijf brengt extra kennis in: ${t.it("expert_company")}.`],
  subcontracting: (t) => [
    `Uitbesteed werk: ${t.it("subcontracting")}. De partij die uitbesteedt, blijft verantwoordelijk.`,
  ],
  closing: () => [
    "Na de oplevering houden partijen een eindgesprek. Daarin laat het team zien wat het deed en welke " +
      "uren het maakte. Het product krijgt geen goed- of afkeuring.",
  ],
  criteria: (t) => [
    "Het resultaat voldoet aan deze criteria:",
    ...t.lines(
      "criteria",
      (c) =>
        `${c("text")}${when(c("value"), `; waarde: ${c("value")}`)}; toets: ${c("test_method")}; meter: ${c("measurer")}.`,
    ),
    "Wie meet, zit niet in het team.",
  ],
  acceptance: (t) => [
    `Het bedrijf toetst het resultaat binnen ${t.it("acceptance_term")} werkdagen na ontvangst. Het ` +
      "geeft per criterium een oordeel met bewijs.",
  ],
  silence: (t) => [
    t.is("silence_clause", true)
      ? "Geeft het bedrijf na een herinnering en een laatste bericht geen oordeel, dan geldt het werk 5 " +
        "werkdagen na dat laatste bericht als geaccepteerd."
      : "Zwijgen is geen acceptatie. Geeft het bedrijf na een herinnering en een laatste bericht geen " +
        "antwoord, dan beslist de coördinator over het vervolg.",
  ],
  rework: (t) => [
    t.is("rework_rounds", 0)
      ? "Er is geen ronde voor herstel afgesproken."
      : `Het bedrijf kan hoogstens ${t.it("rework_rounds")} keer herstel vragen. Elke bevinding wijst naar ` +
        `een criterium. Een ronde duurt ${t.it("rework_term")} werkdagen.`,
  ],
  guarantee: (t) => [
    t.is("guarantee_term", 0)
      ? `Er geldt geen garantie. Reden: ${t.it("guarantee_term_reason")}.`
      : `Na de acceptatie geldt ${t.it("guarantee_term")} kalenderdagen garantie. Zij geldt voor: ${t.it("guarantee_scope")}.`,
    t.is("guarantee_term", 0) ? "" : `Bij een gebrek: ${t.it("guarantee_remedy")}.`,
    `Voor de kwaliteit is verantwoordelijk: ${t.it("quality_owner")}.`,
  ],
  dates: (t) => [`Het werk begint op ${t.it("start_date")} en eindigt op ${t.it("end_date")}.`],
  milestones: (t) => [
    "Mijlpalen:",
    ...t.lines("milestones", (c) => `${c("date")}: ${c("title")}.`),
    `De tussenevaluatie is op ${t.it("midterm_date")}.`,
  ],
  reports: (t) => [
    `De school bericht over de voortgang: ${t.it("report_rhythm").toLowerCase()}. Aan het einde komt er een eindverslag.`,
  ],
  fee: (t) => [
    t.is("fee_kind", "none")
      ? "Voor dit werk is geen vergoeding afgesproken. Het bedrag is 0."
      : `Vergoeding: ${t.it("fee_kind").toLowerCase()}, ${t.it("fee_amount")} zonder btw. Btw: ${t.it("vat_regime").toLowerCase()}.`,
    t.is("fee_kind", "none") ? "" : `Het bedrijf betaalt binnen ${t.it("payment_days")} kalenderdagen na de factuur.`,
    when(t.has("expense_cap") && !t.is("expense_cap", 0), `Onkosten boven ${t.it("expense_cap")} alleen na overleg.`),
  ],
  instalments: (t) => [
    "Betaling in termijnen:",
    ...t.lines(
      "instalments",
      (c) =>
        `${c("amount")}: ${c("trigger").toLowerCase()}${when(c("date"), `, niet eerder dan ${c("date")}`)}${bracket(c("title"))}.`,
    ),
  ],
  costs: (t) => ["De prijs is zo opgebouwd:", ...t.lines("cost_lines", (c) => `${c("title")}: ${c("amount")}.`)],
  in_kind: (t) => [
    "Bijdragen in natura:",
    ...t.lines(
      "in_kind",
      (c) =>
        `${c("side")}: ${c("kind").toLowerCase()}${bracket(c("what"))}` +
        when(c("quantity"), `, aantal ${c("quantity")}`) +
        `${when(c("value"), `, waarde ${c("value")}`)}.`,
    ),
  ],
  company_duties: (t) => [
    `Het bedrijf maakt ${t.it("company_hours")} uur per week vrij. Contactpersoon: ${t.it("company_contact")}.`,
    `Het bedrijf geeft het team: ${t.it("company_data")}.`,
    `Toegang: ${t.it("company_access").toLowerCase()}. Veiligheidsinstructie: ${t.it("company_safety").toLowerCase()}.`,
  ],
  guidance: (t) => [
    `De school begeleidt elke student ${t.it("guidance_hours")} uur.`,
    ...t.lines("supervisors", (c) => `Begeleider: ${c("name")}${bracket(c("role"))}.`),
  ],
  team: (t) => [
    `Het team heeft hoogstens ${t.it("team_seats")} studenten van ${t.it("team_levels")}. Leerwegen: ${t.it("team_tracks")}.`,
  ],
  employees: (t) => [
    "Uit het bedrijf doen mee:",
    ...t.lines("named_employees", (c) => `${c("name")}${bracket(c("role"))}.`),
  ],
  minors: (t) => [
    t.is("minors_allowed", true)
      ? "Studenten van 16 en 17 jaar mogen meedoen. Het bedrijf houdt zich dan aan de regels over werktijden voor hen."
      : "Alle studenten in het team zijn 18 jaar of ouder.",
  ],
  dropout: (t) => [
    `Stopt een student, dan geldt: ${t.it("student_dropout_clause").toLowerCase()}. Stopt de opdracht, ` +
      `dan geldt voor studenten: ${t.it("study_continuity").toLowerCase()}.`,
  ],
  ownership: (t) => [
    "Wie iets maakt, houdt het auteursrecht, ook een student. De persoonlijkheidsrechten blijven altijd bij de maker.",
    t.is("ip_foreground", "open_licence")
      ? "De makers stellen het werk beschikbaar onder een open licentie: iedereen mag het gebruiken, met naamsvermelding."
      : "",
    t.is("ip_foreground", "company_licence")
      ? "Het bedrijf mag het werk blijvend gebruiken voor zijn eigen bedrijf. Dit recht is niet exclusief."
      : "",
    t.is("ip_foreground", "transfer_by_deed")
      ? "Het bedrijf mag het werk blijvend gebruiken. Een maker die dat zelf wil, draagt het auteursrecht " +
        "over met een eigen akte. Weigeren heeft geen gevolg voor de studie."
      : "",
  ],
  makers: (t) => [
    ...t.lines(
      "ip_route",
      (c) =>
        `${c("maker")}: ${c("route").toLowerCase()}; leiding over het werk: ` +
        `${c("direction_by").toLowerCase()}${when(c("compensation"), `; vergoeding ${c("compensation")}`)}.`,
    ),
    when(
      t.is("ip_foreground", "transfer_by_deed") && t.has("deed_status"),
      `Akte: ${t.it("deed_status").toLowerCase()}.`,
    ),
  ],
  background_rights: (t) => [`Wat partijen al hadden, blijft van wie het inbrengt: ${t.it("ip_background")}.`],
  patents: (t) => [`Voor uitvindingen geldt apart: ${t.it("patent_clause").toLowerCase()}.`],
  secrecy: (t) => [
    t.is("confidentiality", "public")
      ? "Deze opdracht is openbaar. Er geldt geen geheimhouding."
      : `Niveau: ${t.it("confidentiality").toLowerCase()}. Vertrouwelijk is: ${t.it("confidentiality_scope")}. ` +
        `Dit geldt tot ${t.it("confidentiality_term")} maanden na het einde.`,
  ],
  exceptions: (t) => [`Altijd uitgezonderd: ${t.it("confidentiality_exceptions").toLowerCase()}.`],
  publication: (t) => [
    `Publiceren door de school: ${t.it("publication_right").toLowerCase()}. ` +
      `${t.is("embargo_months", 0) ? "Er is geen wachttijd." : `Wachttijd: ${t.it("embargo_months")} maanden.`}`,
    t.is("portfolio_use", true)
      ? "Studenten mogen het werk in hun portfolio tonen, zonder vertrouwelijke delen."
      : "Studenten tonen het werk niet in hun portfolio.",
  ],
  privacy: (t) => [
    `Over persoonsgegevens beslist: ${t.it("privacy_roles").toLowerCase()}. Soort gegevens: ${t.it("privacy_data").toLowerCase()}.`,
    t.is("real_personal_data", true)
      ? "Het team werkt met echte persoonsgegevens van het bedrijf."
      : "Het team werkt niet met echte persoonsgegevens van het bedrijf.",
    `Verwerkersovereenkomst: ${t.it("processing_agreement").toLowerCase()}.`,
  ],
  liability: (t) => [
    `Elke partij is aansprakelijk tot hoogstens ${t.it("liability_cap")}, behalve bij opzet of bewuste ` +
      `roekeloosheid. Verzekerd: ${t.it("insured").toLowerCase()}.`,
  ],
  no_recourse_on_students: () => [
    "Geen partij verhaalt schade op een student, behalve bij opzet of bewuste roekeloosheid. Raakt een " +
      "student gewond op de werkplek, dan is het bedrijf daarvoor verantwoordelijk zoals voor een eigen " +
      "werknemer.",
  ],
  changes: (t) => [`Wijzigen: ${t.it("change_control")}. Prijs en datum: ${t.it("change_effects").toLowerCase()}.`],
  ending: (t) => [
    `Pauzeren: ${t.it("suspension").toLowerCase()}. Eerder stoppen: ${t.it("early_end").toLowerCase()}. ` +
      `Afrekenen: ${t.it("settlement_rule").toLowerCase()}.`,
  ],
  complaints: (t) => [
    `Een klacht meldt u bij: ${t.it("complaint_contact")}. Bij een geschil volgen deze stappen: ${t.it("dispute_ladder").toLowerCase()}.`,
  ],
  law: (t) => [`${t.it("law")} geldt. ${t.it("court")} beslist.`],
  implementation: (t) => [
    `Na afloop doet het bedrijf dit: ${t.it("implementation_plan")}.`,
    when(
      t.has("implementation_owner"),
      `Eigenaar: ${t.it("implementation_owner")}${when(t.has("implementation_date"), `, streefdatum ${t.it("implementation_date")}`)}.`,
    ),
  ],
  knowledge: (t) => [
    `Gebruik in het onderwijs: ${t.it("curriculum_use_right").toLowerCase()}. Kennisproduct: ${t.it("knowledge_product").toLowerCase()}.`,
    t.is("evaluation_consent", true)
      ? "Beide partijen doen mee aan de evaluatie."
      : "Meedoen aan de evaluatie is vrij.",
  ],
} satisfies Record<ClauseId, ClauseText>;
