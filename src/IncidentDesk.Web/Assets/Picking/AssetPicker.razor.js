// Suggests assets while one types: a combobox with a list box as in https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
// (list autocomplete with manual selection). Without this script the field belongs to an ordinary search form.
const Patience = 150, Few = 10, Shortest = 2;

const make = (tag, attributes, text) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text) element.textContent = text;
  return element;
};

const enhance = picker => {
  const input = picker.querySelector("input"), into = document.getElementById(picker.dataset.into);
  const { source = "/api/assets", prefix = "", within } = picker.dataset;
  picker.hidden = false;
  const list = make("ul", { id: `${input.id}-options`, role: "listbox", "aria-label": "Assets found", hidden: "" });
  const said = make("p", { class: "hint", role: "status" });
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  picker.append(list, said);

  let waiting, asking, at = -1, keys = [];

  const mark = next => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = next;
    const option = list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id); else input.removeAttribute("aria-activedescendant");
  };

  const open = shown => { list.hidden = !shown; input.setAttribute("aria-expanded", String(shown)); if (!shown) mark(-1); };

  const close = () => { clearTimeout(waiting); asking?.abort(); open(false); };

  const pick = key => {
    close();
    if (!into) { location.assign(`/assets/${encodeURIComponent(key)}`); return; }
    const line = prefix + key, before = into.value.split("\n").map(l => l.trim()).filter(l => l && l !== line);
    into.value = [...before, line].join("\n") + "\n";
    input.value = "";
    said.textContent = `Added ${key}. ${before.length + 1} in the list.`;
    input.focus();
  };

  const show = found => {
    keys = found.items.map(a => a.key);
    list.replaceChildren(...found.items.map((a, i) => {
      const option = make("li", { id: `${list.id}-${i}`, role: "option", "aria-selected": "false" });
      option.append(make("span", { class: "mono" }, a.key), make("span", { class: "quiet" }, [a.kind, a.owner].filter(w => w).join(", ")));
      option.addEventListener("mousedown", e => e.preventDefault()); // The focus stays where one types.
      option.addEventListener("click", () => pick(keys[i]));
      return option;
    }));
    at = -1;
    input.removeAttribute("aria-activedescendant");
    open(keys.length > 0);
    const all = found.count === undefined ? "More" : found.count.toLocaleString("en-GB"), more = found.next !== undefined;
    said.textContent = keys.length === 0 ? "Nothing found."
      : more ? `${all} found, the first ${keys.length} listed. Type more, or choose with the arrow keys.`
      : `${keys.length} found. Choose with the arrow keys.`;
  };

  const ask = async () => {
    const q = input.value.trim();
    asking?.abort();
    if (q.length < Shortest) { open(false); said.textContent = ""; return; }
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(`${source}?limit=${Few}&q=${encodeURIComponent(q)}`, { signal: mine.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      if (mine === asking && document.activeElement === input) show(found);
    } catch {
      if (!mine.signal.aborted) { open(false); said.textContent = "Suggestions are not available at the moment. Use the search button."; }
    }
  };

  const again = () => { clearTimeout(waiting); waiting = setTimeout(ask, Patience); };

  input.addEventListener("input", again);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", e => {
    if (e.isComposing) return;
    const last = keys.length - 1;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (list.hidden) { ask(); return; }
      mark(e.key === "ArrowDown" ? (at === last ? 0 : at + 1) : (at <= 0 ? last : at - 1));
    } else if (e.key === "Enter" && !list.hidden && at >= 0) { e.preventDefault(); pick(keys[at]); }
    else if (e.key === "Enter" && within !== undefined) e.preventDefault(); // Half a name does not send the form around it.
    else if (e.key === "Escape" && !list.hidden) { e.preventDefault(); close(); }
    else if (e.key === "Escape" && input.value) { e.preventDefault(); input.value = ""; said.textContent = ""; }
  });
};

for (const picker of document.querySelectorAll("[data-picker]:not([data-ready])")) { picker.dataset.ready = ""; enhance(picker); }
