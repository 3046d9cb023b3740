// The source of a finding with the steps of its path between the lines, and
// the rail on the left that leads from step to step.

// Creates an element; text is never taken as HTML.
function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

const ContextLines = 5;
const FileCache = new Map();

function fileLines(index) {
  if (!FileCache.has(index)) {
    const text = Data.files[index].text;
    FileCache.set(index, text === null ? null
      : { lines: text.split("\n").map((l) => l.replace(/\r$/, "")), colours: colourLines(text) });
  }
  return FileCache.get(index);
}

// The branches of a short path explain it; those of a long one bury it.
const ShortPath = 8;

// The steps to show, in order, with their numbers. The last one is the finding.
function stepsOf(finding, all) {
  const branches = finding.steps.length <= ShortPath;
  const isShown = (s) => all || s.important || (branches && s.text.startsWith("Assuming"));
  const steps = finding.steps.filter(isShown).map((s) => ({ ...s }));
  const last = steps[steps.length - 1];
  const sameEnd = last && last.file === finding.file && last.line === finding.line;
  const end = { file: finding.file, line: finding.line, column: finding.column, text: finding.message,
    why: sameEnd && last.text !== finding.message ? last.text : "", important: true, end: true };
  if (sameEnd) steps.pop();
  steps.push(end);
  let number = 0;
  for (const step of steps) step.label = step.important ? String(++number) : "·";
  return steps;
}

// The lines [first, last] of the head of the function around a line, guessed
// from the layout: what stands above the brace in the first column and, in the
// style of the WDK, above the comment between the two.
function functionHead(lines, line) {
  let at = line - 1;
  while (at > 0 && !/^\{/.test(lines[at]) && line - at < 3000) --at;
  if (!/^\{/.test(lines[at] || "")) return null;
  let end = at - 1;
  while (end > 0 && !lines[end].trim()) --end;
  if (/\*\/\s*$/.test(lines[end] || "")) {
    while (end > 0 && !lines[end].includes("/*")) --end;
    for (--end; end > 0 && !lines[end].trim();) --end;
  }
  let start = end;
  const outside = /^[}#]|;\s*$|\*\/\s*$/;
  while (start > 0 && lines[start - 1].trim() && !outside.test(lines[start - 1])) --start;
  return end < 0 ? null : [start + 1, Math.min(end + 1, start + 16)];
}

// Which lines of a file to show for these steps: a Set of line numbers.
function shownLines(lines, steps) {
  const shown = new Set();
  const show = (from, to) => {
    for (let l = Math.max(1, from); l <= Math.min(lines.length, to); ++l) shown.add(l);
  };
  for (const step of steps) {
    // Not beyond the function.
    let from = step.line, to = step.line;
    while (from > step.line - ContextLines && !/^\}/.test(lines[from - 2] || "")) --from;
    while (to < step.line + ContextLines && !/^\}/.test(lines[to - 1] || "")) ++to;
    show(from, to);
    const head = functionHead(lines, step.line);
    if (head) show(...head);
  }
  // A fold that hides next to nothing is worse than the lines.
  const sorted = [...shown].sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; ++i)
    if (sorted[i] - sorted[i - 1] <= 6) show(sorted[i - 1], sorted[i]);
  if (sorted.length && sorted[0] <= 6) show(1, sorted[0]);
  return shown;
}

// One line of code, coloured, with the given parts marked.
function renderCode(text, colours, marks) {
  const pre = make("pre");
  const cuts = new Set([0, text.length]);
  for (const [from, to] of [...colours, ...marks]) {
    cuts.add(Math.min(from, text.length));
    cuts.add(Math.min(to, text.length));
  }
  const points = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < points.length; ++i) {
    const [from, to] = [points[i], points[i + 1]];
    const inside = ([start, end]) => start <= from && to <= end;
    const colour = colours.find(inside);
    const marked = marks.filter(inside).pop();
    let node = document.createTextNode(text.slice(from, to));
    if (colour) {
      const span = make("span", colour[2]);
      span.append(node);
      node = span;
    }
    if (marked) {
      const mark = make("mark", marked[2]);
      mark.append(node);
      node = mark;
    }
    pre.append(node);
  }
  return pre;
}

function stepClass(step) {
  return step.end ? "end" : step.important ? "" : "minor";
}

// Where a column shows, in characters, with tabs expanded.
function visualColumn(text, column) {
  let at = 0;
  for (const c of text.slice(0, Math.max(0, column - 1))) at += c === "\t" ? 4 - (at % 4) : 1;
  return at;
}

// The end of the word or the first character at a column.
function wordEnd(text, column) {
  const word = /^\w+/.exec(text.slice(column - 1));
  return column - 1 + (word ? word[0].length : 1);
}

function marksOf(finding, steps, file, line, text) {
  const marks = [];
  for (const step of steps)
    if (step.file === file && step.line === line && step.column)
      marks.push([step.column - 1, wordEnd(text, step.column), stepClass(step)]);
  for (const r of finding.ranges)
    if (r.file === file && r.line === line) marks.push([r.from - 1, r.to - 1, "end"]);
  return marks;
}

