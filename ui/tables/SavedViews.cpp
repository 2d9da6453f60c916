// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/SavedViews.h"

#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>

namespace pricewright {
namespace {
constexpr int kLongestName = 60, kMost = 50;
}

SavedViews::SavedViews(const Theme& theme, TableView& table, std::vector<View> own, QWidget* parent)
    : ActionButton(theme, Kind::Chip, QString(), parent), m_table(table), m_own(std::move(own)) {
  setCheckable(false);
  setTrailing(QStringLiteral("▾"));
  setAccessibleName(tr("View"));
  if (m_own.empty())
    m_own.push_back({tr("standard"), {}});
  for (View& v : m_own) // where the page says nothing, its table as it comes
    if (v.state.isEmpty())
      v.state = table.layoutState();
  m_current = m_own.front().name;
  connect(this, &QPushButton::clicked, this, &SavedViews::openMenu);
  connect(&table, &TableView::layoutChangedByUser, this, [this] {
    m_changed = true;
    showName();
  });
  showName();
}

void SavedViews::showName() {
  setText(tr("View: %1").arg(m_changed ? m_current + QStringLiteral(" *") : m_current));
  setAccessibleDescription(m_changed ? tr("%1, changed").arg(m_current) : m_current);
}

const SavedViews::View* SavedViews::find(const QString& name) const {
  for (const auto* views : {&m_saved, &m_own})
    for (const View& v : *views)
      if (v.name == name)
        return &v;
  return nullptr;
}

bool SavedViews::isOwn(const QString& name) const {
  return std::any_of(m_own.begin(), m_own.end(), [&](const View& v) { return v.name == name; });
}

QStringList SavedViews::names() const {
  QStringList all;
  for (const auto* views : {&m_own, &m_saved})
    for (const View& v : *views)
      if (!all.contains(v.name))
        all << v.name;
  return all;
}

void SavedViews::choose(const QString& name) {
  const View* view = find(name);
  if (!view)
    return;
  m_table.setLayoutState(view->state);
  m_current = name;
  m_changed = false;
  showName();
}

void SavedViews::keepAs(const QString& name) {
  const QString clean = name.simplified().left(kLongestName);
  if (clean.isEmpty())
    return;
  std::erase_if(m_saved, [&](const View& v) { return v.name == clean; });
  if (m_saved.size() >= kMost)
    m_saved.erase(m_saved.begin());
  m_saved.push_back({clean, m_table.layoutState()});
  m_current = clean;
  m_changed = false;
  showName();
}

void SavedViews::remove(const QString& name) {
  std::erase_if(m_saved, [&](const View& v) { return v.name == name; });
  if (!find(m_current)) {
    m_current = m_own.front().name;
    m_changed = true; // the table keeps its layout
    showName();
  }
}

void SavedViews::askName() {
  auto* dialog = new QInputDialog(window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Save the view"));
  dialog->setLabelText(tr("Name of this view: columns, order, filters and groups are kept."));
  dialog->setTextValue(isOwn(m_current) ? QString() : m_current);
  connect(dialog, &QInputDialog::textValueSelected, this, &SavedViews::keepAs);
  dialog->open();
}

void SavedViews::openMenu() {
  QMenu* menu = m_table.columnMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  QAction* first = menu->actions().value(0);
  for (const QString& name : names()) {
    auto* a = new QAction(name, menu);
    a->setCheckable(true);
    a->setChecked(name == m_current);
    connect(a, &QAction::triggered, this, [this, name] { choose(name); });
    menu->insertAction(first, a);
  }
  menu->insertSeparator(first);
  auto* save = new QAction(tr("Save this view …"), menu);
  connect(save, &QAction::triggered, this, &SavedViews::askName);
  menu->insertAction(first, save);
  const bool mine = std::any_of(m_saved.begin(), m_saved.end(), [&](const View& v) { return v.name == m_current; });
  if (mine) {
    auto* gone = new QAction(tr("Delete “%1”").arg(m_current), menu);
    connect(gone, &QAction::triggered, this, [this] { remove(m_current); });
    menu->insertAction(first, gone);
  }
  menu->insertSeparator(first);
  menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void SavedViews::save(QSettings& settings) const {
  QJsonArray saved;
  for (const View& v : m_saved)
    saved << QJsonObject{{QStringLiteral("name"), v.name}, {QStringLiteral("state"), v.state}};
  const QJsonObject all{{QStringLiteral("saved"), saved},
                        {QStringLiteral("current"), m_current},
                        {QStringLiteral("changed"), m_changed},
                        {QStringLiteral("now"), m_table.layoutState()}};
  settings.setValue(QStringLiteral("views"), QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

void SavedViews::restore(const QSettings& settings) {
  const QJsonObject all = QJsonDocument::fromJson(settings.value(QStringLiteral("views")).toString().toUtf8()).object();
  m_saved.clear();
  for (const QJsonValue& value : all.value(QStringLiteral("saved")).toArray()) {
    const QJsonObject v = value.toObject();
    const QString name = v.value(QStringLiteral("name")).toString().left(kLongestName);
    if (!name.isEmpty() && m_saved.size() < kMost)
      m_saved.push_back({name, v.value(QStringLiteral("state")).toObject()});
  }
  const QString current = all.value(QStringLiteral("current")).toString();
  m_current = find(current) ? current : m_own.front().name;
  m_changed = all.value(QStringLiteral("changed")).toBool();
  const QJsonObject now = all.value(QStringLiteral("now")).toObject();
  m_table.setLayoutState(now.isEmpty() ? find(m_current)->state : now);
  showName();
}

} // namespace pricewright
