// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/rules/RulesPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/texts/Texts.h"

#include <QBoxLayout>
#include <QJsonDocument>

namespace pricewright {
namespace {

constexpr std::size_t kMostUndo = 200;

} // namespace

RulesPage::RulesPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Rules"));
  build();
  connect(m_table, &TableView::focusChanged, this, &RulesPage::showFocus);
  connect(m_table, &TableView::activatedByUser, this, [this] { m_form->field("name")->setFocus(); });
  connect(m_form, &RuleForm::changed, this, [this](const QJsonObject& rule) { change(focusedRow(), rule); });
  connect(m_versionTable, &TableView::activatedByUser, this, &RulesPage::goBack);
  connect(m_add, &QPushButton::clicked, this, &RulesPage::addRule);
  connect(m_check, &QPushButton::clicked, this, &RulesPage::check);
  connect(m_save, &QPushButton::clicked, this, &RulesPage::save);
  connect(m_discard, &QPushButton::clicked, this, &RulesPage::discard);
  showState();
}

TableView* RulesPage::card(TableLines& lines, const QString& name, QWidget*& box) {
  auto* frame = new QFrame(this);
  frame->setObjectName(s("card"));
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(1, 8, 1, 1);
  column->setSpacing(4);
  auto* title = new QLabel(name, frame);
  title->setFont(m_theme.font(TypeRole::BodyStrong));
  title->setContentsMargins(12, 0, 12, 0);
  column->addWidget(title);
  auto* table = new TableView(m_theme, lines, frame);
  table->setAccessibleName(name);
  column->addWidget(table, 1);
  box = frame;
  return table;
}

void RulesPage::build() {
  m_banner = new Banner(m_theme, this);
  QWidget* rules = nullptr;
  m_table = card(m_lines, tr("Rules, the first that decides wins"), rules);
  m_table->setEmptyText(tr("No rules: limits and the optimizer decide alone. N writes the first one."));
  m_form = new RuleForm(m_theme, this);
  m_form->setMinimumWidth(356);
  QFrame* form = cardAround(m_form, this);
  m_upper = new QSplitter(Qt::Horizontal, this);
  m_upper->addWidget(rules);
  m_upper->addWidget(form);
  m_whole = new QSplitter(Qt::Vertical, this);
  m_whole->addWidget(m_upper);
  m_whole->addWidget(below());
  for (QSplitter* splitter : {m_upper, m_whole}) {
    splitter->setHandleWidth(12);
    splitter->setChildrenCollapsible(false);
  }
  m_upper->setSizes({760, 360});
  m_whole->setSizes({420, 240});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(titleRow());
  column->addWidget(m_whole, 1);
  column->addWidget(actionRow());
  column->addWidget(m_banner);
}

QWidget* RulesPage::below() {
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->setHandleWidth(12);
  both->setChildrenCollapsible(false);
  QWidget *effects = nullptr, *versions = nullptr;
  m_effectTable = card(m_effectLines, tr("What the draft would change"), effects);
  m_versionTable = card(m_versionLines, tr("Versions; Enter goes back to one"), versions);
  both->addWidget(effects);
  both->addWidget(versions);
  both->setSizes({700, 420});
  return both;
}

QWidget* RulesPage::titleRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  auto* title = new QLabel(tr("Rules"), box);
  title->setFont(m_theme.font(TypeRole::Title));
  m_summary = new ElidedLabel(box);
  m_summary->setTone("muted");
  m_summary->setContentsMargins(0, 4, 0, 0);
  m_add = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("New rule"), box);
  m_add->setKeys({s("N")});
  row->addWidget(title);
  row->addWidget(m_summary, 1);
  row->addWidget(m_add);
  return box;
}

QWidget* RulesPage::actionRow() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_note = new QLineEdit(box);
  m_note->setPlaceholderText(tr("Why: kept with the version"));
  m_note->setAccessibleName(tr("Why the rules are changed"));
  m_note->setFixedHeight(28);
  m_discard = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Discard the draft"), box);
  m_check = new ActionButton(m_theme, ActionButton::Kind::Secondary, tr("Check"), box);
  m_check->setKeys({tr("Ctrl"), tr("Enter")});
  m_save = new ActionButton(m_theme, ActionButton::Kind::Primary, tr("Save"), box);
  m_save->setKeys({tr("Ctrl"), s("S")});
  row->addWidget(m_note, 1);
  for (ActionButton* b : {m_discard, m_check, m_save}) {
    b->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(b);
  }
  return box;
}

