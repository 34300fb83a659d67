import { refuseFields } from "#app/domain/refusal.ts";
import type { FlagKind } from "#app/domain/words.ts";
import { ownerFor } from "../flag-owners.server.ts";
import type { Inside } from "#app/services/context.ts";
import type { Acting } from "../acting.ts";
import type { BehavioursOf } from "../behaviour.ts";

/** Whoever removes it is known before the row is written: named by whoever raised it, or whom its kind is for. */
const owned = async (ctx: Inside, { assignment }: Acting, kind: FlagKind, named: string | null) => ({
  flag_owner: named ?? (await ownerFor(ctx, assignment, kind)),
});
type Raised = { answers: { flag_kind?: FlagKind | null; flag_what?: string | null } };
const kindIn = ({ answers }: Raised): FlagKind => answers.flag_kind ?? "obstacle";
const raised = ({ answers, ...acting }: Acting & Raised, ctx: Inside) => ({
  kind: kindIn({ answers }),
  what: answers.flag_what ?? "",
  personId: (answers as { flag_owner?: string | null }).flag_owner ?? null,
  raisedBy: acting.system ? null : ctx.actor.id,
  raisedAt: ctx.now(),
});
const noted = ({ answers }: { answers: { flag_note: string } }) => ({ note: answers.flag_note });

export const flagBehaviours: BehavioursOf<"flag"> = {
  raise_flag: {
    check: (ctx, acting) => owned(ctx, acting, kindIn(acting), acting.answers.flag_owner ?? null),
    columns: raised,
  },
  follow_flag: { columns: noted },
  hand_over_flag: {
    check: async (_, { answers, row }) => {
      if (row?.personId === answers.flag_owner) refuseFields({ flag_owner: { code: "already_with" } });
    },
    columns: ({ answers }) => ({ personId: answers.flag_owner, note: answers.flag_note }),
  },
  close_flag: { columns: ({ answers }, ctx) => ({ note: answers.flag_note, closedAt: ctx.now() }) },
  raise_concern: {
    check: (ctx, acting) => owned(ctx, acting, acting.answers.flag_kind, null),
    columns: raised,
  },
  follow_concern: { columns: noted },
  settle_concern: { columns: ({ answers }, ctx) => ({ note: answers.flag_note, closedAt: ctx.now() }) },
  lapse_flag: { columns: (_, ctx) => ({ closedAt: ctx.now() }) },
  lapse_concern: { columns: (_, ctx) => ({ closedAt: ctx.now() }) },
};
