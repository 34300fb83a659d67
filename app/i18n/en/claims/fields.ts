import type { claimsFields as nl } from "#app/i18n/nl/claims/fields.ts";
import { enums } from "../enums/enums.ts";

export const claimsFields: typeof nl = {
  in_kind_hours: { label: "Hours in kind" },
  cash: { label: "Contribution in money" },
  approach: { label: "Approach" },
  obligation: {
    label: "Obligation",
    options: enums.obligation,
  },
  seats: { label: "Number of students" },
  block: { label: "Start block" },
  guidance_hours: { label: "Hours of guidance" },
  price: {
    label: "Price (if paid)",
    hint: "Excluding VAT. Empty if nothing is paid.",
  },
  partners: { label: "Other communities taking part" },
  needs: { label: "What do you need from the company?" },
  rights: {
    label: "Proposal for the rights",
    options: enums.ipProposal,
  },
  valid_until: { label: "Valid until and including" },
  message: { label: "Message" },
  reserves: {
    label: "Reserves, in order",
    hint: "The order is that of this list: whoever claimed first comes first.",
  },
  personal_line: {
    label: "Personal line",
    hint: "The community reads this line.",
  },
};
