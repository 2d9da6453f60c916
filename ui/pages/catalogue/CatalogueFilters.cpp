// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/CatalogueFilters.h"

#include <QCollator>
#include <QKeyEvent>
#include <QMenu>

namespace pricewright {
namespace {
constexpr int kRoomForAll = 720;
constexpr SkuRole kRoles[] = {SkuRole::Kvi, SkuRole::Foreground, SkuRole::Background, SkuRole::Tail};
} // namespace

CatalogueFilters::CatalogueFilters(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  m_row = new QHBoxLayout(this);
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(8);
  m_zone = menuButton([this] {
    offer(m_zone, tr("All zones"), m_zones, int(m_zones.indexOf(m_filter.zone)),
          [this](int i) { m_filter.zone = m_zones.value(i); });
  });
  m_category = menuButton([this] {
    offer(m_category, tr("All categories"), m_categories, int(m_categories.indexOf(m_filter.category)),
          [this](int i) { m_filter.category = m_categories.value(i); });
  });
  m_role = menuButton([this] {
    QStringList words;
    int chosen = -1;
    for (const SkuRole role : kRoles) {
      if (m_filter.role == role)
        chosen = int(words.size());
      words << CatalogueModel::roleWord(role);
    }
    offer(m_role, tr("All roles"), words, chosen,
          [this](int i) { m_filter.role = i < 0 ? std::nullopt : std::optional(kRoles[i]); });
  });
  m_lowIndex = chip(tr("Index < 95"), &CatalogueFilter::lowIndex);
  m_stale = chip(tr("Stale"), &CatalogueFilter::stale);
  m_stale->setToolTip(tr("No competitor price that is fresh enough"));
  m_tried = chip(tr("Locked"), &CatalogueFilter::tried);
  m_tried->setToolTip(tr("With a new price that is being tried"));
  m_text = new QLineEdit(this);
  m_text->setPlaceholderText(tr("Filter  /"));
  m_text->setAccessibleName(tr("Filter by SKU, product, zone or category"));
  m_text->setClearButtonEnabled(true);
  m_text->setFixedHeight(28);
  m_text->setMinimumWidth(90);
  m_text->setMaximumWidth(180);
  m_text->installEventFilter(this);
  m_row->addStretch(1);
  m_row->addWidget(m_text);
  connect(m_text, &QLineEdit::textChanged, this, &CatalogueFilters::textChanged);
  showState();
}

ActionButton* CatalogueFilters::chip(const QString& text, bool CatalogueFilter::* flag) {
  auto* button = new ActionButton(m_theme, ActionButton::Kind::Chip, text, this);
  connect(button, &QPushButton::clicked, this, [this, flag] {
    m_filter.*flag = !(m_filter.*flag);
    changed();
  });
  m_row->addWidget(button);
  return button;
}

ActionButton* CatalogueFilters::menuButton(const std::function<void()>& open) {
  auto* button = new ActionButton(m_theme, ActionButton::Kind::Chip, QString(), this);
  button->setTrailing(QStringLiteral("▾"));
  connect(button, &QPushButton::clicked, this, [this, open] {
    showState(); // a click has checked it; the choice decides
    open();
  });
  m_row->addWidget(button);
  return button;
}

// Never exec(): that would be an event loop in the event loop.
void CatalogueFilters::offer(ActionButton* below, const QString& all, const QStringList& words, int chosen,
                             const std::function<void(int)>& take) {
  auto* menu = new QMenu(below);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& text, int i) {
    QAction* a = menu->addAction(text);
    a->setCheckable(true);
    a->setChecked(i == chosen);
    connect(a, &QAction::triggered, this, [this, take, i] {
      take(i);
      changed();
    });
  };
  add(all, -1);
  menu->addSeparator();
  for (qsizetype i = 0; i < words.size(); ++i)
    add(words[i], int(i));
  menu->popup(below->mapToGlobal(QPoint(0, below->height() + 2)));
}

void CatalogueFilters::setChoices(const CatalogueSnapshot& snapshot) {
  QSet<QString> zones, categories;
  for (const CatalogueRow& r : snapshot.rows) {
    zones.insert(r.zone);
    categories.insert(r.category);
  }
  QCollator collator;
  collator.setNumericMode(true);
  const auto sorted = [&](const QSet<QString>& set) {
    QStringList list(set.begin(), set.end());
    std::sort(list.begin(), list.end(), collator);
    return list;
  };
  m_zones = sorted(zones);
  m_categories = sorted(categories);
  showState();
}

void CatalogueFilters::setFilter(const CatalogueFilter& filter) {
  m_filter = filter;
  changed();
}

void CatalogueFilters::clear() {
  m_text->clear();
  setFilter({});
}

void CatalogueFilters::changed() {
  showState();
  emit filterChanged();
}

void CatalogueFilters::showState() {
  const auto show = [](ActionButton* button, const QString& text, bool on) {
    button->setText(text);
    button->setAccessibleName(text);
    button->setChecked(on);
    button->updateGeometry();
  };
  show(m_zone, m_filter.zone.isEmpty() ? tr("Zone") : tr("Zone: %1").arg(m_filter.zone), !m_filter.zone.isEmpty());
  show(m_category, m_filter.category.isEmpty() ? tr("Category") : tr("Category: %1").arg(m_filter.category),
       !m_filter.category.isEmpty());
  show(m_role, m_filter.role ? tr("Role: %1").arg(CatalogueModel::roleWord(*m_filter.role)) : tr("Role"),
       m_filter.role.has_value());
  m_zone->setVisible(m_zones.size() > 1 || !m_filter.zone.isEmpty());
  // In a narrow window what is not chosen gives way: the filter row of the table can ask the same.
  const bool wide = width() >= kRoomForAll;
  m_category->setVisible((m_categories.size() > 1 && wide) || !m_filter.category.isEmpty());
  m_lowIndex->setVisible(wide || m_filter.lowIndex);
  m_tried->setVisible(wide || m_filter.tried);
  m_lowIndex->setChecked(m_filter.lowIndex);
  m_stale->setChecked(m_filter.stale);
  m_tried->setChecked(m_filter.tried);
}

void CatalogueFilters::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if ((event->size().width() >= kRoomForAll) != (event->oldSize().width() >= kRoomForAll))
    showState();
}

void CatalogueFilters::addTrailing(QWidget* widget) { m_row->addWidget(widget); }

bool CatalogueFilters::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape)
      m_text->clear();
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      emit left();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace pricewright
