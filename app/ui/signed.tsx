import type { Author } from "#app/domain/log/readers.ts";
import { authorWords } from "#app/i18n/author-words.ts";
import type { When } from "#app/i18n/format.ts";
import { Moment } from "#app/ui/deadline.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

type Signature = Author & { at: When };
/** Shows who wrote something and when; `did` says between them what they did. Nothing where nobody wrote it. */
export function Signed({ by, did }: { by: Signature | null; did?: string }) {
  const all = useWords();
  if (!by) return null;
  return (
    <span>
      {authorWords(all, by)}
      {did ? ` ${did} ` : ", "}
      <span className="small soft tabular">
        <Moment at={by.at} />
      </span>
    </span>
  );
}
