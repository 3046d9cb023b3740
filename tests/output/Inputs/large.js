say("items", document.querySelectorAll(".item").length);
say("title", document.querySelector(".head h2").textContent);
say("injected", window.Injected !== undefined, "images", document.images.length);
const slow = 2000; // Some 50 on an idle machine; CI may be busy.
const timed = (action) => {
  const start = performance.now();
  action();
  document.body.offsetHeight;
  const ms = performance.now() - start;
  return ms < slow ? `within ${slow} ms` : `${ms} ms`;
};
say("next:", timed(() => press("j")));
const search = (text) => {
  byId("search").value = text;
  byId("search").dispatchEvent(new Event("input"));
};
const time = timed(() => search("file03.c"));
say("search:", document.querySelectorAll(".item").length, time);
search("");
select(visibleFindings().pop());
say("last", document.querySelector(".source h3").textContent);
