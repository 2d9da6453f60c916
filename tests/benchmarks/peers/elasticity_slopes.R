# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Random slopes by lme4 on log units. usage: elasticity_slopes.R ROWS.csv OUT.csv. Takes minutes and gigabytes.
suppressPackageStartupMessages(library(lme4))
files <- commandArgs(trailingOnly = TRUE)
all <- read.csv(files[1])
all$category <- factor(all$category)
all$sku <- factor(all$sku, levels = sort(unique(all$sku)))
began <- proc.time()[["elapsed"]]
model <- lmer(y ~ regular + discount + deal + siblings + sin + cos + (1 + regular + discount | category) +
                (1 + regular + discount | sku), data = all, REML = TRUE, control = lmerControl(calc.derivs = FALSE))
effects <- ranef(model, condVar = TRUE)
seconds <- proc.time()[["elapsed"]] - began
of <- all$category[match(levels(all$sku), all$sku)]
mean <- fixef(model)[["regular"]] + effects$sku[levels(all$sku), "regular"] +
  effects$category[as.character(of), "regular"]
# The category's part is less sure than the SKU's own; its variance is added as if the two were independent.
spread <- attr(effects$sku, "postVar")[2, 2, match(levels(all$sku), rownames(effects$sku))] +
  attr(effects$category, "postVar")[2, 2, match(as.character(of), rownames(effects$category))]
write.csv(data.frame(mean, sd = sqrt(spread)), files[2], row.names = FALSE)
cat(sprintf('{"seconds": %.3f}\n', seconds))
