import type { ReactElement } from "react";
import type { Offer } from "#app/domain/workflow/machine.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Day, Deadline, Moment } from "#app/ui/deadline.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { BarPlot, Figure, Figures } from "#app/ui/figure.tsx";
import { Chips, Filters } from "#app/ui/market/filters.tsx";
import { Form, FormActs } from "#app/ui/fields/form.tsx";
import { Empty, List, Pagination, Row, Tabs } from "#app/ui/list.tsx";
import { MoveBar } from "#app/ui/workflow/move-bar.tsx";
import { Log, Notice, Steps } from "#app/ui/notes.tsx";
import { Page, Section } from "#app/ui/shell/page.tsx";
import { Facts } from "#app/ui/summary.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { TramLine, FullTramLine } from "#app/ui/workflow/tram-line.tsx";
import { TurnLine } from "#app/ui/turns/line.tsx";

export const now = "2026-01-20T10:00:00Z";
export const offer = (name: string, rank: Offer["rank"], missing: string[] = [], hasForm = false): Offer => ({
  name,
  rank,
  missing,
  hasForm,
  both: false,
});
const offers = [
  offer("deliver", "forward"),
  offer("a", "beside"),
  offer("b", "beside", [], true),
  offer("c", "beside"),
  offer("stop", "rare"),
  offer("start", "forward", ["kickoff_done"]),
  offer("note", "task"),
];
export const moves = (
  <MoveBar
    offers={offers}
    form={{ key: "k1", version: 4 }}
    moveSays={(move) => `Zet ${move}`}
    guardSays={(guard) => `Mist ${guard}.`}
    moveHref={(move) => `/x/${move}`}
    fixFor={() => ({ href: "/remedy", label: "Regel" })}
  />
);
/** There is one of every part of the screen, with something in it. */
export const pieces: Record<string, ReactElement> = {
  page: (
    <Page
      title="T"
      eyebrow="e"
      lead={<p>l</p>}
      actions={<Button>a</Button>}
      line={<Tabs tabs={[{ href: "/a", label: "A", current: true, count: 2 }]} />}
      aside={<p>z</p>}
    >
      <Section title="S" id="s">
        x
      </Section>
    </Page>
  ),
  turn: (
    <>
      <TurnLine status="in_progress" mine who={null} what="Lever op." due="2026-01-23" now={now} />
      <TurnLine status="closed" mine={false} who={null} now={now} onHold disputed />
    </>
  ),
  tram: (
    <>
      <TramLine status="rework" obligation="result" />
      <FullTramLine obligation="effort" />
    </>
  ),
  moves,
  list: (
    <>
      <List label="L">
        <Row title="t" href="/t" under="u" facts={["f"]} mark="m" mine />
      </List>
      <Pagination page={2} pages={3} total={70} href={(n) => `?p=${n}`} />
      <Empty title="leeg" action={<ButtonLink href="/a">a</ButtonLink>}>
        x
      </Empty>
    </>
  ),
  filters: (
    <>
      <Filters
        groups={[{ name: "g", label: "G", options: [{ value: "v", label: "V", count: 1234, on: true }] }]}
        search={{ name: "q", label: "Q", value: "w" }}
      />
      <Chips chips={[{ label: "V", href: "?" }]} clear="/" />
    </>
  ),
  table: (
    <DataTable
      caption="C"
      rows={[1, 2]}
      rowKey={String}
      columns={[
        { key: "n", title: "N", head: true, cell: (n) => n },
        { key: "m", title: "M", number: true, cell: (n) => n * 2 },
      ]}
    />
  ),
  notes: (
    <>
      <Notice kind="care" title="t">
        x
      </Notice>
      <Log lines={[{ id: "1", at: now, actor: null, sentence: "deed iets.", detail: "d" }]} />
      <Log lines={[]} />
      <Steps
        tasks={[
          { key: "a", label: "A", state: "done" },
          { key: "b", label: "B", state: "blocked" },
        ]}
      />
    </>
  ),
  figures: (
    <>
      <Figures>
        <Figure value={1204} label="l" href="/p" note="n" />
      </Figures>
      <BarPlot title="T" description="D" labelTitle="a" valueTitle="b" bars={[{ key: "1", label: "x", value: 3 }]} />
    </>
  ),
  small: (
    <>
      <Day at="2026-01-23" />
      <Day at={now} short />
      <Moment at={now} />
      <Deadline at="2026-01-12" now={now} />
      <Disclosure summary="s">x</Disclosure>
      <Facts facts={[{ term: "t", value: "v" }]} />
      <Form form={{ key: "k" }} files>
        <FormActs>
          <Button look="danger">x</Button>
        </FormActs>
      </Form>
    </>
  ),
};
