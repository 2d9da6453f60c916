// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/PriceProblem.h"

namespace pricewright {
namespace {

QString summary(const QJsonObject& answer) {
  const auto number = [&](const char* field, int places) {
    return QString::number(answer[QLatin1String(field)].toDouble(), 'f', places);
  };
  const bool ladders = answer.contains(s("choice"));
  const bool proved = answer[s("proved")].toBool();
  QString text = s("objective %1").arg(number(ladders ? "objective_optimal" : "objective", 2));
  text += proved ? s(", proved the best") : s(", not proved");
  if (ladders && !proved)
    text += s(": no plan is above %1").arg(number("bound", 2));
  text += s("\nrevenue %1, profit %2\n").arg(number("revenue", 2), number("profit", 2));
  if (ladders && answer[s("revenue_dual")].toDouble() > 0)
    text += s("one more of revenue would cost %1\n").arg(number("revenue_dual", 4));
  return text + s("%1 s").arg(number("seconds", 3));
}

} // namespace

int runOptimize(Session& session) {
  const QString path = session.arguments.value("problem");
  if (path.isEmpty())
    return session.refuse(fail(s("usage.needs-value"), {{s("option"), s("problem")}}));
  PW_SAY(session, const QByteArray bytes, readFile(path));
  PW_SAY(session, const QJsonObject problem, parseObject(bytes));
  PW_SAY(session, const QJsonObject answer, solvePriceProblem(problem));
  return session.answer(answer, summary(answer));
}

} // namespace pricewright
