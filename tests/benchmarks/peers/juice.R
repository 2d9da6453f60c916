# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes Debian's orange juice data (r-cran-bayesm) as packs and prices of packs. usage: juice.R OUT.csv LAST_WEEK
wish <- commandArgs(trailingOnly = TRUE)
data(orangeJuice, package = "bayesm", envir = environment())
all <- orangeJuice$yx
all <- all[all$week <= as.integer(wish[2]), ] # weeks after it are seen by nobody

# logmove counts ounces and prices are per ounce: with these sizes every sale is a whole number of packs.
# (profit is left out: it is known only after the sale)
ounces <- c(64, 96, 64, 64, 64, 96, 64, 64, 64, 64, 128)
units <- exp(all$logmove) / ounces[all$brand]
stopifnot(max(abs(units - round(units))) < 1e-4, round(units) > 0)
prices <- as.matrix(all[, paste0("price", 1:11)]) %*% diag(ounces)
colnames(prices) <- paste0("price", 1:11)
out <- data.frame(store = all$store, brand = all$brand, week = all$week, units = round(units), round(prices, 4),
                  deal = all$deal, feat = round(all$feat, 3))
out <- out[order(out$store, out$brand, out$week), ]
write.csv(out, wish[1], row.names = FALSE, quote = FALSE)
cat("{}\n")
