import { each, formRead, never, on, type FormRead } from "#app/domain/fields/read-again.ts";
import { inviteFieldsFor } from "./appointing.ts";
import {
  acceptFields,
  addressFields,
  appFields,
  centreAccessFields,
  changeFields,
  loginFields,
  passkeyFields,
  passwordFields,
  registerFields,
  schoolFields,
  sureFields,
  takeFields,
} from "./fields.ts";

const company = on("company.company", "everybody");
const organization = on("company.organization", "organization");
const acquainted = on("company.organization", "acquainted");
const appointers = on("company.organization", "appointers");
const centre = on("centre.people", "centre");
/** Everything that any invitation asks. */
const invited = {
  ...inviteFieldsFor("centre", ["student", "teacher"], ["one", "another"]),
  ...inviteFieldsFor("institution", ["authorised_signatory"]),
};
/** The forms of accounts, and who reads again what they ask. */
export const accountForms: Readonly<Record<string, FormRead>> = {
  loginFields: formRead(loginFields, { email: never("finds"), password: never("key") }),
  addressFields: formRead(addressFields, { email: never("finds") }),
  passwordFields: formRead(passwordFields, { password: never("key") }),
  changeFields: formRead(changeFields, { present_password: never("key"), password: never("key") }),
  appFields: formRead(appFields, { code: never("key") }),
  passkeyFields: formRead(passkeyFields, { name: on("account.secondFactor", "own", "device") }),
  sureFields: formRead(sureFields, { sure: never("tick") }),
  takeFields: formRead(takeFields, { email: never("finds"), sure: never("tick") }),
  registerFields: formRead(registerFields([]), {
    name: acquainted,
    email: organization,
    ...each(["company", "place", "sector", "centre"], company),
    kvk: on("intake.report", "intake"),
  }),
  acceptFields: formRead(acceptFields, { name: acquainted, password: never("key") }),
  inviteFieldsFor: formRead(invited, {
    ...each(["email", "role", "programme", "track", "school", "age", "turns_18_on"], centre),
    mandate: appointers,
  }),
  schoolFields: formRead(schoolFields, {
    ...each(["school_name", "place"], on("centre.school", "everybody")),
    kvk: on("administration.centre", "administrators"),
  }),
  centreAccessFields: formRead(centreAccessFields, { required: on("centre.access", "centre") }),
};
