import type { Offer } from "#app/domain/machine.ts";
import { Button, ButtonLink, type Look } from "./button.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Form, type FormMarks } from "./form.tsx";
import { useWords } from "./words.tsx";

type Fix = { href: string; label: string };
export type MoveBarProps = {
  offers: readonly Offer[];
  form: FormMarks;
  /** Where the form posts; the page itself when absent. */
  action?: string;
  /** The button's verb for a move, and the sentence for a guard that holds it back. */
  moveSays: (move: string) => string;
  guardSays: (guard: string) => string;
  /** The page of a move that asks something first. */
  moveHref: (move: string) => string;
  /** The act that would satisfy a guard, where there is one. */
  fixFor?: (guard: string) => Fix | null;
};

/** Splits offers into the one way forward, at most two beside it, and the rest. Tasks have their own list. */
export function doors(offers: readonly Offer[]) {
  const free = offers.filter((offer) => offer.rank !== "task" && offer.missing.length === 0);
  const forward = free.find((offer) => offer.rank === "forward") ?? null;
  const others = free.filter((offer) => offer !== forward && offer.rank !== "rare");
  const near = others.slice(0, 2);
  return { forward, near, more: [...others.slice(2), ...free.filter((offer) => offer.rank === "rare")], blocked: offers.filter((offer) => offer.rank !== "task" && offer.missing.length > 0) };
}

/** Few doors at a time: the moves the reader may make, the one that brings things further first. */
export function MoveBar(props: MoveBarProps) {
  const { moves } = useWords().chrome;
  const { forward, near, more, blocked } = doors(props.offers);
  const ahead = blocked.filter((offer) => offer.rank === "forward");
  const rare = blocked.filter((offer) => offer.rank !== "forward");
  if (props.offers.length === 0) return null;
  return (
    <section className="moves" aria-label={moves.title}>
      <div className="acts">
        {forward && <Door {...props} offer={forward} look="forward" />}
        {near.map((offer) => <Door key={offer.name} {...props} offer={offer} look="beside" />)}
      </div>
      {ahead.map((offer) => <Blocked key={offer.name} {...props} offer={offer} />)}
      {more.length + rare.length > 0 && (
        <Disclosure summary={moves.more}>
          <div className="acts acts-more">{more.map((offer) => <Door key={offer.name} {...props} offer={offer} look="plain" />)}</div>
          {rare.map((offer) => <Blocked key={offer.name} {...props} offer={offer} />)}
        </Disclosure>
      )}
    </section>
  );
}

function Door({ offer, look, form, action, moveSays, moveHref }: MoveBarProps & { offer: Offer; look: Look }) {
  if (offer.asks) return <ButtonLink href={moveHref(offer.name)} look={look}>{moveSays(offer.name)}</ButtonLink>;
  return <Form form={form} action={action}><Button name="move" value={offer.name} look={look}>{moveSays(offer.name)}</Button></Form>;
}

/** A move held back: every missing guard as a sentence, with a way to mend it. */
function Blocked({ offer, moveSays, guardSays, fixFor }: MoveBarProps & { offer: Offer }) {
  const { moves } = useWords().chrome;
  return (
    <div className="blocked">
      <p className="strong">{moves.blocked(moveSays(offer.name))}</p>
      <ul>{offer.missing.map((guard) => {
        const fix = fixFor?.(guard);
        return <li key={guard}>{guardSays(guard)}{fix && <> <a href={fix.href}>{fix.label}</a></>}</li>;
      })}</ul>
    </div>
  );
}
