// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/promotions/PromotionCard.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/PromotionModel.h"

#include <QHBoxLayout>

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

PromotionCard::PromotionCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Plan"), 640) {
  build();
  for (QLineEdit* edit : {m_skus, m_from, m_to, m_value})
    connect(edit, &QLineEdit::textChanged, this, &PromotionCard::formChanged);
  for (QComboBox* box : {m_zone, m_channel, m_kind})
    connect(box, &QComboBox::currentIndexChanged, this, &PromotionCard::formChanged);
}

void PromotionCard::build() {
  m_skus = line(tr("SKUs"), tr("codes, or OJ-* for all that begin so"));
  m_skus->setMaxLength(200'000);
  m_zone = box(tr("Zone"), false, false);
  m_channel = box(tr("Channel"), false, false);
  m_from = line(tr("First day"), QStringLiteral("2026-01-31"), false);
  m_to = line(tr("Last day"), QStringLiteral("2026-02-13"), false);
  m_kind = box(tr("Kind"), false, false);
  m_kind->addItems({tr("cut in percent"), tr("one price"), tr("leaflet, no price"), tr("display, no price")});
  m_value = line(tr("Cut or price"), {}, false);
  m_valueName = new QLabel(this);
  const auto row = [this](const QString& name, const QList<QWidget*>& fields) {
    auto* together = new QHBoxLayout;
    together->setSpacing(8);
    for (QWidget* field : fields)
      together->addWidget(field, qobject_cast<QLabel*>(field) ? 0 : 1);
    form()->addRow(name, together);
  };
  row(tr("Where"), {m_zone, m_channel});
  row(tr("Days"), {m_from, new QLabel(tr("to"), this), m_to});
  row(tr("What"), {m_kind, m_value, m_valueName});
  m_notes = new LineList(theme(), tr("What to know"), this);
  m_notes->hide();
  addBelow(m_notes);
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
  setTitle(tr("Plan promotions"));
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
  setTitle(tr("Change the promotion of %1").arg(row.sku));
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

void PromotionCard::formChanged() {
  if (m_filling)
    return;
  const int kind = m_kind->currentIndex();
  m_value->setVisible(kind == Cut || kind == Price);
  m_valueName->setText(kind == Cut ? QStringLiteral("%") : kind == Price ? currencyMark(currency()) : QString());
  m_notes->hide();
  const QString wrong = formError();
  button()->setEnabled(wrong.isEmpty() && m_changing.has_value());
  button()->setText(m_changing ? tr("Change") : tr("Plan"));
  say(wrong.isEmpty() ? (m_changing ? tr("The calendar keeps what it was in the journal.") : tr("Looking …")) : wrong,
      !wrong.isEmpty());
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
  button()->setText(good == 1 ? tr("Plan 1 promotion") : tr("Plan %1 promotions").arg(count));
  button()->setEnabled(good > 0);
  m_notes->setVisible(!lines.empty());
  m_notes->setLines(std::move(lines));
}

void PromotionCard::accept() {
  if (!isVisible() || !button()->isEnabled() || !formError().isEmpty())
    return;
  button()->setEnabled(false); // until the answer: nothing is planned twice
  if (m_changing)
    emit changeRequested(m_changing->promotion.id, wish());
  else
    emit planRequested(wish());
}

} // namespace pricewright
