// Ties list, source and path together: selection, keys, theme, dialogs.

const State = { finding: null, steps: [], step: 0, allSteps: false, allLines: false };
const byId = (id) => document.getElementById(id);

function redraw() {
  const container = document.querySelector(".source");
  if (container) drawRail(container, State.steps, State.step);
}

function button(text, title, onClick, disabled) {
  const b = make("button", "", text);
  b.type = "button";
  b.title = title;
  b.disabled = Boolean(disabled);
  b.addEventListener("click", onClick);
  return b;
}

function adviceFor(f) {
  const box = make("details", "advice");
  const check = Data.checks.find((c) => c.name === f.check);
  box.append(make("summary", "", "What this check is about, and how to suppress the finding"));
  if (check) {
    const p = make("p", "", check.summary + " ");
    const link = make("a", "", "Documentation");
    link.href = check.uri;
    link.rel = "noreferrer";
    p.append(link);
    box.append(p);
  }
  if (f.why) box.append(make("p", "", `${f.rule}: ${f.why}`));
  box.append(make("p", "", `If the code is right, say so at line ${f.line}` +
    (f.acquired ? `, or where it was acquired (${f.acquired})` : "") + ":"),
  make("pre", "", `// NOLINT(${f.check}): why it is right`));
  for (const fix of f.fixes) box.append(make("p", "", fix));
  return box;
}

function detailHead(f, steps) {
  const head = make("div", "head");
  head.append(make("h2", "", f.message));
  const meta = make("div", "meta");
  const check = Data.checks.find((c) => c.name === f.check);
  const name = make(check ? "a" : "span", "tag", f.check);
  if (check) Object.assign(name, { href: check.uri, title: check.summary, rel: "noreferrer" });
  meta.append(name);
  if (Data.hasBaseline)
    meta.append(make("span", "tag " + f.status, f.status === "new" ? "new" : "in the baseline"));
  if (f.function) meta.append(make("span", "", `in ${f.function}`));
  meta.append(make("code", "", `${Data.files[f.file].path}:${f.line}:${f.column}`));
  head.append(meta);
  const tools = make("div", "tools");
  const position = make("span", "pos");
  position.id = "position";
  const hidden = stepsOf(f, true).length > stepsOf(f, false).length;
  tools.append(
    button("◀", "Previous step (p)", () => goToStep(State.step - 1)), position,
    button("▶", "Next step (n)", () => goToStep(State.step + 1)));
  if (hidden) {
    const all = button("all steps", "All steps, or the important ones only (a)", toggleSteps);
    all.setAttribute("aria-pressed", String(State.allSteps));
    tools.append(all);
  }
  const lines = button("all lines", "Show all lines of the files (e)", toggleLines);
  lines.setAttribute("aria-pressed", String(State.allLines));
  tools.append(lines, make("span", "spacer"),
    button("↑ finding", "Previous finding (k)", () => goToFinding(-1)),
    button("↓ finding", "Next finding (j)", () => goToFinding(1)));
  head.append(tools);
  return head;
}

function renderPath() {
  const box = byId("path");
  const list = make("ol");
  State.steps.forEach((step, index) => {
    const li = make("li", stepClass(step));
    const b = make("button");
    b.type = "button";
    b.style.paddingLeft = 6 + 10 * Math.min(step.depth || 0, 6) + "px";
    b.append(make("span", "num-dot", step.label), make("span", "txt", step.end && step.why ? step.why : step.text),
      make("span", "at", `${shortPath(step.file)}:${step.line}`));
    b.title = `${Data.files[step.file].path}:${step.line}`;
    b.addEventListener("click", () => goToStep(index));
    li.append(b);
    list.append(li);
  });
  box.replaceChildren(make("h2", "", "Path"), list);
}

function select(finding, step) {
  State.finding = finding;
  State.steps = finding ? stepsOf(finding, State.allSteps) : [];
  const detail = byId("detail");
  if (!finding) {
    detail.replaceChildren(make("p", "empty", Data.findings.length ? "Choose a finding." : byId("verdict").textContent));
    byId("path").replaceChildren();
    return;
  }
  detail.replaceChildren(detailHead(finding, State.steps),
    renderSource(finding, State.steps, State.allLines, redraw), adviceFor(finding));
  State.steps.forEach((s, index) => s.bubble.addEventListener("click", () => goToStep(index)));
  renderPath();
  for (const item of document.querySelectorAll(".item")) {
    const current = Number(item.dataset.index) === finding.index;
    if (current) {
      item.setAttribute("aria-current", "true");
      item.scrollIntoView({ block: "nearest" });
    } else {
      item.removeAttribute("aria-current");
    }
  }
  const last = State.steps.length - 1;
  goToStep(step === undefined ? last : Math.min(step, last), step === undefined);
}

// Scrolls so that the step can be seen below the head. A new finding shows from
// the top if all of it fits.
function scrollToStep(step, whole) {
  const detail = byId("detail");
  const head = detail.querySelector(".head").offsetHeight;
  const box = detail.getBoundingClientRect();
  const rows = State.steps.map((s) => s.row.getBoundingClientRect());
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || whole;
  const row = step.row.getBoundingClientRect();
  const room = box.height - head;
  const top = detail.querySelector(".source").getBoundingClientRect().top;
  const [first, last] = [Math.min(...rows.map((r) => r.top)), Math.max(...rows.map((r) => r.bottom))];
  let y = row.top - room / 2 + row.height;
  if (whole && last - top < room) y = top;
  else if (whole && last - first < room - 60) y = first - 40;
  detail.scrollTo({ top: detail.scrollTop + y - box.top - head, behavior: calm ? "auto" : "smooth" });
}

