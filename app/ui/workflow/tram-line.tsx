import { drawnLine, type Line, type Stop } from "./drawn-line.ts";
import type { AssignmentStatus, Obligation } from "#app/domain/words.ts";
import { classes } from "#app/ui/classes.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/**
 * Shows the way of an assignment as one line with stops; on a narrow screen it folds to "Stap 7 van 14". `reached` is
 * the last status before an exit. `brief` is one row that opens to the stops: there the page is about something else.
 */
export function TramLine({
  status,
  obligation,
  reached,
  brief,
}: {
  status: AssignmentStatus;
  obligation: Obligation;
  reached?: AssignmentStatus;
  brief?: boolean;
}) {
  const { enums, shell } = useWords();
  const line = drawnLine(status, obligation, reached);
  const step = shell.line.step(line.step, line.stops.length, enums.status[status]);
  if (brief)
    return (
      <nav className="tram tram-brief" aria-label={shell.line.label}>
        <Disclosure summary={step}>
          <Stops line={line} />
        </Disclosure>
      </nav>
    );
  return (
    <nav className="tram" aria-label={shell.line.label}>
      <div className="tram-wide">
        <Stops line={line} />
      </div>
      <div className="tram-fold">
        <p className="strong">{step}</p>
        <Thumbnail line={line} />
        <Disclosure summary={shell.line.show}>
          <Stops line={line} />
        </Disclosure>
      </div>
    </nav>
  );
}

/** Shows the line without an assignment: how it works, for the front page. */
export const FullTramLine = ({ obligation }: { obligation: Obligation }) => {
  const stops = drawnLine("draft", obligation).stops.map((stop) => ({ ...stop, at: "ahead" as const }));
  const line: Line = { stops, step: 0, left: null, inLoop: false };
  return (
    <div className="tram">
      <div className="tram-wide">
        <Stops line={line} />
      </div>
      <div className="tram-fold">
        <Stops line={line} />
      </div>
    </div>
  );
};

const Stops = ({ line }: { line: Line }) => (
  <ol>
    {line.stops.map((stop) => (
      <TramStop key={stop.status} stop={stop} line={line} />
    ))}
  </ol>
);

function TramStop({ stop, line }: { stop: Stop; line: Line }) {
  const { enums, shell } = useWords();
  const here = stop.at === "here";
  const looped = here && line.inLoop;
  return (
    <li
      className={classes(`stop-${stop.at}`, here && line.left && "stop-left", looped && "stop-loop")}
      aria-current={here && line.step > 0 ? "step" : undefined}
    >
      <span className="dot" aria-hidden="true" />
      <span className="stop-name">
        {enums.status[stop.status]}
        {stop.loop && (
          <span className="loop">
            <Icon name="loop" />
            {enums.status.rework}
          </span>
        )}
        {here && line.left && <span className="loop">{enums.status[line.left]}</span>}
        {line.step > 0 && (
          <span className="unseen">
            , {looped ? shell.line.loop : shell.line[line.left && here ? "left" : stop.at]}
          </span>
        )}
      </span>
    </li>
  );
}

function Thumbnail({ line }: { line: Line }) {
  const x = (i: number) => 8 + i * 20;
  const end = line.stops.length - 1;
  return (
    <svg className="tram-thumb" viewBox={`0 0 ${x(end) + 8} 16`} aria-hidden="true" focusable="false">
      <path className="track" d={`M8 8H${x(end)}`} />
      <path className="done" d={`M8 8H${x(line.step - 1)}`} />
      {line.stops.map((stop, i) => (
        <circle key={stop.status} className={`thumb-${stop.at}`} cx={x(i)} cy="8" r={stop.at === "here" ? 6 : 3.5} />
      ))}
    </svg>
  );
}
