import type { Offer } from "#app/domain/workflow/machine.ts";
import { Button, ButtonLink, type Look } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Form, type FormMarks } from "#app/ui/fields/form.tsx";
import { useWords } from "#app/ui/shell/words.tsx";

/** `asked`: it is a move of its own, and the reader's turn to make it. */
type Fix = { href: string; label: string; asked?: boolean };
type MoveBarProps = {
  offers: readonly Offer[];
  form: FormMarks;
  /** The form posts here; without it, to the page itself. */
  action?: string;
  /** Holds the button's verb for a move, and the sentence for a guard that holds it back. */
  moveSays: (move: string) => string;
  guardSays: (guard: string) => string;
  /** Holds the page of a move that asks something first. */
  moveHref: (move: string) => string;
  /** Holds the act that would satisfy a guard, where there is one. */
  fixFor?: (guard: string) => Fix | null;
  /** Tells on whom a guard waits that the reader cannot satisfy, as a sentence. */
  waitsFor?: (guard: string) => string | null;
  /** Names what is asked of the reader first: the main button, also while another way forward is free. */
  asked?: Fix | null;
  /** Shows only what can be done now, without what holds the rest back. */
  brief?: boolean;
};

/** Splits offers into the one way forward, at most two beside it, and the rest. Tasks have their own list. */
function doors(offers: readonly Offer[]) {
  const free = offers.filter((offer) => offer.rank !== "task" && offer.missing.length === 0);
  const forward = free.find((offer) => offer.rank === "forward") ?? null;
  const others = free.filter((offer) => offer !== forward && offer.rank !== "rare");
  const secondary = others.slice(0, 2);
  return {
    forward,
    secondary,
    more: [...others.slice(2), ...free.filter((offer) => offer.rank === "rare")],
    blocked: offers.filter((offer) => offer.rank !== "task" && offer.missing.length > 0),
  };
}

/** Finds where the way forward is held back, the reader's own act that frees it and that is asked now. */
function unblockingFix(ahead: readonly Offer[], fixFor: MoveBarProps["fixFor"]): Fix | null {
  const fixes = ahead.flatMap((offer) => offer.missing.map((guard) => fixFor?.(guard) ?? null));
  return fixes.find((fix) => fix?.asked) ?? null;
}

/** Shows few doors at a time: the moves the reader may make, the one that brings things further first. */
export function MoveBar(props: MoveBarProps) {
  const { moves } = useWords().shell;
  const { forward, blocked, ...others } = doors(props.offers);
  const ahead = blocked.filter((offer) => offer.rank === "forward");
  const rare = props.brief ? [] : blocked.filter((offer) => offer.rank !== "forward");
  const isAsked = forward !== null && props.moveHref(forward.name) === props.asked?.href;
  const asked = isAsked ? null : (props.asked ?? null);
  const first = asked ?? (forward ? null : unblockingFix(ahead, props.fixFor));
  // The act that is asked of the reader has its button already.
  const again = (offer: Offer) => first !== null && props.moveHref(offer.name) === first.href;
  const secondary = others.secondary.filter((offer) => !again(offer));
  const more = others.more.filter((offer) => !again(offer));
  if (!forward && !first && secondary.length + more.length + (props.brief ? 0 : blocked.length) === 0) return null;
  return (
    <section className="moves" aria-label={moves.title}>
      <div className="acts">
        {first && <ButtonLink href={first.href}>{first.label}</ButtonLink>}
        {forward && <Door {...props} offer={forward} look={first ? "beside" : "forward"} />}
        {secondary.map((offer) => (
          <Door key={offer.name} {...props} offer={offer} look="beside" />
        ))}
      </div>
      {!props.brief && ahead.map((offer) => <Blocked key={offer.name} {...props} offer={offer} first={first} />)}
      {more.length + rare.length > 0 && (
        <Disclosure summary={moves.more}>
          <div className="acts acts-more">
            {more.map((offer) => (
              <Door key={offer.name} {...props} offer={offer} look="plain" />
            ))}
          </div>
          {rare.map((offer) => (
            <Blocked key={offer.name} {...props} offer={offer} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}

function Door({ offer, look, form, action, moveSays, moveHref }: MoveBarProps & { offer: Offer; look: Look }) {
  if (offer.hasForm)
    return (
      <ButtonLink href={moveHref(offer.name)} look={look}>
        {moveSays(offer.name)}
      </ButtonLink>
    );
  return (
    <Form form={form} action={action}>
      <Button name="move" value={offer.name} look={look}>
        {moveSays(offer.name)}
      </Button>
    </Form>
  );
}

/** Shows a move held back: every missing guard as a sentence, with a way to resolve it unless that is the `first` door already. */
function Blocked({
  offer,
  moveSays,
  guardSays,
  fixFor,
  waitsFor,
  first,
}: MoveBarProps & { offer: Offer; first?: Fix | null }) {
  const { moves } = useWords().shell;
  return (
    <div className="blocked">
      <p className="strong">{moves.blocked(moveSays(offer.name))}</p>
      <ul>
        {offer.missing.map((guard) => {
          const fix = fixFor?.(guard);
          const waits = waitsFor?.(guard);
          return (
            <li key={guard}>
              {guardSays(guard)}
              {waits && ` ${waits}.`}
              {fix && fix.href !== first?.href && (
                <>
                  {" "}
                  <a href={fix.href}>{fix.label}</a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
