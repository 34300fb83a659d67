import { expect, test } from "vitest";
import { Row } from "#app/ui/list.tsx";
import { draw } from "./screen.tsx";

test("what else is asked is read after what is asked first", () => {
  const drawn = draw(
    <Row title="Vraagstuk" facts={["start de borging"]} mark="Borging" also="leg het kennisproduct vast" />,
  );
  const at = (words: string) => drawn.indexOf(words);
  expect(at("Vraagstuk")).toBeGreaterThan(-1);
  expect(at("start de borging")).toBeGreaterThan(at("Vraagstuk"));
  expect(at("leg het kennisproduct vast")).toBeGreaterThan(at("start de borging"));
});
