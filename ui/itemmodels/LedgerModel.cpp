// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/LedgerModel.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Tone.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

paint::Tone toneOf(VerdictOutcome o) {
  switch (o) {
  case VerdictOutcome::Pass:
    return paint::Tone::Positive;
  case VerdictOutcome::Adjusted:
    return paint::Tone::Accent;
  case VerdictOutcome::NeedsApproval:
  case VerdictOutcome::Undecidable:
  case VerdictOutcome::Alert:
    return paint::Tone::Warning;
  case VerdictOutcome::Blocked:
  case VerdictOutcome::Held:
    return paint::Tone::Negative;
  case VerdictOutcome::NotApplicable:
    break;
  }
  return paint::Tone::Neutral;
}

// What stopped the price comes first, then what a human must look at; what passed keeps its order of precedence.
int gravity(VerdictOutcome o) {
  switch (o) {
  case VerdictOutcome::Blocked:
  case VerdictOutcome::Held:
    return 0;
  case VerdictOutcome::NeedsApproval:
    return 1;
  case VerdictOutcome::Alert:
  case VerdictOutcome::Undecidable:
    return 2;
  case VerdictOutcome::Adjusted:
    return 3;
  case VerdictOutcome::Pass:
    return 4;
  case VerdictOutcome::NotApplicable:
    break;
  }
  return 5;
}

QString inputText(const VerdictInput& input) {
  QString text = input.name.isEmpty() ? input.value : input.name + QLatin1Char(' ') + input.value;
  if (input.age)
    text += QStringLiteral(" · ") + durationText(*input.age);
  return text;
}

// Which limits give way to which: a lower level wins.
QString levelWord(int precedence) {
  switch (precedence) {
  case 1:
    return LedgerModel::tr("1 law");
  case 2:
    return LedgerModel::tr("2 floor");
  case 3:
    return LedgerModel::tr("3 cap");
  case 4:
    return LedgerModel::tr("4 step");
  case 5:
    return LedgerModel::tr("5 approval");
  case 6:
    return LedgerModel::tr("6 ending");
  default:
    return {};
  }
}

} // namespace

int LedgerModel::rowOf(const QString& ruleId) const {
  for (int row = 0; row < rowCount(); ++row)
    if (at(row).ruleId == ruleId)
      return row;
  return -1;
}

void LedgerModel::setVerdicts(std::vector<Verdict> verdicts) {
  beginResetModel();
  m_verdicts = std::move(verdicts);
  std::stable_sort(m_verdicts.begin(), m_verdicts.end(),
                   [](const Verdict& a, const Verdict& b) { return gravity(a.outcome) < gravity(b.outcome); });
  endResetModel();
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_verdicts.size());
}
int LedgerModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : Columns; }

QString LedgerModel::text(const Verdict& v, int column) const {
  switch (column) {
  case Rule:
    return capitalized(codeText(v.ruleId));
  case Level:
    return levelWord(v.precedence);
  case Input: {
    QStringList inputs;
    for (const VerdictInput& input : v.inputs)
      inputs << inputText(input);
    return inputs.join(QStringLiteral("; "));
  }
  case Limit:
    return v.limit;
  case Distance:
    return v.distance;
  case Outcome:
    return outcomeWord(v.outcome);
  default:
    return {};
  }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Verdict& v = m_verdicts[static_cast<std::size_t>(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return text(v, index.column());
  case ToneRole:
    return static_cast<int>(toneOf(v.outcome));
  case Qt::TextAlignmentRole:
    return QVariant(Qt::AlignVCenter | (index.column() == Distance ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::AccessibleTextRole:
    return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1Char(' ') +
           text(v, index.column());
  case Qt::ToolTipRole: {
    QStringList lines{text(v, Rule)};
    for (const VerdictInput& input : v.inputs)
      lines << inputText(input);
    if (!v.limit.isEmpty())
      lines << tr("limit %1").arg(v.limit);
    lines << codeText(verdictOutcomeName(v.outcome));
    if (!v.code.isEmpty())
      lines << codeText(v.code);
    lines << tr("decided by the %1").arg(codeText(v.station));
    return lines.join(QLatin1Char('\n'));
  }
  default:
    return {};
  }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignVCenter | (section == Distance ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
    return {};
  switch (section) {
  case Rule:
    return tr("Rule");
  case Level:
    return tr("Level");
  case Input:
    return tr("Input · age");
  case Limit:
    return tr("Limit");
  case Distance:
    return tr("Distance");
  case Outcome:
    return tr("Outcome");
  default:
    return {};
  }
}

QString LedgerModel::tsv(const QList<int>& rows) const {
  QStringList lines, cells;
  for (int c = 0; c < Columns; ++c)
    cells << headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
  lines << cells.join(QLatin1Char('\t'));
  for (int r = 0; r < rowCount(); ++r) {
    if (!rows.isEmpty() && !rows.contains(r))
      continue;
    cells.clear();
    for (int c = 0; c < Columns; ++c)
      cells << text(m_verdicts[static_cast<std::size_t>(r)], c).replace(QLatin1Char('\t'), QLatin1Char(' '));
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace pricewright
