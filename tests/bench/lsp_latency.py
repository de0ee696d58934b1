#!/usr/bin/env python3
"""lsp_latency.py CORSLINT FILE: how long the language server takes for one keystroke in FILE, from the change to the
findings that it publishes, and for a hover and the code actions on every line. Milliseconds, from 200 runs each."""
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

program, name = sys.argv[1:]
path = Path(name).resolve()
text = path.read_text()
server = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def send(**message):
    content = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
    server.stdin.flush()


def receive():
    length = int(server.stdout.readline().split(b":")[1])
    server.stdout.readline()
    return json.loads(server.stdout.read(length))


def timed(**message):
    start = time.perf_counter()
    send(**message)
    receive()
    return (time.perf_counter() - start) * 1000


def show(what, times):
    times.sort()
    print(f"{what:12} median {statistics.median(times):6.2f}   95% {times[len(times) * 95 // 100]:6.2f}   "
          f"most {times[-1]:6.2f}")


capabilities = {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}}
send(id=0, method="initialize", params={"capabilities": capabilities})
receive()
document = {"uri": path.as_uri()}
print(f"{len(text)} bytes, {text.count(chr(10))} lines")
show("open", [timed(method="textDocument/didOpen",
                    params={"textDocument": {**document, "languageId": "", "version": 0, "text": text}})])
end = {"line": 0, "character": 0}
keystrokes = []
for version in range(1, 201):
    change = {"range": {"start": end, "end": {"line": 0, "character": (version + 1) % 2}},
              "text": " " if version % 2 else ""}
    keystrokes.append(timed(method="textDocument/didChange", params={
        "textDocument": {**document, "version": version}, "contentChanges": [change]}))
show("keystroke", keystrokes)
lines = text.split("\n")
hovers, actions = [], []
for i in range(200):
    line = i % len(lines)
    place = {"line": line, "character": len(lines[line]) // 2}
    hovers.append(timed(id=i, method="textDocument/hover", params={"textDocument": document, "position": place}))
    actions.append(timed(id=i, method="textDocument/codeAction", params={
        "textDocument": document, "range": {"start": place, "end": place},
        "context": {"diagnostics": [], "triggerKind": 2}}))
show("hover", hovers)
show("code action", actions)
send(id=1, method="shutdown")
receive()
send(method="exit")
sys.exit(server.wait())
