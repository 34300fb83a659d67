import { isOnlyStudent } from "#app/domain/workflow/policy.ts";
import { wordsOfMove } from "#app/i18n/move-words.ts";
import { filesFieldOf, requiresCode } from "#app/domain/workflow/machine.ts";
import { refuse } from "#app/domain/refusal.ts";
import type { AnyMove, MoveOf, ObjectName } from "#app/domain/workflow/processes.ts";
import { everyMove, machineOf, processes } from "#app/domain/workflow/processes.ts";
import { moveFieldWords } from "#app/i18n/field-words.ts";
import { words } from "#app/i18n/words.ts";
import { command, page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { countTry, giveBackCodeTry, isWrongCode, takeCodeTry } from "#app/services/account/codes.server.ts";
import { tabAfter } from "#app/services/workflow/behaviours.server.ts";
import { openMoveForm, openMoveUpload } from "#app/services/workflow/move-form.server.ts";
import { idIn } from "#app/services/ids.ts";
import { move } from "#app/services/workflow/move.server.ts";
import { JudgedIntake } from "#app/ui/intake/answered.tsx";
import { MoveScreen } from "#app/ui/workflow/move-screen.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { assignmentTab, chosenInvoice, urls } from "#app/urls.ts";

type Params = Readonly<Record<string, string | undefined>>;
/** One page for every move: on the assignment itself, on a new part of it, or on a part that is there. */
const wanted = (params: Params) => {
  const object = (params.object ?? "assignment") as ObjectName;
  const name = params.move ?? "";
  if (!Object.hasOwn(processes, object) || !Object.hasOwn(processes[object].moves, name)) refuse("not_found");
  return { object, name: name as AnyMove, id: idIn(params.partId ?? params.assignmentId) };
};
const ruleOf = (params: Params) => {
  const { object, name } = wanted(params);
  return machineOf(object).moves[name] ?? refuse("not_found");
};
/** The addresses of the moves that take files with their form. */
const withFiles = everyMove
  .filter(({ rule }) => filesFieldOf(rule) !== null)
  .map(({ object, move }): Record<string, string> => (object === "assignment" ? { move } : { object, move }));
export const loader = page(async ({ ctx, params, url }) => {
  const { object, name, id } = wanted(params);
  const moveForm = await openMoveForm(ctx, object, id, name, url.searchParams.get(chosenInvoice));
  return {
    title: wordsOfMove(words(ctx.locale, isOnlyStudent(ctx.actor)), name).button,
    now: ctx.now(),
    ...moveForm,
    codePath:
      params.partId && requiresCode(ruleOf(params)) && !ctx.factor
        ? urls.workflow.code(object, params.partId, name)
        : null,
    codeSent: url.searchParams.has("code"),
    words: moveFieldWords(ctx.locale, moveForm.fields, name),
  };
});
export const action = command(
  async ({ ctx, params, form }) => {
    const { object, name, id } = wanted(params);
    // What is yet to be made has no version: its form's is that of nothing.
    const how = form.version === null || ruleOf(params).from.includes("new") ? {} : { version: form.version };
    const { files } = form;
    const after = await move(ctx, object, id, name as MoveOf<typeof object>, form.fields, { ...how, files });
    const home = "assignmentId" in after ? after.assignmentId : after.id;
    return assignmentTab(home, tabAfter(object, name) ?? "overzicht");
  },
  {
    uploads: {
      field: "files",
      only: withFiles,
      mayUpload: ({ ctx, params }) => {
        const { object, name, id } = wanted(params);
        return openMoveUpload(ctx, object, id, name);
      },
    },
    proof: ({ params }) => (requiresCode(ruleOf(params)) ? "sign" : null),
    before: async ({ ctx, params }) => {
      if (requiresCode(ruleOf(params)) && !ctx.factor) await takeCodeTry(ctx, wanted(params).id);
    },
    afterRefusal: async ({ ctx, params }, why) => {
      if (!requiresCode(ruleOf(params)) || ctx.factor) return;
      if (isWrongCode(why)) await countTry(ctx);
      else await giveBackCodeTry(ctx, wanted(params).id, why);
    },
  },
);

const Screen = ({
  data,
  problem,
}: {
  data: DataOf<typeof loader>;
  problem: Parameters<typeof MoveScreen>[0]["problem"];
}) => <MoveScreen data={data} problem={problem} judged={data.judged && <JudgedIntake answers={data.judged} />} />;
export default view(Screen);
