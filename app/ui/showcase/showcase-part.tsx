import type { ShowcaseStatus } from "#app/domain/words.ts";
import { Signed } from "#app/ui/signed.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChildMoves } from "#app/ui/workflow/child-moves.tsx";
import { Section } from "#app/ui/shell/page.tsx";
import { Tag } from "#app/ui/workflow/status-tag.tsx";
import { useWords } from "#app/ui/shell/words.tsx";
import { urls } from "#app/urls.ts";
import { StoryBox, type StoryText } from "./story.tsx";

type Props = {
  fileId: string;
  showcase: {
    id: string | null;
    status: ShowcaseStatus | null;
    story: StoryText | null;
    by: Parameters<typeof Signed>[0]["by"];
    company: boolean;
    agreed: number;
    makers: number;
    own: boolean;
    offers: readonly { name: string; rank: string }[];
  };
};
const family = { draft: "preparing", asked: "judging", shown: "in_use", withdrawn: "ended" } as const satisfies Record<
  ShowcaseStatus,
  string
>;

/**
 * Shows the result for everybody, as the assignment's own people see it: words, who is still to say yes in numbers,
 * and what they may do.
 */
export function ShowcasePart({
  fileId,
  showcase: { id, status, story, by, company, agreed, makers, own, offers },
}: Props) {
  const {
    showcase: { showcase: t },
    moves,
  } = useWords();
  const write = offers.some((o) => o.name === "write_showcase");
  if (!story && !write) return null;
  return (
    <Section title={t.title} id="etalage" actions={status && <Tag family={family[status]}>{t.status[status]}</Tag>}>
      {!story && (
        <>
          <p className="soft">{t.none}</p>
          <p>
            <ButtonLink look="beside" href={urls.workflow.newChildMove(fileId, "showcase", "write_showcase")}>
              {moves.write_showcase.button}
            </ButtonLink>
          </p>
        </>
      )}
      {story && <StoryBox story={story} />}
      {by && (
        <p>
          <Signed by={by} />
        </p>
      )}
      {(status === "asked" || status === "shown") && (
        <p>
          {t.company(company)} {t.makers(agreed, makers)}
        </p>
      )}
      {id && <ChildMoves object="showcase" id={id} offers={offers} about={story?.title ?? ""} />}
      {(status === "shown" || own) && (
        <ul className="acts acts-more">
          {status === "shown" && (
            <li>
              <a href={urls.showcase.showcase(fileId)}>{t.view}</a>
            </li>
          )}
          {own && (
            <li>
              <a href={urls.showcase.consent(fileId)}>{t.yours}</a>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
