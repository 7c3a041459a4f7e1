# Rscript r.R https://the.site/data/   (base R; or give a folder with the CSV files; for Parquet: arrow::read_parquet)
data <- sub("/?$", "/", commandArgs(trailingOnly = TRUE)[1])
read <- function(table) {
  read.csv(paste0(data, table, ".csv"), encoding = "UTF-8", na.strings = "", colClasses = "character")
}

notices <- subset(read("notices"), sample == "false")
figures <- subset(read("figures"), sample == "false")

# stated totals by category; empty means not stated, never 0
totals <- subset(figures, scope == "total")
totals$value <- as.numeric(totals$value)
print(aggregate(value ~ category + unit, totals, function(x) c(n = length(x), median = median(x), max = max(x))))

# dates keep the precision of the text (2019, 2019-07, 2019-07-22): turn only whole days into dates
whole <- !is.na(notices$publishedDate) & nchar(notices$publishedDate) == 10
notices$published <- as.Date(ifelse(whole, notices$publishedDate, NA))
print(head(notices[order(notices$published), c("id", "published", "headline_issues", "headline_measures")], 10))

cat(sprintf('{"notices": %d, "figures": %d}\n', nrow(notices), nrow(figures)))
