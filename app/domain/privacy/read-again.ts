import { formRead, never, on, type FormRead } from "#app/domain/fields/read-again.ts";
import { addressFields, centrePrivacyFields, closeFields, nameFields } from "./fields.ts";

const statement = on("public.privacy", "everybody");
/** The forms about one's own data, and who reads again what they ask. */
export const privacyForms: Readonly<Record<string, FormRead>> = {
  nameFields: formRead(nameFields, { name: on("company.organization", "acquainted") }),
  "privacy.addressFields": formRead(addressFields(true), {
    email: on("account.account", "own"),
    present_password: never("key"),
  }),
  closeFields: formRead(closeFields(true), { present_password: never("key"), sure: never("tick") }),
  centrePrivacyFields: formRead(centrePrivacyFields, { controller: statement, contact: statement }),
};
