import { Facts } from "#app/ui/summary.tsx";

type Props = { said: readonly { label: string; marks: readonly number[] }[]; points: readonly string[] };
/** Shows what somebody answered before, for themself alone: each moment with its marks, in the order in which they were asked. */
export const OwnMarks = ({ said, points }: Props) => (
  <>
    {said.map(({ label, marks }) => (
      <div key={label}>
        <h2>{label}</h2>
        <Facts facts={points.map((term, i) => ({ term, value: marks[i] ?? "" }))} />
      </div>
    ))}
  </>
);
