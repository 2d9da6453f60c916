// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/promotions/PromotionCard.h"

#include "engine/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/PromotionModel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>

namespace pricewright {
namespace {

constexpr std::size_t kMostNotes = 6;

QString checkName(const PromotionCheck& c) {
  return c.zone.isEmpty() ? c.sku : QStringLiteral("%1 · %2").arg(c.sku, c.zone);
}

Line noteLine(const PromotionCheck& c, const Error& why, bool refused) {
  Line line;
  line.chip = refused ? PromotionCard::tr("not") : PromotionCard::tr("note");
  line.chipTone = refused ? paint::Tone::Negative : paint::Tone::Warning;
  line.text = checkName(c);
  line.detail = errorText(why);
  line.toolTip = line.detail;
  return line;
}

} // namespace

PromotionCard::PromotionCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setFixedWidth(560);
  build();
  for (QLineEdit* edit : {m_skus, m_from, m_to, m_value})
    connect(edit, &QLineEdit::textChanged, this, &PromotionCard::formChanged);
  for (QComboBox* box : {m_zone, m_channel, m_kind})
    connect(box, &QComboBox::currentIndexChanged, this, &PromotionCard::formChanged);
  connect(m_do, &QPushButton::clicked, this, &PromotionCard::accept);
}

QLineEdit* PromotionCard::line(const QString& name, const QString& example) {
  auto* edit = new QLineEdit(this);
  edit->setAccessibleName(name);
  edit->setPlaceholderText(example);
  return edit;
}

void PromotionCard::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 14, 16, 14);
  column->setSpacing(8);
  m_title = new QLabel(this);
  m_title->setFont(theme().font(TypeRole::BodyStrong));
  column->addWidget(m_title);
  m_skus = line(tr("SKUs"), tr("codes, or OJ-* for all that begin so"));
  m_skus->setMaxLength(200'000);
  m_zone = new QComboBox(this);
  m_zone->setAccessibleName(tr("Zone"));
  m_channel = new QComboBox(this);
  m_channel->setAccessibleName(tr("Channel"));
  m_from = line(tr("First day"), QStringLiteral("2026-01-31"));
  m_to = line(tr("Last day"), QStringLiteral("2026-02-13"));
  m_kind = new QComboBox(this);
  m_kind->setAccessibleName(tr("Kind"));
  m_kind->addItems({tr("cut in percent"), tr("one price"), tr("leaflet, no price"), tr("display, no price")});
  m_value = line(tr("Cut or price"), {});
  m_valueName = new QLabel(this);
  auto* where = new QHBoxLayout;
  where->addWidget(m_zone, 1);
  where->addWidget(m_channel, 1);
  auto* days = new QHBoxLayout;
  days->addWidget(m_from, 1);
  days->addWidget(new QLabel(tr("to"), this));
  days->addWidget(m_to, 1);
  auto* what = new QHBoxLayout;
  what->addWidget(m_kind, 1);
  what->addWidget(m_value, 1);
  what->addWidget(m_valueName);
  for (QHBoxLayout* row : {where, days, what})
    row->setSpacing(8);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setHorizontalSpacing(12);
  form->addRow(tr("SKUs"), m_skus);
  form->addRow(tr("Where"), where);
  form->addRow(tr("Days"), days);
  form->addRow(tr("What"), what);
  column->addLayout(form);
  m_result = new QLabel(this);
  m_result->setFont(theme().font(TypeRole::Label));
  m_result->setWordWrap(true);
  m_result->setMinimumHeight(34);
  m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  column->addWidget(m_result);
  m_notes = new LineList(theme(), tr("What to know"), this);
  m_notes->hide();
  column->addWidget(m_notes);
  m_do = new ActionButton(theme(), ActionButton::Kind::Primary, tr("Plan"), this);
  m_do->setKeys({tr("Enter")});
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_do);
  column->addLayout(row);
}

