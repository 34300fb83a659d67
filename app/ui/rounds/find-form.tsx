import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";

/** Reads what an address says is searched for: one line, not too long. */
export const searchIn = (url: URL): string =>
  (url.searchParams.get("zoek") ?? "")
    .replaceAll(/[\0-\x1f\x7f]|\p{Surrogate}/gu, " ")
    .trim()
    .slice(0, 80);
/** Shows a search that lives in the address; `children` are other boxes that go with it. */
export const FindForm = ({
  label,
  value,
  button,
  children,
}: {
  label: string;
  value: string;
  button: string;
  children?: ReactNode;
}) => (
  <form method="get" role="search" aria-label={label} className="inline-form">
    <div className="field field-wide">
      <label htmlFor="zoek">{label}</label>
      <input id="zoek" type="search" name="zoek" defaultValue={value} autoComplete="off" />
    </div>
    {children}
    <Button look="beside">{button}</Button>
  </form>
);
