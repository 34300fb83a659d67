import type { RoundStatus } from "#app/domain/rounds/words.ts";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { RoundTag } from "./frame.tsx";

type Waiting = {
  rounds: {
    toChoose: readonly {
      id: string;
      name: string;
      centre: string;
      chooseBy: Date | null;
      chosenAt: Date | null;
      chosen: boolean;
      counted: number;
      wanted: number;
    }[];
    chosen: readonly { id: string; name: string; centre: string; status: RoundStatus }[];
    atWork: readonly {
      id: string;
      name: string;
      centre: string;
      status: RoundStatus;
      chosen: number;
      students: number;
    }[];
    toJudge: readonly { id: string; name: string; centre: string; wishesToJudge: number }[];
  };
  stars: readonly { id: string; roundId: string; title: string; round: string }[];
};
/** Shows rounds of matching on one's own work page: to choose in, wishes to judge, and candidates to look at. */
export function OwnRounds({ data: { rounds, stars } }: { data: Waiting }) {
  const {
    rounds: { mine: t },
  } = useWords();
  const { dateTime } = useFormats();
  return (
    <>
      {rounds.toChoose.length > 0 && (
        <Section title={t.choose} id="kiezen">
          <List>
            {rounds.toChoose.map((r) => (
              <Row
                key={r.id}
                href={urls.rounds.choose(r.id)}
                title={r.name}
                under={`${r.centre} · ${r.chooseBy ? t.chooseRow(dateTime(r.chooseBy)) : ""}`}
                facts={[r.chosen ? t.chosen : r.chosenAt ? t.short(r.counted, r.wanted) : t.toDo]}
                mine={!r.chosen}
              />
            ))}
          </List>
        </Section>
      )}
      <ToJudge rounds={rounds.toJudge} />
      {rounds.chosen.length > 0 && (
        <Section title={t.over} id="gekozen">
          <List>
            {rounds.chosen.map((r) => (
              <Row
                key={r.id}
                href={r.status === "published" ? urls.rounds.result(r.id) : urls.rounds.choose(r.id)}
                title={r.name}
                under={r.centre}
                facts={[r.status === "published" ? t.known : t.made]}
                mark={<RoundTag status={r.status} />}
              />
            ))}
          </List>
        </Section>
      )}
      {stars.length > 0 && (
        <Section title={t.stars} id="kandidaten">
          <List>
            {stars.map((s) => (
              <Row key={s.id} href={urls.rounds.candidateRatings(s.roundId, s.id)} title={s.title} under={s.round} />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
/** Shows rounds in which students' wishes wait for who makes the plans. */
function ToJudge({ rounds }: { rounds: Waiting["rounds"]["toJudge"] }) {
  const {
    rounds: { mine: t, round },
  } = useWords();
  if (rounds.length === 0) return null;
  return (
    <Section title={t.judge} id="wensen">
      <List>
        {rounds.map((r) => (
          <Row
            key={r.id}
            href={urls.rounds.peerWishes(r.id)}
            title={r.name}
            under={r.centre}
            facts={[round.wishesToJudge(r.wishesToJudge)]}
            mine
          />
        ))}
      </List>
    </Section>
  );
}
/** Shows rounds that somebody makes plans of. */
export function RoundsAtWork({ data: { rounds } }: { data: Pick<Waiting, "rounds"> }) {
  const {
    rounds: { mine: t, list },
  } = useWords();
  return (
    <>
      {rounds.atWork.length > 0 && (
        <Section title={t.rounds} id="rondes">
          <List>
            {rounds.atWork.map((r) => (
              <Row
                key={r.id}
                href={urls.rounds.round(r.id)}
                title={r.name}
                under={`${r.centre} · ${list.chosen(r.chosen, r.students)}`}
                mark={<RoundTag status={r.status} />}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
