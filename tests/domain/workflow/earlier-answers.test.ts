import { expect, test } from "vitest";
import { everyMove, rowOf, type ObjectName } from "#app/domain/workflow/processes.ts";
import { earlierAnswersFor } from "#app/domain/workflow/earlier-answers.ts";
import { askedIn, partOf } from "#app/domain/workflow/shown.ts";
import { may } from "#app/domain/workflow/visibility.ts";
import type { Role } from "#app/domain/words.ts";

const asksWords = ({ rule }: (typeof everyMove)[number]) => Object.keys(askedIn(rule)).length > 0;
const onPart = everyMove.filter(({ object, rule }) => object !== "assignment" && !rule.from.includes("new"));

test("a form on a part recalls everything that can be written on such a part, and nothing of anything else", () => {
  expect(onPart.length).toBeGreaterThan(40);
  for (const { object, move } of onPart) {
    const written = everyMove.flatMap((row) => (row.object === object && asksWords(row) ? [row.move] : []));
    const { part, moves } = earlierAnswersFor(object as ObjectName, move);
    expect(part).toBe(true);
    expect(moves, `${object}.${move}`).toEqual(written.map((name) => ({ object, move: name })));
  }
});

/** Lists what the centre's switches make of its people, who are something to the assignment already. */
const granted: readonly Role[] = ["publisher", "triager"];
const recalling = everyMove.filter(({ rule }) => rule.earlierAnswers);
test("what a row recalls are moves with words, and whoever may make it reads some of them", () => {
  expect(recalling.length).toBeGreaterThan(25);
  for (const { object, move, rule } of recalling) {
    const { moves, since, part } = earlierAnswersFor(object as ObjectName, move);
    expect(part, "a part recalls its own words by itself").toBe(false);
    for (const one of [...moves, ...(since ? [since] : [])]) {
      const of = rowOf(one.object, one.move);
      expect(of?.shows && Object.keys(askedIn(of)).length, `${move} recalls ${one.object}.${one.move}`).toBeGreaterThan(
        0,
      );
    }
    const readers = rule.by.filter((role): role is Exclude<Role, "system"> => role !== "system");
    const held = (reader: Role) => new Set(granted.includes(reader) ? ["coordinator"] : [reader]);
    for (const reader of readers) {
      const read = moves.some(({ object: of, move: name }) => {
        const row = rowOf(of, name);
        return Object.keys(row ? askedIn(row) : {}).some((field) =>
          row?.by.some((writer) => {
            const to = row.shows && partOf(row.shows, field, writer);
            return to && may(to, held(reader));
          }),
        );
      });
      expect(read, `${reader} reads something beside ${move}`).toBe(true);
    }
  }
});

test("every step in a dispute recalls the whole dispute, from the last time one was reported", () => {
  const steps = everyMove.filter(({ rule }) => rule.under === "disputed");
  expect(steps.map(({ move }) => move).sort()).toEqual([
    "answer_dispute",
    "escalate_dispute",
    "settle_dispute",
    "settle_without_solution",
  ]);
  const about = everyMove.filter(({ rule }) => rule.shows?.in === "dispute" && rule.sets?.disputed !== undefined);
  for (const { object, move } of steps) {
    const { moves, since } = earlierAnswersFor(object as ObjectName, move);
    expect(since?.move).toBe("open_dispute");
    for (const { move: name } of about.filter((row) => row.move !== "settle_without_solution"))
      expect(moves).toContainEqual({ object: "assignment", move: name });
    expect(moves).toEqual(
      expect.arrayContaining(
        ["answer_dispute", "escalate_dispute"].map((name) => ({ object: "assignment", move: name })),
      ),
    );
  }
});
