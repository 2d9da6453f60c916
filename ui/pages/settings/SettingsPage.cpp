// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/SettingsPage.h"

#include "engine/texts/Texts.h"

#include <QFrame>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace pricewright {

SettingsPage::SettingsPage(const Theme& theme, QWidget* parent)
    : Page(parent), m_theme(theme), m_model(this), m_lines(m_model, this) {
  setAccessibleName(tr("Settings"));
  build();
  connect(m_text, &QLineEdit::textChanged, this, [this](const QString& words) {
    m_lines.setTextFilter(words);
    showSummary();
  });
  connect(m_changedOnly, &QPushButton::clicked, this, [this](bool on) { showChangedOnly(on); });
  connect(m_table, &TableView::activatedByUser, this, &SettingsPage::edit);
  connect(m_table, &TableView::editRefused, this,
          [this](const QString& why) { showMessage(paint::Tone::Warning, why); });
  connect(&m_model, &RowModel::editsWanted, this, [this](const std::vector<CellEdit>& edits) {
    for (const CellEdit& e : edits)
      change(m_model.rowOf(e.key), e.typed);
  });
  connect(m_banner, &Banner::actionTriggered, this, &Page::bannerActionTriggered);
  m_text->installEventFilter(this);
  showSummary();
}

void SettingsPage::build() {
  auto* title = new QLabel(tr("Settings"), this);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(this);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  auto* head = new QHBoxLayout;
  head->setSpacing(14);
  head->addWidget(title);
  head->addWidget(m_summary, 1);
  m_text = new QLineEdit(this);
  m_text->setPlaceholderText(tr("Find a setting"));
  m_text->setAccessibleName(tr("Find a setting"));
  m_text->setClearButtonEnabled(true);
  m_text->setMaximumWidth(360);
  m_changedOnly = new ActionButton(m_theme, ActionButton::Kind::Chip, tr("Changed"), this);
  m_changedOnly->setCheckable(true);
  auto* filters = new QHBoxLayout;
  filters->setSpacing(8);
  filters->addWidget(m_text, 2);
  filters->addWidget(m_changedOnly);
  filters->addStretch(1);
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_table = new TableView(m_theme, m_lines, card);
  m_table->setAccessibleName(tr("Settings"));
  m_table->setTypeAhead(true);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->addWidget(m_table);
  m_banner = new Banner(m_theme, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addLayout(head);
  column->addLayout(filters);
  column->addWidget(card, 1);
  column->addWidget(m_banner);
}

void SettingsPage::saveState(QSettings& settings) const {
  settings.setValue(QStringLiteral("table"), QJsonDocument(m_table->layoutState()).toJson(QJsonDocument::Compact));
}

void SettingsPage::restoreState(const QSettings& settings) {
  const QByteArray kept = settings.value(QStringLiteral("table")).toByteArray();
  if (!kept.isEmpty())
    m_table->setLayoutState(QJsonDocument::fromJson(kept).object());
}

void SettingsPage::focusMain() {
  m_table->setFocus(Qt::OtherFocusReason);
  if (!m_table->currentIndex().isValid())
    m_table->focusLine(0);
}

void SettingsPage::focusFilter() {
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void SettingsPage::forgetWorkspace() {
  m_undo.clear();
  m_model.forgetWorkspace();
  m_banner->hide();
  showSummary();
}

QList<PageAction> SettingsPage::pageActions() {
  return {{tr("Change this setting"), tr("Enter"), [this] { edit(); }},
          {tr("Back to the default"), tr("Del"), [this] { restore(); }},
          {tr("Show changed settings only"), {}, [this] { showChangedOnly(!m_changedOnly->isChecked()); }}};
}

QList<QPair<QString, QString>> SettingsPage::keySheet() const {
  return {{QStringLiteral("F2, ") + tr("Enter"), tr("change the setting")},
          {tr("Del"), tr("back to its default")},
          {tr("Ctrl+Z"), tr("undo the last change")},
          {tr("Ctrl+F"), tr("find a setting")}};
}

void SettingsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void SettingsPage::showError(const Error& error) { showMessage(paint::Tone::Negative, errorText(error)); }

void SettingsPage::setDevice(std::vector<DeviceSetting> settings) {
  m_model.setDevice(std::move(settings));
  showSummary();
}

void SettingsPage::showSettings(const Settings& values) {
  m_model.setWorkspace(values);
  showSummary();
}

void SettingsPage::showChanged(const QString& key) {
  m_banner->hide();
  emit noticed(tr("%1 changed · Ctrl+Z undoes").arg(key));
}

void SettingsPage::showSummary() {
  int changed = 0;
  for (int row = 0; row < m_model.rowCount(); ++row)
    changed += m_model.at(row).changed;
  QStringList parts{tr("%1 settings").arg(m_model.rowCount())};
  if (changed > 0)
    parts << tr("%1 not at their default").arg(changed);
  if (m_lines.isFiltered())
    parts << tr("%1 shown").arg(m_lines.shownCount());
  m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void SettingsPage::showOnly(const QString& key) {
  showChangedOnly(false);
  m_text->setText(key);
  m_table->focusKey(key);
}

void SettingsPage::showChangedOnly(bool on) {
  m_changedOnly->setChecked(on);
  m_lines.setPageFilter(on ? TableLines::Accepts([this](int row) { return m_model.at(row).changed; })
                           : TableLines::Accepts());
  showSummary();
}

int SettingsPage::focusedRow() const { return m_model.rowOf(m_table->focusedKey()); }

void SettingsPage::edit() {
  const int row = focusedRow();
  if (row < 0)
    return;
  const int column = static_cast<int>(SettingColumn::Value);
  const QModelIndex cell = m_lines.index(m_table->currentIndex().row(), column);
  const QStringList choices = m_model.choices(row);
  if (choices.isEmpty()) {
    m_table->setCurrentIndex(cell);
    m_table->QAbstractItemView::edit(cell);
    return;
  }
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const QString& choice : choices) {
    QAction* a = menu->addAction(choice);
    a->setCheckable(true);
    a->setChecked(choice == m_model.at(row).value);
    connect(a, &QAction::triggered, this,
            [this, key = m_model.key(row), choice] { change(m_model.rowOf(key), choice); });
  }
  const QRect where = m_table->visualRect(cell);
  menu->popup(m_table->viewport()->mapToGlobal(where.bottomLeft()));
}

void SettingsPage::restore() {
  if (const int row = focusedRow(); row >= 0 && m_model.at(row).changed)
    change(row, m_model.at(row).standard);
}

void SettingsPage::change(int row, const QString& typed, bool undoing) {
  if (row < 0 || typed == m_model.at(row).value)
    return;
  const SettingsModel::Row r = m_model.at(row);
  const QString key = m_model.key(row);
  if (const QString wrong = m_model.checkEdit(row, static_cast<int>(SettingColumn::Value), typed); !wrong.isEmpty())
    return showMessage(paint::Tone::Warning, wrong);
  if (r.spec) {
    if (m_readOnly)
      return showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
    emit changeRequested(key, typed == r.standard ? QVariant() : SettingsModel::understood(*r.spec, typed));
  } else {
    if (const QString wrong = m_model.device(r).take(typed); !wrong.isEmpty())
      return showMessage(paint::Tone::Warning, wrong);
    showChanged(key);
    emit deviceChanged();
  }
  if (!undoing)
    m_undo.push_back({key, r.value});
}

void SettingsPage::undoLast() {
  if (m_undo.empty())
    return emit noticed(tr("Nothing to undo here"));
  const Undo last = m_undo.back();
  m_undo.pop_back();
  change(m_model.rowOf(last.key), last.before, true);
}

void SettingsPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (bare && event->key() == Qt::Key_Delete && !event->isAutoRepeat())
    restore();
  else if (bare && event->text() == QLatin1String("?"))
    emit keySheetRequested();
  else
    Page::keyPressEvent(event);
}

bool SettingsPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
      m_text->clear();
      return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Escape) {
      m_table->focusLine(std::max(0, m_table->currentIndex().row()));
      m_table->setFocus();
      return true;
    }
  }
  return Page::eventFilter(watched, event);
}

} // namespace pricewright
