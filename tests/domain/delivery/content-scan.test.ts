import { expect, test } from "vitest";
import { contentFindings } from "#app/domain/delivery/content-scan.ts";

test.each([
  ["mail jan.de.vries@voorbeeld.nl even", ["email"]],
  ["bel 06-12345678 of", ["phone"]],
  ["+31 20 123 4567", ["phone"]],
  ["bsn 111222333", ["bsn"]],
  ["NL91 ABNA 0417 1643 00", ["iban"]],
  ["NL91ABNA0417164300", ["iban"]],
  ["a@b.nl en 0612345678", ["email", "phone"]],
])("%s holds %j", (text, kinds) => expect(contentFindings(text)).toEqual(kinds));
test.each([
  "",
  "meting 123456789 en 987654320,5",
  "versie 1.0.0, 2026-11-25",
  "0,12345678",
  "id 5cf906c8-6ce8-4956-823d-53b5d3fc7a00",
  "123456789012",
  "prijs 1234567890 euro",
  "@handle en x@y",
])("%j holds nothing", (text) => expect(contentFindings(text)).toEqual([]));
