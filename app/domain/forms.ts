import { accountForms } from "#app/domain/account/read-again.ts";
import { administrationForms } from "#app/domain/administration/read-again.ts";
import { agreementForms } from "#app/domain/agreement/terms/read-again.ts";
import { communityForms } from "#app/domain/community/read-again.ts";
import { companyForms } from "#app/domain/company/read-again.ts";
import type { FormRead } from "#app/domain/fields/read-again.ts";
import { intakeForms } from "#app/domain/intake/read-again.ts";
import { marketForms } from "#app/domain/market/read-again.ts";
import { privacyForms } from "#app/domain/privacy/read-again.ts";
import { roundForms } from "#app/domain/rounds/read-again.ts";

/** Every form that is no move of a table, by the name of its fields: where each answer is read again, and by whom. */
export const forms: Readonly<Record<string, FormRead>> = {
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