function noteRow(step, text) {
  const row = make("div", "row note-row");
  const rail = make("span", "rail");
  const bubble = make("button", "bubble " + stepClass(step), step.label);
  bubble.type = "button";
  bubble.setAttribute("aria-label", `Step ${step.index + 1}: ${step.text}`);
  rail.append(bubble);
  const note = make("div", "note " + stepClass(step));
  note.style.setProperty("--at", visualColumn(text, step.column) + "ch");
  if (step.end) note.append(make("strong", "", step.text));
  else note.append(step.text);
  if (step.why) note.append(make("span", "why", step.why));
  row.append(rail, make("span", "ln"), note);
  Object.assign(step, { row, bubble, note });
  return row;
}

function renderFile(finding, steps, file, showAll, redraw) {
  const section = make("section", "file");
  section.append(make("h3", "", Data.files[file].path));
  const here = steps.filter((s) => s.file === file);
  const content = fileLines(file);
  const rows = make("div", "rows");
  if (!content) {
    section.append(make("p", "nosource", "The source of this file could not be read."));
    for (const step of here) rows.append(noteRow(step, ""));
  } else {
    const { lines, colours } = content;
    const count = lines.length > 1 && lines[lines.length - 1] === "" ? lines.length - 1 : lines.length;
    const shown = showAll ? null : shownLines(lines, here);
    const addLine = (l) => {
      const row = make("div", "row");
      row.append(make("span", "rail"), make("span", "ln", String(l)),
        renderCode(lines[l - 1], colours[l - 1], marksOf(finding, steps, file, l, lines[l - 1])));
      const out = [row];
      for (const step of here)
        if (step.line === l) {
          row.classList.add("target");
          step.codeRow = row;
          out.push(noteRow(step, lines[l - 1]));
        }
      return out;
    };
    for (let l = 1; l <= count; ++l) {
      if (!shown || shown.has(l)) {
        rows.append(...addLine(l));
        continue;
      }
      const from = l;
      while (l < count && !shown.has(l + 1)) ++l;
      const to = l;
      const fold = make("div", "fold");
      const open = make("button", "", `⋯ ${to - from + 1} more lines`);
      open.type = "button";
      open.addEventListener("click", () => {
        const added = [];
        for (let k = from; k <= to; ++k) added.push(...addLine(k));
        fold.replaceWith(...added);
        redraw();
      });
      fold.append(open);
      rows.append(fold);
    }
    // A step behind the end of the file, or without a line.
    for (const step of here) if (!step.row) rows.append(noteRow(step, ""));
  }
  const code = make("div", "code");
  code.tabIndex = -1;
  code.append(rows);
  section.append(code);
  return section;
}

const SvgNs = "http://www.w3.org/2000/svg";
function svg(tag, attributes) {
  const element = document.createElementNS(SvgNs, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

// Draws the rail: straight down from a step to the next one below it, and in a
// bow around others or back up.
function drawRail(container, steps, active) {
  let canvas = container.querySelector(":scope > svg");
  if (!canvas) {
    canvas = svg("svg", { width: 68, "aria-hidden": "true" });
    container.prepend(canvas);
  }
  canvas.replaceChildren();
  container.style.setProperty("--view", container.clientWidth + "px"); // Before measuring.
  const top = container.getBoundingClientRect().top;
  const spots = steps.map((s) => {
    const box = s.bubble.getBoundingClientRect();
    return { y: box.top - top + box.height / 2, r: box.height / 2 };
  });
  canvas.setAttribute("height", container.scrollHeight);
  const x = 68 - 6 - 12;
  for (const pass of [false, true]) // The active edge lies above the others.
    for (let i = 1; i < spots.length; ++i) {
      if ((i === active) !== pass) continue;
      const [a, b] = [spots[i - 1], spots[i]];
      const down = b.y > a.y;
      const between = spots.filter((s) => s.y > Math.min(a.y, b.y) && s.y < Math.max(a.y, b.y)).length;
      const now = pass ? " now" : "";
      if (down && !between) {
        const tipY = b.y - b.r;
        canvas.append(svg("path", { class: "edge" + now, d: `M${x},${a.y + a.r} V${tipY - 5}` }),
          svg("path", { class: "tip" + now, d: `M${x - 4},${tipY - 7} h8 l-4,7 z` }));
        continue;
      }
      const bow = x - Math.min(22 + 8 * between, x - 6);
      const [fromX, toX] = [x - a.r + 1, x - b.r];
      canvas.append(svg("path", { class: "edge" + (down ? "" : " back") + now,
        d: `M${fromX},${a.y} C${bow - 10},${a.y} ${bow - 10},${b.y} ${toX - 5},${b.y}` }),
      svg("path", { class: "tip" + now, d: `M${toX - 7},${b.y - 4} v8 l7,-4 z` }));
    }
}

// The whole source view. Calls redraw whenever heights change.
function renderSource(finding, steps, showAll, redraw) {
  const container = make("div", "source");
  steps.forEach((step, index) => { step.index = index; });
  const files = [...new Set(steps.map((s) => s.file))];
  for (const file of files) container.append(renderFile(finding, steps, file, showAll, redraw));
  return container;
}
