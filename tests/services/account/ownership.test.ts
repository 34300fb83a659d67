// @module-tag slow
import { desc, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { draftDays, draftStepIds, draftSteps } from "#app/domain/intake/draft.ts";
import { nobody } from "#app/domain/workflow/policy.ts";
import { enter, whoHas } from "#tests/support/account/sessions.ts";
import { acceptInvitation, invitationOf, invite } from "#app/services/account/invitations.server.ts";
import { requestReset, resetPassword } from "#app/services/account/passwords.server.ts";
import { confirmationOf, confirmRegistration, requestRegistration } from "#app/services/account/registration.server.ts";
import { newToken, tokenHash } from "#app/services/account/tokens.server.ts";
import { noReach, type Context } from "#app/services/context.ts";
import { requestSend, sendByLink, sendLinkWorks } from "#app/services/intake/draft-confirm.server.ts";
import { cast, type Cast } from "#db/seed/cast.ts";
import { intakeOf, plans } from "#db/seed/demo/questions.ts";
import { world, type World } from "#db/seed/world.ts";
import { accountLetters, intakeDrafts, memberships, organizations, people } from "#db/schema.ts";
import { freshDatabase } from "#tests/support/database/fresh.ts";

/**
 * Two people and one address. The owner reads its mail; the stranger only knows how it is spelled, and does everything
 * that can be done with that. Whatever the order, there is one account in the end, and it is the owner's alone.
 */
const acts = ["register", "invite", "confirm", "reset", "draft"] as const;
type Act = (typeof acts)[number];
type Who = "owner" | "stranger";
type Step = { act: Act; by: Who };

let w: World;
let c: Cast;
let visitor: Context;
beforeAll(async () => {
  const { house } = await freshDatabase();
  w = world(house, new Date("2026-03-02T09:00:00Z"));
  c = await cast(w);
  visitor = {
    transact: house.transact,
    now: w.now,
    newId: w.newId,
    actor: nobody,
    reach: noReach,
    locale: "nl",
    requestId: "test",
  };
});
const raw = <T>(work: Parameters<typeof w.database.transact<T>>[1]) => w.database.transact(noReach, work);

/** Makes what an earlier version let a stranger leave behind: an account with a password of theirs, and a session in it. */
async function leftBehind(email: string): Promise<string> {
  const id = w.newId();
  await raw((db) =>
    db.insert(people).values({ id, name: "Vreemd", email, passwordHash: "of the stranger", createdAt: w.now() }),
  );
  return enter(id, { transact: w.database.transact, now: w.now });
}
let numbers = 90_100_000;
/** Returns everything that is done to one address, with what the owner did themselves. */
function address(email: string) {
  const granted = new Set<string>();
  const person = () =>
    raw(async (db) =>
      db
        .select()
        .from(people)
        .where(eq(sql`lower(${people.email})`, email.toLowerCase())),
    );
  const letters = (kind: string) =>
    raw(async (db) =>
      (
        await db
          .select({ data: accountLetters.data, email: accountLetters.email, kind: accountLetters.kind })
          .from(accountLetters)
          .where(eq(accountLetters.email, email))
          .orderBy(desc(accountLetters.dueAt))
      ).flatMap((letter) => (letter.kind === kind ? [String(letter.data.path).split("/").at(-1) ?? ""] : [])),
    );
  /** As the owner uses a browser: logged in as soon as there is an account. */
  const owner = async (): Promise<Context> => {
    const [row] = await person();
    return row?.emailVerifiedAt ? await w.as(row.id) : visitor;
  };
  const open = {
    confirm: async (token: string) => {
      if (!(await confirmationOf(visitor, token))) return;
      await confirmRegistration(visitor, token, "of the owner");
      granted.add("client_owner");
    },
    invitation: async (token: string) => {
      const ctx = await owner();
      if (!(await invitationOf(ctx, token))) return;
      await acceptInvitation(ctx, token, { name: "De eigenaar", passwordHash: "of the owner" });
      granted.add("teacher");
    },
    reset: (token: string) => resetPassword(visitor, token, "of the owner").catch(() => {}),
    draft_confirm: async (token: string) => {
      const ctx = await owner();
      if (!(await sendLinkWorks(ctx, token))) return;
      await sendByLink(ctx, token);
      granted.add("client_owner");
    },
  };
  return { email, granted, person, letters, open };
}
type Address = ReturnType<typeof address>;

async function draft(email: string) {
  const key = newToken();
  const [plan] = plans();
  if (!plan) throw new Error("no plan");
  const asked = Object.values(draftSteps).flatMap((fields) => Object.keys(fields));
  const given = Object.fromEntries(
    Object.entries({ ...intakeOf({ ...plan, obligation: "effort" }) }).filter(([id]) => asked.includes(id)),
  );
  await raw((db) =>
    db.insert(intakeDrafts).values({
      id: w.newId(),
      keyHash: tokenHash(key),
      centreId: c.centreId,
      locale: "nl",
      step: draftStepIds[0] ?? "adres",
      email,
      answers: { ...given, company: "Bakkerij", contact_name: "Jo", kvk: String(numbers++) },
      createdAt: w.now(),
      changedAt: w.now(),
      expiresAt: new Date(+w.now() + draftDays * 86_400_000),
    }),
  );
  await requestSend(visitor, key, 1);
}
/** Does one act; what it puts in the mail is opened by the owner when the owner asked for it, and otherwise lies there. */
async function doing(a: Address, { act, by }: Step) {
  const newest = async (kind: string) => (await a.letters(kind))[0] ?? "";
  w.travel(new Date(+w.now() + 1000));
  if (act === "register")
    await requestRegistration(visitor, {
      name: by === "owner" ? "De eigenaar" : "Vreemd",
      email: a.email,
      company: "Bedrijf",
      kvk: String(numbers++),
      place: "Sneek",
      sector: "water",
      centreId: c.centreId,
    });
  if (act === "invite") {
    await invite(await w.as(c.coordinator), { email: a.email, role: "teacher", centreId: c.centreId });
    if (by === "owner") await a.open.invitation(await newest("invitation"));
  }
  if (act === "confirm") await a.open.confirm(await newest("confirm_address"));
  if (act === "reset") {
    await requestReset(visitor, a.email);
    if (by === "owner") await a.open.reset(await newest("reset_password"));
  }
  if (act === "draft") {
    await draft(a.email);
    if (by === "owner") await a.open.draft_confirm(await newest("draft_confirm"));
  }
}
/** Checks what is true after each act, whoever did it. */
async function holds(a: Address, session: string | null, story: string) {
  const found = await a.person();
  expect(found.length, `${story}: one account`).toBeLessThanOrEqual(1);
  if (session)
    expect(await whoHas(session, { transact: w.database.transact, now: w.now }), `${story}: no session`).toBeNull();
  const [row] = found;
  if (!row) return expect([...a.granted]).toEqual([]);
  if (row.passwordHash === "of the stranger") expect(row.emailVerifiedAt, `${story}: may not come in`).toBeNull();
  const held = await raw((db) => db.select().from(memberships).where(eq(memberships.personId, row.id)));
  expect(
    held.map((m) => m.role).filter((role) => !a.granted.has(role)),
    `${story}: no right that the owner did not take`,
  ).toEqual([]);
  if (!row.emailVerifiedAt) expect(held, `${story}: no right without a proof`).toEqual([]);
}

const ordersOf = (rest: readonly Act[]): Act[][] =>
  rest.length === 0
    ? [[]]
    : rest.flatMap((act) => ordersOf(rest.filter((a) => a !== act)).map((more) => [act, ...more]));
const orders = ordersOf(acts);
/**
 * Tells who does each act of the order with this number: one of the 32 ways, another one for each order, or with
 * `ALL_WAYS=1` all of them (3,840 stories, ten minutes).
 */
const waysOf = (at: number) => (process.env.ALL_WAYS ? [...Array(32).keys()] : [(at * 7 + 3) % 32]);
const stepsOf = (order: readonly Act[], way: number) =>
  order.map((act, n): Step => ({ act, by: (way >> n) % 2 ? "owner" : "stranger" }));
const stories = orders.flatMap((order, at) => waysOf(at).map((way) => ({ at, way, steps: stepsOf(order, way) })));

test("the stories have every act by each of them before every other act by each of them", () => {
  const name = ({ act, by }: Step) => `${by} ${act}`;
  const pairs = stories.flatMap(({ steps }) =>
    steps.flatMap((one, n) => steps.slice(n + 1).map((other) => `${name(one)}, ${name(other)}`)),
  );
  expect(new Set(pairs).size).toBe(acts.length * (acts.length - 1) * 4);
  expect(new Set(orders.map(String)).size).toBe(120);
});

for (const left of [false, true])
  test(`every order of acts by two people on one address ends with one owner${left ? ", a stranger's account or not" : ""}`, async () => {
    for (const { at, way, steps } of stories) {
      const story = `${left ? "left, " : ""}${steps.map((s) => `${s.by} ${s.act}`).join(", ")}`;
      const a = address(`orde.${left ? "oud" : "nieuw"}.${at}.${way}@voorbeeld.nl`);
      const session = left ? await leftBehind(a.email) : null;
      for (const step of steps) {
        await doing(a, step);
        await holds(a, session, story);
      }
      // In the end the owner opens whatever still lies in the mail, the oldest first.
      for (const [kind, opened] of [
        ["invitation", a.open.invitation],
        ["reset_password", a.open.reset],
        ["confirm_address", a.open.confirm],
        ["draft_confirm", a.open.draft_confirm],
      ] as const)
        for (const token of (await a.letters(kind)).reverse()) {
          await opened(token);
          await holds(a, session, `${story}, then ${kind}`);
        }
      // Who came in by a draft has chosen no password yet, and does so as anybody who forgot theirs.
      await doing(a, { act: "reset", by: "owner" });
      await holds(a, session, `${story}, then a password`);
      const [row] = await a.person();
      expect(row?.emailVerifiedAt, story).not.toBeNull();
      expect(row?.passwordHash, story).toBe("of the owner");
    }
  });

test("a company exists once its first person proved their address, and no sooner", async () => {
  const a = address("bedrijf@voorbeeld.nl");
  const kvk = String(numbers);
  await doing(a, { act: "register", by: "stranger" });
  const named = () => raw((db) => db.select().from(organizations).where(eq(organizations.kvk, kvk)));
  expect(await named()).toEqual([]);
  await doing(a, { act: "confirm", by: "owner" });
  expect(await named()).toHaveLength(1);
});
test("who names the number of a company that is here gets an account and no company; its owners are told who asks", async () => {
  const email = "kent.het.nummer@voorbeeld.nl";
  await requestRegistration(visitor, {
    name: "Kent Het Nummer",
    email,
    company: "Zeggen wij",
    kvk: "68750110",
    place: "Sneek",
    sector: "water",
    centreId: c.centreId,
  });
  const token = (await address(email).letters("confirm_address"))[0] ?? "";
  const { personId, company } = await confirmRegistration(visitor, token, "of the owner");
  expect(company).toBe("asked");
  expect(await raw((db) => db.select().from(memberships).where(eq(memberships.personId, personId)))).toEqual([]);
  const told = await raw((db) => db.select().from(accountLetters).where(eq(accountLetters.kind, "wants_to_join")));
  expect(told.map((letter) => letter.personId)).toEqual([c.owner]);
  expect(told[0]?.data).toMatchObject({ who: "Kent Het Nummer", address: email });
});