void PromotionCard::fill(const PromotionCalendar& calendar) {
  m_calendar = {calendar.today, {}, calendar.channels, calendar.zones, 0, 0, false};
  m_zone->clear();
  m_zone->addItem(tr("all zones"), QString());
  for (const PriceZone& zone : calendar.zones)
    m_zone->addItem(zone.name.isEmpty() ? zone.code : zone.name, zone.code);
  m_channel->clear();
  m_channel->addItem(tr("all channels"), 0);
  for (const Channel& channel : calendar.channels)
    m_channel->addItem(channel.name.isEmpty() ? channel.code : channel.name, channel.no);
}

void PromotionCard::plan(const PromotionCalendar& calendar, const QString& skus, const QString& zone) {
  m_filling = true;
  m_changing.reset();
  fill(calendar);
  m_title->setText(tr("Plan promotions"));
  setAccessibleName(m_title->text());
  m_skus->setText(skus);
  m_zone->setCurrentIndex(std::max(0, m_zone->findData(zone)));
  const Day monday = calendar.today + std::chrono::days(7) -
                     std::chrono::days(std::chrono::weekday(calendar.today).iso_encoding() - 1);
  m_from->setText(isoDay(monday));
  m_to->setText(isoDay(monday + std::chrono::days(6)));
  m_kind->setCurrentIndex(Cut);
  m_value->setText(QStringLiteral("20"));
  for (QWidget* w : {static_cast<QWidget*>(m_skus), static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_channel),
                     static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_value)})
    w->setEnabled(true);
  m_filling = false;
  openCentered();
  (skus.isEmpty() ? m_skus : m_value)->setFocus(Qt::PopupFocusReason);
  m_value->selectAll();
  formChanged();
}

void PromotionCard::change(const PromotionCalendar& calendar, const PromotionRow& row) {
  m_filling = true;
  m_changing = row;
  fill(calendar);
  m_title->setText(tr("Change the promotion of %1").arg(row.sku));
  setAccessibleName(m_title->text());
  m_skus->setText(row.sku);
  m_zone->setCurrentIndex(std::max(0, m_zone->findData(row.zone)));
  m_channel->setCurrentIndex(std::max(0, m_channel->findData(row.promotion.what.channelNo)));
  m_from->setText(isoDay(row.promotion.what.from));
  m_to->setText(isoDay(row.promotion.what.to));
  const QString& mechanism = row.promotion.what.mechanism;
  m_kind->setCurrentIndex(mechanism == u"feature" ? Feature : mechanism == u"display" ? Display : Price);
  m_value->setText(row.price.isValid() ? moneyText(row.price) : QString());
  const bool begun = row.state != PromotionState::Planned;
  for (QWidget* w : {static_cast<QWidget*>(m_skus), static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_channel),
                     static_cast<QWidget*>(m_kind)})
    w->setEnabled(false);
  m_from->setEnabled(!begun);
  m_value->setEnabled(!begun);
  m_filling = false;
  openCentered();
  (begun ? m_to : m_value)->setFocus(Qt::PopupFocusReason);
  formChanged();
}

Currency PromotionCard::currency() const {
  if (m_changing && m_changing->price.isValid())
    return m_changing->price.currency();
  for (const PriceZone& zone : m_calendar.zones)
    if (m_zone->currentData().toString().isEmpty() || zone.code == m_zone->currentData().toString())
      return zone.currency;
  return {};
}

PromotionWish PromotionCard::wish() const {
  PromotionWish wish;
  wish.skus = m_skus->text();
  wish.zone = m_zone->currentData().toString();
  wish.channelNo = m_channel->currentData().toInt();
  if (const auto day = parseDay(m_from->text().trimmed()))
    wish.from = *day;
  if (const auto day = parseDay(m_to->text().trimmed()))
    wish.to = *day;
  const int kind = m_kind->currentIndex();
  wish.mechanism = kind == Feature   ? QStringLiteral("feature")
                   : kind == Display ? QStringLiteral("display")
                                     : QStringLiteral("price");
  bool number = false;
  if (const int percent = m_value->text().trimmed().toInt(&number); kind == Cut && number)
    wish.cutPercent = percent;
  if (kind == Price && currency().isValid())
    wish.price = moneyFromText(m_value->text(), currency());
  return wish;
}

