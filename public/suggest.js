// While somebody who is logged in types in the marketplace's search field, the browser's own list offers what begins like that.
// Without this file the search works the same: it looks for beginnings of words by itself.
const field = document.querySelector("input[type=search][data-suggest]");
if (field) {
  const list = document.createElement("datalist");
  list.id = `${field.name}-suggestions`;
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting;
  let asked = "";
  const offer = async () => {
    const words = field.value.trim();
    if (words.length < 3 || words === asked) return;
    asked = words;
    const answer = await fetch(`${field.dataset.suggest}?${new URLSearchParams({ [field.name]: words })}`).catch(
      () => null,
    );
    if (!answer?.ok || field.value.trim() !== words) return;
    const { titles } = await answer.json();
    list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("option"), { value: title })));
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 200);
  });
}
