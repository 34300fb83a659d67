// A student in a proposal can be dragged onto another team or question. That opens the very form that their name leads to,
// filled in; nothing is decided before it is sent.
const liveRegion = Object.assign(document.createElement("p"), { className: "unseen" });
liveRegion.setAttribute("role", "status");
document.querySelector("main")?.append(liveRegion);
const placeAt = ({ clientX, clientY }) => document.elementFromPoint(clientX, clientY)?.closest("[data-choice]") ?? null;
for (const row of document.querySelectorAll("[data-student]")) {
  const home = row.closest("[data-choice]");
  const grip = Object.assign(document.createElement("span"), { className: "grip" });
  grip.setAttribute("aria-hidden", "true");
  row.classList.add("can-drag");
  row.prepend(grip);
  grip.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    row.classList.add("dragged");
    let place = null;
    const mark = (next) => {
      place?.classList.remove("drop-here");
      place = next === home ? null : next;
      place?.classList.add("drop-here");
      liveRegion.textContent = place?.dataset.name ?? "";
    };
    const over = (move) => {
      if (move.clientY < 60 || move.clientY > innerHeight - 60) scrollBy(0, move.clientY < 60 ? -16 : 16);
      const next = placeAt(move);
      if (next !== place) mark(next);
    };
    const end = (dropped) => {
      grip.removeEventListener("pointermove", over);
      removeEventListener("keydown", escape);
      row.classList.remove("dragged");
      const at = dropped ? place : null;
      mark(null);
      if (!at) return;
      const there = new URLSearchParams({ vraagstuk: at.dataset.choice });
      if (at.dataset.team) there.set("team", at.dataset.team);
      location.assign(`${row.dataset.student}?${there}#vastzetten`);
    };
    const escape = (key) => {
      if (key.key === "Escape") end(false);
    };
    grip.addEventListener("pointermove", over);
    grip.addEventListener("pointerup", () => end(true), { once: true });
    grip.addEventListener("pointercancel", () => end(false), { once: true });
    addEventListener("keydown", escape);
  });
}
