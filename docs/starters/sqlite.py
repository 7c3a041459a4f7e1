# python sqlite.py zhenggai.sqlite   (nothing to install; download the file from /data/ first)
import json
import sqlite3
import sys

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
count = lambda sql: db.execute(sql).fetchone()[0]

# every stated total of issues, with the words that state it
for notice, value, unit, quote in db.execute(
    "SELECT notice, value, unit, quote FROM figures WHERE category = 'issues' AND scope = 'total' AND NOT sample"
):
    print(f"{notice}: {value:g} {unit} “{quote}”", file=sys.stderr)

# full text, where the archive was at hand: words of three characters and more
if count("SELECT count(*) FROM sqlite_master WHERE name = 'search'"):
    hits = db.execute(
        "SELECT notice FROM texts WHERE rowid IN (SELECT rowid FROM search WHERE search MATCH ?)", ['"整改措施"']
    ).fetchall()
    print(f"{len(hits)} notices say 整改措施", file=sys.stderr)

print(json.dumps({
    "notices": count("SELECT count(*) FROM notices WHERE NOT sample"),
    "figures": count("SELECT count(*) FROM figures WHERE NOT sample"),
}))
