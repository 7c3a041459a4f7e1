# python python-duckdb.py https://the.site/data/   (pip install duckdb; or give a folder with the Parquet files)
import json
import sys

import duckdb

data = sys.argv[1].rstrip("/")

# every stated total of issues, with the words that state it
duckdb.sql(f"""
    SELECT n.enterprise, n.publishedDate, f.value, f.unit, f.quote
    FROM '{data}/figures.parquet' f JOIN '{data}/notices.parquet' n ON n.id = f.notice
    WHERE f.category = 'issues' AND f.scope = 'total' AND NOT f.sample
    ORDER BY f.value DESC, n.id
""").show()

notices, figures = duckdb.sql(f"""
    SELECT (SELECT count(*) FROM '{data}/notices.parquet' WHERE NOT sample), count(*)
    FROM '{data}/figures.parquet' WHERE NOT sample
""").fetchone()
print(json.dumps({"notices": notices, "figures": figures}))
