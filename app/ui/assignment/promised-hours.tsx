import type { AgreedRole, EffortStanding } from "#app/domain/agreement/effort.ts";
import { DataTable } from "#app/ui/table.tsx";
import { useFormats, useWords } from "#app/ui/shell/words.tsx";

/** Shows hours that were promised beside those that were logged, by the roles of the agreement and together. */
export function PromisedHours({ effort }: { effort: EffortStanding }) {
  const {
    work: { progress: t },
    agreement,
  } = useWords();
  const { duration } = useFormats();
  const roles: Record<AgreedRole, string> = agreement.fields.effort_hours.of.role.options;
  const rows = effort.roles.map((row) => ({ ...row, name: roles[row.role] }));
  return (
    <DataTable
      caption={t.promisedHours}
      rows={[...rows, { role: "all", name: t.together, promised: effort.promised, logged: effort.logged }]}
      rowKey={(row) => row.role}
      columns={[
        { key: "role", title: t.role, head: true, cell: (row) => row.name },
        { key: "promised", title: t.promised, number: true, cell: (row) => duration(row.promised) },
        { key: "logged", title: t.logged, number: true, cell: (row) => duration(row.logged) },
      ]}
    />
  );
}
