"""A client of the language server protocol, for the tests: it speaks to fltcheck --lsp
over pipes, and keeps what it is told."""
import json
import pathlib
import queue
import subprocess
import threading
import time
import urllib.parse


class Client:
    """One editor. Every wait has an end: a server that says nothing is a failure."""

    def __init__(self, command, folder=None, capabilities=None, options=None,
                 timeout=300, environment=None):
        self.timeout = timeout
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=environment)
        self.errors = []
        self.diagnostics = {}  # By URI: the last that was published.
        self.published = []    # All of them, in order: (time, parameters).
        self.messages = []     # Other notifications.
        self.replies = {}
        self.news = queue.Queue()
        self.next_id = 1
        self.versions = {}
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()
        self.folder = folder
        folders = [{"uri": uri(folder), "name": "driver"}] if folder else None
        self.answer = self.request("initialize", {
            "processId": None, "rootUri": uri(folder) if folder else None,
            "workspaceFolders": folders, "capabilities": capabilities or {},
            "initializationOptions": options or {}})
        self.notify("initialized", {})

    def _read_errors(self):
        for line in self.process.stderr:
            self.errors.append(line.decode(errors="replace"))

    def _read(self):
        try:
            self._read_messages(self.process.stdout)
        except ValueError:  # A test has closed the pipe.
            self.news.put(None)

    def _read_messages(self, out):
        while True:
            length = None
            while True:
                line = out.readline()
                if not line:
                    self.news.put(None)
                    return
                if line == b"\r\n":
                    break
                name, _, value = line.decode().partition(":")
                if name.lower() == "content-length":
                    length = int(value)
            self.news.put((time.monotonic(), json.loads(out.read(length))))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        """Sends a request and returns its result; an error is raised."""
        number = self.begin(method, params)
        self.until(lambda: number in self.replies, f"reply to {method}")
        reply = self.replies.pop(number)
        if "error" in reply:
            raise RuntimeError(f"{method}: {reply['error']}")
        return reply["result"]

    def begin(self, method, params):
        number, self.next_id = self.next_id, self.next_id + 1
        self.send({"id": number, "method": method, "params": params})
        return number

    def _take(self, item):
        if item is None:
            raise RuntimeError("the server is gone: " + "".join(self.errors))
        when, message = item
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            params = message["params"]
            self.diagnostics[params["uri"]] = params["diagnostics"]
            self.published.append((when, params))
        elif method and "id" in message:
            self.messages.append(message)
            self.send({"id": message["id"], "result": None})
        elif method:
            self.messages.append(message)
        else:
            self.replies[message["id"]] = message

    def until(self, condition, what):
        """Handles messages until the condition holds."""
        end = time.monotonic() + self.timeout
        while not condition():
            left = end - time.monotonic()
            try:
                self._take(self.news.get(timeout=max(left, 0.001)))
            except queue.Empty:
                raise RuntimeError(f"waited in vain for {what}; last: "
                                   f"{self.published[-1:]}, {self.messages[-2:]}, "
                                   + "".join(self.errors)) from None

    def rest(self, seconds):
        """Handles what comes until nothing has come for that long."""
        while True:
            try:
                self._take(self.news.get(timeout=seconds))
            except queue.Empty:
                return

    def open(self, path, text=None):
        text = pathlib.Path(path).read_text() if text is None else text
        self.versions[uri(path)] = 1
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri(path), "languageId": "c", "version": 1, "text": text}})

    def change(self, path, changes):
        """Changes are whole texts, or (start line, column, end line, column, text)."""
        self.versions[uri(path)] += 1
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri(path), "version": self.versions[uri(path)]},
            "contentChanges": [
                {"text": c} if isinstance(c, str) else
                {"range": {"start": {"line": c[0], "character": c[1]},
                           "end": {"line": c[2], "character": c[3]}}, "text": c[4]}
                for c in changes]})
        return self.versions[uri(path)]

    def save(self, path):
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri(path)}})

    def close(self, path):
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri(path)}})

    def wait(self, path, version=None, accept=lambda diagnostics: True):
        """Waits for diagnostics of the file that are accepted, and returns them."""
        def there():
            for when, params in reversed(self.published):
                if params["uri"] == uri(path):
                    return ((version is None or params.get("version", 0) >= version)
                            and accept(params["diagnostics"]))
            return False
        self.until(there, f"diagnostics of {path}")
        return self.diagnostics[uri(path)]

    def stop(self):
        """Ends the server in order, and returns its exit status."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(timeout=self.timeout)


def uri(path):
    return "file://" + urllib.parse.quote(str(pathlib.Path(path).resolve()))


def path_of(text):
    return urllib.parse.unquote(text.removeprefix("file://"))


def show(diagnostics, folder):
    """Diagnostics as text, one a line, with their steps below."""
    def place(at, name=""):
        return f"{name}{at['start']['line'] + 1}:{at['start']['character'] + 1}"
    for d in sorted(diagnostics, key=lambda d: (d["range"]["start"]["line"],
                                                d["message"])):
        print(f"{place(d['range'])}-{d['range']['end']['character'] + 1}: "
              f"{d['severity']} {d['source']} {d['code']}: {d['message']}"
              + (f" tags={d['tags']}" if d.get("tags") else ""))
        for step in d.get("relatedInformation", []):
            name = path_of(step["location"]["uri"]).removeprefix(
                str(pathlib.Path(folder).resolve()) + "/")
            print(f"  {place(step['location']['range'], name + ':')}: "
                  f"{step['message']}")
