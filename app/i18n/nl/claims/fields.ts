import type { FieldWords } from "#app/i18n/field.ts";
import { enums } from "../enums/enums.ts";

/** Names what is asked of whoever claims a question, and of whoever chooses. */
export const claimsFields = {
  in_kind_hours: { label: "Uren in natura" },
  cash: { label: "Bijdrage in geld" },
  approach: { label: "Aanpak" },
  obligation: {
    label: "Verplichting",
    options: enums.obligation,
  },
  seats: { label: "Aantal studenten" },
  block: { label: "Startblok" },
  guidance_hours: { label: "Uren begeleiding" },
  price: {
    label: "Prijs (als er betaald wordt)",
    hint: "Zonder btw. Leeg als er niet betaald wordt.",
  },
  partners: { label: "Andere communities die meedoen" },
  needs: { label: "Wat is er van het bedrijf nodig?" },
  rights: {
    label: "Voorstel voor de rechten",
    options: enums.ipProposal,
  },
  valid_until: { label: "Geldig tot en met" },
  message: { label: "Bericht" },
  reserves: {
    label: "Reserves, op volgorde",
    hint: "De volgorde is die van deze lijst: wie het eerst claimde, komt het eerst aan de beurt.",
  },
  personal_line: {
    label: "Persoonlijke regel",
    hint: "De community leest deze regel.",
  },
} satisfies Record<string, FieldWords>;
