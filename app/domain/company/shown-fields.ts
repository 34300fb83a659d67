import { shownForm, never, on, type ShownForm } from "#app/domain/fields/shown.ts";
import { companyFields } from "./fields.ts";

const page = on("company.company", "everybody");
/** Tells what a company says of itself, and who reads it. */
export const companyForms: Readonly<Record<string, ShownForm>> = {
  companyFields: shownForm(companyFields, { about: page, website: page, hide_name: never("does") }),
};
