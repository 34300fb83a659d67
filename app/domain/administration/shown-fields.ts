import { each, shownForm, never, on, type ShownForm } from "#app/domain/fields/shown.ts";
import {
  administratorFields,
  codeFields,
  disableFields,
  inviteCoordinatorFields,
  inviteSignatoryFields,
  lookUpFields,
  repairs,
  openingFields,
} from "./fields.ts";

const platform = on("administration.overview", "administrators");
const centre = on("administration.centre", "administrators");
const page = on("centre.centre", "everybody");
const school = on("centre.school", "everybody");
const signers = on("company.organization", "appointers");
/** Holds the forms of the platform's administration, and who reads again what they ask. */
export const administrationForms: Readonly<Record<string, ShownForm>> = {
  codeFields: shownForm(codeFields, { code_from_log: never("key") }),
  administratorFields: shownForm(administratorFields, { name: platform, email: platform, password: never("key") }),
  openingFields: shownForm(openingFields, {
    ...each(["centre_name", "slug", "region"], page),
    ...each(["kind", "ppp_type", "coordinator_email", "signatory_email"], centre),
    ...each(["blocks", "holidays"], on("administration.centre", "administrators", "days")),
    ...each(["institution_name", "institution_place"], school),
    institution_kvk: centre,
    signatory_mandate: signers,
    ...each(["controller", "privacy_contact"], on("public.privacy", "everybody")),
  }),
  inviteCoordinatorFields: shownForm(inviteCoordinatorFields, { coordinator_email: centre }),
  inviteSignatoryFields: shownForm(inviteSignatoryFields([]), {
    ...each(["school", "signatory_email"], centre),
    signatory_mandate: signers,
  }),
  "repairs.invite_coordinator": shownForm(repairs.invite_coordinator, {
    invite_coordinator: centre,
    slug: never("finds"),
  }),
  "repairs.invite_signatory": shownForm(repairs.invite_signatory, {
    invite_signatory: centre,
    slug: never("finds"),
    signatory_mandate: signers,
  }),
  "repairs.take_factors": shownForm(repairs.take_factors, { take_factors: never("finds") }),
  lookUpFields: shownForm(lookUpFields, { email: never("finds") }),
  disableFields: shownForm(disableFields, { reason: on("administration.people", "administrators") }),
};
