const Data = JSON.parse(document.getElementById("data").textContent);

// Colours for C and C++: just enough to read by, no parser.

const Keywords = new Set(("auto break case char const continue default do double else enum extern float " +
  "for goto if inline int long register return short signed sizeof static struct switch typedef union " +
  "unsigned void volatile while __try __except __finally __leave __declspec __forceinline FORCEINLINE " +
  "bool true false nullptr class namespace template typename using public private protected virtual " +
  "override new delete this constexpr static_cast reinterpret_cast const_cast").split(" "));

const TokenPattern = new RegExp([
  "(\\/\\/.*|\\/\\*[^]*?(?:\\*\\/|$))",
  "((?:L|u8|u|U)?\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)",
  "(^[ \\t]*#[ \\t]*[a-z]+)",
  "(\\b(?:0[xX][0-9a-fA-F]+|\\d[\\w.]*)\\b)",
  "([A-Za-z_]\\w*)",
].join("|"), "gm");

function tokenClass(match, text) {
  if (match[1]) return "com";
  if (match[2]) return "str";
  if (match[3]) return "pre";
  if (match[4]) return "num";
  const word = match[5];
  if (Keywords.has(word)) return "kw";
  if (/^\s*\(/.test(text.slice(match.index + word.length, match.index + word.length + 4))) return "fn";
  return /^[A-Z][A-Z0-9_]+$/.test(word) ? "cap" : "";
}

// The coloured parts of each line: [[start, end, class], ...] per line. A
// comment over several lines is cut at the line ends.
function colourLines(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lines = starts.map(() => []);
  let line = 0;
  for (const match of text.matchAll(TokenPattern)) {
    const kind = tokenClass(match, text);
    if (!kind) continue;
    let start = match.index;
    const end = start + match[0].length;
    while (line + 1 < starts.length && starts[line + 1] <= start) ++line;
    for (let l = line; start < end; ++l) {
      const stop = l + 1 < starts.length ? Math.min(end, starts[l + 1] - 1) : end;
      if (stop > start) lines[l].push([start - starts[l], stop - starts[l], kind]);
      start = l + 1 < starts.length ? starts[l + 1] : end;
    }
  }
  return lines;
}
