import type { IpProposal } from "#app/domain/words.ts";
import type { annexes as nl, ipChoice as nlChoice } from "#app/i18n/nl/agreement/annexes.ts";

const under = ({ title, number }: { title: string; number: number }) =>
  `This annex belongs to version ${number} of the agreement on ‘${title}’.`;
const usedBy = ({ company, rights = "company_licence" }: { company: string; rights?: IpProposal }): readonly string[] =>
  ({
    open_licence: [`Everyone may use it, ${company} too. Your name goes with it.`],
    company_licence: [`${company} may use it for its own business.`],
    transfer_by_deed: [
      `${company} may use it, whatever you choose.`,
      "Transfer means that the company becomes the owner. That takes a separate deed which you sign yourself.",
    ],
  })[rights];
export const annexes: typeof nl = {
  participation: {
    title: "Taking part",
    plain:
      "You read what is expected of you and where you can go with questions. The agreement itself is between school and company.",
    text: (about) => [
      under(about),
      `You work in a team on this assignment for ${about.company}. You are not a party to the agreement.`,
      "Your assessment does not depend on the company's judgement.",
      "You get guidance from school and a safety instruction before you come on site.",
      "If something goes wrong, tell your teacher or the coordinator. Damage is not recovered from you, " +
        "except for intent or deliberate recklessness.",
    ],
  },
  ip_choice: {
    title: "Your rights",
    plain: "What you make yourself is yours. You read who may use it. Refusing has no effect on your studies.",
    text: (about) => [
      under(about),
      "You have the copyright to what you make.",
      ...usedBy(about),
      "Your name as maker stays. You may refuse. You can still work on an assignment.",
      "Do you work as a bbl student for an employer? Then your employer holds the rights to what you make in that work.",
    ],
  },
  secrecy: {
    title: "Secrecy",
    plain:
      "Some information of the company you do not share with others. Your teacher and examiner may always read everything.",
    text: (about) => [
      under(about),
      "You keep secret what the agreement calls confidential. That includes messages and photos.",
      "You may discuss everything with your supervisors and the examiner.",
      "Are you in doubt? Ask your teacher first.",
    ],
  },
  guardian: {
    title: "Approval of a parent or guardian",
    plain: "The student is not yet 18. You read what it is about and give your approval or not.",
    text: (about) => [
      under(about),
      `The student wants to work on an assignment for ${about.company}.`,
      "Your approval covers these annexes: taking part, rights and, if there is one, secrecy.",
      "You may refuse. The school then offers another assignment. It has no effect on the studies.",
    ],
  },
  deed: {
    title: "Deed of transfer",
    plain: "With this deed you transfer your copyright to the company. Sign only if you want to.",
    text: (about) => [
      under(about),
      `${about.maker} transfers to ${about.company} the copyright in what ${about.maker} makes in this assignment` +
        `${about.products ? `: ${about.products}` : ""}.`,
      "Only these rights are transferred: to publish, reproduce and adapt the work and to let others use it, for as long " +
        "as the copyright lasts.",
      about.compensation
        ? `The company pays the maker ${about.compensation} for this transfer.`
        : "No payment has been agreed for this transfer.",
      "The moral rights stay with the maker, and so does being named. The work may be shown in a portfolio as the agreement says.",
      "Not signing has no effect on your studies or your place in the team: you keep your rights, and the company its right of use.",
    ],
  },
};
export const ipChoice: typeof nlChoice = {
  keep_with_licence: "I keep my rights. The agreement says who may use the work.",
  transfer_by_deed: "I want to transfer my copyright. I sign a separate deed for that.",
};
