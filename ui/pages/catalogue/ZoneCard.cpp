// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/ZoneCard.h"

#include <QTimeZone>

namespace pricewright {

ZoneCard::ZoneCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Save"), 460) {
  setTitle(tr("Price zones"));
  m_which = box(tr("Zone"));
  m_code = line(tr("Code"), QStringLiteral("NORTH"));
  m_name = line(tr("Name"));
  m_market = line(tr("Market"), QStringLiteral("DE, US, EU …"));
  m_currency = box(tr("Currency"), true);
  for (const char* code : {"EUR", "USD", "GBP", "CHF", "SEK", "DKK", "NOK", "PLN", "CZK", "JPY", "CAD", "AUD"})
    m_currency->addItem(QString::fromLatin1(code));
  m_time = box(tr("Time zone"), true);
  m_gross = new QCheckBox(tr("Prices include VAT"), this);
  form()->addRow(QString(), m_gross);
  for (QLineEdit* edit : {m_code, m_name, m_market})
    connect(edit, &QLineEdit::textChanged, this, &ZoneCard::formChanged);
  for (QComboBox* one : {m_currency, m_time})
    connect(one, &QComboBox::currentTextChanged, this, &ZoneCard::formChanged);
  connect(m_which, &QComboBox::currentIndexChanged, this, &ZoneCard::fill);
}

void ZoneCard::ask(const MasterLists& lists) {
  m_lists = lists;
  if (m_time->count() == 0) // hundreds: not before somebody asks
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
      if (id.contains('/') || id == "UTC")
        m_time->addItem(QString::fromLatin1(id));
  m_which->clear();
  for (const PriceZone& zone : lists.zones)
    m_which->addItem(zone.name.isEmpty() ? zone.code : zone.name);
  m_which->addItem(tr("a new one"));
  m_which->setCurrentIndex(0);
  fill();
  openCentered();
  m_which->setFocus(Qt::PopupFocusReason);
}

void ZoneCard::fill() {
  const int at = m_which->currentIndex();
  const bool isNew = at < 0 || std::size_t(at) >= m_lists.zones.size();
  const PriceZone zone = isNew ? PriceZone() : m_lists.zones[std::size_t(at)];
  m_code->setText(zone.code);
  m_code->setEnabled(isNew); // prices are found by it
  m_name->setText(zone.name);
  m_market->setText(zone.market);
  if (zone.currency.isValid())
    m_currency->setCurrentText(zone.currency.code());
  m_time->setCurrentText(isNew ? QString::fromLatin1(QTimeZone::systemTimeZoneId())
                               : QString::fromLatin1(zone.timeZone));
  m_gross->setChecked(zone.grossPrices);
  formChanged();
}

std::optional<PriceZone> ZoneCard::zone() const {
  const auto currency = Currency::fromCode(m_currency->currentText().trimmed().toUpper());
  if (m_code->text().trimmed().isEmpty() || !currency)
    return std::nullopt;
  PriceZone zone;
  zone.code = m_code->text().trimmed();
  zone.name = m_name->text().trimmed();
  zone.market = m_market->text().trimmed().toUpper();
  zone.currency = *currency;
  zone.grossPrices = m_gross->isChecked();
  zone.timeZone = m_time->currentText().trimmed().toLatin1();
  return zone;
}

void ZoneCard::formChanged() {
  button()->setEnabled(zone().has_value() && m_lists.mayEditZones);
  say(!m_lists.mayEditZones ? tr("A manager changes price zones.")
      : zone()              ? tr("Laws and VAT rates are found by the market; schedules of rules go by the time zone.")
                            : tr("A zone needs a code and a currency."),
      false);
}

void ZoneCard::accept() {
  const auto wish = zone();
  if (!isVisible() || !button()->isEnabled() || !wish)
    return;
  button()->setEnabled(false);
  emit wanted(*wish);
}

} // namespace pricewright
