import { desks, type DeskName } from "#app/domain/work/desks.ts";
import { List, Row } from "#app/ui/list.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";

/** Shows the way to one's own desks; nothing for whoever has none. */
export function Desks({ names, title }: { names: readonly DeskName[]; title?: string }) {
  const {
    work: { desks: t },
  } = useWords();
  if (names.length === 0) return null;
  return (
    <Section title={title ?? t.title} id="overzichten">
      <List>
        {names.map((name) => (
          <Row key={name} href={urls.work.desk(desks[name].slug)} title={t.name[name]} under={t.lead[name]} />
        ))}
      </List>
    </Section>
  );
}
