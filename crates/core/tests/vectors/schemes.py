"""Schemes that no vendor here has, for the building blocks that no vendor here needs.

Each is a custom that is widespread among signed interfaces, written down from its description with Python's standard
library alone. `given` holds the credentials, `at` the time, `case` the whole input (`request`, `nonce`). Each returns its
stages in order, as (name, text that was hashed or encoded, result), and the fields that are sent.
"""

import base64
import hashlib
import hmac
from datetime import datetime, timedelta, timezone
from urllib.parse import quote

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def seconds(at):
    return str((at - EPOCH) // timedelta(seconds=1))


def east(at, hours):
    return at.astimezone(timezone(timedelta(hours=hours)))


def digest(name, text):
    return hashlib.new(name, text.encode("utf-8"))


def mac(name, key, text):
    return hmac.new(key.encode("utf-8"), text.encode("utf-8"), name)


def rfc3986(text):
    return quote(text, safe="-_.~")


def form_escaped(text):
    # WHATWG URL, 5.2: as RFC 3986, but * stays, ~ does not, and a blank becomes +.
    return quote(text, safe="-_.* ").replace("~", "%7E").replace(" ", "+")


def by_bytes(pair):
    return pair[0].encode("utf-8"), pair[1].encode("utf-8")


def asked(case):
    """The request's own parameters of query and form, in the documented order."""
    return [(name, value) for place, name, value in case["request"]["parameters"] if place != "header"]


def sorted_md5(given, at, case):
    """Sort by name, leave out what is empty, join a=1&b=2, append &key=SECRET, md5 in upper case; appid, time and nonce are among the sorted."""
    time = seconds(at)
    sent = [("appid", given["appid"]), ("nonce_str", case["nonce"]), ("timestamp", time)]
    pairs = [pair for pair in asked(case) + sent if pair[1] != "" and pair[0] != "sign_type"]
    text = "&".join(name + "=" + value for name, value in sorted(pairs, key=by_bytes)) + "&key=" + given["secret"]
    sign = digest("md5", text).hexdigest().upper()
    return [("sign", text, sign)], {"query": [list(pair) for pair in sent] + [["sign", sign]]}


def sorted_values(given, at, case):
    """sha1 of token, timestamp and nonce, sorted as values and joined with nothing between; the token is not sent."""
    time = seconds(at)
    text = "".join(sorted([given["token"], time, case["nonce"]], key=lambda value: value.encode("utf-8")))
    sign = digest("sha1", text).hexdigest()
    return [("signature", text, sign)], {
        "query": [["timestamp", time], ["nonce", case["nonce"]], ["signature", sign]]
    }


def names_and_values(given, at, case):
    """md5 of secret, names and values without any sign between, secret; the time is written as in Beijing."""
    time = east(at, 8).strftime("%Y-%m-%d %H:%M:%S")
    pairs = asked(case) + [("app_key", given["app_key"]), ("timestamp", time)]
    text = given["secret"] + "".join(n + v for n, v in sorted(pairs, key=by_bytes)) + given["secret"]
    sign = digest("md5", text).hexdigest().upper()
    return [("sign", text, sign)], {
        "form": [["app_key", given["app_key"]], ["timestamp", time], ["sign", sign]]
    }


def canonical_hmac(given, at, case):
    """hmac-sha256 in base64 of method, path, query, hash of the body, time and nonce, a line each."""
    request = case["request"]
    time = at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = digest("sha256", request["body"]).hexdigest()
    text = "\n".join([request["method"], request["path"], request["query"], body, time, case["nonce"]])
    sign = base64.b64encode(mac("sha256", given["secret"], text).digest()).decode("ascii")
    header = f'HMAC id={given["id"]},nonce={case["nonce"]},signature={sign}'
    return [("body_hash", request["body"], body), ("signature", text, sign)], {
        "header": [["X-Date", time], ["Authorization", header]]
    }


def rpc(given, at, case):
    """The RPC signature of Alibaba Cloud: method, %2F and the sorted, escaped pairs, escaped once more; hmac-sha1, its key the secret and &."""
    time = at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    sent = [
        ("Timestamp", time),
        ("Format", "XML"),
        ("AccessKeyId", given["AccessKeyId"]),
        ("SignatureMethod", "HMAC-SHA1"),
        ("SignatureNonce", case["nonce"]),
        ("Version", "2014-05-26"),
        ("SignatureVersion", "1.0"),
    ]
    pairs = sorted(asked(case) + sent, key=by_bytes)
    text = "&".join(rfc3986(n) + "=" + rfc3986(v) for n, v in pairs)
    to_sign = case["request"]["method"] + "&" + rfc3986("/") + "&" + rfc3986(text)
    sign = base64.b64encode(mac("sha1", given["secret"] + "&", to_sign).digest()).decode("ascii")
    return [("escaped", text, rfc3986(text)), ("signature", to_sign, sign)], {
        "query": [list(pair) for pair in sent] + [["Signature", sign]]
    }


def documented_order(given, at, case):
    """hmac-md5 in upper case of the pairs in the documented order, escaped as in a form; the key is the md5 of the secret."""
    key = digest("md5", given["secret"]).hexdigest()
    local = east(at, 5.5)
    time = local.strftime("%Y%m%d%H%M%S") + f"{local.microsecond // 1000:03}"
    text = "&".join(form_escaped(n) + "=" + form_escaped(v) for n, v in asked(case)) + "|" + time
    sign = mac("md5", key, text).hexdigest().upper()
    return [("key", given["secret"], key), ("sign", text, sign)], {"header": [["X-Time", time], ["X-Sign", sign]]}


def url_safe(given, at, case):
    """hmac-sha1 in the alphabet of base64 for URLs, not filled up, of the names, a day three and a half hours west of UTC and a number."""
    day = east(at, -3.5).strftime("%Y%m%d")
    names = ",".join(sorted((n for n, _ in asked(case)), key=lambda name: name.encode("utf-8")))
    text = ".".join([names, day, case["nonce"]])
    sign = base64.urlsafe_b64encode(mac("sha1", given["secret"], text).digest()).decode("ascii").rstrip("=")
    return [("sign", text, sign)], {"header": [["X-Number", case["nonce"]], ["X-Sign", sign]]}


def basic(given, _at, _case):
    """RFC 7617: user and password in base64."""
    text = given["user"] + ":" + given["password"]
    value = base64.b64encode(text.encode("utf-8")).decode("ascii")
    return [("pair", text, value)], {"header": [["Authorization", "Basic " + value]]}


def bearer(given, _at, _case):
    """RFC 6750, and a header that is always the same."""
    return [], {"header": [["X-Api-Version", "2024-01"], ["Authorization", "Bearer " + given["token"]]]}


SCHEMES = {
    f.__name__: f
    for f in (
        sorted_md5,
        sorted_values,
        names_and_values,
        canonical_hmac,
        rpc,
        documented_order,
        url_safe,
        basic,
        bearer,
    )
}
