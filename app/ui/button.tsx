import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export type Look = "forward" | "beside" | "plain" | "danger";
const look = (kind: Look, small?: boolean) => classes("button", `button-${kind}`, small && "button-small");

type ButtonProps = {
  children: ReactNode;
  look?: Look;
  small?: boolean;
  name?: string;
  value?: string;
  form?: string;
  formAction?: string;
  describedBy?: string;
};
/** Submits its form. `forward` is the one act that brings things further; use it once a screen. */
export const Button = ({ children, look: kind = "forward", small, describedBy, ...rest }: ButtonProps) => (
  <button type="submit" className={look(kind, small)} aria-describedby={describedBy} {...rest}>
    {children}
  </button>
);

/** Shows a link that looks like the act it leads to. */
export const ButtonLink = ({
  href,
  children,
  look: kind = "forward",
  small,
}: {
  href: string;
  children: ReactNode;
  look?: Look;
  small?: boolean;
}) => (
  <a className={look(kind, small)} href={href}>
    {children}
  </a>
);
