// What a reader of the report of Inputs/report.json must find.
const all = (selector) => [...document.querySelectorAll(selector)];
say("items", all(".item").length);
say("groups", all("#items h2 span:first-child").map((e) => e.textContent).join(","));
say("banner", byId("incomplete").textContent);

// The first finding goes through a header.
say("title", document.querySelector(".head h2").textContent);
say("files", all(".source h3").map((e) => e.textContent).join(","));
say("bubbles", all(".source .bubble").map((e) => e.textContent).join(","));
say("notes", all(".source .note").map((e) => e.textContent).join(" | "));
say("rail", all(".source > svg .edge").length);
say("marked", all(".source mark.end").map((e) => e.textContent).join(""));
const inView = (e) => {
  const box = e.getBoundingClientRect(), view = byId("detail").getBoundingClientRect();
  return box.top >= view.top && box.bottom <= view.bottom;
};
say("in view", State.steps.map((s) => inView(s.bubble)).join(","));
// The caret of a line with wide characters stands below the right one.
say("colours", all(".source .com").length > 0, all(".source .kw").length > 0);
say("string is no comment", all(".source .str").some((e) => e.textContent.includes("no comment")));

press("n");
say("after n", byId("position").textContent);
press("p");
press("p");
say("after p p", byId("position").textContent, "|", byId("announce").textContent);
say("hash", /^#[0-9a-f]{32}\/1$/.test(location.hash));
press("a");
say("all steps", all(".source .bubble").map((e) => e.textContent).join(","), "path", all("#path li").length);
press("a");
press("j");
say("after j", document.querySelector(".item[aria-current]").textContent);
say("fix", all(".advice p").pop().textContent);
press("k");
press("g");
say("by file", all("#items h2 span:first-child").map((e) => e.textContent).join(","));
press("e");
say("all lines", all(".fold").length);
press("e");
say("folds", all(".fold").length);
document.querySelector(".fold button").click();
say("unfolded", all(".fold").length);

byId("search").value = "OldContext getorcreate";
byId("search").dispatchEvent(new Event("input"));
say("search", all(".item").length, byId("shown").textContent, "|", document.querySelector(".head h2").textContent);
byId("search").value = "nothing like this";
byId("search").dispatchEvent(new Event("input"));
say("search", byId("items").textContent, "|", byId("detail").textContent);
byId("search").value = "";
byId("search").dispatchEvent(new Event("input"));
byId("checks").querySelector("button").click();
say("without a check", all(".item").length, "pressed", byId("checks").querySelector("button").ariaPressed);
byId("checks").querySelector("button").click();

byId("about-open").click();
say("about", byId("about").open, all("#about h3").map((e) => e.textContent).join(","));
byId("about").close();
press("?");
say("help", byId("help").open);
byId("help").close();

// Every control says what it is; text can be read in both themes.
say("nameless", all("button, a, input").filter((e) => !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).length);
say("images", document.images.length, "requests", performance.getEntriesByType("resource").length,
  "injected", window.Injected === undefined);
const level = (c) => {
  const v = c.match(/\d+/g).slice(0, 3).map((x) => x / 255).map((x) => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2];
};
const probe = document.createElement("span");
document.body.append(probe);
const colour = (name) => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
for (const theme of ["light", "dark"]) {
  setTheme(theme);
  const low = [];
  for (const [text, ground] of [["text", "bg"], ["dim", "bg"], ["dim", "panel"], ["accent", "bg"], ["accent", "panel"],
    ["text", "accent-bg"], ["accent", "accent-bg"], ["text", "bad-bg"], ["dim", "bad-bg"], ["bad", "bg"], ["warn", "warn-bg"], ["text", "hit"],
    ["good", "panel"], ["on-accent", "accent"], ["on-accent", "bad"], ["kw", "bg"], ["str", "bg"], ["com", "bg"],
    ["num", "bg"], ["pre", "bg"], ["fn", "bg"], ["cap", "bg"], ["kw", "hit"], ["com", "hit"], ["cap", "hit"]]) {
    const [a, b] = [level(colour(text)), level(colour(ground))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) low.push(`${text}/${ground} ${ratio.toFixed(2)}`);
  }
  say("contrast", theme, low.length ? low.join(", ") : "ok");
}
press("t");
say("theme", document.documentElement.dataset.theme);
