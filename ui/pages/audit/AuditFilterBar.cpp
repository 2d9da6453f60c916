// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditFilterBar.h"

#include "itemmodels/AuditWords.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace pricewright {
namespace {

constexpr int kTypingMs = 250, kHeight = 28, kGap = 8, kLongestText = 200;

// Never exec(): that would be an event loop in the event loop.
QMenu* menuBelow(QWidget* button) {
  auto* menu = new QMenu(button);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  return menu;
}

void popUp(QMenu* menu, QWidget* button) { menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2))); }

// Midnight at the desk, so many days ago.
Instant localMidnight(Instant now, int daysAgo) {
  const QDate day = QDateTime::fromMSecsSinceEpoch(toMillis(now)).date().addDays(-daysAgo);
  return fromMillis(day.startOfDay().toMSecsSinceEpoch());
}

} // namespace

AuditFilterBar::AuditFilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_chipBox(new QWidget(this)) {
  m_chipBox->setFixedHeight(kHeight);
  m_chipBox->setMinimumWidth(120);
  m_chipBox->installEventFilter(this);
  for (const AuditFamily& family : auditFamilies()) {
    auto* chip = new ActionButton(theme, ActionButton::Kind::Chip, family.name, m_chipBox);
    chip->setAccessibleName(tr("Show: %1").arg(family.name));
    connect(chip, &QPushButton::clicked, this, [this, kinds = family.kinds] {
      m_filter.kinds = kinds;
      tell();
    });
    m_chips << chip;
  }
  m_about = new ActionButton(theme, ActionButton::Kind::Chip, QString(), m_chipBox);
  m_about->setTrailing(QStringLiteral("✕"));
  m_about->setChecked(true);
  m_about->hide();
  connect(m_about, &QPushButton::clicked, this, [this] {
    m_filter.about.reset();
    tell();
  });
  m_kind = dropDown();
  m_kind->setParent(m_chipBox);
  m_who = dropDown();
  m_when = dropDown();
  m_sku = field(tr("SKU"), tr("SKU, or its beginning and a star"), tr("A SKU, or the beginning of one: OJ-*"));
  m_sku->setMaximumWidth(128);
  m_text = field(tr("Find a text  /"), tr("A text in the entry"),
                 tr("A text anywhere in an entry: a comment, a file's name, an id (/ or Ctrl+F)"));
  m_text->setMaximumWidth(190);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGap);
  row->addWidget(m_chipBox, 1);
  for (QWidget* w : {static_cast<QWidget*>(m_who), static_cast<QWidget*>(m_when), static_cast<QWidget*>(m_sku),
                     static_cast<QWidget*>(m_text)})
    row->addWidget(w, 0, Qt::AlignTop);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingMs);
  connect(&m_typing, &QTimer::timeout, this, &AuditFilterBar::takeTyped);
  connect(m_kind, &QPushButton::clicked, this, &AuditFilterBar::showKinds);
  connect(m_who, &QPushButton::clicked, this, &AuditFilterBar::showActors);
  connect(m_when, &QPushButton::clicked, this, &AuditFilterBar::showPeriods);
  showState();
}

ActionButton* AuditFilterBar::dropDown() {
  auto* button = new ActionButton(m_theme, ActionButton::Kind::Secondary, QString(), this);
  button->setFocusPolicy(Qt::StrongFocus);
  button->setTrailing(QStringLiteral("▾"));
  return button;
}

QLineEdit* AuditFilterBar::field(const QString& words, const QString& name, const QString& help) {
  auto* edit = new QLineEdit(this);
  edit->setPlaceholderText(words);
  edit->setAccessibleName(name);
  edit->setToolTip(help);
  edit->setClearButtonEnabled(true);
  edit->setMaxLength(kLongestText);
  edit->setFixedHeight(kHeight);
  edit->setMinimumWidth(84);
  edit->installEventFilter(this);
  connect(edit, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
  return edit;
}

void AuditFilterBar::setChoices(const AuditChoices& choices) {
  m_choices = choices;
  showState();
}

void AuditFilterBar::setFilter(const AuditFilter& filter) {
  m_filter = filter;
  m_sku->setText(filter.sku);
  m_text->setText(filter.text);
  tell();
}

void AuditFilterBar::takeTyped() {
  m_typing.stop();
  const QString sku = m_sku->text().trimmed(), text = m_text->text().trimmed();
  if (sku == m_filter.sku && text == m_filter.text)
    return;
  if (sku != m_filter.sku)
    m_filter.about.reset(); // a product takes its place
  m_filter.sku = sku;
  m_filter.text = text;
  tell();
}

void AuditFilterBar::tell() {
  m_typing.stop();
  m_filter.sku = m_sku->text().trimmed();
  m_filter.text = m_text->text().trimmed();
  showState();
  emit filterChanged(m_filter);
}

void AuditFilterBar::showState() {
  const std::vector<AuditFamily> families = auditFamilies();
  bool ofAFamily = false;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const bool chosen = m_filter.kinds == families[i].kinds;
    m_chips[qsizetype(i)]->setChecked(chosen);
    ofAFamily = ofAFamily || chosen;
  }
  AuditFilter about;
  about.about = m_filter.about;
  m_about->setText(auditFilterText(about));
  m_about->setAccessibleName(tr("Only about %1: press to show all again").arg(m_about->text()));
  m_about->setToolTip(m_about->text());
  m_about->setChecked(true);
  m_kind->setText(ofAFamily ? tr("Kind") : auditKindText(m_filter.kinds.value(0)));
  m_kind->setAccessibleName(tr("Kind of entry: %1").arg(ofAFamily ? tr("any") : m_kind->text()));
  m_who->setText(m_filter.actors.isEmpty() ? tr("Anybody") : m_filter.actors.join(QStringLiteral(", ")));
  m_who->setAccessibleName(tr("Who: %1").arg(m_who->text()));
  AuditFilter period;
  period.from = m_filter.from;
  period.to = m_filter.to;
  m_when->setText(period.isEmpty() ? tr("Any time") : auditFilterText(period));
  m_when->setAccessibleName(tr("When: %1").arg(m_when->text()));
  for (ActionButton* b : {m_kind, m_who, m_when})
    b->updateGeometry();
  fitChips();
}