void RulesPage::showRules(const RulesView& view) {
  const bool changed = m_loaded && isChanged();
  const bool moved = m_loaded && view.digest != m_view.digest;
  m_view = view;
  m_form->setChoices(view.zones, view.categories);
  m_versions.setVersions(view.versions);
  if (m_kept && m_keptBase == view.digest) {
    setDraft(*m_kept, true);
    showMessage(paint::Tone::Accent, tr("The draft of last time is still here. Nothing of it is in force."));
  } else if (!changed) {
    setDraft(view.rules, true);
  } else if (moved) {
    showMessage(paint::Tone::Warning,
                tr("Others have saved rules meanwhile. Your draft is kept; discard it to see theirs."));
  }
  m_kept.reset();
  m_loaded = true;
  showState();
}

void RulesPage::setDraft(const QJsonArray& draft, bool undoing) {
  if (!undoing) {
    m_undo.push_back(m_draft);
    if (m_undo.size() > kMostUndo)
      m_undo.erase(m_undo.begin());
  }
  m_draft = draft;
  const QString focused = m_table->focusedKey();
  m_model.setRules(m_draft, m_view.rules);
  m_effects.setEffects({});
  if (focused.isEmpty() || !m_table->focusKey(focused))
    m_table->focusLine(0);
  showFocus();
  showState();
}

void RulesPage::change(int row, const QJsonObject& rule) {
  if (row < 0 || m_readOnly)
    return;
  QJsonArray draft = m_draft;
  draft[row] = rule;
  m_undo.push_back(m_draft);
  m_draft = draft;
  m_model.setRules(m_draft, m_view.rules); // the form keeps what is typed
  m_table->focusKey(rule[s("id")].toString());
  m_effects.setEffects({});
  showState();
}

int RulesPage::focusedRow() const {
  const QString id = m_table->focusedKey();
  for (int i = 0; i < m_draft.size() && !id.isEmpty(); ++i)
    if (m_draft[i][s("id")].toString() == id)
      return i;
  return -1;
}

void RulesPage::showFocus() {
  const int row = focusedRow();
  const QJsonObject rule = row < 0 ? QJsonObject() : m_draft[row].toObject();
  if (!m_form->isAncestorOf(focusWidget()))
    m_form->showRule(rule);
}

void RulesPage::showState() {
  const bool changed = isChanged();
  QStringList words{m_draft.size() == 1 ? tr("1 rule") : tr("%1 rules").arg(m_draft.size())};
  if (changed)
    words << tr("a draft: nothing of it is in force");
  if (m_running)
    words << tr("checking …");
  else if (changed && m_checked != m_draft)
    words << tr("not checked yet");
  if (m_readOnly)
    words << tr("the workspace can only be read");
  m_summary->setText(words.join(s(" · ")));
  m_form->setEnabled(!m_readOnly);
  m_add->setEnabled(!m_readOnly);
  m_check->setEnabled(!m_running);
  m_save->setEnabled(changed && !m_readOnly && !m_running);
  m_save->setText(changed && m_checked != m_draft ? tr("Check and save") : tr("Save"));
  m_discard->setEnabled(changed);
  m_note->setEnabled(!m_readOnly);
}

QList<QWidget*> RulesPage::panes() const {
  return {m_table, m_form->field("name"), m_effectTable, m_versionTable, m_note};
}
void RulesPage::focusMain() { m_table->setFocus(Qt::OtherFocusReason); }

void RulesPage::showOnly(const QString& ruleId) { m_table->focusKey(ruleId); }

void RulesPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  showState();
}

void RulesPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void RulesPage::forgetWorkspace() {
  m_view = {};
  m_loaded = false;
  m_undo.clear();
  setDraft({}, true);
  m_versions.setVersions({});
  m_banner->hide();
}

// A draft survives the window: nothing that was thought out is lost with it.
void RulesPage::saveState(QSettings& settings) const {
  settings.setValue(s("draft"), isChanged() ? QJsonDocument(m_draft).toJson(QJsonDocument::Compact) : QByteArray());
  settings.setValue(s("base"), m_view.digest);
  settings.setValue(s("upper"), m_upper->saveState());
  settings.setValue(s("whole"), m_whole->saveState());
}

void RulesPage::restoreState(const QSettings& settings) {
  const QJsonDocument draft = QJsonDocument::fromJson(settings.value(s("draft")).toByteArray());
  if (draft.isArray() && !draft.array().isEmpty())
    m_kept = draft.array();
  m_keptBase = settings.value(s("base")).toString();
  m_upper->restoreState(settings.value(s("upper")).toByteArray());
  m_whole->restoreState(settings.value(s("whole")).toByteArray());
}

} // namespace pricewright
