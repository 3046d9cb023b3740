"""Opens a page in headless Chromium, runs a script in it, prints what it says.

browse.py PAGE SCRIPT.js: the script calls say(...) for each line of output; a
script error on the page fails the run. No driver protocol is needed: the script
is appended to a copy of the page, and Chromium dumps the document it makes.
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROLOGUE = """<script>
window.Said = [];
window.say = (...words) => Said.push(words.join(" "));
addEventListener("error", (e) => say("SCRIPT ERROR", e.message, e.lineno));
addEventListener("securitypolicyviolation", (e) => say("POLICY", e.violatedDirective, e.blockedURI));
window.press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
</script>"""

EPILOGUE = """<script>
addEventListener("load", () => {
  try { %s } catch (e) { say("SCRIPT ERROR", e.stack); }
  const out = document.createElement("pre");
  out.id = "said";
  out.textContent = Said.join("\\n");
  document.body.append(out);
});
</script></body>"""


def main():
    page, script = Path(sys.argv[1]), Path(sys.argv[2])
    text = page.read_text(encoding="utf-8")
    text = text.replace("<head>", "<head>" + PROLOGUE, 1)
    at = text.rindex("</body>")
    text = text[:at] + EPILOGUE % script.read_text(encoding="utf-8") + text[at + 7:]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "page.html")
        copy.write_text(text, encoding="utf-8")
        run = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             "--force-prefers-reduced-motion", "--window-size=1400,900",
             "--virtual-time-budget=5000", f"--user-data-dir={folder}/profile",
             "--dump-dom", copy.as_uri()],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
    dom = run.stdout.decode("utf-8", "replace")
    said = re.search(r'<pre id="said">(.*?)</pre>', dom, re.S)
    if not said:
        sys.exit("the page did not finish: " + dom[-2000:])
    answer = html.unescape(said.group(1))
    print(answer)
    return 1 if "SCRIPT ERROR" in answer or "POLICY" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
