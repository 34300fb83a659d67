import { readAnswers } from "#app/domain/fields/answers.ts";
import type { Fields, Posted } from "#app/domain/fields/fields.ts";
import {
  answerFields,
  askFields,
  mayAnswer,
  mayAsk,
  mayWithhold,
  noLongerAsked,
  questionStatuses,
  withholdFields,
  type QuestionStatus,
} from "#app/domain/market/questions.ts";
import { Refusal, refuse, refuseFields } from "#app/domain/refusal.ts";
import type { QuestionAct } from "#app/domain/log/acts.ts";
import { seesNow } from "#app/domain/workflow/policy.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { AssignmentStatus, Role } from "#app/domain/words.ts";
import { lockAssignment } from "#db/queries/workflow/objects.server.ts";
import {
  changeQuestion,
  insertQuestion,
  isAsked,
  namesOf,
  questionById,
  questionsOn,
  unansweredOf,
  waitingQuestions,
  type QuestionRow,
} from "#db/queries/market/questions.server.ts";
import { throttle } from "#app/services/account/throttle.server.ts";
import { inTransaction, type Context, type Inside } from "#app/services/context.ts";
import { accessScopeOf, requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";
import { notifyPublicTopics } from "#db/queries/market/catalogue.server.ts";
import { idempotent } from "#app/services/idempotent.server.ts";
import { record } from "#app/services/log/record.server.ts";
import { sidesOn } from "./sides.server.ts";
import { whoDid } from "#app/services/workflow/who-was-first.server.ts";
import { urls } from "#app/urls.ts";

type Visible = Awaited<ReturnType<typeof requireVisibleAssignment>>;
const answersIn = (fields: Fields, posted: Posted) => {
  const read = readAnswers(fields, posted, {});
  return read.ok ? read.answers : refuseFields(read.errors);
};
/** Tells in which of their relations somebody speaks, for the log. */
const speaksAs = (roles: ReadonlySet<string>): Role =>
  ([...roles].find((relation) => relation !== "anyone") ?? "anyone") as Role;
/** The log says that it happened; what was written stays with the question. */
const recordEvent = async (
  inside: Inside,
  assignment: Visible,
  move: QuestionAct,
  more: Pick<Parameters<typeof record>[2], "notifies" | "about">,
) => {
  await notifyPublicTopics(inside.db, [`question ${assignment.row.id}`]);
  return record(inside, assignment, {
    object: "assignment",
    objectId: assignment.row.id,
    move,
    from: assignment.row.status,
    to: assignment.row.status,
    actingAs: speaksAs(assignment.roles),
    answers: {},
    guards: [],
    agreementNumber: null,
    system: false,
    ...more,
  });
};

/** Who left reads back what was theirs then, and asks nothing of what came after. */
const mayAskHere = ({ actor }: Context, assignment: Visible) =>
  seesNow(actor, accessScopeOf(assignment)) && mayAsk(assignment.row.status, assignment.roles);
/** Returns the page to ask on. Refuses `not_found` for anyone who may not see the question or may not ask about it. */
export const openAsk = (ctx: Context, id: string) =>
  inTransaction(ctx, async (inside) => {
    const assignment = await requireVisibleAssignment(inside, id);
    if (!mayAskHere(inside, assignment)) refuse("not_found");
    const { row } = assignment;
    return { id, heading: row.title, key: inside.newId() };
  });
/**
 * Asks the company something about a published question, once per form. The asker may belong to another centre or to
 * none: what they may see is judged with their own reach, and only the writing reaches into the assignment's centre.
 */
export async function ask(
  ctx: Context,
  id: string,
  form: { key: string; fingerprint: string; fields: Posted },
): Promise<string> {
  const asked = await inTransaction(ctx, (inside) => requireVisibleAssignment(inside, id));
  const { row } = asked;
  if (!mayAskHere(ctx, asked)) refuse("wrong_status");
  const { question } = answersIn(askFields, form.fields);
  await throttle(ctx, "ask", { person: ctx.actor.id });
  const wider: Context = {
    ...ctx,
    reach: { ...ctx.reach, centres: [...new Set([...ctx.reach.centres, row.centreId])] },
  };
  return idempotent(wider, form.key, form.fingerprint, async (inside) => {
    await lockAssignment(inside.db, id);
    const assignment = await requireVisibleAssignment(inside, id);
    if (!mayAskHere(inside, assignment)) refuse("wrong_status");
    if (await isAsked(inside.db, { assignmentId: id, askerId: inside.actor.id, text: String(question) }))
      refuse("already_done");
    await insertQuestion(inside.db, {
      id: inside.newId(),
      assignmentId: id,
      centreId: row.centreId,
      organizationId: row.organizationId,
      askerId: inside.actor.id,
      text: String(question),
      status: "asked",
      at: inside.now(),
    });
    await recordEvent(inside, assignment, "ask_question", {
      notifies: ["coordinator", "business_developer", "client_owner", "problem_owner"],
    });
    return `${urls.assignment.assignment(id)}#vragen`;
  });
}

/** Returns a question with its assignment, as this reader may see them. Refuses `not_found` for anyone else. */
async function openedQuestion(
  inside: Inside,
  questionId: string,
): Promise<{ question: QuestionRow; assignment: Visible }> {
  const question = (await questionById(inside.db, questionId)) ?? refuse("not_found");
  const assignment = await requireVisibleAssignment(inside, question.assignmentId);
  if (!may("questions_open", assignment.roles)) refuse("not_found");
  return { question, assignment };
}
/**
 * Tells whether this reader goes on reading a question and what was said of it: what was kept from the page the centre
 * alone does; whoever else might have answered it learns that it was kept back, and by whom.
 */
const readsOn = ({ status }: { status: QuestionStatus }, { roles }: Visible) =>
  status !== "withheld" || may("question_askers", roles);
/** Tells who answered a question or kept it back, and when; null while it waits. */
async function settledBy({ db, actor }: Inside, { status, answeredBy, answeredAt, assignmentId }: QuestionRow) {
  if (status === "asked" || !answeredAt) return null;
  const name = answeredBy === null ? null : ((await namesOf(db, [answeredBy])).get(answeredBy) ?? null);
  const done = { actorId: answeredBy, name, move: settlingAct[status], at: answeredAt, assignmentId, system: false };
  return whoDid(done, actor.id);
}
const settlingAct = { answered: "answer_question", withheld: "withhold_question" } as const satisfies Record<
  Exclude<QuestionStatus, "asked">,
  QuestionAct
>;
const aboutIt = ({ status }: { status: QuestionStatus }, { row }: { row: { status: AssignmentStatus } }) => ({
  status,
  assignment: row.status,
});
/** Returns one question, for anyone who answers: what may be done with it, and for the centre who asked. */
export const openQuestion = (ctx: Context, questionId: string) =>
  inTransaction(ctx, async (inside) => {
    const { question, assignment } = await openedQuestion(inside, questionId);
    const asker = may("question_askers", assignment.roles)
      ? ((await namesOf(inside.db, [question.askerId])).get(question.askerId) ?? null)
      : null;
    const { id, text, status, answer, at, version } = question;
    return {
      id,
      version,
      text: readsOn(question, assignment) ? text : null,
      status,
      answer: readsOn(question, assignment) ? answer : "",
      at,
      asker,
      settled: await settledBy(inside, question),
      assignment: { id: assignment.row.id, title: assignment.row.title },
      late: late(assignment),
      mayAnswer: mayAnswer(aboutIt(question, assignment), assignment.roles),
      mayWithhold: mayWithhold(aboutIt(question, assignment), assignment.roles),
      key: inside.newId(),
    };
  });
/**
 * Answers it for everybody who may see the assignment; the asker gets a letter. Refuses `stale` when somebody did something
 * with it since `version` was read.
 */
export const answerQuestion = (ctx: Context | Inside, questionId: string, posted: Posted, version?: number | null) =>
  settle(ctx, questionId, {
    version,
    fields: answerFields,
    field: "answer",
    posted,
    to: "answered",
    allowed: mayAnswer,
    move: "answer_question",
  });
/** Keeps it from the page, or takes it off with its answer, as it was read at `version`; the asker reads why. */
export const withholdQuestion = (ctx: Context | Inside, questionId: string, posted: Posted, version?: number | null) =>
  settle(ctx, questionId, {
    version,
    fields: withholdFields,
    field: "reason",
    posted,
    to: "withheld",
    allowed: mayWithhold,
    move: "withhold_question",
  });

const late = ({ row }: Visible) => noLongerAsked.includes(row.status);
type Settling = {
  /** The version its form was read at; null where a form names none, undefined where there is no form. */
  version: number | null | undefined;
  fields: Fields;
  field: string;
  posted: Posted;
  to: QuestionStatus;
  allowed: typeof mayAnswer;
  move: QuestionAct;
};
const wasFirst = async (inside: Inside, question: QuestionRow) =>
  new Refusal("stale", [], {}, await settledBy(inside, question));
const settle = (ctx: Context | Inside, questionId: string, settling: Settling) =>
  inTransaction(ctx, async (inside) => {
    const { version, fields, field, posted, to, allowed, move } = settling;
    await lockAssignment(inside.db, (await openedQuestion(inside, questionId)).question.assignmentId);
    const { question, assignment } = await openedQuestion(inside, questionId);
    if (!allowed(aboutIt(question, assignment), assignment.roles))
      throw question.status === "asked"
        ? new Refusal(late(assignment) ? "wrong_status" : "not_yours")
        : await wasFirst(inside, question);
    // Who answers or keeps back says so of what they read: never of an answer that came meanwhile.
    if (version !== undefined && version !== question.version) throw await wasFirst(inside, question);
    const read = answersIn(fields, posted);
    if (
      !(await changeQuestion(inside.db, question, {
        status: to,
        answer: String(read[field]),
        answeredBy: inside.actor.id,
        answeredAt: inside.now(),
      }))
    )
      refuse("stale");
    await recordEvent(inside, assignment, move, {
      notifies: [],
      about: [{ personId: question.askerId, relation: "asker" }],
    });
    return question.assignmentId;
  });

/**
 * Lists what is asked about an assignment, as this reader may see it: answered ones without a name, one's own, and
 * for anyone who answers also what waits. Who left reads only their own.
 */
export async function questionsFor(inside: Inside, assignment: Visible) {
  const { roles } = assignment;
  const answered = seesNow(inside.actor, accessScopeOf(assignment)) ? (["answered"] as const) : [];
  const all = may("questions_open", roles);
  const centre = may("question_askers", roles);
  const rows = await questionsOn(inside.db, assignment.row.id, {
    statuses: centre ? questionStatuses : all ? ["asked", "answered"] : answered,
    personId: inside.actor.id,
  });
  // Names who reads the market reads no names of a company or a centre that they have nothing to do with.
  const named = all || may("log", roles);
  const names = await namesOf(
    inside.db,
    rows.flatMap((r) => [centre ? r.askerId : null, named ? r.answeredBy : null]).flatMap((id) => id ?? []),
  );
  const byOf = await sidesOn(inside, assignment.row.id, named && rows.some((r) => r.answeredBy));
  return {
    mayAsk: inside.actor.id !== "" && mayAskHere(inside, assignment),
    list: rows.map(({ id, askerId, text, status, answer, at, answeredBy, answeredAt }) => ({
      id,
      text,
      status,
      answer,
      at,
      own: inside.actor.id !== "" && askerId === inside.actor.id,
      asker: centre ? (names.get(askerId) ?? null) : null,
      /** Tells who answered or kept it back, for which side and when; who has nothing to do with it reads the day alone. */
      by: answeredAt && byOf(answeredBy, answeredAt, names),
      /** Tells what this reader may do with it, on its own page. */
      act: mayAnswer(aboutIt({ status }, assignment), roles)
        ? ("answer" as const)
        : mayWithhold(aboutIt({ status }, assignment), roles)
          ? ("moderate" as const)
          : null,
    })),
  };
}
/** Lists what this person asked and waits for, on the page where the answer will stand. */
export const questionsAsked = ({ db, actor }: Inside) => unansweredOf(db, actor.id);
/** Lists questions that wait for this person's answer, as coordinator, business developer or contact of the company. */
export const questionsWaiting = ({ db, actor }: Inside) =>
  waitingQuestions(db, {
    centreIds: answering(actor).flatMap(({ centreId }) => centreId ?? []),
    organizationIds: answering(actor).flatMap(({ centreId, organizationId }) =>
      centreId ? [] : (organizationId ?? []),
    ),
    not: noLongerAsked,
  });
/** Returns roles that make somebody a reader of open questions, by the table. */
const answering = ({ memberships }: Inside["actor"]) =>
  memberships.filter(({ role }) => may("questions_open", new Set([role])));
