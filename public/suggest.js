// While somebody who is logged in types in the marketplace's search field, the browser's own list offers what begins like that.
// Without this file the search works the same: it looks for beginnings of words by itself.
const field = document.querySelector("input[type=search][name=zoek]");
if (field) {
  const list = document.createElement("datalist");
  list.id = "zoek-voorstellen";
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting;
  let asked = "";
  const offer = async () => {
    const words = field.value.trim();
    if (words.length < 3 || words === asked) return;
    asked = words;
    const answer = await fetch(`/vraagstukken/voorstellen?${new URLSearchParams({ zoek: words })}`).catch(() => null);
    if (!answer?.ok || field.value.trim() !== words) return;
    const { titles } = await answer.json();
    list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("option"), { value: title })));
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 200);
  });
}
