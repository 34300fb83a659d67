import { describe, expect, it } from "vitest";
import { agreementMoves, agreementProcess, mayChange, type AgreementFacts } from "#app/domain/agreement/process.ts";
import { disputable } from "#app/domain/assignment/overlays.ts";
import { assignmentMoves, assignmentProcess, over } from "#app/domain/assignment/process.ts";
import { satisfyingAgreement } from "#tests/support/satisfying/parts.ts";
import { evaluate } from "#app/domain/workflow/machine.ts";
import { type AssignmentStatus, assignmentStatuses, relations, sides, type Side } from "#app/domain/words.ts";

const signatoryOf: Record<Side, string> = { company: "company_signatory", education: "institution_signatory" };
const replacing = ["counter", "take_back"] as const;
const facts = (side: Side, signed: readonly Side[]): AgreementFacts => ({
  ...satisfyingAgreement("proposed", "effort"),
  side,
  companySigned: signed.includes("company"),
  institutionSigned: signed.includes("education"),
});
const asked = replacing.flatMap((move) =>
  sides.flatMap((side) => sides.map((signed) => [move, side, signed] as const)),
);

describe("what a side signed", () => {
  it.each(asked)(
    "%s of what %s proposed and %s signed is for the signatory of that side alone",
    (move, side, signed) => {
      const may = relations.filter(
        (role) => evaluate(agreementProcess, move, facts(side, [signed]), new Set([role]), { why: "Anders." }).ok,
      );
      // An own proposal is taken back, another's is answered; so one of the two moves is possible for each signature.
      const possible = (move === "take_back") === (side === signed);
      expect(may).toEqual(possible ? [signatoryOf[signed]] : []);
    },
  );
  it.each(replacing)("%s is possible for negotiators while nobody signed", (move) => {
    const side = move === "take_back" ? "company" : "education";
    expect(evaluate(agreementProcess, move, facts(side, []), new Set(["client_owner"]), { why: "Anders." }).ok).toBe(
      true,
    );
  });
  it.each(replacing)("%s asks for a reason and is told to both signatories", (move) => {
    expect(agreementMoves[move].fields.why.required).toBe(true);
    for (const signatory of Object.values(signatoryOf)) expect(agreementMoves[move].notifies).toContain(signatory);
  });
  it.each(["lapse", "supersede", "end_agreement"] as const)(
    "is told to both signatories by %s of the system",
    (move) => {
      for (const signatory of Object.values(signatoryOf)) expect(agreementMoves[move].notifies).toContain(signatory);
    },
  );
  const ending = Object.entries(assignmentProcess.moves).filter(([, { then = [] }]) =>
    then.includes("agreement.end_agreement"),
  );
  it("ends with the work in these acts", () => {
    expect(ending.map(([name]) => name).sort()).toEqual(["rematch", "stop", "terminate"]);
  });
  it.each(["stop", "terminate"] as const)(
    "is told to both signatories with the reason, when they %s the work",
    (move) => {
      expect(assignmentProcess.moves[move].notifies).toEqual(expect.arrayContaining(Object.values(signatoryOf)));
    },
  );
});
/** From the signature to the delivery, and where a deviation that changes the price is agreed. */
const changing: readonly AssignmentStatus[] = [
  ...(["signed", "in_progress", "delivered"] as const),
  ...assignmentMoves.accept_with_deviation.from,
];
describe("a change of the signed agreement", () => {
  it.each(assignmentStatuses)("in %s starts only where the table says, and always to settle a dispute", (status) => {
    expect(mayChange({ status, disputed: false })).toBe(changing.includes(status));
    expect(mayChange({ status, disputed: true })).toBe(true);
  });
  it.each(["propose", "counter", "sign", "confirm_quality"] as const)(
    "that was started before is not %s after",
    (move) => {
      const status = move === "propose" ? "draft" : "proposed";
      const [roles, side] = [new Set(relations), "company" as const];
      const late = { ...satisfyingAgreement(status, "result"), side, changeOpen: false };
      expect(evaluate(agreementProcess, move, late, roles, {})).toMatchObject({
        missing: expect.arrayContaining(["change_open"]) as string[],
      });
      const open = evaluate(agreementProcess, move, { ...late, changeOpen: true }, roles, {});
      expect(open.ok ? [] : open.missing).not.toContain("change_open");
    },
  );
  const lapses: readonly string[] = ["agreement.lapse", "agreement.lapse_late", "agreement.end_agreement"];
  const takesVersions = (status: string) =>
    status === "agreeing" || mayChange({ status: status as AssignmentStatus, disputed: false });
  // While a dispute runs a version may lie open in any of its statuses.
  const mayLieOpen = (status: string) => takesVersions(status) || disputable.some((one) => one === status);
  const leaving = Object.entries(assignmentProcess.moves).filter(
    ([, { from, to, sets }]) =>
      (to !== "same" && !takesVersions(to) && from.some(takesVersions)) ||
      (sets?.disputed === false && from.some(mayLieOpen)),
  );
  it.each(leaving)("that is still open lapses with %s, after which it could not be signed", (_, { then = [] }) => {
    expect(then.some((step) => lapses.includes(step))).toBe(true);
  });
  it("is left open by no move that ends anything", () => {
    expect(leaving.length).toBeGreaterThan(12);
    for (const status of over) expect(takesVersions(status)).toBe(false);
  });
});
