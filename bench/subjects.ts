import { sql } from "drizzle-orm";
import { openDatabase, type Database } from "#db/client.server.ts";
import { allCentreIds } from "#db/queries/centre/centres.server.ts";
import { over } from "#app/domain/assignment/process.ts";
import { termsIn } from "#app/domain/market/words.ts";
import { noReach } from "#app/services/context.ts";

/**
 * Names whom and what is measured: with much to show, so that no figure is of an empty page, and as much on a small database
 * as on a large one.
 */
export type Subjects = {
  /** A question everybody may see. */
  open: string;
  /** Holds assignments at work, each with the address of its project manager; the reader's is written to by nobody. */
  writers: Work[];
  reader: Work;
  /** Holds somebody who studies and has a seat in a team, and a teacher with this many assignments. */
  student: string;
  teacher: string;
  /** Holds the coordinator of the centre with most assignments. */
  coordinator: { email: string; slug: string };
  /** Holds words that many questions hold, and words that few do. */
  words: string[];
};
type Work = { id: string; email: string };
/** Returns everybody who logs in. */
export const emailsOf = ({
  writers,
  reader,
  coordinator,
  student,
  teacher,
}: Pick<Subjects, "writers" | "reader" | "coordinator" | "student" | "teacher">) => [
  ...new Set([...writers, reader, coordinator].map((who) => who.email)),
  student,
  teacher,
];
/** So many people write at the same time. */
export const writersAtOnce = 8;
/** Counts the assignments under way of the teacher who is measured; in the demo the one with most comes nearest. */
const assignmentsOfTeacher = 10;

/** Finds them, and lets each of them log in with one click. */
export async function subjectsIn(url: string): Promise<Subjects> {
  const house = openDatabase(url, { poolSize: 1 });
  try {
    const centres = await house.transact(noReach, allCentreIds);
    return await house.transact({ person: "", centres, organizations: [] }, chosen);
  } finally {
    await house.close();
  }
}
async function chosen(db: Database): Promise<Subjects> {
  const writers = await assignmentsAtWork(db);
  const reader = writers.length > 1 ? writers.pop() : writers[0];
  const open = await newestOpen(db);
  const coordinator = await busiestCoordinator(db);
  const student = await studentLead(db);
  const teacher = await teacherWithMany(db);
  const words = await wordsByUse(db);
  if (!open || !coordinator || !student || !teacher || !writers[0] || !reader)
    throw new Error("There is too little in this database to measure.");
  const people = { writers, reader, coordinator, student: student.email, teacher: teacher.email };
  await allowOneClick(db, emailsOf(people));
  const at = (share: number) => words[Math.floor((words.length - 1) * share)]?.word ?? "water";
  return { open: open.id, ...people, words: [at(0), at(0.1), at(0.3), at(0.6)] };
}
/** Returns one assignment under way of each project manager: for whoever writes, and one more for whoever reads. */
async function assignmentsAtWork(db: Database): Promise<Work[]> {
  return [
    ...(await db.execute<{
      id: string;
      email: string;
    }>(sql`
      select distinct on (p.id) a.id, p.email
      from assignments a
      join members m on m.assignment_id = a.id and m.role = 'project_manager' and m.status = 'active'
      join people p on p.id = m.person_id
      where a.status = 'in_progress' and not a.on_hold and not a.disputed
      order by p.id
      limit ${writersAtOnce + 1}
    `)),
  ];
}
/** Returns the question that everybody may see and that opened last. */
async function newestOpen(db: Database) {
  const [found] = await db.execute<{ id: string }>(
    sql`
      select id
      from assignments
      where status = 'published' and visibility = 'public' and confidentiality = 'public'
      order by published_at desc, id
      limit 1
    `,
  );
  return found;
}
/** Finds the coordinator of the centre with most assignments. */
async function busiestCoordinator(db: Database) {
  const [found] = await db.execute<{
    email: string;
    slug: string;
  }>(sql`
    select p.email, c.slug
    from (select centre_id from assignments group by centre_id order by count(*) desc limit 1) a
    join centres c on c.id = a.centre_id
    join memberships m on m.centre_id = c.id and m.role = 'coordinator' and m.ended_at is null
    join people p on p.id = m.person_id
    order by p.email
    limit 1
  `);
  return found;
}
/** Returns somebody who studies and has a seat in a team. */
async function studentLead(db: Database) {
  const [found] = await db.execute<{ email: string }>(
    sql`
      select p.email
      from members m
      join people p on p.id = m.person_id
      where m.role = 'student_lead' and m.status = 'active'
      order by p.email
      limit 1
    `,
  );
  return found;
}
/** Returns the teacher whose assignments under way come nearest to what is measured. */
async function teacherWithMany(db: Database) {
  const [found] = await db.execute<{ email: string }>(
    sql`
      select p.email
      from (
        select m.person_id
        from members m
        join assignments a on a.id = m.assignment_id
        where m.role = 'teacher'
          and m.status = 'active'
          and not a.status = any(string_to_array(${over.join()}::text, ','))
        group by m.person_id
        order by abs(count(*) - ${assignmentsOfTeacher}::int), m.person_id
        limit 1
      ) m
      join people p on p.id = m.person_id
    `,
  );
  return found;
}
/** Returns words that can be searched for, those of most questions first. */
async function wordsByUse(db: Database) {
  const found = [
    ...(await db.execute<{ word: string; n: number }>(
      sql`
        select word, ndoc as n
        from ts_stat('select document from catalogue where not gone')
        where length(word) between 6 and 14 and word ~ '^[a-z]+$'
        order by ndoc desc, word
      `,
    )),
  ];
  return found.filter(({ word }) => termsIn(word).length > 0);
}
/** Lets these people log in with one click, as those of the demo do. */
async function allowOneClick(db: Database, emails: readonly string[]) {
  await db.execute(
    sql`
      update people
      set demo = true
      where email = any(select jsonb_array_elements_text(${JSON.stringify(emails)}::text::jsonb))
    `,
  );
}
