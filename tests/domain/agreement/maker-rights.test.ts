import { describe, expect, it } from "vitest";
import { outcomeOf } from "#app/domain/agreement/terms/annexes.ts";
import { frozenText } from "#app/domain/agreement/terms/text.ts";
import { ipProposals, locales, type IpProposal } from "#app/domain/words.ts";
import { wordingOf } from "#app/i18n/wording.ts";
import { words } from "#app/i18n/words.ts";
import { fullTerms } from "#tests/support/terms.ts";

/** Says that everybody may use the work; says that the company may, and names nobody else. */
const forAll = /\b(iedereen|everyone)\b/i;
const forCompany = /(De Kwast|[Hh]et bedrijf|[Tt]he company) (mag|may)\b/;
const signed = (ip: IpProposal, choice = "keep_with_licence") => [
  { kind: "ip_choice", choice, agreementNumber: 1, signedAt: new Date(0), frozen: { ip } },
];
const isOpen = (rights: IpProposal) => rights === "open_licence";

describe.each(locales)("in %s, whoever may use the work", (locale) => {
  const { agreement } = words(locale);
  it.each(ipProposals)("is said in one way under %s: in the clause, the annex and the list of makers", (rights) => {
    const terms = { ...fullTerms("effort"), ip_foreground: rights };
    const clause = frozenText(terms, "effort", wordingOf(locale))
      .sections.flatMap(({ clauses }) => clauses)
      .filter(({ id }) => id === "ownership")
      .flatMap(({ paragraphs }) => paragraphs);
    const annex = agreement.annexes.ip_choice.text({ title: "Loog", company: "De Kwast", number: 1, rights });
    const outcome = agreement.page.makerOutcome[outcomeOf(signed(rights))];
    for (const said of [clause.join(" "), annex.join(" "), outcome]) {
      expect(forAll.test(said), said).toBe(isOpen(rights));
      expect(forCompany.test(said), said).toBe(!isOpen(rights));
    }
    expect(agreement.ipChoice.keep_with_licence).not.toMatch(forCompany);
  });
});
it("what a maker signed long ago, before the rights were kept with it, reads as it did", () => {
  const [annex] = signed("open_licence");
  expect(
    outcomeOf([
      { ...annex, kind: "ip_choice", choice: "keep", agreementNumber: 1, signedAt: new Date(0), frozen: null },
    ]),
  ).toBe("keeps");
  expect(outcomeOf(signed("transfer_by_deed", "transfer_by_deed"))).toBe("deed_open");
});
