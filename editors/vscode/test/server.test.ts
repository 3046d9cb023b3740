// What the extension does without VS Code, against the real server: FLTCHECK is the program
// and DRIVER a copy of the example driver.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection, DidOpenTextDocumentNotification, ExitNotification,
  InitializedNotification, InitializeRequest, PublishDiagnosticsNotification,
  PublishDiagnosticsParams, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { serverCommand, Settings, taskCommand } from "../src/command";
import { findingAt, Found, Walk } from "../src/walk";

const driver = process.env.DRIVER!;
const settings: Settings = { path: process.env.FLTCHECK!, arguments: [], debounce: 0 };
const manifest = JSON.parse(fs.readFileSync(path.join(process.env.EXTENSION!, "package.json"), "utf8"));

/** What the server says of a file of the driver. */
async function diagnosticsOf(file: string): Promise<PublishDiagnosticsParams> {
  const { command, args } = serverCommand(settings);
  const server = spawn(command, args);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const uri = pathToFileURL(path.join(driver, file)).toString();
  const published = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      if (params.uri === uri) resolve(params);
    }));
  connection.listen();
  const rootUri = pathToFileURL(driver).toString();
  const answer = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid, rootUri, capabilities: {},
    workspaceFolders: [{ uri: rootUri, name: "driver" }],
    initializationOptions: { debounce: settings.debounce },
  });
  assert.equal(answer.serverInfo?.name, "fltcheck");
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "c", version: 1,
      text: fs.readFileSync(path.join(driver, file), "utf8") },
  });
  const params = await published;
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await new Promise((resolve) => server.on("exit", resolve)), 0);
  connection.dispose();
  return params;
}

function asFound({ uri, diagnostics }: PublishDiagnosticsParams): Found[] {
  return diagnostics.map((d) => ({
    uri, range: d.range, message: d.message,
    steps: (d.relatedInformation ?? []).map((s) => ({
      uri: s.location.uri, ...s.location.range.start, message: s.message })),
  }));
}

test("the walk goes along the path that the server sends", async () => {
  const found = asFound(await diagnosticsOf("create.c"));
  assert.ok(found.length >= 2);
  const { uri } = found[0];
  const line = Math.min(...found.map((f) => f.range.start.line));
  // In the line of the first finding, at its beginning, and from far above.
  for (const at of [line, 0])
    assert.equal(findingAt(found, { uri, line: at, character: 0 })?.range.start.line, line);
  assert.equal(findingAt(found, { uri, line: 100000, character: 0 }), undefined);
  assert.equal(findingAt(found, { uri: "file:///other.c", line, character: 0 }), undefined);

  const walk = new Walk(findingAt(found, { uri, line, character: 0 })!);
  assert.match(walk.label, /^1\/\d+: /);
  assert.equal(walk.move(-1), false);
  const labels = [walk.label];
  while (walk.move(1)) labels.push(walk.label);
  assert.ok(labels.some((l) => l.endsWith("context 'streamContext' is returned here by 'FltGetStreamContext'")));
  assert.equal(walk.current.line, line);
  assert.match(walk.label, /^(\d+)\/\1: context 'streamContext', returned by/);
});

test("the innermost of several findings is meant", () => {
  const range = (a: number, b: number) =>
    ({ start: { line: 1, character: a }, end: { line: 1, character: b } });
  const step = { uri: "u", line: 0, character: 0, message: "step" };
  const all: Found[] = [
    { uri: "u", range: range(2, 20), message: "outer", steps: [step] },
    { uri: "u", range: range(4, 8), message: "inner", steps: [step] },
    { uri: "u", range: range(5, 7), message: "without steps", steps: [] },
  ];
  const at = (character: number) => findingAt(all, { uri: "u", line: 1, character })?.message;
  assert.equal(at(6), "inner");
  assert.equal(at(12), "outer");
  assert.equal(at(0), "outer");
});

test("the problem matcher reads what the task prints", () => {
  const { command, args } = taskCommand(
    settings, { type: "fltcheck", arguments: ["--no-cache"] }, driver);
  const done = spawnSync(command, args, { cwd: driver, encoding: "utf8" });
  assert.equal(done.status, 1);
  const [matcher] = manifest.contributes.problemMatchers;
  const { regexp, file, line, severity, code } = matcher.pattern;
  const problems = done.stdout.split("\n").map((text) => new RegExp(regexp).exec(text))
    .filter((m) => m !== null);
  const count = Number(/(\d+) findings/.exec(done.stdout + done.stderr)![1]);
  assert.equal(problems.length, count);
  for (const m of problems) {
    assert.ok(fs.existsSync(path.resolve(driver, m[file])), m[0]);
    assert.ok(Number(m[line]) > 0);
    assert.equal(m[severity], "warning");
    assert.match(m[code], /^flt-/);
  }
});

test("every command and setting of the manifest is in the code", () => {
  const code = fs.readFileSync(path.join(process.env.EXTENSION!, "src/extension.ts"), "utf8");
  for (const { command } of manifest.contributes.commands)
    assert.ok(code.includes(`registerCommand("${command}"`), command);
  for (const name of Object.keys(manifest.contributes.configuration.properties))
    assert.ok(code.includes(`get("${name.replace("fltcheck.", "")}"`), name);
});
