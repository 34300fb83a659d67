import type { Sql } from "postgres";
import { draftSteps, draftStepIds } from "#app/domain/intake/draft.ts";
import type { Answers } from "#app/domain/fields/fields.ts";
import { tokenHash } from "#app/services/account/tokens.server.ts";
import { openCompany, saveCompany } from "#app/services/company/company.server.ts";
import { requestSend } from "#app/services/intake/draft-confirm.server.ts";
import { beginDraft, openDraft, saveDraftStep } from "#app/services/intake/drafts.server.ts";
import { newRevision } from "#app/services/intake/revision-links.server.ts";
import { offKind, saveSearch } from "#app/services/market/saved-searches.server.ts";
import { asPosted } from "#app/ui/fields/posted-values.ts";
import { urls } from "#app/urls.ts";
import { within } from "#db/seed/acts.ts";
import type { Cast } from "#db/seed/cast.ts";
import type { World } from "#db/seed/world.ts";
import { visitorIn } from "./town-desks.ts";
import type { At } from "./town-stories.ts";
import { withFormWords, withIntakeWords } from "./typed-forms.ts";

/** Describes pages that one of the town reaches by something of their own: a letter, or the browser in which they began. */
export type OwnWays = {
  /** Holds their addresses, by whoever reads them. */
  links: Readonly<Record<string, readonly string[]>>;
  /** This is the secret of the browser in which a company without an account began. */
  draft: string;
};
type Owning = { w: World; c: Cast; at: At; raw: Sql; intake: Answers };

/** Plays what somebody keeps for themself, what a company says of itself, and what is reached by a letter alone. */
export async function ownWays(owning: Owning): Promise<OwnWays> {
  const { w, c, at } = owning;
  const { draft, links } = await draftWithHelp(owning);
  const owner = { id: c.owner, email: "" };
  const revision = await within(w, c.owner, (inside) => newRevision(inside, at("draft"), owner));
  const { about, website } = withFormWords("companyFields", { about: "Wij houden het land droog.", website: "" });
  const { form } = await openCompany(await w.as(c.owner), c.companyId);
  await saveCompany(await w.as(c.owner), c.companyId, { about, website }, form.version);
  return {
    draft,
    links: { drafter: links, owner: [urls.intake.revise(revision)], rival: [await stopLink(owning)] },
  };
}

/** Somebody saves a search, and a letter about it can switch it off. */
async function stopLink({ w, c, raw }: Owning): Promise<string> {
  const search = withFormWords("savedSearchFields", { name: "Water in de buurt", rhythm: "weekly" });
  await saveSearch(await w.as(c.rival), new URLSearchParams("sector=water"), search);
  const token = "zoekopdracht";
  await raw`
    insert into tokens (id, kind, person_id, email, payload, created_at, expires_at)
    select ${tokenHash(token)}, ${offKind}, p.id, p.email, jsonb_build_object('search', s.id), now(), now() + interval '9 days'
    from saved_searches s join people p on p.id = s.person_id where p.id = ${c.rival}`;
  return urls.market.stopSavedSearch(token);
}

/** A company begins without an account, asks the centre to help it on, and asks for the letter by which it is sent in. */
async function draftWithHelp({ w, c, raw, intake }: Owning): Promise<{ draft: string; links: string[] }> {
  const [ctx, email] = [visitorIn(w), "vraagt@elders.nl"];
  const draft = await beginDraft(ctx, c.centreId);
  const own = { ctx, key: draft };
  const version = async () => (await openDraft(own))?.version ?? -1;
  const company = withFormWords("draftSteps.bedrijf", { company: "Vraagbaak", kvk: "", contact_name: "Vera Vraagt" });
  const answers = { ...withIntakeWords(intake), ...company, email, help: true };
  for (const step of draftStepIds) await saveDraftStep(own, step, asPosted(draftSteps[step], answers), await version());
  await requestSend(ctx, draft, await version());
  const letters = await raw<{ path: string }[]>`
    select data->>'path' as path from account_letters where email = ${email} and data ? 'path'`;
  const pages = [...draftStepIds, "controle"].map((step) => urls.intake.draftStep(step));
  return { draft, links: [...pages, ...letters.map(({ path }) => path)] };
}
