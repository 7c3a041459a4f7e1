-- duckdb < duckdb.sql in a folder with the Parquet files, or put the site's address before the names:
-- FROM 'https://the.site/data/figures.parquet'
SELECT
  category,
  count(*) AS figures,
  count(DISTINCT notice) AS notices,
  count(*) FILTER (scope = 'total') AS totals
FROM 'figures.parquet'
WHERE NOT sample
GROUP BY category
ORDER BY figures DESC, category;

SELECT (SELECT count(*) FROM 'notices.parquet' WHERE NOT sample) AS notices, count(*) AS figures
FROM 'figures.parquet'
WHERE NOT sample;
