import { shownForm, never, on, ownTo, type ShownForm } from "#app/domain/fields/shown.ts";
import { addressFields, centrePrivacyFields, closeFields, nameFields } from "./fields.ts";

const statement = on("public.privacy", "everybody");
/** Holds the forms about one's own data, and who reads again what they ask. */
export const privacyForms: Readonly<Record<string, ShownForm>> = {
  nameFields: shownForm(nameFields, { name: on("company.organization", "acquainted") }),
  "privacy.addressFields": shownForm(addressFields(true), {
    email: ownTo("account.account", "entry"),
    present_password: never("key"),
  }),
  closeFields: shownForm(closeFields(true), { present_password: never("key"), sure: never("tick") }),
  centrePrivacyFields: shownForm(centrePrivacyFields, { controller: statement, contact: statement }),
};
