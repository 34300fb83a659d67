import type { ContentScanKind } from "#app/domain/delivery/content-scan.ts";

/** These words say what the scan of a delivery found. */
export const contentScan = {
  found: "De scan vond gegevens van personen",
  nothing: "De scan vond geen gegevens van personen",
  unread: "niet te lezen voor de scan, kijk zelf",
  clean: "niets gevonden",
  kind: {
    email: "e-mailadres",
    phone: "telefoonnummer",
    bsn: "burgerservicenummer",
    iban: "rekeningnummer",
  } as Record<ContentScanKind, string>,
};
