// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/models/ModelsPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kLeastBelow = 150;

QString percentWords(double share) { return QLocale().toString(100 * share, 'f', 1); }

QFrame* cardOf(QWidget* parent, const Theme& theme, const QString& title, QVBoxLayout*& inside) {
  auto* frame = new QFrame(parent);
  frame->setObjectName(s("card"));
  inside = new QVBoxLayout(frame);
  inside->setContentsMargins(14, 10, 14, 12);
  inside->setSpacing(6);
  auto* name = new QLabel(title, frame);
  name->setFont(theme.font(TypeRole::BodyStrong));
  inside->addWidget(name);
  return frame;
}

} // namespace

ModelsPage::ModelsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Models"));
  build();
  connect(m_add, &QPushButton::clicked, this, &ModelsPage::addVersion);
  connect(m_try, &QPushButton::clicked, this, &ModelsPage::tryChallenger);
  connect(m_promote, &QPushButton::clicked, this, &ModelsPage::askPromote);
  connect(m_back, &QPushButton::clicked, this, &ModelsPage::askRollBack);
  connect(m_versions, &TableView::focusChanged, this, &ModelsPage::updateButtons);
  connect(m_card, &VersionCard::wanted, this,
          [this](const QString& model, const QString& version, const QJsonObject& parameters, const QString& note) {
            m_awaited = model + u'/' + version;
            emit addRequested(model, version, parameters, note);
          });
  connect(m_card, &VersionCard::kindChosen, this, [this](ModelKind kind) { m_card->setVersion(nextVersion(kind)); });
  for (TableView* one : {m_versions, m_accuracy, m_differences, m_readings})
    connect(one, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  showBelow(Accuracy);
  updateButtons();
}

TableView* ModelsPage::table(TableLines& lines, const QString& name, const QString& empty) {
  auto* view = new TableView(m_theme, lines, this);
  view->setAccessibleName(name);
  view->setEmptyText(empty);
  return view;
}

void ModelsPage::build() {
  m_banner = new Banner(m_theme, this);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(12);
  sides->addWidget(leftSide(), 5);
  sides->addWidget(rightSide(), 3);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addLayout(sides, 1);
  column->addWidget(m_banner);
  m_card = new VersionCard(m_theme, this);
  m_reason = new LineCard(m_theme, this);
}

QWidget* ModelsPage::titleRow() {
  auto* row = new TitleRow(m_theme, tr("Models"), this);
  m_summary = row->summary();
  m_back = row->addButton(ActionButton::Kind::Quiet, tr("Roll back…"), s("B"));
  m_add = row->addButton(ActionButton::Kind::Secondary, tr("New version…"), s("N"));
  m_promote = row->addButton(ActionButton::Kind::Secondary, tr("Promote…"), s("P"));
  m_try = row->addButton(ActionButton::Kind::Primary, tr("Try it"), s("T"));
  return row;
}

QWidget* ModelsPage::leftSide() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  m_versions = table(m_versionLines, tr("Versions of the models"), {});
  m_accuracy = table(m_accuracyLines, tr("Errors by category"),
                     tr("No forecast has been judged yet. A cycle with at least 40 weeks of sales does."));
  m_differences = table(m_shadowLines, tr("Prices that would differ"),
                        tr("Champion and challenger would set the same prices, or none was tried yet: T tries it."));
  m_differences->setCodeColumn(ShadowModel::Sku);
  m_readings = table(m_readingLines, tr("Plain regressions beside"),
                     tr("What would a plain regression claim of prices, and how far would it mislead? R reads it."));
  m_below = new QStackedWidget(box);
  for (TableView* one : {m_accuracy, m_differences, m_readings})
    m_below->addWidget(cardAround(one, box));
  auto* tabs = new QHBoxLayout;
  tabs->setSpacing(8);
  const QString names[] = {tr("Errors by category"), tr("Prices that would differ"), tr("Plain regressions")};
  for (int i = 0; i < int(std::size(m_tabs)); ++i) {
    m_tabs[i] = new ActionButton(m_theme, ActionButton::Kind::Chip, names[i], box);
    m_tabs[i]->setCheckable(true);
    connect(m_tabs[i], &QPushButton::clicked, this, [this, i] { showBelow(Below(i)); });
    tabs->addWidget(m_tabs[i]);
  }
  m_belowWords = new ElidedLabel(box);
  m_belowWords->setTone("muted");
  tabs->addWidget(m_belowWords, 1);
  QFrame* versions = cardAround(m_versions, box);
  versions->setMinimumHeight(150);
  column->addWidget(versions, 2);
  column->addLayout(tabs);
  m_below->setMinimumHeight(kLeastBelow);
  column->addWidget(m_below, 4);
  return scrolled(box, this); // a page that is lower
}

QWidget* ModelsPage::rightSide() {
  auto* box = new QWidget(this);
  box->setMinimumWidth(300);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  QVBoxLayout* inside = nullptr;
  QFrame* calibration = cardOf(box, m_theme, tr("Calibration"), inside);
  m_chart = new CalibrationChart(m_theme, calibration);
  inside->addWidget(m_chart, 1);
  QFrame* drift = cardOf(box, m_theme, tr("Drift"), inside);
  m_driftWords = new QLabel(drift);
  m_driftWords->setWordWrap(true);
  m_driftWords->setProperty("tone", "muted");
  m_drift = new LineList(m_theme, tr("Drift of features"), drift);
  auto* scroll = new QScrollArea(drift);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(m_drift);
  scroll->setAccessibleName(tr("Drift"));
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  inside->addWidget(m_driftWords);
  inside->addWidget(scroll, 1);
  column->addWidget(calibration, 3);
  column->addWidget(drift, 4);
  return box;
}

