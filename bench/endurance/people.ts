import { randomUUID } from "node:crypto";
import { urls, withQuery } from "#app/urls.ts";
import { openRaw } from "#db/client.server.ts";
import { ask, cookieOf } from "./asking.ts";
import { password, type Place } from "./place.ts";

/** Tells who reads what: '' is a visitor. Writers log hours on the assignment they work in; one of them sends files. */
export type People = {
  readers: { who: string; cookie: string; pages: string[] }[];
  writers: { cookie: string; path: string }[];
  sender: { cookie: string; path: string };
};
const open = [
  urls.public.home,
  urls.market.market,
  withQuery(urls.market.market, { zoek: "water" }),
  urls.public.privacy,
];

/** Returns one person of each role, logged in, with the pages they open; and everybody who may log hours now. */
export async function peopleOf(place: Place): Promise<People> {
  const raw = openRaw(place.owner());
  const roles = await raw<{ role: string; email: string }[]>`
    select distinct on (m.role) m.role, p.email from memberships m join people p on p.id = m.person_id
    where m.ended_at is null and p.disabled_at is null order by m.role, p.id`;
  const workers = await raw<{ id: string; email: string; role: string; part: string | null }[]>`
    select a.id, p.email, m.role, (select d.id from milestones d where d.assignment_id = a.id
      and d.status not in ('accepted', 'cancelled') limit 1) as part
    from assignments a join members m on m.assignment_id = a.id and m.status = 'active'
    join people p on p.id = m.person_id
    where a.status = 'in_progress' and not a.on_hold and not a.disputed
      and m.role in ('project_manager', 'team_teacher', 'team_student', 'student_lead') order by a.id, p.id limit 12`;
  const listed = await raw<{ id: string }[]>`select assignment_id as id from catalogue limit 5`;
  await raw.end();
  const cookies = new Map<string, string>();
  for (const email of new Set([...roles, ...workers].map((each) => each.email)))
    cookies.set(email, await cookieOf(place.port, email, password, randomUUID()));
  const cookie = (email: string) => cookies.get(email) ?? "";
  const sender = workers.find(({ role, part }) => role === "project_manager" && part);
  if (!sender) throw new Error("Nobody in this demo can send a file now.");
  const questions = listed.map(({ id }) => urls.assignment.assignment(id));
  return {
    readers: await thatOpen(place, [
      { who: "visitor", cookie: "", pages: [...open, ...questions] },
      ...roles.map(({ role, email }) => ({
        who: role,
        cookie: cookie(email),
        pages: [urls.work.myWork, urls.market.market],
      })),
      ...workers.map(({ id, email, role }) => ({
        who: role,
        cookie: cookie(email),
        pages: [urls.work.myWork, urls.assignment.assignment(id), urls.assignment.log(id)],
      })),
    ]),
    writers: workers.map(({ id, email }) => ({ cookie: cookie(email), path: urls.workflow.move(id, "log_hours") })),
    sender: {
      cookie: cookie(sender.email),
      path: urls.files.uploadToPart(sender.id, "milestone", sender.part ?? ""),
    },
  };
}

/** Returns, of each reader, the pages that they may open: what is refused costs nothing and would make the figures better. */
async function thatOpen(place: Place, readers: People["readers"]): Promise<People["readers"]> {
  for (const reader of readers) {
    const open: string[] = [];
    for (const path of reader.pages)
      if ((await ask(place.port, path, { cookie: reader.cookie })).status === 200) open.push(path);
    if (open.length === 0) throw new Error(`${reader.who} can open none of ${reader.pages.join(", ")}.`);
    reader.pages = open;
  }
  return readers;
}
