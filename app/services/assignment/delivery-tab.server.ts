import { partOfDelivery } from "#app/domain/delivery/process.ts";
import { handedOver } from "#app/domain/words.ts";
import { mayAdd } from "#app/domain/workflow/editing-rights.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import { caseRows } from "#db/queries/aftercare/guarantee-cases.server.ts";
import { deliveryRows } from "#db/queries/delivery/deliveries.server.ts";
import { resultRows } from "#db/queries/delivery/acceptance.server.ts";
import type { Context, Inside } from "#app/services/context.ts";
import { readableFiles, type ReadableFile } from "#app/services/files/readable.server.ts";
import { childOffers } from "#app/services/workflow/child-offers.server.ts";
import type { OpenAssignment } from "./frame.server.ts";
import { signaturesOn } from "./signatures.server.ts";
import { entriesIn } from "./entries.server.ts";
import { tab } from "./tab.server.ts";

/** Whoever judges a delivery sees it before it is out; everybody else only what is out, or was. */
async function deliveriesSeen(
  inside: Inside,
  open: OpenAssignment,
  {
    rows,
    files,
    results,
    signatures,
  }: {
    signatures: Signatures;
    rows: readonly DeliveryRow[];
    files: readonly ReadableFile[];
    results: readonly ResultRow[];
  },
) {
  const deliveries = [];
  for (const d of rows) {
    const out = handedOver.includes(d.status);
    if (!may(partOfDelivery(d.status), open.roles)) continue;
    deliveries.push({
      id: d.id,
      number: d.number,
      status: d.status,
      label: d.label,
      notice: d.notice,
      limits: d.limits,
      handover: d.handover,
      by: signatures.handedOver(d.id) ?? signatures.of("prepared", d.id),
      checked: may("quality_notes", open.roles) ? signatures.of("checked", d.id) : null,
      judged: signatures.after("verdict", d.id),
      answered: signatures.after("answer", d.id),
      releasedAt: d.releasedAt,
      files: files.filter((f) => f.partId === d.id),
      judgement: may("quality_notes", open.roles) ? d.judgement : null,
      open: !out,
      mayAdd: mayAdd.delivery({ status: open.assignment.row.status, partStatus: d.status, roles: open.roles }),
      results: results
        .filter((r) => r.deliveryId === d.id)
        .map(({ criterion, met, value, evidence, measurer, finding, answer, at }) => ({
          criterion,
          met,
          value,
          evidence,
          measurer,
          finding,
          answer,
          by: signatures.at("verdict", at),
        })),
      offers: await childOffers(inside, open, "delivery", d),
    });
  }
  return deliveries;
}
const drawn = ["prepared", "handed_over", "checked", "verdict", "answer", "defect", "decision"] as const;
type Signatures = Awaited<ReturnType<typeof signaturesOn>>;
type DeliveryRow = Awaited<ReturnType<typeof deliveryRows>>[number];
type ResultRow = Awaited<ReturnType<typeof resultRows>>[number];
/** Lists what was agreed to judge by, in its own words. */
function criteriaOf({ signed, agreement }: OpenAssignment): string[] {
  return ((signed ?? agreement)?.terms.criteria ?? []).map(({ text }) => text ?? "");
}
async function guaranteeCases(inside: Inside, open: OpenAssignment, id: string, signatures: Signatures) {
  const cases = [];
  for (const g of await caseRows(inside.db, id))
    cases.push({
      id: g.id,
      status: g.status,
      defect: g.defect,
      evidence: g.evidence,
      decision: g.decision,
      opened: signatures.of("defect", g.id),
      decided: signatures.of("decision", g.id),
      offers: await childOffers(inside, open, "guarantee_case", g),
    });
  return cases;
}
/** Returns every version that was handed over and how it was judged, each as far as this person may know of it. */
export const deliveryTab = (ctx: Context, id: string) =>
  tab(ctx, id, "oplevering", async (inside, open) => {
    const [rows, files, results] = [
      await deliveryRows(inside.db, id),
      await readableFiles(inside, open.assignment, "delivery"),
      await resultRows(inside.db, id),
    ];
    const signatures = await signaturesOn(inside, open, drawn);
    const deliveries = await deliveriesSeen(inside, open, { rows, files, results, signatures });
    const cases = await guaranteeCases(inside, open, id, signatures);
    return {
      entries: await entriesIn(inside, open, "delivery"),
      deliveries,
      criteria: criteriaOf(open),
      rounds: {
        used: open.assignment.row.reworkRounds,
        of: (open.facts.agreement?.reworkRounds ?? 0) + open.assignment.row.extraRounds,
      },
      cases,
      newCase: (await childOffers(inside, open, "guarantee_case", null)).some((o) => o.name === "open_case"),
      prepare:
        (await childOffers(inside, open, "delivery", null)).some((o) => o.name === "prepare") &&
        !rows.some((d) => !handedOver.includes(d.status)),
      guaranteeUntil: open.facts.clocks.guarantee?.dueAt ?? null,
    };
  });
