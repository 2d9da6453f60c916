// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/imports/ImportsPage.h"

#include "engine/texts/Texts.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace pricewright {

ImportsPage::ImportsPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Import"));
  setAcceptDrops(true);
  build();
  connectParts();
  showState();
}

void ImportsPage::build() {
  m_banner = new Banner(m_theme, this);
  m_stack = new QStackedWidget(this);
  m_empty = new EmptyState(m_theme, QStringLiteral("empty"), m_stack);
  m_empty->setWords(tr("Drop a file here"),
                    tr("Sales, costs, stock, products, promotions, competitor prices, own prices or exchange rates as "
                       "CSV, also packed (.gz); or a workbook of prices that was written here and edited outside. "
                       "Nothing is changed before you have seen what would be."));
  ActionButton* choose = m_empty->addButton(ActionButton::Kind::Primary, tr("Choose a file …"), {QStringLiteral("O")});
  connect(choose, &QPushButton::clicked, this, &ImportsPage::chooseFile);
  m_sheetTable = new TableView(m_theme, m_sheetLines, m_stack);
  m_sheetTable->setAccessibleName(tr("Edited prices"));
  m_sheetTable->setCodeColumn(SheetModel::Sku);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(mappingPane());
  m_stack->addWidget(m_sheetTable);
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->setSpacing(0);
  inside->addWidget(m_stack, 1);
  inside->addWidget(actionRow());
  m_whole = new QSplitter(Qt::Vertical, this);
  m_whole->setHandleWidth(12);
  m_whole->setChildrenCollapsible(false);
  m_whole->addWidget(card);
  m_whole->addWidget(pastPane());
  m_whole->setStretchFactor(0, 3);
  m_whole->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(fileRow());
  column->addWidget(m_whole, 1);
  column->addWidget(m_banner);
}

QWidget* ImportsPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Import"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  return box;
}

QWidget* ImportsPage::fileRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_path = new QLineEdit(box);
  m_path->setAccessibleName(tr("File"));
  m_path->setPlaceholderText(tr("Path of a file; Enter reads it"));
  m_path->setFixedHeight(28);
  m_choose = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Choose a file …"), box);
  m_choose->setFocusPolicy(Qt::StrongFocus);
  row->addWidget(m_path, 1);
  row->addWidget(m_choose);
  return box;
}

QWidget* ImportsPage::mappingPane() {
  m_mapping = new QSplitter(Qt::Horizontal, m_stack);
  m_mapping->setHandleWidth(8);
  m_mapping->setChildrenCollapsible(false);
  m_form = new MappingForm(m_theme, m_mapping);
  m_form->setMinimumWidth(320);
  m_rowsPlace = new QWidget(m_mapping);
  auto* column = new QVBoxLayout(m_rowsPlace);
  column->setContentsMargins(0, 0, 0, 0);
  m_mapping->addWidget(m_form);
  m_mapping->addWidget(m_rowsPlace);
  m_mapping->setStretchFactor(0, 0);
  m_mapping->setStretchFactor(1, 1);
  m_mapping->setSizes({400, 700});
  return m_mapping;
}

QWidget* ImportsPage::actionRow() {
  m_actions = new QFrame(this);
  auto* row = new QHBoxLayout(m_actions);
  row->setContentsMargins(12, 8, 12, 8);
  row->setSpacing(8);
  m_verdict = new QLabel(m_actions);
  m_verdict->setWordWrap(true);
  m_verdict->setAccessibleName(tr("What an import would do"));
  m_progress = new QProgressBar(m_actions);
  m_progress->setRange(0, 1000);
  m_progress->setTextVisible(false);
  m_progress->setFixedWidth(140);
  m_progress->setAccessibleName(tr("Progress"));
  m_name = new QLineEdit(m_actions);
  m_name->setPlaceholderText(tr("Name of the mapping"));
  m_name->setAccessibleName(tr("Name of the mapping"));
  m_name->setMinimumWidth(150);
  m_name->setMaximumWidth(180);
  m_save = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Save mapping"), m_actions);
  m_leave = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Leave"), m_actions);
  m_leave->setKeys({tr("Esc")});
  m_do = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Import"), m_actions);
  m_do->setKeys({tr("Ctrl"), tr("Enter")});
  row->addWidget(m_verdict, 1);
  row->addWidget(m_progress);
  row->addWidget(m_name);
  for (ActionButton* b : {m_save, m_leave, m_do}) {
    b->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(b);
  }
  return m_actions;
}

