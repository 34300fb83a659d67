import type { Wanted } from "#app/domain/market/wanted.ts";
import { queryOf } from "#app/domain/market/wanted.ts";
import type { CommunityTab } from "#app/domain/community/words.ts";

/**
 * Every address of the product, by the noun that answers it: `urls.rounds.students(id)`. Nobody types an address
 * elsewhere, so that a renamed address is one change. A test holds each pattern against `app/routes.ts`.
 */

/** It takes one value for each parameter of the pattern, in order. */
type Values<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? [value: string | number, ...Values<Rest>]
  : [];
type Address<Pattern extends string> = ((...values: Values<Pattern>) => string) & { pattern: Pattern };

/**
 * Returns the address of a pattern with parameters. Values are encoded: what a person typed can never become another
 * path. The pattern is taken apart once, for a list writes a hundred addresses.
 */
const at = <Pattern extends string>(pattern: Pattern): Address<Pattern> => {
  const [start = "", ...between] = pattern.split(/:[a-zA-Z]+/);
  const address = (...values: Values<Pattern>) => {
    const given: readonly (string | number)[] = values;
    return between.reduce((path, part, n) => path + encodeURIComponent(given[n] ?? "") + part, start);
  };
  return Object.assign(address, { pattern });
};

export const urls = {
  public: {
    home: "/",
    how: "/hoe-het-werkt",
    accessibility: "/toegankelijkheid",
    privacy: "/privacy",
    language: "/taal",
    sitemap: "/sitemap.xml",
    robots: "/robots.txt",
  },
  account: {
    login: "/inloggen",
    logout: "/uitloggen",
    register: "/registreren",
    confirmAddress: "/bevestigen",
    confirm: at("/bevestigen/:token"),
    forgotPassword: "/wachtwoord-vergeten",
    resetPassword: at("/wachtwoord/:token"),
    invitation: at("/uitnodiging/:token"),
    account: "/account",
    prove: "/account/bewijs",
    secondStep: "/inloggen/tweede-stap",
    secondFactor: "/account/tweede-stap",
    app: "/account/tweede-stap/app",
    passkey: "/account/tweede-stap/toegangssleutel",
    recoveryCodes: "/account/tweede-stap/herstelcodes",
    recoveryFile: "/account/tweede-stap/herstelcodes.txt",
    takeFactors: at("/centra/:slug/tweede-stap"),
  },
  privacy: {
    myData: "/account/gegevens",
    download: "/account/gegevens/alles.zip",
    close: "/account/sluiten",
    closed: "/account-gesloten",
    newAddress: at("/nieuw-adres/:token"),
    centre: at("/centra/:slug/privacy"),
  },
  market: {
    market: "/vraagstukken",
    suggest: "/vraagstukken/voorstellen",
    facetValues: at("/vraagstukken/keuzes/:facet"),
    atom: "/vraagstukken.atom",
    rss: "/vraagstukken.rss",
    interests: "/mijn-werk/interesses",
    interest: at("/vraagstukken/:assignmentId/interesse"),
    bookmark: at("/vraagstukken/:assignmentId/bewaar"),
    ask: at("/vraagstukken/:assignmentId/vraag"),
    answer: at("/vragen/:questionId"),
    savedSearches: "/account/zoekopdrachten",
    newSavedSearch: "/account/zoekopdrachten/nieuw",
    savedSearch: at("/account/zoekopdrachten/:searchId"),
    stopSavedSearch: at("/zoekopdracht-uit/:token"),
  },
  assignment: {
    assignment: at("/vraagstukken/:assignmentId"),
    versions: at("/vraagstukken/:assignmentId/versies"),
    secrecy: at("/vraagstukken/:assignmentId/geheimhouding"),
    log: at("/vraagstukken/:assignmentId/logboek"),
  },
  workflow: {
    plainMove: at("/vraagstukken/:assignmentId/doe"),
    move: at("/vraagstukken/:assignmentId/doe/:move"),
    newChildMove: at("/vraagstukken/:assignmentId/doe/:object/:move"),
    childMove: at("/onderdelen/:object/:partId/doe/:move"),
    code: at("/onderdelen/:object/:partId/code/:move"),
  },
  intake: {
    submit: "/indienen",
    startDraft: "/indienen/begin",
    draftStep: at("/indienen/vraag/:step"),
    resumeDraft: at("/indienen/verder/:token"),
    confirmDraft: at("/indienen/bevestigen/:token"),
    draftLink: "/indienen/link",
    submitStep: at("/vraagstukken/:assignmentId/indienen/:step"),
    report: at("/vraagstukken/:assignmentId/intakeverslag"),
    revise: at("/aanvullen/:token"),
    reviseStep: at("/aanvullen/:token/:step"),
    desk: at("/centra/:slug/intake"),
    checklist: at("/centra/:slug/intake/lijst"),
    centreDraft: at("/centra/:slug/intake/concept/:draftId"),
    postForCompany: at("/centra/:slug/post"),
  },
  claims: { claims: at("/vraagstukken/:assignmentId/claims") },
  agreement: {
    agreement: at("/vraagstukken/:assignmentId/afspraken"),
    change: at("/vraagstukken/:assignmentId/afspraken/wijziging"),
    section: at("/afspraken/:agreementId/deel/:section"),
    annex: at("/bijlagen/:annexId"),
  },
  team: {
    team: at("/vraagstukken/:assignmentId/team"),
    byHand: at("/vraagstukken/:assignmentId/team/samenstellen"),
    seat: at("/vraagstukken/:assignmentId/deelname"),
    guardian: at("/toestemming/:token"),
  },
  work: {
    myWork: "/mijn-werk",
    desk: at("/mijn-werk/bureau/:desk"),
    progress: at("/vraagstukken/:assignmentId/voortgang"),
  },
  delivery: { delivery: at("/vraagstukken/:assignmentId/oplevering") },
  aftercare: {
    implementation: at("/vraagstukken/:assignmentId/implementatie"),
    implementationCheck: at("/in-gebruik/:token"),
    anchoring: at("/vraagstukken/:assignmentId/borging"),
  },
  files: {
    upload: at("/vraagstukken/:assignmentId/bestanden/:part"),
    uploadToPart: at("/vraagstukken/:assignmentId/bestanden/:part/:partId"),
    file: at("/bestanden/:fileId"),
  },
  showcase: {
    gallery: "/resultaten",
    showcase: at("/resultaten/:assignmentId"),
    consent: at("/resultaten/:assignmentId/toestemming"),
    guardian: at("/toestemming-resultaat/:token"),
  },
  company: {
    company: at("/bedrijven/:companyId"),
    edit: at("/bedrijven/:companyId/bewerken"),
    organization: at("/organisaties/:organizationId"),
  },
  centre: {
    access: at("/centra/:slug/toegang"),
    approvals: at("/centra/:slug/mensen/toestemming"),
    addSchool: at("/centra/:slug/scholen/nieuw"),
    centres: "/centra",
    centre: at("/centra/:slug"),
    people: at("/centra/:slug/mensen"),
    pipeline: at("/centra/:slug/pijplijn"),
    school: at("/scholen/:schoolId"),
  },
  rounds: {
    rounds: at("/centra/:slug/matchen"),
    open: at("/centra/:slug/matchen/nieuw"),
    round: at("/matchen/:roundId"),
    assignments: at("/matchen/:roundId/opdrachten"),
    assignment: at("/matchen/:roundId/opdrachten/:choiceId"),
    guides: at("/matchen/:roundId/begeleiders"),
    students: at("/matchen/:roundId/studenten"),
    template: at("/matchen/:roundId/studenten/voorbeeld.csv"),
    import: at("/matchen/:roundId/studenten/invoer"),
    importCheck: at("/matchen/:roundId/studenten/invoer/:importId"),
    choose: at("/matchen/:roundId/kiezen"),
    peerWishes: at("/matchen/:roundId/wensen"),
    candidateRatings: at("/matchen/:roundId/sterren/:choiceId"),
    carryOver: at("/matchen/:roundId/voorrang"),
    result: at("/matchen/:roundId/uitslag"),
    plan: at("/matchen/:roundId/indeling"),
    compare: at("/matchen/:roundId/indeling/vergelijk"),
    run: at("/matchen/:roundId/indeling/:run"),
    runStudent: at("/matchen/:roundId/indeling/:run/student/:studentId"),
    runChoice: at("/matchen/:roundId/indeling/:run/vraagstuk/:choiceId"),
    publish: at("/matchen/:roundId/indeling/:run/publiceren"),
    exportRun: at("/matchen/:roundId/indeling/:run/lijst/:form"),
  },
  community: {
    communities: at("/centra/:slug/gemeenschappen"),
    found: at("/centra/:slug/gemeenschappen/nieuw"),
    community: at("/gemeenschappen/:communityId"),
    review: at("/gemeenschappen/:communityId/beoordelen"),
    money: at("/gemeenschappen/:communityId/betalen"),
    lessons: at("/gemeenschappen/:communityId/borgen"),
    ambition: at("/gemeenschappen/:communityId/ambitie"),
    partners: at("/gemeenschappen/:communityId/partners"),
    newCommitment: at("/gemeenschappen/:communityId/toezeggingen/nieuw"),
    commitment: at("/gemeenschappen/:communityId/toezeggingen/:commitmentId"),
    newContribution: at("/gemeenschappen/:communityId/bijdragen/nieuw"),
    contribution: at("/gemeenschappen/:communityId/bijdragen/:contributionId"),
    people: at("/gemeenschappen/:communityId/leden"),
    person: at("/gemeenschappen/:communityId/leden/:role"),
    level: at("/gemeenschappen/:communityId/meedoen/:memberId"),
    meetings: at("/gemeenschappen/:communityId/bijeenkomsten"),
    newMeeting: at("/gemeenschappen/:communityId/bijeenkomsten/nieuw"),
    meeting: at("/bijeenkomsten/:meetingId"),
    selfScan: at("/gemeenschappen/:communityId/zelfscan"),
    pulse: at("/gemeenschappen/:communityId/puls"),
    stories: at("/gemeenschappen/:communityId/verhalen"),
    peerVisits: at("/gemeenschappen/:communityId/meekijken"),
    peerVisit: at("/gemeenschappen/:communityId/meekijken/:reviewId"),
    outcomes: at("/gemeenschappen/:communityId/opbrengst"),
    reflections: at("/gemeenschappen/:communityId/reflecties"),
  },
  calendar: {
    calendar: "/account/agenda",
    meeting: at("/bijeenkomsten/:meetingId.ics"),
    feed: at("/agenda/:token.ics"),
  },
  administration: {
    begin: "/begin",
    overview: "/beheer",
    openCentre: "/beheer/centra/nieuw",
    centre: at("/beheer/centra/:slug"),
    people: "/beheer/accounts",
    status: "/beheer/toestand",
    log: "/beheer/logboek",
  },
  letters: { demoPost: "/post" },
} as const;

