import { calledBy } from "#app/domain/showcase/showcase.ts";
import type { AnswersOfMove } from "#app/domain/workflow/processes.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { consentsOn, makersIn, showcaseOf } from "#db/queries/showcase/showcases.server.ts";
import { implementationOf } from "#db/queries/aftercare/implementations.server.ts";
import type { Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { urls } from "#app/urls.ts";
import { refuseOtherGuardian } from "../own-name.server.ts";
import { place, type Acting, type DoneOf } from "../acting.ts";
import { guardianLinkDays } from "./guardian-request.server.ts";
import type { BehavioursOf } from "../behaviour.ts";
import { hidesCompany } from "../objects.server.ts";

/** Each maker is asked again: consent belongs to the words it was given for. */
async function askMakers(ctx: Inside, acting: Acting) {
  const id = acting.assignment.row.id;
  const [makers, consents] = await Promise.all([makersIn(ctx.db, id), consentsOn(ctx.db, id)]);
  for (const maker of makers) {
    const consent = consents.find((c) => c.personId === maker.id);
    if (consent) await acting.followUp("showcase_consent", consent.id, "ask_again");
    else await acting.followUp("showcase_consent", id, "ask_maker", { columns: { personId: maker.id } });
  }
  // Whoever left the team and cannot open the assignment gets a link as well.
  acting.links = new Map(makers.map((maker) => [maker.id, urls.showcase.consent(id)]));
}
/** The last yes puts the result up; until then nothing happens. */
async function showWhenAgreed(ctx: Inside, { assignment: { row }, followUp }: Acting) {
  const [showcase, makers, consents] = await Promise.all([
    showcaseOf(ctx.db, row.id),
    makersIn(ctx.db, row.id),
    consentsOn(ctx.db, row.id),
  ]);
  const given = new Map(consents.filter((c) => c.status === "given").map((c) => [c.personId, c.naming]));
  if (
    showcase?.status !== "asked" ||
    !showcase.companyConsentAt ||
    makers.length === 0 ||
    makers.some((m) => !given.has(m.id))
  )
    return;
  const names = makers.flatMap((m) => calledBy(m.name, given.get(m.id) ?? "unnamed") ?? []);
  const use = await implementationOf(ctx.db, row.id);
  await followUp("showcase", showcase.id, "show", {
    columns: {
      makers: names,
      unnamed: makers.length - names.length,
      sector: row.sector,
      themes: row.themes,
      place: row.place,
      communityId: row.communityId,
      institutionId: row.institutionId,
      buildsOn: row.buildsOn,
      degree: use?.degree ?? null,
      inUseOn: use?.since ?? null,
      shownAt: ctx.now(),
    },
  });
}
/** A taken back yes takes the result down in the same transaction. */
async function hideWhenShown(ctx: Inside, { assignment: { row }, followUp }: Acting) {
  const showcase = await showcaseOf(ctx.db, row.id);
  if (showcase?.status === "shown") await followUp("showcase", showcase.id, "hide");
}
/**
 * The guardian of whoever is not 18 reads the result and answers by a link of their own, as for an annex
 * (docs/domain.md 3.3).
 */
const askGuardian = (ctx: Inside, acting: DoneOf<"showcase_consent", "give_as_minor">) =>
  sendLink(ctx, place(acting), {
    about: "showcase_guardian",
    email: acting.row.guardianEmail,
    name: acting.row.guardianName,
    path: urls.showcase.guardian,
    payload: { consent: acting.row.id },
    days: guardianLinkDays,
    relation: "guardian",
  });
/** Kept pages of other servers forget it too, when this commits. */
const notifyResults = (ctx: Inside) => notifyPublicTopics(ctx.db, ["results"]);

/** Says what stands on the row only while it is shown. */
const unshown = { shownAt: null, makers: [], unnamed: 0 };
const unapproved = { companyConsentAt: null, companyConsentBy: null, companyNamed: false, ...unshown };
const story = (answers: AnswersOfMove<"showcase", "write_showcase">) => ({
  title: answers.title,
  askedFor: answers.asked_for,
  made: answers.made,
  changed: answers.changed,
  quote: answers.quote ?? "",
  quoteBy: answers.quote_by ?? "",
});

/** Collects the words of the result. */
export const showcaseBehaviours: BehavioursOf<"showcase"> = {
  write_showcase: {
    columns: ({ answers }, ctx) => ({ ...story(answers), createdAt: ctx.now() }),
    prefill: ({ assignment }) => ({ title: assignment.row.title }),
  },
  rewrite_showcase: {
    columns: ({ answers }) => ({ ...story(answers), ...unapproved }),
    effect: notifyResults,
    prefill: (_, row) =>
      row
        ? {
            title: row.title,
            asked_for: row.askedFor,
            made: row.made,
            changed: row.changed,
            quote: row.quote,
            quote_by: row.quoteBy,
          }
        : {},
  },
  ask_showcase: { effect: askMakers },
  approve_showcase: {
    columns: ({ answers, assignment }, ctx) => ({
      companyConsentAt: ctx.now(),
      companyConsentBy: ctx.actor.id,
      companyNamed: answers.company_naming === "named" && !hidesCompany(assignment),
    }),
    effect: showWhenAgreed,
  },
  refuse_showcase: { columns: () => unapproved },
  withdraw_showcase: { columns: () => unapproved, effect: notifyResults },
  show: { effect: notifyResults },
  hide: { columns: () => unshown, effect: notifyResults },
};

const answeredNow = (_: unknown, ctx: Inside) => ({ at: ctx.now() });
/** A maker answers for themself alone. */
export const consentBehaviours: BehavioursOf<"showcase_consent"> = {
  ask_maker: { columns: answeredNow },
  ask_again: {
    columns: (_, ctx) => ({ naming: "unnamed", guardianName: "", guardianEmail: "", at: ctx.now() }),
  },
  give_consent: {
    columns: ({ answers }, ctx) => ({ naming: answers.naming, at: ctx.now() }),
    effect: showWhenAgreed,
  },
  give_as_minor: {
    columns: ({ answers: { naming, name, email } }, ctx) => ({
      naming,
      guardianName: name,
      guardianEmail: email,
      at: ctx.now(),
    }),
    effect: askGuardian,
  },
  guardian_agrees: {
    check: async (_, { answers, row }) => refuseOtherGuardian(answers.full_name, row?.guardianName),
    columns: answeredNow,
    effect: showWhenAgreed,
  },
  guardian_declines: { columns: answeredNow },
  refuse_consent: { columns: answeredNow },
  withdraw_consent: { columns: answeredNow, effect: hideWhenShown },
};
