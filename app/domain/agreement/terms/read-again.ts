import { each, formRead, never, on, type FormRead } from "#app/domain/fields/read-again.ts";
import { annexFields, approvalFields, secrecyFields } from "./annexes.ts";
import { termFields, termIds } from "./fields.ts";

/** Terms about money, for readers of part `fee`; every other term is for readers of part `agreement`. */
export const feeTerms: ReadonlySet<string> = new Set(termIds.filter((id) => termFields[id].readers === "fee"));
/** The forms around an agreement that are no move, and who reads again what they ask. */
export const agreementForms: Readonly<Record<string, FormRead>> = {
  termFields: formRead(
    Object.fromEntries(termIds.map((id) => [id, termFields[id].field])),
    Object.fromEntries(
      termIds.map((id) => {
        const room = termFields[id].field;
        const isShort = room.kind === "line" && room.max !== undefined && room.max < 12;
        return [id, on("agreement.agreement", termFields[id].readers, isShort ? "short" : undefined)];
      }),
    ),
  ),
  annexFields: formRead(
    { ...annexFields("ip_choice", []), ...annexFields("deed", []) },
    {
      choice: on("agreement.agreement", "agreement"),
      name: never("signs"),
      consent: never("tick"),
      code: never("key"),
    },
  ),
  approvalFields: formRead(
    approvalFields,
    each(["guardian_name", "approved_on", "approval_proof"], on("centre.approvals", "centre")),
  ),
  secrecyFields: formRead(secrecyFields, { name: never("signs"), consent: never("tick") }),
};
