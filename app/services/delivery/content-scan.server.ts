import { contentFindings, type ContentScanKind } from "#app/domain/delivery/content-scan.ts";
import { openDelivery } from "#db/queries/delivery/deliveries.server.ts";
import { fileRows } from "#db/queries/files/files.server.ts";
import type { Inside } from "#app/services/context.ts";

export type ContentScan = { name: string; findings: ContentScanKind[] | null };
/**
 * Returns what the scan found in the delivery that is being prepared: its own words, and its files by name and, where
 * they are text, by content.
 */
export async function contentScanOf({ db }: Pick<Inside, "db">, assignmentId: string): Promise<ContentScan[]> {
  const delivery = await openDelivery(db, assignmentId);
  if (!delivery) return [];
  const files = (await fileRows(db, assignmentId)).filter((file) => file.partId === delivery.id);
  return [
    {
      name: delivery.label,
      findings: contentFindings([delivery.label, delivery.handover, delivery.notice, delivery.limits].join("\n")),
    },
    ...files.map(({ name, findings }) => {
      const named = contentFindings(name);
      return { name, findings: findings || named.length ? [...new Set([...(findings ?? []), ...named])] : null };
    }),
  ];
}
