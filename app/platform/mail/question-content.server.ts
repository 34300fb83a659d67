import { mayAnswer } from "#app/domain/market/questions.ts";
import type { QuestionAct } from "#app/domain/log/acts.ts";
import { rolesOn, type Actor } from "#app/domain/workflow/policy.ts";
import type { Locale } from "#app/domain/words.ts";
import { formats } from "#app/i18n/format.ts";
import type { Words } from "#app/i18n/words.ts";
import { questionAsked, questionSettled } from "#db/queries/market/questions.server.ts";
import type { Event } from "#db/queries/log/events.server.ts";
import type { AssignmentContext } from "#db/queries/workflow/objects.server.ts";
import type { Inside } from "#app/services/context.ts";
import { accessScopeOf } from "#app/services/workflow/objects.server.ts";
import { urls } from "#app/urls.ts";
import type { Register } from "./addressed.ts";
import type { LetterTurn } from "./letter-turn.server.ts";
import { textLine } from "./written-lines.server.ts";

type About = { act: QuestionAct; event: Event; assignment: AssignmentContext };
type QuestionReader = { actor: Actor; locale: Locale; register: Register };
type Question = NonNullable<Awaited<ReturnType<typeof questionAsked>>>;

/**
 * Tells what a letter says of a question about a published assignment: the question itself to whoever answers it, and
 * to whoever asked it also how it ended. Who asked, and who answered for a company that may want no name, is nobody's
 * business by mail.
 */
export async function questionContent(
  ctx: Inside,
  { act, event, assignment }: About,
  all: Words,
  reader: QuestionReader,
) {
  const { questions } = all.market;
  const subject = questions.subjects[act](reader.register === "je");
  const question =
    act === "ask_question"
      ? await questionAsked(ctx.db, event)
      : await questionSettled(ctx.db, event, { askerId: reader.actor.id });
  return {
    subject,
    asked: null,
    lines: [
      `${subject}.`,
      `${all.letters.what.when}: ${formats(reader.locale).dateTime(event.at)}`,
      ...(question ? saidOf(question, all) : []),
    ],
    ...(question && act === "ask_question" ? { turn: answering(question, assignment, all, reader) } : {}),
  };
}
const saidOf = ({ text, status, answer }: Question, { market: { questions } }: Words): string[] => [
  ...(status === "withheld" ? [] : [textLine(questions.question, text)]),
  ...(status === "answered" ? [textLine(questions.answer, answer)] : []),
  ...(status === "withheld" ? [textLine(questions.why, answer)] : []),
];
/** Whoever may answer and finds it unanswered is asked to; the button leads to where that is done. */
function answering({ id, status }: Question, assignment: AssignmentContext, all: Words, reader: QuestionReader) {
  const { now } = all.letters;
  const roles = rolesOn(reader.actor, accessScopeOf(assignment));
  const turn: LetterTurn = mayAnswer({ status, assignment: assignment.row.status }, roles)
    ? { lines: [now.yours(reader.register, all.market.questions.answering)], path: urls.market.answer(id) }
    : { lines: [now.nothing(reader.register)], path: null };
  return turn;
}
