"""Runs nginx with the configuration that ingress-nginx writes for a policy's annotations.

The controller is no program that runs outside a cluster; what it does with the annotations is told
here a second time, with the regular expressions of its source. The protocol is told in
differential.cpp.
"""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")
MODULE = "/usr/lib/nginx/modules/ngx_http_headers_more_filter_module.so"

# internal/ingress/annotations/cors/main.go, internal/ingress/annotations/parser/validators.go; grep
# needs linear time for them, as the controller's own engine does.
ORIGINS = r"((((([a-z]+://)?(\*\.)?[A-Za-z0-9.-]*(:[0-9]+)?,?)|null)+)|\*)?"
ORIGIN = r"([a-z]+://(\*\.)?[A-Za-z0-9.-]*(:[0-9]+)?|\*|null)?"
METHODS = r"([A-Za-z]+,?[[:space:]]?)+"
EXPOSED_HEADERS = r"(([A-Za-z0-9_-]+|\*),?[[:space:]]?)+"
HEADERS = r"[A-Za-z0-9_, -]*"
SEPARATORS = {"origins": ",", "methods": ", ", "headers": ", ", "exposed_headers": ", "}
DEFAULT_METHODS = "GET, PUT, POST, DELETE, PATCH, OPTIONS"
DEFAULT_HEADERS = (
    "DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,"
    "Range,Authorization"
)
DEFAULT_MAX_AGE = 1728000


def text_of(policy, key):
    """The annotation's text, or None where it is missing."""
    value = policy.get(key)
    return value if value is None or isinstance(value, str) else SEPARATORS[key].join(value)


class Validator:
    """A regular expression, and which of the texts it takes whole."""

    def __init__(self, expression, texts):
        lines = sorted({text for text in texts if not re.search(r"[\r\n]", text)})
        found = subprocess.run(
            ["grep", "-Ex", expression],
            input="\n".join(lines) + "\n",
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
        self.accepted = set(found.stdout.split("\n")[:-1])

    def takes(self, text):
        return text in self.accepted


class Annotations:
    """The annotations of all policies, as the controller reads them."""

    def __init__(self, policies):
        def texts(key):
            found = [text_of(policy, key) or "" for policy in policies]
            return [each for text in found for each in (text.strip(), text.replace(" ", ""))]

        items = [item.strip() for text in texts("origins") for item in text.split(",")]
        self.item = Validator(ORIGIN, items)
        self.validators = {
            "origins": Validator(ORIGINS, texts("origins")),
            "methods": Validator(METHODS, texts("methods")),
            "headers": Validator(HEADERS, texts("headers")),
            "exposed_headers": Validator(EXPOSED_HEADERS, texts("exposed_headers")),
        }

    def value(self, policy, key):
        """The text, or None where it is missing, blank or refused."""
        text = text_of(policy, key)
        if text is None or not self.validators[key].takes(text.replace(" ", "")):
            return None
        return text.strip() or None

    def origins(self, policy):
        text = self.value(policy, "origins")
        if text is None:
            return ["*"]
        items = [item.strip() for item in text.split(",")]
        return ["*"] if "*" in items else [item for item in items if self.item.takes(item)]

    def names(self, policy, key, default):
        text = self.value(policy, key)
        return text if text is not None and self.validators[key].takes(text) else default


def origin_regex(origin):
    """buildOriginRegex of internal/ingress/controller/template/template.go."""
    quoted = re.sub(r"([\\.+*?()|\[\]{}^$])", r"\\\1", origin)
    return "(" + quoted.replace(r"\*", r"[A-Za-z0-9\-]+", 1) + ")"


def origin_test(origins):
    """buildCorsOriginRegex of internal/ingress/controller/template/template.go."""
    if origins == ["*"]:
        return "set $http_origin *;\nset $cors 'true';"
    text = "if ($http_origin ~* ("
    for index, origin in enumerate(origins):
        if origin:
            text += origin_regex(origin)
            if index != len(origins) - 1:
                text += "|"
    return text + ")$ ) { set $cors 'true'; }"


def sent_headers(annotations, policy):
    credentials = policy.get("credentials", True)
    exposed = annotations.names(policy, "exposed_headers", "")
    headers = ["Access-Control-Allow-Origin: $http_origin"]
    if credentials:
        headers.append("Access-Control-Allow-Credentials: true")
    methods = annotations.names(policy, "methods", DEFAULT_METHODS)
    headers.append(f"Access-Control-Allow-Methods: {methods}")
    allowed = annotations.names(policy, "headers", DEFAULT_HEADERS)
    headers.append(f"Access-Control-Allow-Headers: {allowed}")
    if exposed:
        headers.append("Access-Control-Expose-Headers: " + exposed)
    headers.append("Access-Control-Max-Age: " + str(policy.get("max_age", DEFAULT_MAX_AGE)))
    return "\n".join(f"more_set_headers '{header}';" for header in headers)


def cors_configuration(annotations, policy):
    """The template CORS of rootfs/etc/nginx/template/nginx.tmpl."""
    origins = annotations.origins(policy)
    headers = sent_headers(annotations, policy)
    return f"""
{origin_test(origins) if origins else ""}
if ($request_method = 'OPTIONS') {{ set $cors ${{cors}}options; }}
if ($cors = "true") {{ {headers} }}
if ($cors = "trueoptions") {{
{headers}
more_set_headers 'Content-Type: text/plain charset=UTF-8';
more_set_headers 'Content-Length: 0';
return 204;
}}
"""


def configuration(folder, policies):
    annotations = Annotations(policies)
    servers = "".join(
        f"""
server {{
listen unix:{folder}/front.sock;
server_name policy{index}.test;
location / {{
{cors_configuration(annotations, policy)}
proxy_pass http://unix:{folder}/back.sock:/;
}}
}}"""
        for index, policy in enumerate(policies)
    )
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
load_module {MODULE};
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log crit;
events {{ worker_connections 256; }}
http {{
access_log off;
keepalive_requests 1000000;
server_names_hash_max_size 65536;
{temporary}
server {{
listen unix:{folder}/back.sock;
location / {{ return 200; }}
}}
{servers}
}}
"""


class Connection:
    """One connection that is kept alive for all requests."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.reader = self.socket.makefile("rb")

    def ask(self, host, requests):
        text = ""
        for request in requests:
            text += f"{request['method']} / HTTP/1.1\r\nHost: {host}\r\n"
            text += "".join(f"{name}: {value}\r\n" for name, value in request["headers"])
            text += "Content-Length: 0\r\n\r\n"
        self.socket.sendall(text.encode())
        return [self.answer(request["method"]) for request in requests]

    def answer(self, method):
        status = int(self.reader.readline().split()[1])
        headers = []
        while (line := self.reader.readline().decode().rstrip("\r\n")) != "":
            name, value = line.split(":", 1)
            headers.append([name.lower(), value.strip()])
        length = next((int(value) for name, value in headers if name == "content-length"), 0)
        chunked = ["transfer-encoding", "chunked"] in headers
        if method != "HEAD" and status != 204:
            self.reader.read(length)
            while chunked:
                size = int(self.reader.readline(), 16)
                self.reader.read(size + 2)
                chunked = size > 0
        kept = [pair for pair in headers if pair[0] == "vary" or pair[0].startswith("access-control-")]
        return {"status": status, "headers": kept}


@contextlib.contextmanager
def running(folder, policies):
    path = os.path.join(folder, "nginx.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(configuration(folder, policies))
    command = [NGINX, "-p", folder, "-c", path, "-e", os.path.join(folder, "error.log")]
    with subprocess.Popen(command, stdout=sys.stderr, stderr=sys.stderr) as nginx:
        try:
            deadline = time.monotonic() + 20
            while not os.path.exists(os.path.join(folder, "front.sock")):
                if nginx.poll() is not None or time.monotonic() > deadline:
                    sys.exit("nginx does not start")
                time.sleep(0.02)
            yield Connection(os.path.join(folder, "front.sock"))
        finally:
            nginx.terminate()


def main():
    if NGINX is None or not os.path.exists(MODULE):
        print("nginx or its module headers-more is not installed", file=sys.stderr)
        sys.exit(77)
    cases = [json.loads(line) for line in sys.stdin]
    with tempfile.TemporaryDirectory() as folder:
        with running(folder, [case["policy"] for case in cases]) as connection:
            for index, case in enumerate(cases):
                answers = connection.ask(f"policy{index}.test", case["requests"])
                print(json.dumps({"start_failure": None, "responses": answers}))


main()
