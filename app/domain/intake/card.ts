import type { Answers } from "#app/domain/fields/fields.ts";
import { savedList, savedNumber, savedText, type SavedId } from "./saved.ts";

/** The columns of an assignment's card, derived from the intake's answers. */
export function cardOf(answers: Answers) {
  const text = (id: SavedId) => savedText(answers, id);
  const whole = (id: SavedId, otherwise: number | null) => savedNumber(answers, id) ?? otherwise;
  return {
    title: text("title"),
    teaser:
      text("teaser") ||
      (text("confidentiality") === "public" || !text("confidentiality") ? text("problem").slice(0, 280) : ""),
    sector: text("sector") || null,
    place: text("place"),
    postcode: text("postcode"),
    language: text("language") || "nl",
    levels: [...savedList(answers, "levels")],
    obligation: text("obligation") || "effort",
    confidentiality: text("confidentiality") || "public",
    hideCompany: answers.hide_company === true,
    seatsMin: whole("seats_min", 3),
    seatsMax: whole("seats_max", 5),
    weeks: whole("weeks", 10),
    hoursStudent: whole("hours_student", null),
    hoursCompany: whole("hours_company", null),
    feeKind: text("fee_kind") || "none",
    feeAmount: text("fee_kind") === "none" ? 0 : whole("fee_amount", 0),
    fundingRegime: text("funding_regime") || null,
    // Nobody who asks for secrecy and says nothing of rights wishes to give the result to everybody.
    ipProposal: text("ip_proposal") || (text("confidentiality") === "secret" ? "company_licence" : "open_licence"),
  };
}
