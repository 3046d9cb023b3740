// The list of findings: search, filter, grouping.

const ListState = { group: "check", search: "", hidden: new Set(), status: "all" };

function findingText(f) {
  return `${f.message}\n${f.check}\n${f.function}\n${Data.files[f.file].path}`.toLowerCase();
}

// The folders that all files with findings share say nothing in the list.
const SharedFolder = (() => {
  const used = Data.findings.map((f) => Data.files[f.file].path);
  let shared = used.length ? used[0].slice(0, used[0].lastIndexOf("/") + 1) : "";
  for (const path of used)
    while (!path.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf("/", shared.length - 2) + 1);
  return shared;
})();

// A path as the list shows it; what lies elsewhere keeps all of it.
function shortPath(file) {
  const path = Data.files[file].path;
  return path.startsWith(SharedFolder) ? path.slice(SharedFolder.length) : path;
}

// Findings that the filters let through, in the order of the list.
function visibleFindings() {
  const words = ListState.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = Data.findings.filter((f) => {
    if (ListState.hidden.has(f.check)) return false;
    if (ListState.status !== "all" && f.status !== ListState.status) return false;
    const text = words.length ? findingText(f) : "";
    return words.every((w) => text.includes(w));
  });
  if (ListState.group === "check") {
    const order = new Map(Data.checks.map((c, i) => [c.name, i]));
    const rank = (f) => order.has(f.check) ? order.get(f.check) : order.size;
    found.sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  }
  return found;
}

function groupName(f) {
  if (ListState.group === "check") return f.check;
  return ListState.group === "file" ? shortPath(f.file) : "";
}

function listItem(f, current) {
  const li = make("li");
  const link = make("a", "item" + (f.status === "unchanged" ? " known" : ""));
  link.href = "#" + f.id;
  link.dataset.index = f.index;
  link.append(make("span", "what", f.message));
  const shown = ListState.group === "file" ? `line ${f.line}` : `${shortPath(f.file)}:${f.line}`;
  const where = make("span", "where", shown + (f.function ? ` · ${f.function}` : ""));
  link.title = `${Data.files[f.file].path}:${f.line}`;
  link.append(where);
  if (Data.hasBaseline && f.status === "new") where.append(" ", make("span", "tag new", "new"));
  if (f === current) link.setAttribute("aria-current", "true");
  li.append(link);
  return li;
}

function renderList(current) {
  const items = document.getElementById("items");
  const found = visibleFindings();
  const all = Data.findings.length;
  document.getElementById("shown").textContent =
    found.length === all ? `${all} shown` : `${found.length} of ${all}`;
  const out = [];
  let list = null;
  let last = null;
  for (const f of found) {
    const name = groupName(f);
    if (!list || name !== last) {
      if (name) {
        const head = make("h2");
        head.append(make("span", "", name),
          make("span", "n", String(found.filter((g) => groupName(g) === name).length)));
        out.push(head);
      }
      list = make("ul");
      out.push(list);
      last = name;
    }
    list.append(listItem(f, current));
  }
  if (!found.length)
    out.push(make("p", "empty", all ? "No finding matches the filter." : "No findings."));
  items.replaceChildren(...out);
}

function toggle(text, count, pressed, onClick) {
  const button = make("button", "", text + " ");
  button.type = "button";
  button.append(make("span", "n", String(count)));
  button.setAttribute("aria-pressed", String(pressed));
  button.addEventListener("click", onClick);
  return button;
}

function renderFilters(update) {
  const box = document.getElementById("checks");
  const buttons = [];
  const names = [...new Set(Data.findings.map((f) => f.check))].sort();
  if (names.length > 1)
    for (const name of names)
      buttons.push(toggle(name.replace(/^flt-/, ""), Data.findings.filter((f) => f.check === name).length,
        !ListState.hidden.has(name), () => {
          if (!ListState.hidden.delete(name)) ListState.hidden.add(name);
          renderFilters(update);
          update();
        }));
  if (Data.hasBaseline)
    for (const [status, label] of [["new", "new"], ["unchanged", "known"]])
      buttons.push(toggle(label, Data.findings.filter((f) => f.status === status).length,
        ListState.status === status, () => {
          ListState.status = ListState.status === status ? "all" : status;
          renderFilters(update);
          update();
        }));
  box.replaceChildren(...buttons);
  for (const button of document.querySelectorAll("[data-group]"))
    button.setAttribute("aria-pressed", String(button.dataset.group === ListState.group));
}
