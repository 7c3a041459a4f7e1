# python python.py https://the.site/data/   (pip install pandas; or give a folder with the CSV files)
import json
import sys

import pandas as pd

data = sys.argv[1].rstrip("/") + "/"


def read(table):
    # only an empty cell is missing: words like "NA" are words; dates keep the precision of the text (2019, 2019-07)
    dates = ["publishedDate", "signedDate", "feedbackDate", "start", "end", "disclosureStart", "disclosureEnd"]
    return pd.read_csv(data + table + ".csv", keep_default_na=False, na_values=[""], dtype=dict.fromkeys(dates, "string"))
    # with pyarrow, typed and faster: return pd.read_parquet(data + table + ".parquet")


notices, figures = read("notices"), read("figures")
notices, figures = notices[~notices["sample"]], figures[~figures["sample"]]

# stated totals by category; empty means not stated, never 0
totals = figures[figures["scope"] == "total"]
print(totals.groupby(["category", "unit"])["value"].describe()[["count", "min", "50%", "max"]])

# the longest ways from feedback to publication
print(notices.nlargest(10, "lagDays")[["enterprise", "feedbackDate", "publishedDate", "lagDays"]])

print(json.dumps({"notices": len(notices), "figures": len(figures)}))
