#!/usr/bin/env python3
"""The torture vendor's signature, computed from its schema's words with Python's standard library alone.

    python3 sign.py          write signed.json
    python3 sign.py --check  write nothing; exit 1 if the file differs
"""

import base64
import hashlib
import hmac
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone
from urllib.parse import quote

FILE = pathlib.Path(__file__).resolve().parent / "signed.json"

AT = "2023-11-14T22:13:20.0567Z"
CREDENTIALS = {"self": "我", "endpoint": "EK/1", "secret": "密&钥"}
NONCES = {
    "digits": "000042",
    "hex": "0123456789abcdef",
    "letters": "Zz9" * 85,
    "uuid": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
}
# Place, name and value, in the order of the schema.
ASKED = [
    ("form", "self", "张 三*~+/"),
    ("form", "new", "-3"),
    ("form", "类型", "-2"),
    ("form", "arguments", ""),
    ("form", "add", "5"),
    ("query", "金额(元)", "a&b=c"),
    ("header", "X-Trace", "t"),
    ("form", "sort", "desc"),
]


def rfc3986(text):
    return quote(text, safe="-_.~")


def form(text):
    return quote(text, safe="-_.* ").replace("~", "%7E").replace(" ", "+")


def wire(fields):
    """How fields are sent: as RFC 3986 has it, but for the asterisk."""
    return "&".join(quote(name, safe="-_.~*") + "=" + quote(value, safe="-_.~*") for name, value in fields)


def digest(name, text):
    return hashlib.new(name, text.encode("utf-8"))


def mac(name, key, text):
    return hmac.new(key.encode("utf-8"), text.encode("utf-8"), name)


def octets(text):
    return text.encode("utf-8")


def signed():
    at = datetime.fromisoformat(AT.replace("Z", "+00:00"))

    def east(hours):
        return at.astimezone(timezone(timedelta(hours=hours)))

    own, endpoint, secret = CREDENTIALS["self"], CREDENTIALS["endpoint"], CREDENTIALS["secret"]
    seconds, millis = "1700000000", "1700000000056"
    day = east(-3).strftime("%Y%m%d")
    iso = at.strftime("%Y-%m-%dT%H:%M:%S.056Z")
    local = east(5.5).strftime("%Y年%m月%d日 %H:%M'%S\"\\")
    west = east(-3.5).strftime("%Y%m%d%H%M%S")
    both = [(name, value) for place, name, value in ASKED if place != "header"]
    in_form = [(name, value) for place, name, value in ASKED if place == "form"]
    in_query = [(name, value) for place, name, value in ASKED if place == "query"]

    plain = own + "\"\\" + seconds
    in_base64 = base64.b64encode(octets(plain)).decode()
    among = [pair for pair in both if pair[0] != "new"]
    among += [("key", endpoint), ("time", seconds), ("Secret", secret + "&")]
    among = sorted((pair for pair in among if pair[1]), key=lambda pair: octets(pair[0]))
    escaped = rfc3986("&".join(rfc3986(name) + "=" + rfc3986(value) for name, value in among))
    md5 = digest("md5", "".join(form(name) + form(value) for name, value in in_form) + "|" + escaped).hexdigest()
    values = sorted((value for _, value in both), key=octets)
    sha1 = digest("sha1", ",".join(values) + millis).hexdigest().upper()
    request = ["POST", "/everything", wire(in_query), wire(in_form)]
    sha256 = base64.urlsafe_b64encode(digest("sha256", "\n".join(request)).digest()).decode()
    hmac_md5 = mac("md5", secret, sha256).hexdigest()
    lines = "\n".join([hmac_md5, in_base64, iso, west, local])
    hmac_sha1 = base64.b64encode(mac("sha1", md5 + "&", lines).digest()).decode()
    names = "&".join(name for name, _ in in_query)
    dotted = ".".join([hmac_sha1, names, sha1] + [NONCES[name] for name in ("digits", "hex", "letters", "uuid")])
    hmac_sha256 = base64.urlsafe_b64encode(mac("sha256", secret, dotted).digest()).decode().rstrip("=")

    return {
        "at": AT,
        "credentials": CREDENTIALS,
        "nonces": NONCES,
        "arguments": {name: value for _, name, value in ASKED},
        "url": "https://torture.test/everything?" + wire([("key", endpoint), ("time", seconds)] + in_query),
        "headers": {
            "X-Day": 'a"\\b' + day + own + endpoint,
            "X-Version": "2.0",
            "X-Nonce": NONCES["hex"],
            "Authorization": f"HMAC {endpoint}:{NONCES['uuid']}:{hmac_sha256}",
            "X-Trace": "t",
            "Content-Type": "application/x-www-form-urlencoded",
        },
        "body": wire(in_form),
    }


def main():
    text = json.dumps(signed(), ensure_ascii=False, indent=2) + "\n"
    if sys.argv[1:] == ["--check"]:
        if FILE.read_text(encoding="utf-8") != text:
            sys.exit(f"{FILE.name} differs: python3 {pathlib.Path(__file__).name}")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
