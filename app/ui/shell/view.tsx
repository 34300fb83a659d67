import type { ReactNode } from "react";
import { serverOnly, useActionData, useLoaderData } from "#app/framework.ts";
import type { Problem, Shell } from "./shell.ts";

type Props<D> = { data: D & { shell: Shell }; problem: Problem | null };
/** Describes a route's component that can also be drawn without the router, which is most of the cost of a page. */
type View<D = never> = (() => ReactNode) & { plain: (props: Props<D>) => ReactNode };

/**
 * Makes the default export of a route from a screen: a function of loader data and, after a refused form, the problem.
 */
export function view<D>(Screen: (props: Props<D>) => ReactNode): View<D> {
  const Routed = () => {
    const { [serverOnly]: data } = useLoaderData() as { [serverOnly]: Props<D>["data"] };
    return <Screen data={data} problem={(useActionData() as Problem | undefined) ?? null} />;
  };
  return Object.assign(Routed, { plain: Screen });
}
