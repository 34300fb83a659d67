import { Notice } from "#app/ui/notes.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

type Props = { request: { by: string; at: Date; missing: string; explanation: string }; centre: string };
/** Says what the centre asks the company to add. */
export function Request({ request, centre }: Props) {
  const {
    intake: { revise },
  } = useWords();
  const { date } = useFormats();
  return (
    <Notice kind="care" title={revise.asks(request.by, centre)}>
      <p>
        <span className="strong">{revise.missing}:</span> {request.missing}
      </p>
      <p className="kept">
        <span className="strong">{revise.explanation}:</span> {request.explanation}
      </p>
      <p className="small soft">{date(request.at)}</p>
    </Notice>
  );
}
