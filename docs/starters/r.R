# Rscript r.R https://the.site/   (base R; for Parquet: arrow::read_parquet)
site <- sub("/$", "", commandArgs(trailingOnly = TRUE)[1])
read <- function(table) {
  read.csv(paste0(site, "/data/", table, ".csv"), fileEncoding = "UTF-8", na.strings = "", colClasses = "character")
}

figures <- read("figures")
figures$value <- as.numeric(figures$value) # empty means not stated, never 0
real <- figures[figures$sample == "false", ]
print(sort(table(real$category), decreasing = TRUE))

# dates keep the precision of the text (2019, 2019-07, 2019-07-22): turn only whole days into dates
notices <- read("notices")
whole <- nchar(notices$publishedDate) == 10
notices$published <- as.Date(ifelse(whole, notices$publishedDate, NA))
print(notices[, c("enterprise", "published", "headline_issues", "headline_measures")])
