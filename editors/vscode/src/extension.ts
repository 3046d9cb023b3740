// FltCheck in VS Code: starts the language server, shows how it is, walks along paths, and
// offers the task that checks a whole driver.
import * as vscode from "vscode";
import { LanguageClient, State } from "vscode-languageclient/node";
import { serverCommand, Settings, taskCommand } from "./command";
import { findingAt, Found, Walk } from "./walk";

let client: LanguageClient | undefined;
let status: vscode.StatusBarItem;
let walkItem: vscode.StatusBarItem;
let walk: Walk | undefined;

function settings(): Settings {
  const all = vscode.workspace.getConfiguration("fltcheck");
  return {
    path: all.get("path", "fltcheck"),
    arguments: all.get("arguments", []),
    debounce: all.get("debounce", 150),
  };
}

function show(text: string, tooltip: string): void {
  status.text = text;
  status.tooltip = tooltip;
  status.show();
}

function showState(state: State): void {
  if (state === State.Running) show("$(check) FltCheck", "FltCheck is running");
  else if (state === State.Starting) show("$(sync~spin) FltCheck", "FltCheck is starting");
  else show("$(error) FltCheck", "FltCheck is not running: select to start it");
}

async function start(): Promise<void> {
  const now = settings();
  client = new LanguageClient("fltcheck", "FltCheck", serverCommand(now), {
    documentSelector: [
      { scheme: "file", language: "c" },
      { scheme: "file", language: "cpp" },
    ],
    initializationOptions: { debounce: now.debounce },
  });
  client.onDidChangeState((change) => showState(change.newState));
  try {
    await client.start();
  } catch (error) {
    showState(State.Stopped);
    void vscode.window.showErrorMessage(
      `FltCheck can't be started as '${now.path}': ${String(error)}`);
  }
}

async function restart(): Promise<void> {
  if (client?.isRunning()) await client.stop();
  await start();
}

function findings(document: vscode.TextDocument): Found[] {
  return vscode.languages.getDiagnostics(document.uri)
    .filter((d) => d.source === "fltcheck" && d.relatedInformation)
    .map((d) => ({
      uri: document.uri.toString(),
      range: d.range,
      message: d.message,
      steps: d.relatedInformation!.map((step) => ({
        uri: step.location.uri.toString(),
        line: step.location.range.start.line,
        character: step.location.range.start.character,
        message: step.message,
      })),
    }));
}

async function showStep(): Promise<void> {
  if (!walk) return;
  const { uri, line, character } = walk.current;
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
    selection: new vscode.Range(at, at),
  });
  walkItem.text = `$(debug-step-over) ${walk.label}`;
  walkItem.show();
}

async function beginWalk(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const finding = findingAt(findings(editor.document), {
    uri: editor.document.uri.toString(), line, character,
  });
  walk = finding && new Walk(finding);
  await vscode.commands.executeCommand("setContext", "fltcheck.walking", walk !== undefined);
  if (walk) return showStep();
  walkItem.hide();
  void vscode.window.showInformationMessage("There is no finding of FltCheck here.");
}

function step(by: number): () => Promise<void> {
  return async () => {
    if (walk?.move(by)) await showStep();
  };
}

function task(definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task {
  const { command, args } = taskCommand(settings(), definition, folder.uri.fsPath);
  return new vscode.Task(definition, folder, "check whole driver", "fltcheck",
    new vscode.ProcessExecution(command, args, { cwd: folder.uri.fsPath }), "$fltcheck");
}

const tasks: vscode.TaskProvider = {
  provideTasks: () =>
    (vscode.workspace.workspaceFolders ?? []).map((f) => task({ type: "fltcheck" }, f)),
  resolveTask: (given) => {
    const folder = typeof given.scope === "object" ? given.scope
      : vscode.workspace.workspaceFolders?.[0];
    return folder && task(given.definition, folder);
  },
};

async function checkWholeDriver(): Promise<void> {
  const all = await vscode.tasks.fetchTasks({ type: "fltcheck" });
  if (all.length > 0) await vscode.tasks.executeTask(all[0]);
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  status = vscode.window.createStatusBarItem("fltcheck.state", vscode.StatusBarAlignment.Right);
  status.command = "fltcheck.restart";
  walkItem = vscode.window.createStatusBarItem("fltcheck.walk", vscode.StatusBarAlignment.Left);
  walkItem.command = "fltcheck.nextStep";
  context.subscriptions.push(
    status, walkItem,
    vscode.commands.registerCommand("fltcheck.showPath", beginWalk),
    vscode.commands.registerCommand("fltcheck.nextStep", step(1)),
    vscode.commands.registerCommand("fltcheck.previousStep", step(-1)),
    vscode.commands.registerCommand("fltcheck.checkWholeDriver", checkWholeDriver),
    vscode.commands.registerCommand("fltcheck.restart", restart),
    vscode.tasks.registerTaskProvider("fltcheck", tasks),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("fltcheck")) await restart();
    }));
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
