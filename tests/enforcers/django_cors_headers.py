"""django-cors-headers' middleware in a Django application that answers every method, called through
WSGI, after the system checks that every manage.py command runs. Protocol: see differential.cpp."""
import json
import sys
import types

try:
    import corsheaders
    import django
    from django.conf import settings
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(77)

SETTINGS = {
    "origins": "CORS_ALLOWED_ORIGINS",
    "patterns": "CORS_ALLOWED_ORIGIN_REGEXES",
    "methods": "CORS_ALLOW_METHODS",
    "headers": "CORS_ALLOW_HEADERS",
    "exposed_headers": "CORS_EXPOSE_HEADERS",
    "any_origin": "CORS_ALLOW_ALL_ORIGINS",
    "credentials": "CORS_ALLOW_CREDENTIALS",
    "private_network": "CORS_ALLOW_PRIVATE_NETWORK",
    "max_age": "CORS_PREFLIGHT_MAX_AGE",
}

urls = types.ModuleType("corslint_urls")
sys.modules["corslint_urls"] = urls
settings.configure(
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["corsheaders"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=["corsheaders.middleware.CorsMiddleware"],
    ROOT_URLCONF="corslint_urls",
    SECRET_KEY="no secret",
    USE_TZ=True,
)
django.setup()

import logging

from corsheaders.checks import check_settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.urls import path

logging.disable(logging.CRITICAL)
urls.urlpatterns = [path("", lambda request: HttpResponse())]
application = WSGIHandler()


def configure(policy):
    for key, name in SETTINGS.items():
        if hasattr(settings, name):
            delattr(settings, name)
        if key in policy:
            setattr(settings, name, policy[key])


def start_failure():
    try:
        errors = check_settings(app_configs=None)
    except ValueError as error:
        return f"ValueError: {error}"
    return f"({errors[0].id}) {errors[0].msg}" if errors else None


def ask(request):
    environ = {
        "REQUEST_METHOD": request["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": sys.stdin.buffer,
        "wsgi.errors": sys.stderr,
    }
    for name, value in request["headers"]:
        environ["HTTP_" + name.upper().replace("-", "_")] = value
    answer = {}

    def start_response(status, headers, exc_info=None):
        lowered = [(name.lower(), value) for name, value in headers]
        answer["status"] = int(status.split()[0])
        answer["headers"] = [pair for pair in lowered if pair[0].startswith("access-control-") or pair[0] == "vary"]

    application(environ, start_response).close()
    return answer


for line in sys.stdin:
    case = json.loads(line)
    configure(case["policy"])
    failure = start_failure()
    responses = [] if failure else [ask(request) for request in case["requests"]]
    print(json.dumps({"start_failure": failure, "responses": responses}))
