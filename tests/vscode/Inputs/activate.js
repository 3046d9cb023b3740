// activate.js EXTENSION FLTCHECK: loads the packed extension with a stand-in for VS Code that
// has just what its activation touches, and says what it registered.
const Module = require("module");
const [extension, fltcheck] = process.argv.slice(2);
const commands = [];
let provider;
const item = () => ({ show() {}, hide() {} });
const known = {
  workspace: {
    getConfiguration: () => ({ get: (name, other) => (name === "path" ? fltcheck : other) }),
    onDidChangeConfiguration: () => ({ dispose() {} }),
    workspaceFolders: [{ uri: { fsPath: "/driver" }, name: "driver", index: 0 }],
  },
  window: { createStatusBarItem: item, showErrorMessage: async () => undefined },
  commands: { registerCommand: (name) => { commands.push(name); return { dispose() {} }; } },
  tasks: { registerTaskProvider: (_, p) => { provider = p; return { dispose() {} }; } },
  StatusBarAlignment: { Left: 1, Right: 2 },
  ProcessExecution: class { constructor(process, args) { this.text = [process, ...args].join(" "); } },
  Task: class { constructor(d, s, n, o, execution) { this.execution = execution; } },
};
// Whatever else the library of the client asks for when it is loaded is a class that does nothing.
const vscode = new Proxy(known, {
  get: (all, name) => all[name] ?? new Proxy(class {}, { get: (c, n) => c[n] ?? class {} }),
});
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const { activate } = require(require("path").resolve(extension, "out/extension.js"));
activate({ subscriptions: [] }).catch(() => undefined).finally(() => {
  console.log("commands:", commands.join(" "));
  console.log("task:", provider.provideTasks()[0].execution.text);
  process.exit(0);
});
