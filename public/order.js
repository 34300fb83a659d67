// A list of choices can be put in order by dragging, with a mouse or a finger. It fills the same numbered boxes that are there
// without this file; by keyboard the buttons beside each box do the same. Nothing is stored before the form is sent.
const list = document.querySelector("[data-order]");
if (list) {
  const rows = [...list.querySelectorAll(".choice-row")];
  const boxes = rows.map((row) => row.querySelector("select"));
  const liveRegion = Object.assign(document.createElement("p"), { className: "unseen" });
  liveRegion.setAttribute("role", "status");
  list.after(liveRegion);
  const title = (box) => (box.value ? box.selectedOptions[0].textContent : "");
  const last = () => boxes.findLastIndex((box) => box.value !== "");
  // The buttons say what they move: that may be something else now.
  const label = () =>
    rows.forEach((row, at) => {
      for (const button of row.querySelectorAll("button[name=act]"))
        button.setAttribute("aria-label", list.dataset[button.value.split(".")[0]].replace("%t", title(boxes[at])));
      row.classList.toggle("can-drag", boxes[at].value !== "" && last() > 0);
    });
  const put = (values) => {
    boxes.forEach((box, at) => {
      box.value = values[at];
    });
    label();
  };
  const moved = (values, from, to) => values.toSpliced(from, 1).toSpliced(to, 0, values[from]);
  const rowAt = (y) =>
    Math.min(
      last(),
      Math.max(
        0,
        rows.findLastIndex((row) => row.getBoundingClientRect().top <= y),
      ),
    );

  rows.forEach((row, from) => {
    const grip = Object.assign(document.createElement("span"), { className: "grip" });
    grip.setAttribute("aria-hidden", "true");
    row.prepend(grip);
    grip.addEventListener("pointerdown", (down) => {
      if (down.button !== 0 || !row.classList.contains("can-drag")) return;
      down.preventDefault();
      grip.setPointerCapture(down.pointerId);
      const before = boxes.map((box) => box.value);
      let to = from;
      const show = () => rows.forEach((one, at) => one.classList.toggle("dragged", at === to));
      const over = (move) => {
        if (move.clientY < 60 || move.clientY > innerHeight - 60) scrollBy(0, move.clientY < 60 ? -12 : 12);
        const at = rowAt(move.clientY);
        if (at === to) return;
        to = at;
        put(moved(before, from, to));
        show();
      };
      const end = (isDropped) => {
        grip.removeEventListener("pointermove", over);
        removeEventListener("keydown", escape);
        rows.forEach((one) => one.classList.remove("dragged"));
        if (!isDropped) put(before);
        else if (to !== from)
          liveRegion.textContent = list.dataset.said.replace("%t", title(boxes[to])).replace("%n", String(to + 1));
      };
      const escape = (key) => {
        if (key.key === "Escape") end(false);
      };
      grip.addEventListener("pointermove", over);
      grip.addEventListener("pointerup", () => end(true), { once: true });
      grip.addEventListener("pointercancel", () => end(false), { once: true });
      addEventListener("keydown", escape);
      show();
    });
  });
  list.addEventListener("change", label);
  label();
}
