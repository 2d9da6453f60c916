# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Random slopes by lme4. usage: forecast_slopes.R ROWS.csv OUT.csv
# Rows of the parts early and late are known, those of test are forecast; all of a brand's stores draw on each other.
suppressPackageStartupMessages(library(lme4))
files <- commandArgs(trailingOnly = TRUE)
all <- read.csv(files[1])
all$brand <- factor(all$brand)
all$series <- factor(all$series)
learn <- function(rows) {
  lmer(y ~ brand * (own + lowest + mean + deal + feat) + (1 + own + deal | series), data = rows, REML = TRUE,
       control = lmerControl(calc.derivs = FALSE))
}
began <- proc.time()[["elapsed"]]
model <- learn(all[all$part != "test", ])
fitted <- predict(model, all, allow.new.levels = TRUE)
seconds <- proc.time()[["elapsed"]] - began
held_out <- predict(learn(all[all$part == "early", ]), all, allow.new.levels = TRUE)
write.csv(data.frame(fitted, held_out), files[2], row.names = FALSE)
cat(sprintf('{"seconds": %.3f}\n', seconds))
