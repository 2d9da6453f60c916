// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/SiteCard.h"

#include "base/Words.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTime>

namespace pricewright {
namespace {

constexpr int kCardWidth = 480;
constexpr int kLongestDelay = 3600; // seconds

QString hoursText(const Site& site) {
  if (site.windowFrom == site.windowTo)
    return {};
  const auto text = [](int minutes) { return QTime(minutes / 60, minutes % 60).toString(s("hh:mm")); };
  return text(site.windowFrom) + u'-' + text(site.windowTo);
}

} // namespace

SiteCard::SiteCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Set"), kCardWidth) {
  m_delay = line(tr("Seconds between requests"), s("1"));
  m_hours = line(tr("Hours (UTC)"), tr("always, or 06:00-22:00"));
  m_language = line(tr("Language asked for"), s("de"));
  m_currency = line(tr("Currency where none is named"), s("EUR"));
  m_fetcher = box(tr("Pages are fetched by"));
  m_fetcher->addItem(tr("requests: fast and light"), s("http"));
  m_fetcher->addItem(tr("an installed Chromium, where scripts make the page"), s("browser"));
  m_proxies = line(tr("Proxies"), tr("none, or http://proxy:3128, …"));
  m_proxies->setMaxLength(2000);
}

void SiteCard::ask(const Site& site) {
  m_site = site;
  setTitle(tr("How %1 wants to be asked").arg(site.host));
  m_delay->setText(QLocale().toString(double(site.delay.count()) / 1000, 'g', 6));
  m_hours->setText(hoursText(site));
  m_language->setText(site.language);
  m_currency->setText(site.currency);
  m_proxies->setText(site.proxies.join(s(", ")));
  m_fetcher->setCurrentIndex(std::max(0, m_fetcher->findData(site.fetcher)));
  say(tr("robots.txt may ask for more time between requests, never for less."), false);
  openCentered();
  m_delay->setFocus(Qt::OtherFocusReason);
  m_delay->selectAll();
}

bool SiteCard::takeHours() {
  static const QRegularExpression kHours(s("^(\\d{1,2}):(\\d{2})\\s*[-–]\\s*(\\d{1,2}):(\\d{2})$"));
  const QString text = m_hours->text().trimmed();
  m_site.windowFrom = m_site.windowTo = 0;
  if (text.isEmpty())
    return true;
  const QRegularExpressionMatch match = kHours.match(text);
  const QTime from(match.captured(1).toInt(), match.captured(2).toInt());
  const QTime to(match.captured(3).toInt() % 24, match.captured(4).toInt());
  if (!match.hasMatch() || !from.isValid() || !to.isValid())
    return false;
  m_site.windowFrom = from.hour() * 60 + from.minute(), m_site.windowTo = to.hour() * 60 + to.minute();
  return true;
}

void SiteCard::accept() {
  bool isNumber = false;
  const double seconds = QLocale().toDouble(m_delay->text().trimmed(), &isNumber);
  if (!isNumber || seconds < 0 || seconds > kLongestDelay)
    return say(tr("Say the seconds between two requests as a number from 0 to 3,600."), true);
  if (!takeHours())
    return say(tr("Write hours as 06:00-22:00, or leave them empty: always."), true);
  const QString currency = m_currency->text().trimmed().toUpper();
  if (!currency.isEmpty() && !Currency::fromCode(currency))
    return say(tr("%1 is no currency: write EUR, USD, GBP.").arg(currency), true);
  m_site.delay = Duration(qint64(1000 * seconds + 0.5));
  m_site.language = m_language->text().trimmed();
  m_site.currency = currency;
  m_site.fetcher = m_fetcher->currentData().toString();
  static const QRegularExpression kBetween(s("[,\\s]+"));
  m_site.proxies = m_proxies->text().split(kBetween, Qt::SkipEmptyParts);
  emit wanted(m_site);
}

} // namespace pricewright