QString PromotionCard::formError() const {
  const PromotionWish w = wish();
  if (w.skus.trimmed().isEmpty())
    return tr("Which products? Type or paste their codes.");
  if (!parseDay(m_from->text().trimmed()) || !parseDay(m_to->text().trimmed()))
    return tr("A day is written as 2026-01-31.");
  if (m_kind->currentIndex() == Cut && !w.cutPercent)
    return tr("By how many percent? A whole number from 1 to 99.");
  if (m_kind->currentIndex() == Price && !w.price)
    return tr("At which price?");
  return {};
}

void PromotionCard::say(const QString& text, bool wrong) {
  m_result->setText(text);
  m_result->setProperty("tone", wrong ? QStringLiteral("negative") : QStringLiteral("muted"));
  style()->unpolish(m_result);
  style()->polish(m_result); // the tone's color
}

void PromotionCard::formChanged() {
  if (m_filling)
    return;
  const int kind = m_kind->currentIndex();
  m_value->setVisible(kind == Cut || kind == Price);
  m_valueName->setText(kind == Cut ? QStringLiteral("%") : kind == Price ? currencyMark(currency()) : QString());
  m_notes->hide();
  const QString wrong = formError();
  m_do->setEnabled(wrong.isEmpty() && m_changing.has_value());
  m_do->setText(m_changing ? tr("Change") : tr("Plan"));
  say(wrong.isEmpty() ? (m_changing ? tr("The calendar keeps what it was in the journal.") : tr("Looking …")) : wrong,
      !wrong.isEmpty());
  adjustSize();
  if (wrong.isEmpty() && !m_changing)
    emit checkRequested(wish());
}

void PromotionCard::showChecks(const std::vector<PromotionCheck>& checks) {
  if (!isVisible() || m_changing || !formError().isEmpty())
    return;
  std::vector<Line> lines;
  int good = 0;
  for (const bool refused : {true, false})
    for (const PromotionCheck& c : checks) {
      good += !refused && !c.refusal;
      if (refused && c.refusal && lines.size() < kMostNotes)
        lines.push_back(noteLine(c, *c.refusal, true));
      for (const Error& note : c.notes)
        if (!refused && !c.refusal && lines.size() < kMostNotes)
          lines.push_back(noteLine(c, note, false));
    }
  const auto count = QLocale().toString(good);
  QString text =
      checks.empty() ? tr("No product has such a code.")
      : good == int(checks.size())
          ? tr("%1 prices can be planned so.").arg(count)
          : tr("%1 of %2 prices can be planned so.").arg(count, QLocale().toString(qulonglong(checks.size())));
  if (checks.size() == 1 && checks.front().price.isValid() && !checks.front().refusal) {
    const PromotionCheck& c = checks.front();
    text = tr("%1 instead of %2").arg(moneyText(c.price), moneyText(c.regular));
    if (c.marginBp)
      text += tr(" · margin %1 %").arg(percentText(*c.marginBp, false));
    if (c.announcedPercent)
      text += tr(" · may be announced as −%1 %").arg(*c.announcedPercent);
  }
  say(text, good == 0);
  m_do->setText(good == 1 ? tr("Plan 1 promotion") : tr("Plan %1 promotions").arg(count));
  m_do->setEnabled(good > 0);
  m_notes->setVisible(!lines.empty());
  m_notes->setLines(std::move(lines));
  adjustSize();
}

void PromotionCard::showError(const Error& error) {
  say(errorText(error), true);
  m_do->setEnabled(m_changing.has_value());
}

void PromotionCard::accept() {
  if (!isVisible() || !m_do->isEnabled() || !formError().isEmpty())
    return;
  m_do->setEnabled(false); // until the answer: nothing is planned twice
  if (m_changing)
    emit changeRequested(m_changing->promotion.id, wish());
  else
    emit planRequested(wish());
}

void PromotionCard::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    accept();
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
