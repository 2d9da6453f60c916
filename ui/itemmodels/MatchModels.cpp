// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/MatchModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

std::vector<Column> matchColumns() {
  using M = MatchModel;
  std::vector<Column> all{withHelp(col("confidence", M::tr("Sure"), CellKind::Percent, 62, 70, 0),
                                   M::tr("Of such pairs, how many are the same product"), s("%")),
                          col("sku", M::tr("SKU"), CellKind::Code, 90, 100),
                          col("product", M::tr("Ours"), CellKind::Text, 120, 240, 4),
                          col("theirs", M::tr("Theirs"), CellKind::Text, 120, 260, 4),
                          col("competitor", M::tr("Competitor"), CellKind::Text, 84, 120, 1),
                          withHelp(col("packs", M::tr("Packs"), CellKind::Text, 56, 64, 0),
                                   M::tr("Their content against ours: 2:1 is twice as much")),
                          col("zones", M::tr("Zones"), CellKind::Text, 60, 80, 0),
                          withHelp(col("because", M::tr("Because"), CellKind::Chip, 120, 260, 4),
                                   M::tr("What speaks for it, and against"))};
  all[M::Confidence].strong = true;
  all[M::Competitor].muted = true;
  return all;
}

std::vector<Column> outlineColumns() {
  using M = OutlineModel;
  std::vector<Column> all{col("text", M::tr("What stands there"), CellKind::Text, 160, 320, 5),
                          col("price", M::tr("As a price"), CellKind::Code, 90, 120, 1),
                          col("where", M::tr("Where on the page"), CellKind::Text, 140, 260, 4)};
  all[M::Where].muted = true;
  return all;
}

std::vector<Column> trialColumns() {
  using M = TrialModel;
  return {col("page", M::tr("Kept page"), CellKind::Text, 140, 240, 4),
          col("before", M::tr("Read now"), CellKind::Text, 90, 130, 2),
          col("now", M::tr("With this recipe"), CellKind::Chip, 110, 160, 2)};
}

// "gtin", "words:0.87", "-number-differs": as a person says it. A detail behind a colon stays as it is.
QString evidenceWord(const QString& code) {
  const bool against = code.startsWith(u'-');
  const QString bare = against ? code.mid(1) : code;
  const QString name = bare.section(u':', 0, 0), detail = bare.section(u':', 1);
  QString word = codeText(s("match.") + name);
  if (name == u"words")
    word = MatchModel::tr("%1 % of the words").arg(QLocale().toString(int(100 * detail.toDouble() + 0.5)));
  else if (!detail.isEmpty())
    word += u' ' + detail;
  return word;
}

} // namespace

MatchModel::MatchModel(QObject* parent) : RowModel(matchColumns(), parent) {}

void MatchModel::setRows(std::vector<MatchPair> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

QString MatchModel::key(int row) const {
  return at(row).matches.empty() ? QString() : QString::number(at(row).matches.front());
}

QString MatchModel::text(int row, int column) const {
  const MatchPair& m = at(row);
  switch (column) {
  case Confidence:
    return QLocale().toString(100 * m.confidence, 'f', 0);
  case Sku:
    return m.sku;
  case Product:
    return m.product;
  case Theirs:
    return m.title.isEmpty() ? m.externalCode : m.title;
  case Competitor:
    return m.competitor;
  case Packs:
    return m.theirPacks == m.ourPacks ? s("1:1") : s("%1:%2").arg(m.theirPacks).arg(m.ourPacks);
  case Zones:
    return m.zones.size() == 1 ? m.zones.first() : QLocale().toString(m.zones.size());
  default:
    return m.against.isEmpty() ? (m.evidence.isEmpty() ? QString() : capitalized(evidenceWord(m.evidence.first())))
                               : capitalized(evidenceWord(m.against.first()));
  }
}

double MatchModel::number(int row, int column) const { return column == Confidence ? 100 * at(row).confidence : kNone; }

paint::Tone MatchModel::tone(int row, int column) const {
  const MatchPair& m = at(row);
  if (column != Because)
    return paint::Tone::Neutral;
  return m.against.isEmpty() ? paint::Tone::Positive : paint::Tone::Warning;
}

QString MatchModel::detail(int row, int column) const {
  const MatchPair& m = at(row);
  if (column == Zones)
    return m.zones.join(s(", "));
  if (column == Theirs)
    return m.externalCode;
  if (column != Because)
    return {};
  QStringList words;
  for (const QString& code : m.against.isEmpty() ? m.evidence.mid(1) : m.against.mid(1) + m.evidence)
    words << evidenceWord(code);
  return words.join(s(", "));
}

OutlineModel::OutlineModel(QObject* parent) : RowModel(outlineColumns(), parent) {}

void OutlineModel::setOutline(const PageOutline& outline) {
  beginResetModel();
  m_lines = outline.lines;
  endResetModel();
}

QString OutlineModel::text(int row, int column) const {
  const OutlineLine& line = at(row);
  return column == Text ? line.text : column == Price ? line.price : line.where;
}

TrialModel::TrialModel(QObject* parent) : RowModel(trialColumns(), parent) {}

void TrialModel::setTrial(const RecipeTrial& trial) {
  beginResetModel();
  m_rows = trial.rows;
  endResetModel();
}

QString TrialModel::text(int row, int column) const {
  const RecipeTrial::Row& r = at(row);
  if (column == Page)
    return r.page.sku.isEmpty() ? r.page.url : s("%1@%2").arg(r.page.sku, r.page.zone);
  return column == Before ? readingText(r.before) : readingText(r.now);
}

paint::Tone TrialModel::tone(int row, int column) const {
  const RecipeTrial::Row& r = at(row);
  if (column != Now)
    return paint::Tone::Neutral;
  return !r.isKnown ? paint::Tone::Negative : r.before == r.now ? paint::Tone::Neutral : paint::Tone::Positive;
}

QString TrialModel::detail(int row, int column) const { return column == Page ? at(row).page.url : QString(); }

} // namespace pricewright
