import type { ReactNode } from "react";

/** Describes the hidden marks of every form: a key that makes a second sending harmless, and the row version that was read. */
export type FormMarks = { key: string; version?: number };
type FormProps = {
  form: FormMarks;
  action?: string;
  files?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A form that posts, is checked on the server only, and may safely be sent twice. */
export const Form = ({ form, action, files, id, className, children }: FormProps) => (
  <form
    method="post"
    action={action}
    noValidate
    id={id}
    className={className}
    encType={files ? "multipart/form-data" : undefined}
  >
    <input type="hidden" name="_key" value={form.key} />
    {form.version !== undefined && <input type="hidden" name="_v" value={form.version} />}
    {children}
  </form>
);

/** Buttons at the end of a form. */
export const FormActs = ({ children }: { children: ReactNode }) => <div className="acts form-acts">{children}</div>;
