#!/usr/bin/env python3
"""Conformance cases of the clock: worked out here from the rules in words, not by the library.

    python3 make.py          write offsets.json and days.json
    python3 make.py --check  write nothing; exit 1 if a file is another
"""

import hashlib
import json
import sys
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent


def put(name, about, cases):
    text = json.dumps({"about": about, "cases": cases}, ensure_ascii=False, indent=2) + "\n"
    file = HERE / name
    if sys.argv[1:] != ["--check"]:
        file.write_text(text)
    elif file.read_text() != text:
        sys.exit(f"{name} is stale: python3 {Path(__file__).name}")


U = timezone.utc
def iso(t): return t.isoformat(timespec="milliseconds").replace("+00:00","Z")
def http(t): return format_datetime(t.replace(microsecond=0), usegmt=True)
base = datetime(2026,11,22,8,0,0,tzinfo=U)
ms = lambda n: timedelta(milliseconds=n)
# RFC 9110, 5.6.7: who reads a date reads all three forms.
def read(date):
    for form in ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y"]:
        try: return datetime.strptime(date, form).replace(tzinfo=U)
        except ValueError: pass
    raise ValueError(date)
def case(name, sent, received, date, age=None, ignored=None):
    c = {"name": name, "sent": iso(sent), "received": iso(received), "date": date, "age": age}
    if ignored: c["ignored"] = ignored
    else:
        second = read(date)
        trip = (received - sent) // ms(1)
        middle = sent + ms(trip // 2)
        c["offset_millis"] = (second + ms(500) - middle) // ms(1)
        c["within_millis"] = 500 + -(-trip // 2)
    return c
cases = [
 case("the clock is right", base+ms(400), base+ms(600), http(base)),
 case("the reply was made in the next second", base+ms(900), base+ms(1100), http(base+ms(1000))),
 case("ten minutes behind the server", base, base+ms(100), http(base+timedelta(minutes=10))),
 case("a day ahead of the server", base, base+ms(101), http(base-timedelta(days=1))),
 case("a machine that woke up in 1970", datetime(1970,1,1,0,0,3,tzinfo=U), datetime(1970,1,1,0,0,3,250000,tzinfo=U), http(base)),
 case("the longest round trip", base, base+ms(4000), http(base+timedelta(hours=1))),
 case("a leap day", datetime(2028,2,29,23,59,59,tzinfo=U), datetime(2028,2,29,23,59,59,10000,tzinfo=U), http(datetime(2028,2,29,23,59,0,tzinfo=U))),
 case("an odd round trip is rounded down in the middle and up in the bound", base, base+ms(1), http(base)),
 case("a round trip too long", base, base+ms(4001), http(base), ignored="round_trip"),
 case("the clock was set back meanwhile", base, base-ms(1), http(base), ignored="round_trip"),
 case("no date", base, base, None, ignored="no_date"),
 case("a cache", base, base, http(base), age="17", ignored="cached"),
 case("a cache that has it from this second", base, base, http(base), age="0", ignored="cached"),
 case("an age that is no number", base, base, http(base), age="soon", ignored="cached"),
 case("no date but words", base, base, "now", ignored="no_date"),
 case("a date without a zone", base, base, "Sun, 22 Nov 2026 08:00:00", ignored="no_date"),
 case("a weekday that is not that day's", base, base, "Mon, 22 Nov 2026 08:00:00 GMT", ignored="no_date"),
 case("a day that is none", base, base, "Mon, 30 Feb 2026 08:00:00 GMT", ignored="no_date"),
 case("the form of C's asctime, obsolete", base, base, "Sun Nov 22 08:00:00 2026"),
 case("the form of RFC 850, obsolete", base, base, "Sunday, 22-Nov-26 08:00:00 GMT"),
 case("a server that woke up in 1970", base, base, "Thu, 01 Jan 1970 00:00:00 GMT", ignored="implausible"),
 case("the last second of 2023", base, base, "Sun, 31 Dec 2023 23:59:59 GMT", ignored="implausible"),
 case("the first second of 2024", base, base, "Mon, 01 Jan 2024 00:00:00 GMT"),
 case("a server beyond its century", base, base, "Fri, 01 Jan 2100 00:00:00 GMT", ignored="implausible"),
]
put("offsets.json", "By how much a server's clock is ahead, from one reply. `date` is cut to the second, so half a second is added; `offset_millis` is against the middle of the round trip, `within_millis` half a second and half the trip.", cases)

# Days: apikey + day + private key, md5 in lower case, as xinshu's document has it.
days=[]
B=timezone(timedelta(hours=8))
def day(name, clock, offset):
    at = clock + ms(offset)
    d = at.astimezone(B).strftime("%Y%m%d")
    days.append({"name":name,"clock":iso(clock),"offset_millis":offset,"day":d,"md5":hashlib.md5(("XK"+d+"abc").encode()).hexdigest()})
mid = datetime(2024,2,28,16,0,0,tzinfo=U)
day("the last millisecond of a day in Beijing", mid-ms(1), 0)
day("the first of the next, a leap day", mid, 0)
day("a clock a second behind, just before", mid-ms(400), 1000)
day("a clock a second ahead, just after", mid+ms(400), -1000)
day("a clock a day ahead", mid, -86_400_000)
day("a clock that is still in 1970", datetime(1970,1,1,tzinfo=U), 1_709_136_000_000)
day("the turn of a year", datetime(2026,12,31,15,59,59,999000,tzinfo=U), 1)
put("days.json", "The day that a clock with that offset signs, in Beijing, and the md5 of XK, the day and abc.", days)
