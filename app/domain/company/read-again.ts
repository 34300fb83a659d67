import { formRead, never, on, type FormRead } from "#app/domain/fields/read-again.ts";
import { companyFields } from "./fields.ts";

const page = on("company.company", "everybody");
/** What a company says of itself, and who reads it. */
export const companyForms: Readonly<Record<string, FormRead>> = {
  companyFields: formRead(companyFields, { about: page, website: page, hide_name: never("does") }),
};
