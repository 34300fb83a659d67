import type { HostSignal } from "#app/domain/community/figures.ts";
import { Notice } from "#app/ui/notes.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** Says that meetings stay at one partner, and what to do. */
export function HostNotice({ signal }: { signal: { why: HostSignal["why"]; host: string } | null }) {
  const {
    community: {
      meetings: { signal: t },
    },
  } = useWords();
  return (
    signal && (
      <Notice kind="care" title={t.title}>
        <p>{t[signal.why](signal.host)}</p>
      </Notice>
    )
  );
}
