import { Refusal } from "#app/domain/refusal.ts";
import { inTransaction, type Context } from "#app/services/context.ts";
import { requireVisibleAssignment } from "#app/services/workflow/objects.server.ts";

/** Tells whether the page of this assignment is there for who asks. */
export const mayOpen = (ctx: Context, id: string): Promise<boolean> =>
  inTransaction(ctx, (inside) => requireVisibleAssignment(inside, id)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );
