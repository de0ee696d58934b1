"""Flask-CORS's extension in a Flask application that answers every method, called through WSGI.
Protocol: see differential.cpp."""
import json
import re
import sys

try:
    from flask import Flask
    from flask_cors import CORS
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(77)

ARGUMENTS = {
    "methods": "methods",
    "headers": "allow_headers",
    "exposed_headers": "expose_headers",
    "credentials": "supports_credentials",
    "max_age": "max_age",
    "send_wildcard": "send_wildcard",
    "vary": "vary_header",
}
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def listed(value):
    return [value] if isinstance(value, str) else value


def arguments_of(policy):
    arguments = {ARGUMENTS[key]: value for key, value in policy.items() if key in ARGUMENTS}
    patterns = [re.compile(each) for each in listed(policy.get("patterns", []))]
    if patterns:
        arguments["origins"] = listed(policy.get("origins", [])) + patterns
    elif "origins" in policy:
        arguments["origins"] = policy["origins"]
    return arguments


def build(policy):
    app = Flask(__name__)
    app.add_url_rule("/", "answer", lambda: "", methods=METHODS)
    CORS(app, **arguments_of(policy))
    return app


def ask(app, request):
    environ = {
        "REQUEST_METHOD": request["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": sys.stdin.buffer,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for name, value in request["headers"]:
        environ["HTTP_" + name.upper().replace("-", "_")] = value
    answer = {}

    def start_response(status, headers, exc_info=None):
        lowered = [(name.lower(), value) for name, value in headers]
        answer["status"] = int(status.split()[0])
        answer["headers"] = [pair for pair in lowered if pair[0].startswith("access-control-") or pair[0] == "vary"]

    b"".join(app(environ, start_response))
    return answer


for line in sys.stdin:
    case = json.loads(line)
    try:
        app = build(case["policy"])
    except Exception as error:
        print(json.dumps({"start_failure": f"{type(error).__name__}: {error}", "responses": []}))
        continue
    print(json.dumps({"start_failure": None, "responses": [ask(app, request) for request in case["requests"]]}))
