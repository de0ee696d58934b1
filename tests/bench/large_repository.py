#!/usr/bin/env python3
"""How long `corslint` alone takes in a repository of 100,000 files, beside git and ripgrep.

    tests/bench/large_repository.py CORSLINT [--files N] [--keep FOLDER]

Makes the repository in a scratch folder (or in FOLDER, where it stays for the next time): sources, documents, JSON, TOML
and env files of a few kilobytes, of which a few hundred hold policies, most of it tracked, some new, some ignored. Then
hyperfine runs all commands in it with warm caches. ripgrep reads every file; corslint reads those whose names may be
policies', which is what `rg -g` beside it does.
"""
import argparse
import pathlib
import random
import shutil
import subprocess
import tempfile

WORDS = "server port timeout name value index cache user token limit region bucket path retry queue".split()
KINDS = [("py", 30), ("ts", 25), ("md", 10), ("json", 22), ("toml", 3), ("env", 1), ("yaml", 5), ("svg", 4)]
POLICIES = {
    "toml": '[cors]\nallow_origins = ["https://app.acme.io", "https://www.acme.io/"]\nallow_credentials = true\n',
    "json": '{"cors": {"allow_origins": ["https://app.acme.io"], "allow_methods": ["GET", "POST"], "max_age": 600}}\n',
    "env": "CORS_ORIGINS=https://app.acme.io,https://www.acme.io\n",
}
EVERY_POLICY = 330


def text_of(kind, rng):
    lines = rng.randint(20, 120)
    pick = lambda: rng.choice(WORDS)
    if kind == "json":
        return "{\n" + ",\n".join(f'  "{pick()}_{i}": "{pick()} {pick()} {rng.random()}"' for i in range(lines)) + "\n}\n"
    if kind == "toml":
        return "".join(f'{pick()}_{i} = "{pick()} {pick()}"\n' for i in range(lines))
    if kind == "env":
        return "".join(f"{pick().upper()}_{i}={pick()}\n" for i in range(lines))
    return "".join(f"{pick()} {pick()} = {pick()}({pick()}, {rng.random()})\n" for _ in range(lines))


def make_repository(folder, count):
    rng = random.Random(1)
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    texts = {kind: [text_of(kind, rng) for _ in range(50)] for kind in {kind for kind, _ in KINDS}}
    for i in range(count):
        kind = rng.choice(kinds)
        text = rng.choice(texts[kind])
        if i % EVERY_POLICY == 0:
            kind = rng.choice(list(POLICIES))
            text = POLICIES[kind]
        below = folder / f"team{i % 40}" / f"service{i // 40 % 60}" / rng.choice(["src", "config", "tests", "docs"])
        below.mkdir(parents=True, exist_ok=True)
        (below / (f".env.file{i}" if kind == "env" else f"file{i}.{kind}")).write_text(text)
    (folder / ".gitignore").write_text("node_modules/\n*.log\n")
    git = ["git", "-C", str(folder), "-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "gc.auto=0"]
    subprocess.run(git + ["init", "--quiet"], check=True)
    subprocess.run(git + ["add", "--all"], check=True)
    subprocess.run(git + ["commit", "--quiet", "--message=all"], check=True)
    for i in range(50):
        (folder / f"new{i}.json").write_text(texts["json"][i])
    modules = folder / "node_modules" / "package"
    modules.mkdir(parents=True)
    for i in range(count // 20):
        (modules / f"module{i}.json").write_text(texts["json"][i % 50])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corslint", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--keep", type=pathlib.Path)
    arguments = parser.parse_args()
    folder = arguments.keep or pathlib.Path(tempfile.mkdtemp(prefix="corslint-bench-"))
    try:
        if not (folder / ".git").exists():
            folder.mkdir(parents=True, exist_ok=True)
            make_repository(folder, arguments.files)
        corslint = arguments.corslint.resolve()
        listing = "git ls-files -z --cached --others --exclude-standard"
        commands = {
            "corslint": f"{corslint} -q -f concise",
            "corslint --show-files": f"{corslint} --show-files",
            "git ls-files (tracked)": "git ls-files -z",
            "git ls-files (tracked and new)": listing,
            "rg, every file": "rg -l --hidden -i 'cors|origin'",
            "rg, the same names": "rg -l --hidden -i 'cors|origin' -g '*.json' -g '*.toml' -g '.env*'",
        }
        words = ["hyperfine", "--warmup=2", "--runs=10", "--ignore-failure", "--style=basic", "--export-markdown=/dev/stderr"]
        for name, command in commands.items():
            words += ["--command-name", name, command + " >/dev/null"]
        subprocess.run(words, cwd=folder, check=True)
    finally:
        if not arguments.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
