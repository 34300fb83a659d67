import { pageOf, turnHref } from "#app/act-places.ts";
import { doneWords, wordsOfMove } from "#app/i18n/move-words.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import type { ReactNode } from "react";
import { classes } from "#app/ui/classes.ts";
import {
  isMove,
  type AssignmentGuard,
  type AssignmentMove,
  type Remedy,
  type RemedyPage,
} from "#app/domain/assignment/process.ts";
import type { ClockId } from "#app/domain/workflow/clocks.ts";
import type { TurnAct } from "#app/domain/turns/assignment.ts";
import type { TurnAsk } from "#app/domain/turns/asks.ts";
import { Ending, type EndingData } from "./ending.tsx";
import { MoveBar } from "#app/ui/workflow/move-bar.tsx";
import { Steps } from "#app/ui/notes.tsx";
import { Section, Page } from "#app/ui/shell/page.tsx";
import { Tabs } from "#app/ui/list.tsx";
import type { Problem } from "#app/ui/shell/shell.ts";
import { TramLine } from "#app/ui/workflow/tram-line.tsx";
import { AlsoAsked, type AlsoShown } from "#app/ui/workflow/also-asked.tsx";
import { TurnLine } from "#app/ui/turns/line.tsx";
import { asks, useOnWhom, type TurnShown } from "#app/ui/turns/words.ts";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { assignmentTab, urls, type AssignmentTab } from "#app/urls.ts";

/** Describes the frame as `services/assignment/frame` gives it: only what the screen needs of it. */
export type FrameData = {
  id: string;
  title: string;
  company: string | null;
  companyId: string | null;
  place: string;
  centre: string;
  centreSlug: string;
  status: Parameters<typeof TramLine>[0]["status"];
  obligation: "effort" | "result";
  onHold: boolean;
  disputed: boolean;
  turn: {
    turn: TurnShown | null;
    mine: boolean;
    deadline: { clock: ClockId; dueAt: Date } | null;
    chance: { ask: TurnAsk; act: TurnAct } | null;
    also: readonly AlsoShown[];
  };
  past: boolean;
  unsaid: boolean;
  publishOn: string | null;
  ending: EndingData | null;
  tabs: readonly AssignmentTab[];
  form: { key: string; version: number };
  offers: readonly {
    name: AssignmentMove;
    rank: "forward" | "beside" | "rare" | "task";
    hasForm: boolean;
    missing: readonly {
      guard: AssignmentGuard;
      remedy: Remedy | null;
      mine: boolean;
      asked: boolean;
      waits: TurnShown | null;
      from: string | null;
    }[];
  }[];
};
/** Tells where a failing guard is resolved: a page, or the form of a move. */
const remedyHref = (id: string, remedy: Remedy) =>
  isMove(remedy) ? urls.workflow.move(id, remedy) : pageOf(id, remedy);

type Props = {
  frame: FrameData;
  tab: AssignmentTab;
  now: Date;
  problem?: Problem | null;
  actions?: ReactNode;
  children?: ReactNode;
};
/**
 * Shows what every page about one assignment opens with: status, whose turn, what, by when; the line; the few doors
 * on offer (docs/design.md 1 to 3). Only the overview gives them room: on its other pages they take a row each.
 */