QList<QWidget*> ModelsPage::panes() const { return {m_versions, below(), m_chart, m_drift}; }

TableView* ModelsPage::below() const {
  TableView* const tables[] = {m_accuracy, m_differences, m_readings};
  return tables[m_below->currentIndex()];
}

void ModelsPage::focusFilter() { below()->focusFilter(); }

void ModelsPage::showBelow(Below which) {
  m_below->setCurrentIndex(which);
  for (int i = 0; i < int(std::size(m_tabs)); ++i)
    m_tabs[i]->setChecked(i == which);
}

const ModelVersion* ModelsPage::chosen() const {
  const int row = m_versionRows.rowOf(m_versions->focusedKey());
  return row >= 0 ? &m_versionRows.at(row) : nullptr;
}

QString ModelsPage::nextVersion(ModelKind kind) const {
  const QString name = modelName(kind);
  for (const ModelVersion& v : m_view.versions)
    if (v.name == name) // the newest comes first
      if (const auto number = semanticVersion(v.version))
        return s("%1.%2.0").arg((*number)[0]).arg((*number)[1] + 1);
  return s("1.0.0");
}

void ModelsPage::showModels(const ModelsView& view) {
  m_view = view;
  m_versionRows.setRows(view.versions);
  m_accuracyRows.setView(view);
  m_chart->setMetrics(view.overall, view.origins.empty() ? HoldOutMetrics() : view.origins.back().metrics);
  if (!m_awaited.isEmpty() && m_versions->focusKey(m_awaited))
    m_awaited.clear(); // what was just added is tried next
  else if (m_versions->focusedKey().isEmpty())
    m_versions->focusLine(0);
  fillDrift();
  updateButtons();
  m_summary->setText(view.overall.rows == 0
                         ? tr("not judged yet")
                         : tr("elasticities: WAPE %1 %, bias %2 %, %3 % within the 80 % limits, learnt %4")
                               .arg(percentWords(view.overall.wapeMedian), signedNumber(100 * view.overall.bias, 1),
                                    percentWords(view.overall.coverage80),
                                    view.trainedAt ? dayText(dayOf(*view.trainedAt)) : QString()));
}

void ModelsPage::fillDrift() {
  std::vector<Line> lines;
  if (!m_view.drift) {
    m_driftWords->setText(tr("Watched with each cycle: none has run yet."));
    m_drift->setLines({});
    return;
  }
  const DriftReport& d = *m_view.drift;
  const auto line = [&](const QString& text, const QString& detail, const QString& trailing, bool alarm, bool ours) {
    Line one;
    one.text = text, one.detail = detail, one.trailing = trailing;
    one.chip = alarm ? (ours ? tr("ours") : tr("drifts")) : QString();
    one.chipTone = ours ? paint::Tone::Neutral : paint::Tone::Warning;
    one.trailingTone = alarm && !ours ? paint::Tone::Warning : paint::Tone::Neutral;
    lines.push_back(one);
  };
  if (d.residual.known)
    line(tr("Forecast errors"),
         tr("%1 a week").arg(signedNumber(d.residual.moneyPerWeek, 0) + u' ' + currencyMark(m_view.currency)),
         tr("bias %1 %").arg(signedNumber(100 * d.residual.bias, 1)), d.residual.alarm, false);
  if (d.calibration.known)
    line(tr("Calibration"), tr("before %1 %").arg(percentWords(d.calibration.before)),
         tr("%1 % in 80 %").arg(percentWords(d.calibration.coverage80)), d.calibration.alarm, false);
  for (const FeatureDrift& f : d.features)
    if (f.why.isEmpty())
      line(capitalized(codeText(f.feature)), tr("PSI %1").arg(QLocale().toString(f.psi, 'f', 2)),
           tr("KL %1").arg(QLocale().toString(f.kl, 'f', 2)), f.alarm, f.ours);
  for (const FeatureDrift& f : d.features)
    if (!f.why.isEmpty())
      line(capitalized(codeText(f.feature)), codeText(f.why), QString(), false, false);
  m_drift->setLines(std::move(lines));
  m_driftWords->setText(d.learnAnew()
                            ? tr("Something moved that we do not set: try a version that forgets older weeks.")
                            : tr("Newest four weeks against the half year before; alarm from KL 0.1 on. No "
                                 "reason to learn anew."));
}

void ModelsPage::updateButtons() {
  const ModelVersion* v = chosen();
  const bool isChampion = v && v->alias == u"champion";
  m_try->setText(m_trying ? tr("Stop") : tr("Try it"));
  m_try->setKeys({m_trying ? s("Esc") : s("T")});
  m_try->setEnabled(m_trying || (v && !isChampion));
  m_promote->setEnabled(v && !isChampion && !m_readOnly && !m_trying && (v->training || v->promotedAt));
  m_promote->setToolTip(v && !isChampion && !v->training
                            ? tr("Try it first: what it would change is shown before it is "
                                 "asked.")
                            : QString());
  m_back->setEnabled(v && isChampion && !v->before.isEmpty() && !m_readOnly && !m_trying);
  m_add->setEnabled(!m_readOnly && !m_trying);
}

void ModelsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  updateButtons();
}

void ModelsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void ModelsPage::forgetWorkspace() {
  m_readOnly = m_trying = false;
  m_card->dismiss();
  m_reason->dismiss();
  m_banner->hide();
  m_shadowRows.setRows({});
  m_readingRows.setRows({});
  m_belowWords->clear();
  showModels({});
  showBelow(Accuracy);
}

} // namespace pricewright
