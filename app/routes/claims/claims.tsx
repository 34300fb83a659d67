import { page, type DataOf } from "#app/platform/guard/guard.server.ts";
import { idIn } from "#app/services/ids.ts";
import { claimsTab } from "#app/services/claims/claims-tab.server.ts";
import { Entries } from "#app/ui/assignment/entries.tsx";
import { AssignmentFrame } from "#app/ui/assignment/frame.tsx";
import { Signed } from "#app/ui/signed.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Empty } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { view } from "#app/ui/shell/view.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";
import type { ReactNode } from "react";

export const loader = page(({ ctx, params }) => claimsTab(ctx, idIn(params.assignmentId)));

type Data = DataOf<typeof loader>;
type Claim = Data["claims"][number];
/** Claims side by side: one column a community, the same questions down the side. */
function Screen({ data }: { data: Data }) {
  const { claims: claim } = useWords();
  const rows = useQuestions(data.claims);
  return (
    <AssignmentFrame frame={data.frame} tab="claims" now={data.now}>
      <Section title={claim.title} id="claims">
        <p className="soft">{data.frame.status === "published" ? claim.lead : claim.leadAfter}</p>
        {data.claims.length === 0 ? (
          <Empty title={claim.empty}>{claim.emptyText}</Empty>
        ) : (
          <DataTable
            caption={claim.title}
            hideCaption
            rows={rows}
            rowKey={(r) => r.key}
            columns={[
              { key: "what", title: claim.community, head: true, cell: (r) => r.label },
              ...data.claims.map((c) => ({
                key: c.id,
                title: c.community,
                cell: (r: (typeof rows)[number]) => r.of(c),
              })),
            ]}
          />
        )}
      </Section>
      <Entries entries={data.entries} />
    </AssignmentFrame>
  );
}
function useQuestions(claims: Data["claims"]): { key: string; label: string; of: (c: Claim) => ReactNode }[] {
  const { assignment, claims: claim, enums: labels } = useWords();
  const { date, duration, list, money } = useFormats();
  const ask = (key: string, label: string, of: (c: Claim) => ReactNode) => ({ key, label, of });
  return [
    ask("lead", claim.lead2, (c) => (
      <>
        {c.lead}
        {c.partners && (
          <>
            <br />
            <span className="soft">{claim.together(c.partners)}</span>
          </>
        )}
      </>
    )),
    ask("by", assignment.writtenBy, (c) => <Signed by={c.by} />),
    ask("levels", claim.levels, (c) => list(c.levels.map((level) => labels.level[level]))),
    ask("approach", claim.approach, (c) => <span className="kept">{c.approach}</span>),
    ask("obligation", claim.obligation, (c) => labels.obligation[c.obligation]),
    ask("seats", claim.seats, (c) => <Seats claim={c} />),
    ask("block", claim.block, (c) => date(c.block)),
    ask("guidance", claim.guidance, (c) => duration(c.guidanceHours * 60)),
    ...(claims.some((c) => c.price !== undefined)
      ? [ask("price", claim.price, (c) => (c.price ? money(c.price) : "–"))]
      : []),
    ask("rights", claim.rights, (c) => labels.ipProposal[c.rights]),
    ask("needs", claim.needs, (c) => <span className="kept">{c.needs || "–"}</span>),
    ask("status", claim.status, (c) => (
      <>
        {c.reserve ? claim.reserve : labels.claim[c.status]}
        {c.reserve && c.reserveOrder !== null && (
          <>
            <br />
            <span className="soft">{claim.reserveRank(c.reserveOrder)}</span>
          </>
        )}
        {!c.current && !c.reserve && (c.status === "submitted" || c.status === "shortlisted") && (
          <>
            <br />
            <span className="soft">{claim.reconfirm}</span>
          </>
        )}
      </>
    )),
    ask("valid", claim.valid, (c) => date(c.validUntil)),
    ...(claims.some((c) => c.declined)
      ? [ask("why", claim.why, (c) => (c.declined ? <Declined {...c.declined} by={c.ended} /> : "–"))]
      : []),
    ...(claims.some((c) => c.offers.length > 0)
      ? [ask("acts", claim.acts, (c) => <ChildMoves object="claim" id={c.id} offers={c.offers} about={c.community} />)]
      : []),
  ];
}
/** Says how many students are offered, marked where that is more than the card asks. */
function Seats({ claim }: { claim: Claim }) {
  const { claims: t } = useWords();
  return (
    <>
      {claim.seats}
      {claim.most !== null && (
        <>
          <br />
          <span className="soft">{t.most(claim.most)}</span>
        </>
      )}
    </>
  );
}
/** Says why a claim was declined: the reason that was picked, and the line that was written to it. */
function Declined({ reason, line, by }: NonNullable<Claim["declined"]> & { by: Claim["ended"] }) {
  const reasons: Record<string, string> = useWords().reasons;
  return (
    <>
      {reasons[reason ?? ""] ?? reason}
      {line && (
        <>
          <br />
          <span className="kept">{line}</span>
        </>
      )}
      {by && (
        <>
          <br />
          <span className="small">
            <Signed by={by} />
          </span>
        </>
      )}
    </>
  );
}
export default view(Screen);