function goToStep(index, whole) {
  if (!State.steps.length) return;
  State.step = Math.max(0, Math.min(index, State.steps.length - 1));
  State.steps.forEach((s, i) => {
    const now = i === State.step;
    s.bubble.classList.toggle("now", now);
    s.note.classList.toggle("now", now);
    if (s.codeRow) s.codeRow.classList.remove("active");
  });
  const step = State.steps[State.step];
  if (step.codeRow) step.codeRow.classList.add("active");
  byId("position").textContent = `step ${State.step + 1} of ${State.steps.length}`;
  document.querySelectorAll("#path li button").forEach((b, i) => {
    if (i === State.step) {
      b.setAttribute("aria-current", "step");
      b.scrollIntoView({ block: "nearest" });
    } else {
      b.removeAttribute("aria-current");
    }
  });
  redraw();
  scrollToStep(step, whole);
  byId("announce").textContent = `Step ${State.step + 1} of ${State.steps.length}, line ${step.line}: ${step.text}`;
  const hash = `#${State.finding.id}` + (whole ? "" : `/${State.step + 1}`);
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

function goToFinding(by) {
  const shown = visibleFindings();
  if (!shown.length) return;
  const at = shown.indexOf(State.finding);
  select(shown[at < 0 ? 0 : Math.max(0, Math.min(at + by, shown.length - 1))]);
}

function toggleSteps() {
  State.allSteps = !State.allSteps;
  select(State.finding);
}

function toggleLines() {
  State.allLines = !State.allLines;
  select(State.finding, State.step);
}

function updateList() {
  renderList(State.finding);
  if (!visibleFindings().includes(State.finding)) select(visibleFindings()[0] || null);
}

function setGroup(group) {
  ListState.group = group;
  renderFilters(updateList);
  renderList(State.finding);
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("fltcheck-theme", theme); } catch { /* Not for local files. */ }
}

function toggleTheme() {
  setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
}

const Keys = {
  j: () => goToFinding(1), k: () => goToFinding(-1),
  n: () => goToStep(State.step + 1), p: () => goToStep(State.step - 1),
  ArrowRight: () => goToStep(State.step + 1), ArrowLeft: () => goToStep(State.step - 1),
  a: () => State.finding && toggleSteps(), e: () => State.finding && toggleLines(),
  g: () => setGroup({ check: "file", file: "none", none: "check" }[ListState.group]),
  t: toggleTheme, "?": () => byId("help").showModal(),
  "/": () => { byId("search").focus(); byId("search").select(); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target === byId("search")) {
    if (event.key === "Escape") byId("detail").focus();
    return;
  }
  const action = Keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});

function aboutSection(box, title, lines) {
  if (!lines.length) return;
  box.append(make("h3", "", `${title} (${lines.length})`));
  const list = make("ul");
  for (const line of lines) list.append(make("li", "", line));
  box.append(list);
}

function renderAbout() {
  const box = byId("about");
  const title = make("h2", "", "About this run");
  title.id = "about-title";
  box.append(title);
  for (const line of Data.summary) box.append(make("p", "", line));
  box.append(make("p", "", `FltCheck ${Data.toolVersion} on Clang ${Data.clangVersion}; checks: ${Data.ran.join(", ")}`));
  aboutSection(box, "Not checked, or not wholly", Data.unfinished);
  aboutSection(box, "Warnings", Data.warnings);
  aboutSection(box, "Fixed since the baseline", Data.fixed);
  aboutSection(box, "Suppressed", Data.suppressed);
  aboutSection(box, "Suppressions that suppress nothing", Data.unused);
  aboutSection(box, "Skipped", Data.skipped);
  const form = make("form");
  form.method = "dialog";
  form.append(make("button", "", "Close"));
  box.append(form);
}

function renderTop() {
  byId("project").textContent = Data.project;
  const verdict = byId("verdict");
  const clean = !Data.findings.length && !Data.unfinished.length;
  verdict.append(make("span", clean ? "clean" : "", (clean ? "✓ " : "") + Data.summary[0]));
  if (Data.hasBaseline) verdict.append(make("span", "sub", " · " + Data.summary[1]));
  if (!Data.unfinished.length) return;
  const banner = byId("incomplete");
  banner.hidden = false;
  banner.append("⚠ " + Data.summary[Data.summary.length - 1]);
  banner.append(button("What is missing?", "", () => byId("about").showModal()));
}

// "#id/step" selects a finding and a step.
function selectFromHash() {
  const [id, step] = location.hash.slice(1).split("/");
  const finding = Data.findings.find((f) => f.id === id);
  if (!finding || (finding === State.finding && step === undefined)) return Boolean(finding);
  select(finding, step === undefined ? undefined : Number(step) - 1 || 0);
  return true;
}

let theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
try { theme = localStorage.getItem("fltcheck-theme") || theme; } catch { /* Not for local files. */ }
document.documentElement.dataset.theme = theme;
renderTop();
renderAbout();
renderFilters(updateList);
renderList(null);
if (!selectFromHash()) select(visibleFindings()[0] || null);

byId("search").addEventListener("input", (event) => {
  ListState.search = event.target.value;
  updateList();
});
byId("items").addEventListener("click", (event) => {
  const item = event.target.closest(".item");
  if (!item) return;
  event.preventDefault();
  select(Data.findings[Number(item.dataset.index)]);
});
for (const b of document.querySelectorAll("[data-group]"))
  b.addEventListener("click", () => setGroup(b.dataset.group));
byId("theme").addEventListener("click", toggleTheme);
byId("about-open").addEventListener("click", () => byId("about").showModal());
byId("help-open").addEventListener("click", () => byId("help").showModal());
addEventListener("hashchange", selectFromHash);
addEventListener("resize", redraw);
