import { accountForms } from "#app/domain/account/shown-fields.ts";
import { administrationForms } from "#app/domain/administration/shown-fields.ts";
import { agreementForms } from "#app/domain/agreement/terms/shown-fields.ts";
import { communityForms } from "#app/domain/community/shown-fields.ts";
import { companyForms } from "#app/domain/company/shown-fields.ts";
import type { ShownForm } from "#app/domain/fields/shown.ts";
import { intakeForms } from "#app/domain/intake/shown-fields.ts";
import { marketForms } from "#app/domain/market/shown-fields.ts";
import { privacyForms } from "#app/domain/privacy/shown-fields.ts";
import { roundForms } from "#app/domain/rounds/shown-fields.ts";

/** Holds every form that is no move of a table, by the name of its fields: where each answer is read again, and by whom. */
export const forms: Readonly<Record<string, ShownForm>> = {
  ...intakeForms,
  ...agreementForms,
  ...communityForms,
  ...roundForms,
  ...marketForms,
  ...companyForms,
  ...accountForms,
  ...privacyForms,
  ...administrationForms,
};
