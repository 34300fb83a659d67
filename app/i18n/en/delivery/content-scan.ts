import type { contentScan as nl } from "#app/i18n/nl/delivery/content-scan.ts";

export const contentScan: typeof nl = {
  found: "The scan found personal data",
  nothing: "The scan found no personal data",
  unread: "cannot be read by the scan, please look yourself",
  clean: "nothing found",
  kind: {
    email: "e-mail address",
    phone: "phone number",
    bsn: "citizen service number",
    iban: "account number",
  },
};