QWidget* ImportsPage::pastPane() {
  auto* card = new QFrame(this);
  card->setObjectName(QStringLiteral("card"));
  m_pastTable = new TableView(m_theme, m_pastLines, card);
  m_pastTable->setAccessibleName(tr("Imports that were made"));
  auto* title = new QLabel(tr("Imports that were made; Del takes one back"), card);
  title->setFont(m_theme.font(TypeRole::BodyStrong));
  title->setContentsMargins(12, 0, 12, 0);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(1, 8, 1, 1);
  column->setSpacing(4);
  column->addWidget(title);
  column->addWidget(m_pastTable, 1);
  return card;
}

void ImportsPage::connectParts() {
  connect(m_choose, &QPushButton::clicked, this, &ImportsPage::chooseFile);
  connect(m_path, &QLineEdit::returnPressed, this, [this] { openFiles({m_path->text().trimmed()}); });
  connect(m_do, &QPushButton::clicked, this, &ImportsPage::doIt);
  connect(m_leave, &QPushButton::clicked, this, &ImportsPage::leave);
  connect(m_save, &QPushButton::clicked, this, &ImportsPage::saveMapping);
  connect(m_name, &QLineEdit::textChanged, this, &ImportsPage::showState);
  connect(m_form, &MappingForm::changed, this, [this](const ImportMapping& mapping) {
    m_verdict->setText(tr("Reading …"));
    m_do->setEnabled(false);
    emit previewRequested(m_file, mapping);
  });
  connect(m_form, &MappingForm::mappingChosen, this, &ImportsPage::mappingRequested);
  connect(m_pastTable, &TableView::focusChanged, this, &ImportsPage::showState);
  connect(m_sheetTable, &TableView::totalsChanged, this, [this] { showState(); });
  connect(m_banner, &Banner::actionTriggered, this, [this] {
    if (!m_bannerPath.isEmpty())
      QDesktopServices::openUrl(QUrl::fromLocalFile(m_bannerPath));
  });
}

QList<QWidget*> ImportsPage::panes() const {
  QList<QWidget*> all{m_path};
  if (m_state == State::Mapping)
    all << m_form->kindBox();
  if (m_state == State::Mapping && m_rowTable)
    all << m_rowTable;
  if (m_state == State::Sheet)
    all << m_sheetTable;
  return all << m_pastTable;
}

void ImportsPage::focusMain() {
  QWidget* where = m_path;
  if (m_state == State::Mapping)
    where = m_form->kindBox();
  else if (m_state == State::Sheet)
    where = m_sheetTable;
  where->setFocus(Qt::OtherFocusReason);
}

void ImportsPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showState();
}

void ImportsPage::forgetWorkspace() {
  m_files.clear();
  m_made.clear();
  m_past.setImports({});
  m_banner->hide();
  go(State::Waiting);
}

void ImportsPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_bannerPath.clear();
  m_banner->showMessage(tone, text, action);
}

void ImportsPage::go(State state) {
  m_state = state;
  if (state == State::Waiting) {
    m_file.clear();
    m_preview.reset();
    m_path->clear();
  }
  showState();
}

// Which buttons act now, and how they are called.
void ImportsPage::showState() {
  QWidget* shown = m_empty;
  if (m_state == State::Sheet)
    shown = m_sheetTable;
  else if (m_state == State::Mapping || m_state == State::Importing)
    shown = m_mapping;
  m_stack->setCurrentWidget(shown);
  const bool busy = m_state == State::Importing, mapping = m_state == State::Mapping;
  m_actions->setVisible(m_state != State::Waiting);
  m_progress->setVisible(busy);
  m_form->setEnabled(!busy);
  m_name->setVisible(mapping);
  m_save->setVisible(mapping);
  m_save->setEnabled(!m_name->text().trimmed().isEmpty() && !m_readOnly);
  m_leave->setText(busy ? tr("Stop") : tr("Leave"));
  const auto lines = m_state == State::Sheet ? linesToPropose() : std::vector<int>();
  m_do->setVisible(mapping || m_state == State::Sheet);
  m_do->setText(m_state != State::Sheet ? tr("Import")
                : lines.size() == 1     ? tr("Propose 1 price")
                                        : tr("Propose %1 prices").arg(QLocale().toString(qulonglong(lines.size()))));
  const bool ready = mapping && m_preview && m_preview->missing.isEmpty() && !m_preview->refusal;
  m_do->setEnabled(!m_readOnly && (ready || !lines.empty()));
  QStringList words;
  if (!m_file.isEmpty())
    words << QFileInfo(m_file).fileName();
  if (!m_files.isEmpty())
    words << (m_files.size() == 1 ? tr("1 more file waits") : tr("%1 more files wait").arg(m_files.size()));
  if (m_readOnly)
    words << tr("the workspace can only be read: nothing can be imported");
  m_summary->setText(words.join(QStringLiteral(" · ")));
}

} // namespace pricewright
