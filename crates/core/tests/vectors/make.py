#!/usr/bin/env python3
"""Computes the stages of every signing vector from its input.json.

Written from the vendors' documents with Python's standard library alone; it shares nothing with the Rust code that is
tested against its output. See README.md.

    python3 make.py          write text-to-sign.txt, digest.txt, request.json
    python3 make.py --check  write nothing; list what differs, is missing or does not belong; exit 1 if anything
"""

import hashlib
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone

sys.dont_write_bytecode = True

from schemes import SCHEMES  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
BEIJING = timezone(timedelta(hours=8))


def md5(text):
    return hashlib.md5(text.encode("utf-8")).hexdigest()


# Requests. Each returns the text to sign, the digest (both None where nothing is hashed), and the fields that are sent.


def qixin(given, at):
    """qixin 5.5, 5.1: sign is the lower-case md5 of appkey + timestamp (UTC, to the millisecond) + secret_key."""
    timestamp = str((at - EPOCH) // timedelta(milliseconds=1))
    text = given["appkey"] + timestamp + given["secret_key"]
    sign = md5(text)
    header = [
        ["Auth-Version", "2.0"],
        ["appkey", given["appkey"]],
        ["timestamp", timestamp],
        ["sign", sign],
    ]
    return text, sign, {"header": header}


def xinshu(given, at):
    """xinshu 2.3: sign is md5 of private key + yyyyMMdd in Beijing; 2.4: both parameters stand in the query."""
    text = given["private_key"] + at.astimezone(BEIJING).strftime("%Y%m%d")
    sign = md5(text)
    return text, sign, {"query": [["apikey", given["apikey"]], ["sign", sign]]}


def qcc(given, at):
    """qcc 6.1: Token is the upper-case md5 of key + Timespan (Unix time in seconds) + SecretKey; 6.2: key in the query."""
    timespan = str((at - EPOCH) // timedelta(seconds=1))
    text = given["key"] + timespan + given["SecretKey"]
    token = md5(text).upper()
    return text, token, {
        "query": [["key", given["key"]]],
        "header": [["Timespan", timespan], ["Token", token]],
    }


def juhe(given, _at):
    """juhe: key is a parameter; sent in the form here."""
    return None, None, {"form": [["key", given["key"]]]}


def cloudmarket(given, _at):
    """The marketplace's custom: Authorization: APPCODE <code>."""
    return None, None, {"header": [["Authorization", "APPCODE " + given["appcode"]]]}


RECIPES = {f.__name__: f for f in (qixin, xinshu, qcc, juhe, cloudmarket)}


# Replies: qixin 5.5, section 7.


class Number(str):
    """A number, as the characters that were sent."""


def no_twice(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice: the document does not say which counts")
    return dict(pairs)


def parse(text):
    return json.loads(text, parse_int=Number, parse_float=Number, object_pairs_hook=no_twice)


NULLS = {"word": "null", "empty": "", "left_out": None}


def flat(path, value, null, out):
    """Rules a, b, c: keys joined by a dot, lists numbered from 0; everything to a string; [] and {} for the empty."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            flat(path + [key], inner, null, out)
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            flat(path + [str(index)], inner, null, out)
    elif value is None and null is None:
        pass
    else:
        word = {dict: "{}", list: "[]", type(None): null}.get(type(value))
        if word is None:
            word = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        key = ".".join(path)
        if key in out:
            raise ValueError("two values have one path")
        out[key] = word


def canonical(data, policy):
    """Step 2: key=value, sorted by the whole key's bytes, joined by &."""
    null = NULLS[policy.get("null", "word")]
    empty_root = policy.get("empty_root", "no_pairs")
    if data in (None, [], {}) and empty_root != "empty_key":
        value = {}
        flat([], data, null, value)
        return "" if empty_root == "no_pairs" else "".join(value.values())
    pairs = {}
    flat([], data, null, pairs)
    return "&".join(k + "=" + pairs[k] for k in sorted(pairs, key=lambda k: k.encode("utf-8")))


def reply(case):
    """Steps 3 and 4."""
    text = canonical(case["data"], case.get("policy", {})) + "&secret_key=" + case["secret_key"]
    return text, md5(text)


def stages(folder):
    case = parse((folder / "input.json").read_bytes().decode("utf-8"))
    if "recipe" not in case:
        text, digest = reply(case)
        return {"text-to-sign.txt": text, "digest.txt": digest + "\n"}
    at = datetime.fromisoformat(case["at"].replace("Z", "+00:00"))
    if case["recipe"] in SCHEMES:
        staged, fields = SCHEMES[case["recipe"]](case["credentials"], at, case)
        made = {"request.json": json.dumps(fields, ensure_ascii=False, indent=2) + "\n"}
        for name, text, value in staged:
            made |= {f"{name}.text.txt": text, f"{name}.txt": value + "\n"}
        return made
    text, digest, fields = RECIPES[case["recipe"]](case["credentials"], at)
    made = {"request.json": json.dumps(fields, ensure_ascii=False, indent=2) + "\n"}
    if text is not None:
        made |= {"text-to-sign.txt": text, "digest.txt": digest + "\n"}
    return made


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    faults = []
    folders = sorted(path for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__")
    for folder in folders:
        made = stages(folder)
        for stray in sorted({path.name for path in folder.iterdir()} - {"input.json", *made}):
            faults.append(f"{folder.name}/{stray}: does not belong here")
        for name, content in made.items():
            path = folder / name
            if not check:
                path.write_bytes(content.encode("utf-8"))
            elif not path.exists():
                faults.append(f"{folder.name}/{name}: missing")
            elif path.read_bytes() != content.encode("utf-8"):
                faults.append(f"{folder.name}/{name}: differs")
    print("\n".join(faults) or f"{len(folders)} vectors, nothing amiss")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
