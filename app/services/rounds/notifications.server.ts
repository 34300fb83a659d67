import { mayComeIn } from "#app/domain/account/coming-in.ts";
import { accountLinks } from "#app/domain/account/links.ts";
import type { RoundLetter } from "#app/domain/rounds/process.ts";
import { companyPeople } from "#db/queries/rounds/assignments.server.ts";
import { insertTokens, markTold, queueLetters, readers } from "#db/queries/rounds/student-letters.server.ts";
import { personById } from "#db/queries/account/people.server.ts";
import { pieces } from "#db/queries/rounds/rows.server.ts";
import type { RoundAt } from "#db/queries/rounds/rounds.server.ts";
import type { Inside } from "#app/services/context.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";
import { urls } from "#app/urls.ts";

/**
 * Tells students of a round, all or these, in the transaction of what happened. Whoever has not joined the centre yet gets
 * the invitation once more: without it no page of the round would open. `more`: what else the letter to a student keeps.
 */
export async function notifyStudents(
  inside: Inside,
  round: RoundAt,
  letter: RoundLetter,
  ids?: readonly string[],
  more: (studentId: string) => Record<string, string> = () => ({}),
) {
  const all = await readers(inside.db, round.id, ids);
  await queueLetters(
    inside.db,
    all
      .filter((r) => r.joined)
      .map((r) => ({
        id: inside.newId(),
        kind: letter,
        personId: r.personId,
        email: r.email,
        locale: r.locale,
        data: { round: round.id, student: r.id, ...more(r.id) },
        dueAt: inside.now(),
      })),
  );
  if (letter !== "round_cancelled")
    await inviteStudents(
      inside,
      round,
      all.filter((r) => !r.joined),
    );
  if (!ids) await markTold(inside.db, round.id, inside.now());
}
type Invited = { personId: string; email: string; locale: "nl" | "en"; programme: string };
/**
 * Mails an invitation to be a student of the centre, as the people page does; the role is granted when it is accepted.
 * The letter says until when there is something to choose.
 */
export async function inviteStudents(
  inside: Inside,
  round: Pick<RoundAt, "centreId" | "centre" | "chooseBy">,
  people: readonly Invited[],
) {
  for (const some of pieces(people)) await invite(inside, round, some);
}
async function invite(
  inside: Inside,
  { centreId, centre, chooseBy }: Parameters<typeof inviteStudents>[1],
  people: readonly Invited[],
) {
  const { now, newId, actor } = inside;
  const links = people.map((p) => ({ ...p, token: newToken() }));
  await insertTokens(
    inside.db,
    links.map((p) => ({
      id: tokenHash(p.token),
      kind: "invitation",
      personId: p.personId,
      email: p.email,
      createdAt: now(),
      expiresAt: new Date(+now() + accountLinks.invitation.lasts),
      payload: {
        email: p.email,
        role: "student",
        centreId,
        ...(p.programme ? { programme: p.programme } : {}),
        ...(actor.id ? { invitedBy: actor.id } : {}),
      },
    })),
  );
  await queueLetters(
    inside.db,
    links.map((p) => ({
      id: newId(),
      kind: "invitation",
      personId: p.personId,
      email: p.email,
      locale: p.locale,
      // What the round is called somebody typed: that goes to no address that is not proved.
      data: {
        path: urls.account.invitation(p.token),
        role: "student",
        place: centre,
        until: new Date(+now() + accountLinks.invitation.lasts).toISOString(),
        ...(chooseBy ? { chooseBy: chooseBy.toISOString() } : {}),
      },
      dueAt: now(),
    })),
  );
}
/**
 * Tells companies that they may look at candidates, one letter for each of their assignments; and whoever opened the
 * round that choosing is over.
 */
export async function notifyCompanies(inside: Inside, round: RoundAt, letter: RoundLetter) {
  const people = await companyPeople(inside.db, round.id);
  await queueLetters(
    inside.db,
    people.map((p) => ({
      id: inside.newId(),
      kind: letter,
      personId: p.personId,
      email: p.email,
      locale: p.locale,
      data: { round: round.id, choice: p.choiceId },
      dueAt: inside.now(),
    })),
  );
  const opener = await personById(inside.db, round.createdBy);
  if (opener && mayComeIn(opener) && opener.id !== inside.actor.id)
    await queueLetters(inside.db, [
      {
        id: inside.newId(),
        kind: "round_closed" satisfies RoundLetter,
        personId: opener.id,
        email: opener.email,
        locale: opener.locale,
        data: { round: round.id },
        dueAt: inside.now(),
      },
    ]);
}