type Query = Readonly<Record<string, string | number | true | undefined>>;
/** Returns the address with its query. `true` is a flag without a value; what is undefined is left out. */
export function withQuery(path: string, query: string | URLSearchParams | Query): string {
  const written =
    typeof query === "string" || query instanceof URLSearchParams
      ? String(query)
      : Object.entries(query)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => (value === true ? key : `${key}=${encodeURIComponent(String(value))}`))
          .join("&");
  return written ? `${path}?${written}` : path;
}

/** It is the address to log in at, and to continue from to this one. */
export const loginTo = (path: string): string => withQuery(urls.account.login, { naar: path });

/** Returns the second step of logging in, and then on to this address; and the same for a fresh proof of who one is. */
export const secondStepTo = (path: string): string => withQuery(urls.account.secondStep, { naar: path });
export const proveTo = (path: string): string => withQuery(urls.account.prove, { naar: path });

/** Returns the market as somebody asked for it. */
export const marketFor = (wanted: Wanted): string => withQuery(urls.market.market, queryOf(wanted));

/** Holds the tabs of an assignment's page. Words and links use the same ids. */
const assignmentTabs = {
  overzicht: urls.assignment.assignment,
  claims: urls.claims.claims,
  afspraken: urls.agreement.agreement,
  team: urls.team.team,
  voortgang: urls.work.progress,
  oplevering: urls.delivery.delivery,
  implementatie: urls.aftercare.implementation,
  borging: urls.aftercare.anchoring,
  logboek: urls.assignment.log,
} as const;
export type AssignmentTab = keyof typeof assignmentTabs;
export const assignmentTab = (id: string, tab: AssignmentTab): string => assignmentTabs[tab](id);

const communityTabs = {
  bouwen: urls.community.community,
  beoordelen: urls.community.review,
  betalen: urls.community.money,
  borgen: urls.community.lessons,
} as const satisfies Record<CommunityTab, unknown>;
export const communityTab = (id: string, tab: CommunityTab): string => communityTabs[tab](id);

/** Says what the address of the form of a payment calls the open invoice that it is to be filled with. */
export const chosenInvoice = "factuur";
/** Returns the form of a payment, filled with this open invoice. */
export const invoiceForm = (assignmentId: string, key: string): string =>
  withQuery(urls.workflow.move(assignmentId, "record_payment"), { [chosenInvoice]: key });
