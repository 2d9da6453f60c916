// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.h"

namespace pricewright {
Q_LOGGING_CATEGORY(logStorage, "pricewright.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logPipeline, "pricewright.pipeline", QtWarningMsg)
Q_LOGGING_CATEGORY(logEngine, "pricewright.engine", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "pricewright.ui", QtWarningMsg)
} // namespace pricewright
