import { coming, defaultSwitches } from "#app/domain/centre/switches.ts";
import { gaps } from "#app/domain/agreement/terms/complete.ts";
import { editTerms } from "#app/services/agreement/agreements.server.ts";
import { acceptSecrecy } from "#app/services/assignment/secrecy.server.ts";
import { act, claimsOn, day, later, openAgreement, sign } from "../acts.ts";
import { plausible } from "../telling.ts";
import type { Chapter, Line } from "./line.ts";

/** These chapters lead from the first words of a company to an agreement that both sides signed. */
export const submitted: Chapter = ({ w, c, id }) => act(w, c.owner, "assignment", id, "submit");
export const intake: Chapter = async ({ w, c, id }) => {
  await later(w, 1);
  return act(w, c.coordinator, "assignment", id, "start_intake", { business_developer: c.developer });
};
/** The centre checks whether the question fits education, and sharpens it. */
export const sharpened: Chapter = async ({ w, c, id, obligation }) => {
  await later(w, 3);
  await act(w, c.developer, "assignment", id, "check_fit", {
    learning: "yes",
    large_enough: "yes",
    safe: "yes",
    ethical: "yes",
    critical_reason: obligation === "result" ? "Niet bedrijfskritisch." : "",
  });
  await act(w, c.owner, "assignment", id, "approve_text", { approved: "on" });
};
/** The question stands on the marketplace. */
export const published: Chapter = async (line) => {
  await sharpened(line);
  const { w, c, id, obligation } = line;
  line.block ||= coming(new Date(+w.now() + 30 * 86_400_000), defaultSwitches, 1)[0] ?? "";
  const { secret, levels, themes, seats } = line.tell;
  await act(w, c.coordinator, "assignment", id, "publish", {
    visibility: secret ? "invited" : (line.openTo ?? "public"),
    window_end: day(w, line.claimDays ?? 25),
    blocks: [line.block],
    levels,
    seats_min: String(seats[0]),
    seats_max: String(seats[1]),
    allowed_obligations: obligation === "result" ? ["effort", "result"] : ["effort"],
    themes,
  });
  if (secret)
    for (const [community, lead] of [
      [c.communityId, c.teacher],
      [c.rivalCommunityId, c.rival],
    ] as const) {
      await act(w, c.coordinator, "assignment", id, "invite_community", { community });
      await acceptSecrecy(await w.as(lead), id, { name: w.names.get(lead) ?? "Docent", consent: "on" });
    }
};
/** A lead claims the question for a community. */
export const claimed = async ({ w, id, obligation, block, tell }: Line, lead: string, community: string) => {
  await later(w, 2);
  return act(w, lead, "claim", id, "submit_claim", {
    community,
    approach: tell.approach,
    obligation,
    levels: tell.levels,
    seats: "4",
    block,
    guidance_hours: "60",
    price: tell.price,
    needs: tell.needs,
    rights: tell.rights,
    valid_until: day(w, 60),
  });
};
/** Two communities claim the same question. */
export const claimedByBoth: Chapter = async (line) => {
  await claimed(line, line.c.teacher, line.c.communityId);
  await claimed(line, line.c.rival, line.c.rivalCommunityId);
};
/** The company chooses one of two claims, and the agreement is written. */
export const agreeing: Chapter = async (line) => {
  const { w, c, id, tell } = line;
  await claimedByBoth(line);
  const mine = (await claimsOn(w, c.owner, id)).find((claim) => claim.leadId === c.teacher);
  await later(w, 3);
  await act(w, c.owner, "claim", mine?.id ?? "", "select_claim", {
    message: `Uw aanpak past het best bij onze ${tell.users}.`,
  });
};
/** The school fills in what is open and proposes it. */
export const proposed = async (line: Line) => {
  const { w, c, id, obligation } = line;
  await later(w, 2);
  const draft = await openAgreement(w, c.teacher, id);
  if (!draft) throw new Error("no draft");
  const asked = line.tell.terms(obligation, draft.terms);
  const planned = { ...draft.terms, ...asked };
  const after = await editTerms(
    await w.as(c.teacher),
    draft.id,
    { ...asked, ...plausible(planned, gaps(planned, obligation)) },
    draft.version,
  );
  const left = gaps(after.terms, obligation);
  if (left.length) throw new Error(`still to answer: ${left.join(", ")}`);
  await act(w, c.teacher, "agreement", after.id, "propose", { message: "Dit is ons voorstel." });
  return after.id;
};
/** Both sides fill, propose, confirm and sign. */
export const signed: Chapter = async (line) => {
  const { w, c, obligation } = line;
  const version = await proposed(line);
  if (obligation === "result") await act(w, c.quality, "agreement", version, "confirm_quality", { stands_for: "on" });
  await signedByBoth(line);
};
/** Both signatories sign with a mailed code. */
export const signedByBoth: Chapter = async ({ w, c, id }) => {
  await sign(w, c.companySigner, id, "directeur");
  await sign(w, c.institutionSigner, id, "directeur onderwijs");
};
