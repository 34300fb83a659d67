import type { When } from "#app/i18n/format.ts";
import { Moment } from "#app/ui/deadline.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Signature = { actor: string | null; at: When };
/** Shows who wrote something and when; `did` says between them what they did. Nothing where nobody wrote it. */
export function Signed({ by, did }: { by: Signature | null; did?: string }) {
  const { log, shell } = useWords();
  if (!by) return null;
  return (
    <span>
      {by.actor === "" ? log.somebody : (by.actor ?? shell.log.system)}
      {did ? ` ${did} ` : ", "}
      <span className="small soft tabular">
        <Moment at={by.at} />
      </span>
    </span>
  );
}
