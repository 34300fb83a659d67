import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { teamTab } from "#app/services/assignment/team-tab.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Age } from "#app/ui/account/age.tsx";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame } from "#app/ui/assignment/frame.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Notice } from "#app/ui/notes.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

export const loader = page(({ ctx, params }) => teamTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
function Screen({ data }: { data: Data }) {
  const { team, matching } = useWords();
  const own = data.team.find((m) => m.own && m.annexes?.length);
  return (
    <AssignmentFrame frame={data.frame} tab="team" now={data.now}>
      <Section
        title={team.title}
        id="team"
        actions={
          data.invite ? (
            <div className="acts">
              {data.byHand && (
                <ButtonLink look={data.tooFew ? "forward" : "beside"} href={urls.team.byHand(data.frame.id)}>
                  {matching.byHand.link}
                </ButtonLink>
              )}
              <ButtonLink look="beside" href={urls.workflow.newChildMove(data.frame.id, "member", "invite")}>
                {team.invite}
              </ButtonLink>
            </div>
          ) : undefined
        }
      >
        {data.minors && <Notice>{team.minors}</Notice>}
        {own && (
          <p>
            <a href={urls.team.seat(data.frame.id)}>{team.own}</a>
          </p>
        )}
        {data.team.length === 0 ? <Empty title={team.empty} /> : <Members data={data} />}
      </Section>
      {data.rounds.length > 0 && <Rounds rounds={data.rounds} />}
      <Entries entries={data.entries} />
    </AssignmentFrame>
  );
}
/** Tells in which rounds a team is sought for it, and what came of that. */
function Rounds({ rounds }: { rounds: Data["rounds"] }) {
  const { team } = useWords();
  const { dateTime } = useFormats();
  const said = ({ status, chooseBy, teams }: Data["rounds"][number]) => {
    if (teams !== null) return team.round.placed(teams);
    return status === "choosing" && chooseBy ? team.round.choosing(dateTime(chooseBy)) : team.round.matching;
  };
  return (
    <Section title={team.round.title(rounds.length)} id="ronde">
      <dl className="facts">
        {rounds.map((round) => (
          <div key={round.id}>
            <dt>{round.name}</dt>
            <dd>{said(round)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
type Member = Data["team"][number];
function Members({ data }: { data: Data }) {
  const { team, enums: labels } = useWords();
  const acts = (m: Member) =>
    (m.offers.length > 0 || (m.guardianOffers?.offers.length ?? 0) > 0) && (
      <>
        <ChildMoves object="member" id={m.id} offers={m.offers} about={m.name} />
        {m.guardianOffers && (
          <ChildMoves
            object="guardian_request"
            id={m.guardianOffers.id}
            offers={m.guardianOffers.offers}
            about={m.name}
          />
        )}
      </>
    );
  return (
    <DataTable
      caption={team.title}
      hideCaption
      rows={data.team}
      rowKey={(m) => m.id}
      columns={[
        { key: "name", title: team.name, head: true, cell: (m) => <Named m={m} /> },
        { key: "role", title: team.role, cell: (m) => <Seat m={m} /> },
        { key: "side", title: team.side, cell: (m) => labels.side[m.side] },
        { key: "status", title: team.status, cell: (m) => <State m={m} /> },
        ...(data.team.some(acts) ? [{ key: "acts", title: team.acts, cell: acts }] : []),
      ]}
    />
  );
}
function Named({ m }: { m: Member }) {
  const { team } = useWords();
  return (
    <>
      {m.name || <span className="soft">{team.unnamed}</span>}
      {m.email && (
        <>
          <br />
          <a className="soft small" href={`mailto:${m.email}`}>
            {m.email}
          </a>
        </>
      )}
    </>
  );
}
function Seat({ m }: { m: Member }) {
  const { matching, enums: labels } = useWords();
  return (
    <>
      {labels.seatRole[m.role]}
      {m.team !== null && (
        <>
          <br />
          <span className="soft">{matching.teams.team(m.team)}</span>
        </>
      )}
      {m.age && (
        <>
          <br />
          <span className="soft">
            <Age age={m.age} />
          </span>
        </>
      )}
    </>
  );
}
/** Shows the status of a seat; below it the annexes and the consent it waits for. */
function State({ m }: { m: Member }) {
  const { team, enums: labels } = useWords();
  const open = (m.annexes ?? []).filter((a) => !a.signed).length;
  return (
    <>
      {labels.member[m.status]}
      {m.annexes && m.annexes.length > 0 && (
        <>
          <br />
          <span className="soft">{open ? `${team.open}: ${open}` : team.signed}</span>
        </>
      )}
      {m.track && (
        <>
          <br />
          <span className="soft">
            {labels.track[m.track]}
            {m.mendsTrack && (
              <>
                {" "}
                <a href={urls.workflow.childMove("member", m.id, "note_track")}>{team.mendTrack}</a>
              </>
            )}
          </span>
        </>
      )}
      {m.noTrack && (
        <>
          <br />
          <span className="soft">{team.noTrack}</span>
        </>
      )}
      {m.school && (
        <>
          <br />
          <span className="soft">{m.school.approved ? team.schoolApproved : team.schoolWaits}</span>
        </>
      )}
      {m.guardian && (
        <>
          <br />
          <span className="soft">
            {team.guardian}: {labels.guardian[m.guardian]}
          </span>
        </>
      )}
    </>
  );
}
export default view(Screen);
