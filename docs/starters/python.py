# python python.py https://the.site/   (pip install pandas pyarrow duckdb)
import sys
import duckdb
import pandas as pd

data = sys.argv[1].rstrip("/") + "/data/"

# pandas: one row a stated quantity; empty means not stated, never 0
figures = pd.read_parquet(data + "figures.parquet")
real = figures[~figures["sample"]]
print(real.groupby("category").size().sort_values(ascending=False))

# CSV: dates keep the precision of the text (2019, 2019-07, 2019-07-22), so read them as text
notices = pd.read_csv(data + "notices.csv", dtype={"publishedDate": "string", "feedbackDate": "string"})
print(notices[["enterprise", "publishedDate", "headline_issues", "headline_measures"]])

# DuckDB: SQL over the same files
print(duckdb.sql(f"""
    SELECT n.enterprise, f.value, f.unit, f.quote
    FROM '{data}figures.parquet' f JOIN '{data}notices.parquet' n ON n.id = f.notice
    WHERE f.category = 'issues' AND f.scope = 'total' AND NOT f.sample
"""))