// Families that find no room are left to the menu of kinds; the chosen one always stands there.
void AuditFilterBar::fitChips() {
  const int room = m_chipBox->width(), menu = m_kind->sizeHint().width();
  int x = 0;
  const auto place = [&](QWidget* w) {
    const QRect box(x, 0, std::min(w->sizeHint().width(), std::max(24, room - x)), kHeight);
    w->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, room, kHeight), box));
    w->show();
    x += box.width() + kGap;
  };
  m_about->setVisible(m_filter.about.has_value());
  if (m_filter.about)
    place(m_about);
  int reserved = menu;
  for (ActionButton* chip : std::as_const(m_chips))
    if (chip->isChecked())
      reserved += chip->sizeHint().width() + kGap;
  for (ActionButton* chip : std::as_const(m_chips)) {
    const int width = chip->sizeHint().width() + kGap;
    if (chip->isChecked())
      reserved -= width;
    if (chip->isChecked() || x + width + reserved <= room)
      place(chip);
    else
      chip->hide();
  }
  place(m_kind);
}

void AuditFilterBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitChips();
}

void AuditFilterBar::showKinds() {
  QMenu* menu = menuBelow(m_kind);
  const auto add = [&](const QString& text, const QStringList& kinds) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_filter.kinds == kinds);
    connect(action, &QAction::triggered, this, [this, kinds] {
      m_filter.kinds = kinds;
      tell();
    });
  };
  const std::vector<AuditFamily> families = auditFamilies();
  for (std::size_t i = 0; i < families.size(); ++i)
    if (i == 0 || m_chips[qsizetype(i)]->isHidden())
      add(families[i].name, families[i].kinds);
  menu->addSeparator();
  QList<QPair<QString, QString>> kinds;
  for (const QString& kind : std::as_const(m_choices.kinds))
    kinds << qMakePair(auditKindText(kind), kind);
  std::sort(kinds.begin(), kinds.end(),
            [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
  for (const auto& [text, kind] : std::as_const(kinds))
    add(text, {kind});
  popUp(menu, m_kind);
}

void AuditFilterBar::showActors() {
  QMenu* menu = menuBelow(m_who);
  const auto add = [&](const QString& text, const QStringList& actors) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_filter.actors == actors);
    connect(action, &QAction::triggered, this, [this, actors] {
      m_filter.actors = actors;
      tell();
    });
  };
  add(tr("Anybody"), {});
  QStringList people = m_choices.actors;
  people.removeAll(QStringLiteral("system"));
  if (people.size() > 1)
    add(tr("Anybody but the program"), people);
  menu->addSeparator();
  for (const QString& actor : std::as_const(m_choices.actors))
    add(actor == u"system" ? tr("The program itself") : actor, {actor});
  popUp(menu, m_who);
}

void AuditFilterBar::choosePeriod(std::optional<Instant> from, std::optional<Instant> to) {
  m_filter.from = from;
  m_filter.to = to;
  tell();
}

void AuditFilterBar::showPeriods() {
  QMenu* menu = menuBelow(m_when);
  const auto add = [&](const QString& text, int days) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, days] {
      choosePeriod(days < 0 ? std::nullopt : std::optional(localMidnight(m_now, days)), std::nullopt);
    });
  };
  add(tr("Any time"), -1);
  add(tr("Today"), 0);
  add(tr("Since yesterday"), 1);
  add(tr("Last 7 days"), 7);
  add(tr("Last 30 days"), 30);
  add(tr("Last 90 days"), 90);
  add(tr("Last 365 days"), 365);
  menu->addSeparator();
  connect(menu->addAction(tr("Before today")), &QAction::triggered, this,
          [this] { choosePeriod(std::nullopt, localMidnight(m_now, 0)); });
  connect(menu->addAction(tr("From … to …")), &QAction::triggered, this, &AuditFilterBar::periodWanted);
  popUp(menu, m_when);
}

bool AuditFilterBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_chipBox && event->type() == QEvent::Resize)
    fitChips();
  auto* edit = qobject_cast<QLineEdit*>(watched);
  if (edit && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !edit->text().isEmpty()) {
      edit->clear();
      takeTyped();
      return true;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      takeTyped();
      emit left();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace pricewright
