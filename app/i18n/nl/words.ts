import { account } from "./account/account.ts";
import { secondFactor } from "./account/second-factor.ts";
import { administration } from "./administration/administration.ts";
import { setup } from "./administration/setup.ts";
import { status } from "./administration/status.ts";
import { anchoring } from "./aftercare/anchoring.ts";
import { check } from "./aftercare/check.ts";
import { implementation } from "./aftercare/implementation.ts";
import { agreement } from "./agreement/agreement.ts";
import { agreementPage } from "./agreement/page.ts";
import { assignment } from "./assignment/assignment.ts";
import { centre } from "./centre/centre.ts";
import { centres } from "./centre/centres.ts";
import { pipeline } from "./centre/pipeline.ts";
import { claims } from "./claims/claims.ts";
import { secrecy } from "./claims/secrecy.ts";
import { community } from "./community/community.ts";
import { company } from "./company/company.ts";
import { school } from "./company/school.ts";
import { contentScan } from "./delivery/content-scan.ts";
import { delivery } from "./delivery/delivery.ts";
import { enums } from "./enums/enums.ts";
import { files } from "./files/files.ts";
import { intake } from "./intake/intake.ts";
import { letters } from "./letters/letters.ts";
import { outbox } from "./letters/outbox.ts";
import { market } from "./market/market.ts";
import { questions } from "./market/questions.ts";
import { search } from "./market/search.ts";
import { matching } from "./matching/matching.ts";
import { privacy } from "./privacy/privacy.ts";
import { rights } from "./privacy/rights.ts";
import { rounds } from "./rounds/rounds.ts";
import { pages } from "./shell/pages.ts";
import { shell } from "./shell/shell.ts";
import { showcase } from "./showcase/showcase.ts";
import { skills } from "./skills/skills.ts";
import { annex } from "./team/annex.ts";
import { guardian } from "./team/guardian.ts";
import { seat } from "./team/seat.ts";
import { team } from "./team/team.ts";
import { desks } from "./work/desks.ts";
import { myWork } from "./work/my-work.ts";
import { progress } from "./work/progress.ts";
import { fields } from "./workflow/fields.ts";
import { guards } from "./workflow/guards.ts";
import { log } from "./log/log.ts";
import { moves } from "./workflow/moves.ts";
import { reasons } from "./workflow/reasons.ts";
import { turns } from "./turns/turns.ts";

/** This is all text of the product in Dutch, by noun. */
export const nl = {
  account: {
    ...account,
    secondFactor,
  },
  administration: {
    ...administration,
    setup,
    status,
  },
  aftercare: {
    anchoring,
    check,
    implementation,
  },
  agreement: {
    ...agreement,
    page: agreementPage,
  },
  assignment,
  centre: {
    ...centre,
    page: centres,
    pipeline,
  },
  claims: {
    ...claims,
    secrecy,
  },
  community,
  company: {
    ...company,
    school,
  },
  delivery: {
    ...delivery,
    scan: contentScan,
  },
  enums,
  fields,
  files,
  guards,
  intake,
  letters: {
    ...letters,
    ...outbox,
  },
  log,
  market: {
    ...market,
    ...questions,
    search,
  },
  matching,
  moves,
  privacy: {
    ...privacy,
    account: rights,
  },
  reasons,
  rounds,
  shell: {
    ...shell,
    pages,
  },
  showcase,
  skills,
  team: {
    ...team,
    annex,
    forGuardian: guardian,
    seat,
  },
  turns,
  work: {
    desks,
    mine: myWork,
    progress,
  },
};
/** Holds what every language says. Dutch is the source; English has the same keys or does not compile. */
export type Words = typeof nl;
