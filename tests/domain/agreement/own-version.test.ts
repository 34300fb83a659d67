import { expect, test } from "vitest";
import { readsVersion, type Place } from "#app/domain/agreement/own-version.ts";
import { nobody, type Actor } from "#app/domain/workflow/policy.ts";
import { agreementStatuses, type AgreementStatus } from "#app/domain/words.ts";

/** Another school's team took over: the school at work now is `now`, the one that left is `before`. */
const row: Place = {
  id: "assignment",
  centreId: "centre",
  organizationId: "company",
  institutionId: "now",
  earlierInstitutions: ["before"],
  status: "in_progress",
  confidentiality: "public",
  visibility: "public",
  leadId: null,
  communityId: null,
};
const of = (organizationId: string): Actor => ({
  ...nobody,
  id: `signatory of ${organizationId}`,
  memberships: [{ centreId: null, organizationId, role: "authorised_signatory" }],
});
/** States in which a version is talked about or in force, whichever school it names. */
const isOfNow: Record<AgreementStatus, boolean> = {
  draft: true,
  proposed: true,
  countered: false,
  signed: true,
  superseded: false,
  ended: false,
  lapsed: false,
};

test.each(agreementStatuses)(
  "%s: a school reads what is talked about or in force, and of the past its own alone",
  (status) => {
    const reads = (who: string, institutionId: string) => readsVersion(of(who), row, { institutionId, status });
    expect(reads("now", "now")).toBe(true);
    expect(reads("now", "before"), "a version that names the school that left").toBe(isOfNow[status]);
    expect(reads("before", "now"), "who left reads nothing of the next").toBe(false);
    for (const institutionId of ["now", "before"]) expect(reads("company", institutionId)).toBe(true);
  },
);
