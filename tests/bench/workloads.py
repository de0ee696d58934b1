"""The files that the benchmarks run over. The same numbers give the same bytes on every machine."""

import json
import os
import random
from pathlib import Path

METHODS = ["PUT", "PATCH", "DELETE"]
HEADERS = ["Content-Type", "X-Request-Id"]

# Ten services belong to one product: they share its domain and so its patterns, as real ones do.
SERVICES_IN_A_PRODUCT = 10
FILES_IN_A_SERVICE = 10
# One service in this many has something wrong in each of its files.
UNSOUND_SERVICES = 20


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Service:
    """One folder of ten policy files, each in another product's way of writing them."""

    def __init__(self, number: int):
        self.choice = random.Random(number)
        self.number = number
        self.domain = f"product{number // SERVICES_IN_A_PRODUCT}-acme.com"
        self.slash = "/" if number % UNSOUND_SERVICES == 0 else ""

    def origins(self) -> list[str]:
        names = ["app", "admin", "shop", "www", "portal", "partners", "support", "status"]
        chosen = self.choice.sample(names, self.choice.randint(2, 6))
        return [f"https://{name}.{self.domain}{self.slash}" for name in chosen]

    def pattern(self) -> str:
        return rf"^https://[a-z0-9-]+\.{self.domain}$".replace("-acme.com", r"-acme\.com")

    def other_settings(self) -> dict:
        """What stands beside a policy in a configuration file."""
        return {
            "server": {"host": "0.0.0.0", "port": 8000 + self.number % 1000, "workers": 4},
            "database": {"host": "database.internal", "pool": 20, "timeout": 2.5, "replicas": ["a", "b"]},
            "logging": {"level": "info", "format": "json", "targets": [{"kind": "stdout"}, {"kind": "file"}]},
            "features": {f"feature-{i}": i % 3 == 0 for i in range(20)},
        }

    def native_toml(self) -> str:
        return (
            f"# What browsers may reach service {self.number}.\n"
            '[cors]\ndialect = "starlette"\nenvironment = "production"\n'
            f"allow_origins = {json.dumps(self.origins(), indent=2)}\n"
            f"allow_methods = {json.dumps(METHODS)}\nallow_headers = {json.dumps(HEADERS)}\n"
            "allow_credentials = true\nmax_age = 600\n"
        )

    def application_toml(self) -> str:
        lines = []
        for table, settings in self.other_settings().items():
            lines.append(f"[{table}]")
            for key, value in settings.items():
                if isinstance(value, list) and isinstance(value[0], dict):
                    value = [entry["kind"] for entry in value]
                lines.append(f"{key} = {json.dumps(value)}")
        lines += ["[http.cors]", f"origins = {json.dumps(self.origins())}", "credentials = false", ""]
        return "\n".join(lines)

    def appsettings(self) -> str:
        settings = self.other_settings()
        settings["Cors"] = {"AllowedOrigins": self.origins(), "AllowedMethods": METHODS, "AllowCredentials": True}
        return json.dumps(settings, indent=2) + "\n"

    def env(self, origins: list[str]) -> str:
        settings = "\n".join(f"SETTING_{i}=value-{self.number}-{i}" for i in range(20))
        return f"# Settings of service {self.number}\n{settings}\nCORS_ORIGINS={','.join(origins)}\nCORS_ALLOW_CREDENTIALS=true\n"

    def s3(self) -> str:
        rule = {
            "AllowedOrigins": self.origins(),
            "AllowedMethods": ["GET", "PUT"],
            "AllowedHeaders": ["*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 3000,
        }
        return json.dumps({"CORSRules": [{"ID": "uploads", **rule}]}, indent=2) + "\n"

    def krakend(self) -> str:
        endpoints = [
            {"endpoint": f"/v1/resource-{i}", "method": "GET", "backend": [{"url_pattern": f"/resource-{i}"}]}
            for i in range(8)
        ]
        cors = {
            "allow_origins": self.origins(),
            "allow_methods": METHODS,
            "allow_headers": HEADERS,
            "allow_credentials": True,
            "max_age": "2h",
        }
        gateway = {"version": 3, "port": 8080, "endpoints": endpoints, "extra_config": {"security/cors": cors}}
        return json.dumps(gateway, indent=2) + "\n"

    def traefik(self) -> str:
        return (
            "[http.middlewares.browser.headers]\n"
            f"accessControlAllowOriginListRegex = ['{self.pattern()}']\n"
            f"accessControlAllowMethods = {json.dumps(METHODS)}\n"
            "accessControlAllowCredentials = true\naccessControlMaxAge = 100\naddVaryHeader = true\n"
        )

    def gcs(self) -> str:
        rule = {
            "origin": self.origins(),
            "method": ["GET", "HEAD"],
            "responseHeader": ["Content-Type"],
            "maxAgeSeconds": 3600,
        }
        return json.dumps([rule], indent=2) + "\n"

    def pattern_json(self) -> str:
        settings = self.other_settings()
        settings["cors"] = {
            "dialect": "starlette",
            "allow_origin_regex": self.pattern()[1:-1],
            "allow_methods": METHODS,
            "allow_credentials": True,
        }
        return json.dumps(settings, indent=2) + "\n"

    def files(self) -> dict[str, str]:
        return {
            "cors.toml": self.native_toml(),
            "config.toml": self.application_toml(),
            "appsettings.Production.json": self.appsettings(),
            ".env.production": self.env(self.origins()),
            ".env.development": self.env(["http://localhost:5173", "http://127.0.0.1:5173"]),
            "s3.json": self.s3(),
            "krakend.json": self.krakend(),
            "traefik.toml": self.traefik(),
            "gcs.json": self.gcs(),
            "settings.json": self.pattern_json(),
        }


def mixed_files(folder: Path, count: int) -> None:
    """`count` policy files of ten kinds: half of them JSON, a fifth env files, the rest TOML."""
    for number in range(count // FILES_IN_A_SERVICE):
        for name, text in Service(number).files().items():
            write(folder / f"services/{number // 100:03}/{number:05}" / name, text)


def small_policy(path: Path) -> None:
    """One policy with a pattern, as somebody would lint it at each save."""
    write(
        path,
        '[cors]\nallow_origins = ["https://app.acme.io", "https://www.acme.io"]\n'
        "allow_origin_regex = 'https://[a-z0-9-]+\\.preview\\.acme\\.io'\n"
        'allow_methods = ["PUT", "DELETE"]\nallow_headers = ["Content-Type"]\nallow_credentials = true\n',
    )


def large_json(path: Path, size: int) -> None:
    """A policy at the end of `size` bytes of other settings."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write('{\n  "endpoints": [\n')
        number = 0
        while file.tell() < size:
            endpoint = {
                "endpoint": f"/v1/resource-{number}",
                "method": "GET",
                "timeout": 3000,
                "backend": [{"url_pattern": f"/internal/resource-{number}", "host": ["http://backend:8080"]}],
            }
            # Indented by hand: one write for each endpoint, and `tell` stays cheap.
            file.write("    " + json.dumps(endpoint, indent=2).replace("\n", "\n    ") + ",\n")
            number += 1
        file.write('    {}\n  ],\n  "cors": {"origins": ["https://app.acme.io"]}\n}\n')


def large_env(path: Path, size: int) -> None:
    """The shortest assignments there are, and a policy below them."""
    write(path, "A=1\n" * (size // 4) + "CORS_ORIGINS=https://app.acme.io\n")


def entries(path: Path, count: int, sound: bool = True) -> None:
    """One policy with `count` origins; unsound ones end with a slash, which is a finding each."""
    end = "" if sound else "/"
    origins = [f"https://tenant-{number}.acme.io{end}" for number in range(count)]
    if path.name.startswith(".env"):
        write(path, f"CORS_ORIGINS={','.join(origins)}\n")
    elif path.suffix == ".json":
        write(path, json.dumps({"cors": {"allow_origins": origins}}, indent=1))
    else:
        write(path, f"[cors]\nallow_origins = {json.dumps(origins, indent=1)}\n")


def policies(path: Path, count: int) -> None:
    """`count` policies in one file."""
    tables = [f'[service{i}.cors]\nallow_origins = ["https://app{i}.acme.io"]\n' for i in range(count)]
    write(path, "\n".join(tables))


def patterns(path: Path, count: int) -> None:
    """One policy with `count` patterns, all different."""
    texts = [rf"https://[a-z0-9-]+\.tenant{i}-acme\.io" for i in range(count)]
    write(path, f"[cors]\nallow_origin_regex = {json.dumps(texts, indent=1)}\n")


def alternatives(path: Path, count: int) -> None:
    """One pattern that names `count` hosts."""
    hosts = "|".join(rf"tenant-{i * 7919 % 100003}" for i in range(count))
    write(path, f"[cors]\nallow_origin_regex = 'https://({hosts})\\.acme\\.io'\n")


def pattern_length(path: Path, length: int) -> None:
    """One pattern of `length` bytes: a host of many labels below one that is free."""
    labels = ""
    while len(labels) < length - 35:
        labels += rf"[a-z0-9-]+\.zone{len(labels)}\."
    write(path, f"[cors]\nallow_origin_regex = 'https://{labels}acme\\.io'\n")


def repository(folder: Path, count: int) -> None:
    """A repository of `count` files, one in a hundred of them with a policy: sources, texts, data,
    a dependency folder, and ignored results."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    write(folder / ".git/HEAD", "ref: refs/heads/main\n")
    write(folder / ".gitignore", "out/\n*.log\n")
    written = 0
    source = "export function answer(question: string): number {\n  return question.length;\n}\n" * 20
    while written < count:
        module = folder / f"packages/{written // 5000:03}/module{written // 100:05}"
        module.mkdir(parents=True, exist_ok=True)
        service = Service(written // 100)
        write(module / "cors.toml", service.native_toml())
        write(module / "package.json", json.dumps({"name": f"module{written}", "version": "1.0.0"}, indent=2))
        write(module / "tsconfig.json", json.dumps({"compilerOptions": {"strict": True}}, indent=2))
        for i in range(57):
            write(module / f"source{i}.ts", source)
        for i in range(10):
            write(module / f"data{i}.json", json.dumps(service.other_settings(), indent=2))
        for i in range(20):
            write(module / f"node_modules/dependency{i}/index.js", source)
        for i in range(10):
            write(module / f"out/result{i}.json", json.dumps({"result": i}))
        written += 100


def total_size(folder: Path) -> int:
    return sum(
        os.path.getsize(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names
    )