export function AssignmentFrame({ frame, tab, now, problem, actions, children }: Props) {
  const all = useWords();
  const { assignment, intake, guards } = all;
  const { date } = useFormats();
  const { turn, mine, deadline, also } = frame.turn;
  const onWhom = useOnWhom();
  const brief = tab !== "overzicht";

  const line = (
    <div className={classes("assignment-line", brief && "assignment-line-brief")}>
      <TurnLine
        status={frame.status}
        onHold={frame.onHold}
        disputed={frame.disputed}
        mine={mine}
        who={turn && onWhom(turn)}
        unsaid={frame.unsaid}
        what={turn ? <Asked frame={frame} /> : <Chance frame={frame} />}
        due={deadline?.dueAt}
        now={now}
      />
      {also.length > 0 && (
        <p className="soft">
          <AlsoAsked id={frame.id} first={turn} also={also} now={now} />
        </p>
      )}
      {frame.publishOn && <p className="opens-on">{intake.desk.opens(date(frame.publishOn))}</p>}
      {frame.ending && !brief && <Ending id={frame.id} status={frame.status} ending={frame.ending} />}
      <div className="ways">
        <TramLine status={frame.status} obligation={frame.obligation} reached={frame.ending?.reached} brief={brief} />
        <Doors frame={frame} whole={!brief} />
      </div>
      <Parts frame={frame} tab={tab} fold={brief} />
    </div>
  );
  return (
    <Page
      brief={brief}
      title={frame.title || assignment.untitled}
      eyebrow={
        <>
          {frame.companyId ? (
            <a href={urls.company.company(frame.companyId)}>{frame.company}</a>
          ) : (
            assignment.knownToCentre
          )}{" "}
          · {frame.place} · <a href={urls.centre.centre(frame.centreSlug)}>{frame.centre}</a>
        </>
      }
      line={line}
      problem={problem}
      actions={actions}
      guardSays={(g) => wordOf(guards, g)}
      moveSays={(m, half) => doneWords(all, m, half)}
    >
      {children}
    </Page>
  );
}
/** Shows the tabs that this reader may open. */
function Parts({ frame: { id, tabs }, tab, fold }: { frame: FrameData; tab: AssignmentTab; fold: boolean }) {
  const { assignment } = useWords();
  if (tabs.length < 2) return null;
  return (
    <Tabs
      fold={fold}
      tabs={tabs.map((t) => ({ href: assignmentTab(id, t), label: assignment.tabs[t], current: t === tab }))}
    />
  );
}
/** Returns the act of the assignment that is this reader's turn, as a button. */
function askedOf({ id, turn: { mine, turn } }: FrameData, label: (move: string) => string) {
  if (!mine || !turn || !("move" in turn.act) || turn.act.object !== "assignment") return null;
  const href = turnHref(id, turn.act);
  return href === null ? null : { href, label: label(turn.act.move) };
}
/** Shows what is asked and, for the reader who can do it, a link. */
function Asked({ frame: { id, turn: line } }: { frame: FrameData }) {
  const all = useWords();
  if (!line.turn) return null;
  const href = line.mine ? turnHref(id, line.turn.act) : null;
  const text = asks(all, line.turn);
  return href ? <a href={href}>{text}</a> : text;
}
/** Shows what the reader may do or leave undone, where nothing is asked of anybody. */
function Chance({ frame: { turn: line } }: { frame: FrameData }) {
  const { turns } = useWords();
  return line.chance && turns.chance(turns.ask[line.chance.ask]);
}
/**
 * The overview also shows what holds a move back; the other tabs show only what can be done now. Where a move of the
 * reader frees the way forward, that move comes first.
 */
function Doors({ frame, whole }: { frame: FrameData; whole: boolean }) {
  const all = useWords();
  const onWhom = useOnWhom();
  const { account, assignment, guards, work } = all;
  const { date } = useFormats();
  const { tabs } = assignment;
  const named: Record<RemedyPage, string> = {
    agreement: tabs.afspraken,
    team: tabs.team,
    milestone: tabs.voortgang,
    flag: tabs.voortgang,
    delivery: tabs.oplevering,
    edit: assignment.edit,
    profile: account.account.title,
  };
  const hints = new Map<string, FrameData["offers"][number]["missing"][number]>(
    frame.offers.flatMap((o) => o.missing.map((m) => [m.guard, m] as const)),
  );
  const fixFor = (guard: string) => {
    const hint = hints.get(guard);
    return hint?.remedy && hint.mine
      ? {
          href: remedyHref(frame.id, hint.remedy),
          asked: hint.asked,
          label: isMove(hint.remedy) ? wordsOfMove(all, hint.remedy).button : named[hint.remedy],
        }
      : null;
  };
  const waitsFor = (guard: string) => {
    const hint = hints.get(guard);
    if (hint?.from) return assignment.opensOn(date(hint.from));
    return hint?.waits && !hint.mine ? work.mine.onWhom(onWhom(hint.waits)) : null;
  };
  const offers = frame.offers.map((o) => ({ ...o, both: false, missing: o.missing.map((m) => m.guard) }));
  return (
    <MoveBar
      brief={!whole}
      offers={offers}
      form={frame.form}
      action={urls.workflow.plainMove(frame.id)}
      moveSays={(m) => wordsOfMove(all, m).button}
      guardSays={(g) => wordOf(guards, g)}
      moveHref={(m) => urls.workflow.move(frame.id, m)}
      fixFor={fixFor}
      waitsFor={waitsFor}
      asked={askedOf(frame, (move) => wordsOfMove(all, move).button)}
    />
  );
}
/** Acts this reader may do now, most needed first: those a forward move waits for stand above the rest. */
export function Tasks({ frame }: { frame: FrameData }) {
  const all = useWords();
  const { assignment } = all;
  const needed = new Set(frame.offers.flatMap((o) => (o.rank === "forward" ? o.missing.map((m) => m.remedy) : [])));
  const tasks = frame.offers
    .filter((o) => o.rank === "task" && o.missing.length === 0)
    .sort((a, b) => Number(needed.has(b.name)) - Number(needed.has(a.name)));
  if (tasks.length === 0) return null;
  return (
    <Section title={assignment.tasks} id="taken">
      <Steps
        label={assignment.tasks}
        tasks={tasks.map((t) => ({
          key: t.name,
          label: wordsOfMove(all, t.name).button,
          href: urls.workflow.move(frame.id, t.name),
          state: needed.has(t.name) ? ("todo" as const) : ("may" as const),
        }))}
        open
      />
    </Section>
  );
}
