import { calledBy } from "#app/domain/showcase/showcase.ts";
import { tellAll } from "#db/queries/market/catalogue.server.ts";
import { consentsOn, makersIn, showcaseOf, type Consent } from "#db/queries/showcase/showcases.server.ts";
import { implementationOf } from "#db/queries/work/work.server.ts";
import { place, text, type Acting, type Columns, type Effect } from "#app/services/workflow/acting.ts";
import type { Inside } from "#app/services/context.ts";
import { sendLink } from "#app/services/letters/link-letters.server.ts";
import { moveInside } from "#app/services/workflow/move.server.ts";
import { hidesCompany } from "#app/services/workflow/objects.server.ts";

/** Where a maker answers; also for who left the team and cannot open the file. */
const consentPath = (assignmentId: string) => `/resultaten/${assignmentId}/toestemming`;
const system = { system: true } as const;

/** Each maker is asked anew: a yes belongs to the words it was given for. */
const askMakers: Effect = async (ctx, acting) => {
  const id = acting.assignment.row.id;
  const [makers, consents] = await Promise.all([makersIn(ctx.db, id), consentsOn(ctx.db, id)]);
  for (const maker of makers) {
    const answers = consents.find((c) => c.personId === maker.id);
    if (answers) await moveInside(ctx, "showcase_consent", answers.id, "ask_again", {}, system);
    else await moveInside(ctx, "showcase_consent", id, "ask_maker", {}, { ...system, columns: { personId: maker.id } });
  }
  acting.links = new Map(makers.map((maker) => [maker.id, consentPath(id)]));
};
/** The last yes puts the result up; until then nothing happens. */
async function showWhenAgreed(ctx: Inside, { assignment: { row } }: Acting) {
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
  await moveInside(
    ctx,
    "showcase",
    showcase.id,
    "show",
    {},
    {
      ...system,
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
    },
  );
}
/** A taken back yes takes the result down in the same transaction. */
const hideWhenShown: Effect = async (ctx, { assignment: { row } }) => {
  const showcase = await showcaseOf(ctx.db, row.id);
  if (showcase?.status === "shown") await moveInside(ctx, "showcase", showcase.id, "hide", {}, system);
};
/**
 * The guardian of who is not 18 reads the result and answers by a link of their own, as for an annex
 * (docs/domain.md 3.3).
 */
const askGuardian: Effect = async (ctx, acting) => {
  const consent = acting.row as Consent;
  await sendLink(ctx, place(acting), {
    about: "showcase_guardian",
    email: consent.guardianEmail,
    name: consent.guardianName,
    path: "/toestemming-resultaat",
    payload: { consent: consent.id },
    days: 21,
    relation: "guardian",
  });
};
/** Kept pages of other servers forget it too, when this commits. */
const tell: Effect = (ctx) => tellAll(ctx.db);
export const showcaseEffects: Partial<Record<string, Effect>> = {
  "showcase.show": tell,
  "showcase.hide": tell,
  "showcase.rewrite_showcase": tell,
  "showcase.withdraw_showcase": tell,
  "showcase.ask_showcase": askMakers,
  "showcase.approve_showcase": showWhenAgreed,
  "showcase_consent.give_consent": showWhenAgreed,
  "showcase_consent.guardian_agrees": showWhenAgreed,
  "showcase_consent.give_as_minor": askGuardian,
  "showcase_consent.withdraw_consent": hideWhenShown,
};

/** What stands on the row only while it is shown. */
const unshown = { shownAt: null, makers: [], unnamed: 0 };
const unapproved = { companyConsentAt: null, companyConsentBy: null, companyNamed: false, ...unshown };
const story: Columns = ({ answers }) => ({
  title: text(answers.title),
  askedFor: text(answers.asked_for),
  made: text(answers.made),
  changed: text(answers.changed),
  quote: text(answers.quote),
  quoteBy: text(answers.quote_by),
});
const answered: Columns = ({ answers }, ctx) => ({ naming: text(answers.naming), at: ctx.now() });
const at: Columns = (_, ctx) => ({ at: ctx.now() });
export const showcaseColumns: Partial<Record<string, Columns>> = {
  "showcase.write_showcase": (acting, ctx) => ({ ...story(acting, ctx), createdAt: ctx.now() }),
  "showcase.rewrite_showcase": (acting, ctx) => ({ ...story(acting, ctx), ...unapproved }),
  "showcase.approve_showcase": ({ answers, assignment }, ctx) => ({
    companyConsentAt: ctx.now(),
    companyConsentBy: ctx.actor.id,
    companyNamed: answers.company_naming === "named" && !hidesCompany(assignment),
  }),
  "showcase.refuse_showcase": () => unapproved,
  "showcase.withdraw_showcase": () => unapproved,
  "showcase.hide": () => unshown,
  "showcase_consent.ask_maker": at,
  "showcase_consent.ask_again": (_, ctx) => ({ naming: "unnamed", guardianName: "", guardianEmail: "", at: ctx.now() }),
  "showcase_consent.give_consent": answered,
  "showcase_consent.give_as_minor": (acting, ctx) => ({
    ...answered(acting, ctx),
    guardianName: text(acting.answers.name),
    guardianEmail: text(acting.answers.email),
  }),
  "showcase_consent.guardian_agrees": at,
  "showcase_consent.guardian_declines": at,
  "showcase_consent.refuse_consent": at,
  "showcase_consent.withdraw_consent": at,
};
