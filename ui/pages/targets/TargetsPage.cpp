// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/targets/TargetsPage.h"

#include "controls/Cards.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace pricewright {
namespace {
constexpr std::size_t kMostUndo = 100;
}

TargetsPage::TargetsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Targets"));
  build();
  connect(m_table, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  connect(m_table, &TableView::pastePlanned, this, [this](const PastePlan& plan) { m_paste->ask(plan, m_lines); });
  connect(m_table, &TableView::editRefused, this,
          [this](const QString& why) { showMessage(paint::Tone::Warning, why); });
  connect(m_paste, &PasteCard::accepted, this, &TargetsPage::makeEdits);
  connect(&m_model, &RowModel::editsWanted, this, &TargetsPage::makeEdits);
  connect(m_back, &QPushButton::clicked, this, [this] { movePeriod(-1); });
  connect(m_next, &QPushButton::clicked, this, [this] { movePeriod(1); });
  showState();
}

void TargetsPage::build() {
  m_banner = new Banner(m_theme, this);
  m_table = new TableView(m_theme, m_lines, this);
  m_table->setAccessibleName(tr("Targets"));
  m_table->setCodeColumn(TargetModel::Category);
  auto* note = new ElidedLabel(this);
  note->setTone("muted");
  note->setText(
      tr("F2 types a target, Ctrl+V pastes a column; an empty cell has none. What is to be expected is carried on "
         "from the last eight weeks: seasons and plans are not in it."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(cardAround(m_table, this), 1);
  column->addWidget(note);
  column->addWidget(m_banner);
  m_paste = new PasteCard(m_theme, this);
}

QWidget* TargetsPage::titleRow() {
  auto* box = new TitleRow(m_theme, tr("Targets"), this);
  m_summary = box->summary();
  const QStringList names{tr("Month"), tr("Quarter"), tr("Year")};
  for (int i = 0; i < names.size(); ++i) {
    ActionButton* chip = box->addButton(ActionButton::Kind::Chip, names[i]);
    connect(chip, &QPushButton::clicked, this, [this, i] { choosePeriod(static_cast<PeriodKind>(i)); });
    m_kinds << chip;
  }
  box->row()->addSpacing(8);
  m_back = box->addButton(ActionButton::Kind::Secondary, tr("Before"), QStringLiteral("P"));
  m_periodName = new QLabel(box);
  m_periodName->setFont(m_theme.font(TypeRole::BodyStrong));
  m_periodName->setAlignment(Qt::AlignCenter);
  m_periodName->setMinimumWidth(130);
  box->row()->addWidget(m_periodName);
  m_next = box->addButton(ActionButton::Kind::Secondary, tr("Next"), QStringLiteral("N"));
  return box;
}

void TargetsPage::showTargets(const TargetsView& view) {
  m_period = view.period;
  m_kind = view.period.kind;
  m_model.setView(view);
  if (m_table->focusedKey().isEmpty())
    m_table->focusLine(0);
  showState();
}

void TargetsPage::showState() {
  for (int i = 0; i < m_kinds.size(); ++i)
    m_kinds[i]->setChecked(i == int(m_kind));
  m_periodName->setText(m_period ? periodText(*m_period) : QString());
  const TargetsView& v = m_model.view();
  QString words;
  if (v.through && v.daysCovered >= v.days)
    words = tr("sales cover all of it");
  else if (v.through && v.daysCovered > 0)
    words = tr("sales cover %1 of %2 days, to %3").arg(v.daysCovered).arg(v.days).arg(dayText(*v.through));
  else if (v.through)
    words = tr("sales end on %1, before it begins").arg(dayText(*v.through));
  else if (v.days > 0)
    words = tr("no sales yet: import them");
  m_summary->setText(words);
}

void TargetsPage::ask() { emit viewRequested(m_kind, m_period); }

void TargetsPage::movePeriod(int by) {
  if (!m_period)
    return;
  m_period = m_period->moved(by);
  ask();
}

void TargetsPage::choosePeriod(PeriodKind kind) {
  m_kind = kind;
  m_period.reset();
  for (int i = 0; i < m_kinds.size(); ++i)
    m_kinds[i]->setChecked(i == int(kind));
  ask();
}

void TargetsPage::makeEdits(const std::vector<CellEdit>& edits) {
  if (m_readOnly)
    return showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
  std::vector<TargetWish> wishes;
  for (const CellEdit& edit : edits)
    if (const int row = m_model.rowOf(edit.key); row >= 0)
      if (const auto wish = m_model.wishOf(row, edit.column, edit.typed))
        wishes.push_back(*wish);
  if (!wishes.empty())
    emit setRequested(wishes);
}

void TargetsPage::showSet(const std::vector<TargetWish>& before) {
  if (std::exchange(m_undoing, false))
    return emit noticed(tr("The targets are as they were"));
  m_undo.push_back(before);
  if (m_undo.size() > kMostUndo)
    m_undo.erase(m_undo.begin());
  emit noticed(before.size() == 1
                   ? tr("Target set · U takes back")
                   : tr("%1 targets set · U takes back").arg(QLocale().toString(qulonglong(before.size()))));
}

void TargetsPage::undoLast() {
  if (m_undo.empty())
    return emit noticed(tr("Nothing to undo here"));
  const auto last = m_undo.back();
  m_undo.pop_back();
  m_undoing = true;
  emit setRequested(last);
}

void TargetsPage::showError(const Error& error) {
  m_undoing = false;
  showMessage(paint::Tone::Negative, errorText(error));
}

void TargetsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void TargetsPage::forgetWorkspace() {
  m_undo.clear();
  m_undoing = m_readOnly = false;
  m_period.reset();
  m_paste->dismiss();
  m_banner->hide();
  m_model.setView({});
  showState();
}

void TargetsPage::saveState(QSettings& settings) const { settings.setValue(QStringLiteral("kind"), int(m_kind)); }

void TargetsPage::restoreState(const QSettings& settings) {
  m_kind = static_cast<PeriodKind>(std::clamp(settings.value(QStringLiteral("kind")).toInt(), 0, 2));
  showState();
}

void TargetsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_P)
    movePeriod(-1);
  else if (bare && key == Qt::Key_N)
    movePeriod(1);
  else if (bare && key == Qt::Key_M)
    choosePeriod(PeriodKind::Month);
  else if (bare && key == Qt::Key_Q)
    choosePeriod(PeriodKind::Quarter);
  else if (bare && key == Qt::Key_Y)
    choosePeriod(PeriodKind::Year);
  else if (bare && (key == Qt::Key_U || key == Qt::Key_Z))
    undoLast();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> TargetsPage::pageActions() {
  return {{tr("Targets of this month"), QStringLiteral("M"), [this] { choosePeriod(PeriodKind::Month); }},
          {tr("Targets of this quarter"), QStringLiteral("Q"), [this] { choosePeriod(PeriodKind::Quarter); }},
          {tr("Targets of this year"), QStringLiteral("Y"), [this] { choosePeriod(PeriodKind::Year); }}};
}

QList<QPair<QString, QString>> TargetsPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {QStringLiteral("F2"), tr("type a target")},
          {tr("Ctrl+V  Ctrl+D"), tr("paste a column of targets, fill down")},
          {tr("P  N"), tr("period before, next period")},
          {tr("M  Q  Y"), tr("this month, quarter, year")},
          {tr("U  Z  Ctrl+Z"), tr("take back what was set last")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
