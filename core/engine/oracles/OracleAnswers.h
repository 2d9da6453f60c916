// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QJsonObject>

namespace pricewright {

// Answers a file of expected values from independent software, { "topic", "cases": [ { "id", "input" } ] }, by feeding
// each case to the public functions that the product itself uses: { "case id": answer }. A case that a function refuses
// is answered { "error": code }. oracle.unknown-topic (topic), oracle.no-cases
Result<QJsonObject> answerOracle(const QJsonObject& topicFile);
QStringList oracleTopics();

} // namespace pricewright
