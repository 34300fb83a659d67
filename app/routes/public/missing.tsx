import { refuse } from "#app/domain/refusal.ts";
import { publicCommand, publicPage } from "#app/platform/guard/guard.server.ts";
import { view } from "#app/ui/shell/view.tsx";

/** Every address nothing else answers: a 404 with the surroundings of whoever asks. */
export const loader = publicPage(async (): Promise<{ title: string }> => refuse("not_found"));
export const action = publicCommand(async () => refuse("not_found"), { repeatable: true });

export default view(() => null);
