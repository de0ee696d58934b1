"""Starlette's CORSMiddleware, called by its own interface; "fastapi" as argument puts it into a
FastAPI application with add_middleware. Protocol: see differential.cpp."""
import asyncio
import json
import sys

try:
    from fastapi import FastAPI
    from fastapi.middleware.cors import CORSMiddleware as ReExported
    from starlette.middleware.cors import CORSMiddleware
    from starlette.responses import Response
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(77)

ARGUMENTS = {
    "origins": "allow_origins",
    "methods": "allow_methods",
    "headers": "allow_headers",
    "exposed_headers": "expose_headers",
    "credentials": "allow_credentials",
    "private_network": "allow_private_network",
    "max_age": "max_age",
}
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


async def application(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def arguments_of(policy):
    arguments = {ARGUMENTS[key]: value for key, value in policy.items() if key in ARGUMENTS}
    patterns = policy.get("patterns")
    if isinstance(patterns, list):
        patterns = "|".join(patterns) if patterns else None
    if patterns is not None:
        arguments["allow_origin_regex"] = patterns
    return arguments


def plain(policy):
    return CORSMiddleware(application, **arguments_of(policy))


def in_fastapi(policy):
    app = FastAPI(openapi_url=None)
    app.add_route("/", lambda request: Response(), methods=METHODS)
    app.add_middleware(ReExported, **arguments_of(policy))
    app.middleware_stack = app.build_middleware_stack()
    return app


async def ask(app, request):
    messages = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        messages.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request["method"],
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in request["headers"]],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    await app(scope, receive, send)
    start = next(message for message in messages if message["type"] == "http.response.start")
    headers = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in start["headers"]]
    told = [pair for pair in headers if pair[0].startswith("access-control-") or pair[0] == "vary"]
    return {"status": start["status"], "headers": told}


async def main():
    build = in_fastapi if sys.argv[1:] == ["fastapi"] else plain
    for line in sys.stdin:
        case = json.loads(line)
        try:
            app = build(case["policy"])
        except Exception as error:
            print(json.dumps({"start_failure": f"{type(error).__name__}: {error}", "responses": []}))
            continue
        responses = [await ask(app, request) for request in case["requests"]]
        print(json.dumps({"start_failure": None, "responses": responses}))


asyncio.run(main())
