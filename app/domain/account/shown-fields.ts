import { each, shownForm, never, on, ownTo, type ShownForm } from "#app/domain/fields/shown.ts";
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
/** Holds everything that any invitation asks. */
const invited = {
  ...inviteFieldsFor("centre", ["student", "teacher"], ["one", "another"]),
  ...inviteFieldsFor("institution", ["authorised_signatory"]),
};
/** Holds the forms of accounts, and who reads again what they ask. */
export const accountForms: Readonly<Record<string, ShownForm>> = {
  loginFields: shownForm(loginFields, { email: never("finds"), password: never("key") }),
  addressFields: shownForm(addressFields, { email: never("finds") }),
  passwordFields: shownForm(passwordFields, { password: never("key") }),
  changeFields: shownForm(changeFields, { present_password: never("key"), password: never("key") }),
  appFields: shownForm(appFields, { code: never("key") }),
  passkeyFields: shownForm(passkeyFields, { name: ownTo("account.secondFactor", "entry", "device") }),
  sureFields: shownForm(sureFields, { sure: never("tick") }),
  takeFields: shownForm(takeFields, { email: never("finds"), sure: never("tick") }),
  registerFields: shownForm(registerFields([]), {
    name: acquainted,
    email: organization,
    ...each(["company", "place", "sector", "centre"], company),
    kvk: on("intake.report", "intake"),
  }),
  acceptFields: shownForm(acceptFields, { name: acquainted, password: never("key") }),
  inviteFieldsFor: shownForm(invited, {
    ...each(["email", "role", "programme", "track", "school", "age", "turns_18_on"], centre),
    mandate: appointers,
  }),
  schoolFields: shownForm(schoolFields, {
    ...each(["school_name", "place"], on("centre.school", "everybody")),
    kvk: on("administration.centre", "administrators"),
  }),
  centreAccessFields: shownForm(centreAccessFields, { required: on("centre.access", "centre") }),
};
