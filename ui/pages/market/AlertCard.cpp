// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/AlertCard.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/CatalogueModel.h"
#include "itemmodels/Words.h"

#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kAlertWidth = 520;
constexpr int kPauseMs = 350; // after the last key, before it is tried
constexpr AlertKind kAlertKinds[] = {AlertKind::MoveDown, AlertKind::MoveUp,     AlertKind::Undercut,
                                     AlertKind::PriceWar, AlertKind::IndexBelow, AlertKind::IndexAbove,
                                     AlertKind::SoldOut,  AlertKind::Silent};

bool isIndex(AlertKind k) { return k == AlertKind::IndexBelow || k == AlertKind::IndexAbove; }
bool isMove(AlertKind k) { return k == AlertKind::MoveDown || k == AlertKind::MoveUp; }
bool hasPercent(AlertKind k) { return isMove(k) || k == AlertKind::Undercut || k == AlertKind::PriceWar; }

QStringList addressesIn(const QLineEdit* field) {
  static const QRegularExpression kBetween(s("[,;\\s]+"));
  return field->text().split(kBetween, Qt::SkipEmptyParts);
}

QString quietText(const AlertRule& rule) {
  const auto text = [](int minutes) { return QTime(minutes / 60 % 24, minutes % 60).toString(s("hh:mm")); };
  return rule.quietFrom == rule.quietTo ? QString() : text(rule.quietFrom) + u'-' + text(rule.quietTo);
}

} // namespace

AlertCard::AlertCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Save the alert"), kAlertWidth) {
  m_name = line(tr("Name"), tr("competitor drops"));
  m_kind = box(tr("If"));
  for (const AlertKind kind : kAlertKinds)
    m_kind->addItem(capitalized(codeText(alertKindName(kind))), alertKindName(kind));
  m_much = line(tr("By at least, %"), s("20"));
  m_days = line(tr("Within days"), s("7"));
  m_category = box(tr("Category"));
  m_competitor = box(tr("Competitor"));
  m_role = box(tr("Role"));
  m_semantics = box(tr("Fires"));
  m_semantics->addItem(tr("once, when it becomes true"), true);
  m_semantics->addItem(tr("as long as it is true"), false);
  m_repeat = line(tr("Again after hours"), s("24"));
  m_quiet = line(tr("Quiet hours"), s("22:00-07:00"));
  m_emails = line(tr("Mail to"), s("price.team@shop.example"));
  m_emails->setMaxLength(2000);
  m_webhooks = line(tr("Webhook"), s("https://…"));
  m_webhooks->setMaxLength(2000);
  m_desktop = new QCheckBox(tr("Tell it in the window"), this);
  form()->addRow(QString(), m_desktop);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &AlertCard::tryIt);
  for (const QLineEdit* one : {m_name, m_much, m_days, m_repeat, m_quiet, m_emails, m_webhooks})
    connect(one, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
  for (const QComboBox* one : {m_kind, m_category, m_competitor, m_role, m_semantics})
    connect(one, &QComboBox::currentIndexChanged, this, [this] {
      if (m_filling)
        return;
      showFields();
      m_pause.start();
    });
}

void AlertCard::setChoices(const AlertDesk& desk) {
  if (isVisible())
    return; // somebody is choosing
  m_timeZone = desk.timeZone;
  m_filling = true;
  const auto offer = [](QComboBox* box, const QString& any, const QStringList& codes) {
    const QString before = box->currentData().toString();
    box->clear();
    box->addItem(any, QString());
    for (const QString& code : codes)
      box->addItem(code, code);
    box->setCurrentIndex(std::max(0, box->findData(before)));
  };
  offer(m_category, tr("any"), desk.categories);
  offer(m_competitor, tr("any"), desk.competitors);
  const QString role = m_role->currentData().toString();
  m_role->clear();
  m_role->addItem(tr("any"), QString());
  for (const SkuRole one : {SkuRole::Kvi, SkuRole::Foreground, SkuRole::Background})
    m_role->addItem(CatalogueModel::roleWord(one), skuRoleName(one));
  m_role->setCurrentIndex(std::max(0, m_role->findData(role)));
  m_filling = false;
}

void AlertCard::askNew() {
  m_id = {};
  m_base = {};
  m_base.quietZone = m_timeZone;
  setTitle(tr("New alert"));
  fill(m_base);
}

void AlertCard::askChange(const AlertRow& row) {
  m_id = row.id;
  m_base = row.rule;
  setTitle(tr("Change the alert %1").arg(row.rule.name));
  fill(row.rule);
}

void AlertCard::fill(const AlertRule& rule) {
  m_filling = true;
  const QLocale locale;
  m_name->setText(rule.name);
  m_kind->setCurrentIndex(std::max(0, m_kind->findData(alertKindName(rule.kind))));
  m_much->setText(locale.toString((isIndex(rule.kind)               ? rule.levelBp
                                   : rule.kind == AlertKind::Silent ? 100 * rule.hours
                                                                    : rule.percentBp) /
                                      100.0,
                                  'g', 6));
  m_days->setText(locale.toString(rule.days));
  m_category->setCurrentIndex(std::max(0, m_category->findData(rule.scope.category)));
  m_competitor->setCurrentIndex(std::max(0, m_competitor->findData(rule.scope.competitor)));
  m_role->setCurrentIndex(rule.scope.role ? std::max(0, m_role->findData(skuRoleName(*rule.scope.role))) : 0);
  m_semantics->setCurrentIndex(rule.semantics == AlertSemantics::Crossing ? 0 : 1);
  m_repeat->setText(locale.toString(rule.repeatHours));
  m_quiet->setText(quietText(rule));
  m_emails->setText(rule.emails.join(s(", ")));
  m_webhooks->setText(rule.webhooks.join(s(", ")));
  m_desktop->setChecked(rule.onDesktop);
  m_filling = false;
  showFields();
  say({}, false);
  openCentered();
  m_name->setFocus(Qt::OtherFocusReason);
  m_pause.start();
}

void AlertCard::setRow(QWidget* field, bool shown, const QString& name) {
  field->setVisible(shown);
  if (QWidget* label = form()->labelForField(field)) {
    label->setVisible(shown);
    if (auto* words = qobject_cast<QLabel*>(label); words && !name.isEmpty())
      words->setText(name);
  }
  if (!name.isEmpty())
    field->setAccessibleName(name);
}

void AlertCard::showFields() {
  const AlertKind kind = alertKindFrom(m_kind->currentData().toString()).value_or(AlertKind::MoveDown);
  setRow(m_much, kind != AlertKind::SoldOut,
         isIndex(kind)               ? tr("Level (100 is parity)")
         : kind == AlertKind::Silent ? tr("For more than hours")
                                     : tr("By at least, %"));
  setRow(m_days, isMove(kind));
  setRow(m_category, kind != AlertKind::Silent);
  setRow(m_role, !isIndex(kind) && kind != AlertKind::Silent);
  setRow(m_repeat, !m_semantics->currentData().toBool());
}

Status AlertCard::takeQuiet(AlertRule& rule) const {
  const QString text = m_quiet->text().simplified().remove(u' ').replace(u'–', u'-');
  rule.quietFrom = rule.quietTo = 0;
  if (text.isEmpty())
    return {};
  const QTime from = QTime::fromString(text.section(u'-', 0, 0), s("h:mm"));
  const QTime to = QTime::fromString(text.section(u'-', 1), s("h:mm"));
  if (!from.isValid() || !to.isValid())
    return fail(s("alert.bad-quiet"), {{s("field"), s("quiet")}, {s("value"), text}});
  rule.quietFrom = from.hour() * 60 + from.minute(), rule.quietTo = to.hour() * 60 + to.minute();
  return {};
}

Result<AlertRule> AlertCard::rule() const {
  AlertRule r = m_base;
  r.name = m_name->text().trimmed();
  r.kind = alertKindFrom(m_kind->currentData().toString()).value_or(AlertKind::MoveDown);
  bool isNumber = true, isDays = true, isHours = true;
  const QLocale locale;
  const double much = locale.toDouble(m_much->text().trimmed(), &isNumber);
  const int days = locale.toInt(m_days->text().trimmed(), &isDays);
  const int hours = locale.toInt(m_repeat->text().trimmed(), &isHours);
  const auto bad = [](const QString& field, const QLineEdit* typed, int least, int most) {
    return fail(s("alert.bad-number"), {{s("field"), field},
                                        {s("value"), typed->text()},
                                        {s("least"), QString::number(least)},
                                        {s("most"), QString::number(most)}});
  };
  constexpr int kMostMuch = 100'000, kMostDays = 90, kMostHours = 720;
  if (r.kind != AlertKind::SoldOut && (!isNumber || std::abs(much) > kMostMuch))
    return bad(m_much->accessibleName(), m_much, 0, kMostMuch);
  if (isMove(r.kind) && !isDays)
    return bad(m_days->accessibleName(), m_days, 1, kMostDays);
  if (isIndex(r.kind))
    r.levelBp = int(std::lround(100 * much));
  else if (r.kind == AlertKind::Silent)
    r.hours = int(std::lround(much));
  else if (hasPercent(r.kind))
    r.percentBp = int(std::lround(100 * much));
  if (isMove(r.kind))
    r.days = days;
  r.scope.category = r.kind == AlertKind::Silent ? QString() : m_category->currentData().toString();
  r.scope.competitor = m_competitor->currentData().toString();
  r.scope.role = m_role->isVisibleTo(this) ? skuRoleFrom(m_role->currentData().toString()) : std::nullopt;
  r.semantics = m_semantics->currentData().toBool() ? AlertSemantics::Crossing : AlertSemantics::Level;
  if (r.semantics == AlertSemantics::Level && !isHours)
    return bad(m_repeat->accessibleName(), m_repeat, 1, kMostHours);
  if (isHours)
    r.repeatHours = hours;
  PW_CHECK(takeQuiet(r));
  r.onDesktop = m_desktop->isChecked();
  r.emails = addressesIn(m_emails), r.webhooks = addressesIn(m_webhooks);
  return r;
}

void AlertCard::tryIt() {
  if (m_filling || !isVisible())
    return;
  Result<AlertRule> typed = rule();
  if (!typed)
    return say(errorText(typed.error()), true);
  if (typed->name.isEmpty())
    typed->name = s("trial"); // its name does not matter yet
  if (const Status checked = typed->check(); !checked)
    return say(errorText(checked.error()), true);
  say(tr("Replaying the last 90 days …"), false);
  emit trialWanted(*typed);
}

void AlertCard::showTried(const BackTest& tried) {
  const QLocale locale;
  if (tried.fired == 0)
    return say(tr("It would not have fired in the last 90 days."), false);
  QString text = tr("It would have fired %1 times in 90 days, told in %2 messages")
                     .arg(locale.toString(tried.fired), locale.toString(tried.told));
  if (tried.heldQuiet > 0)
    text += tr(", %1 of them held by quiet hours").arg(locale.toString(tried.heldQuiet));
  if (!tried.events.empty())
    text += tr("; the last: %1").arg(alertText(tried.events.back()));
  say(text, false);
}

void AlertCard::accept() {
  m_pause.stop();
  const Result<AlertRule> typed = rule();
  if (!typed)
    return say(errorText(typed.error()), true);
  if (const Status checked = typed->check(); !checked)
    return say(errorText(checked.error()), true);
  emit wanted(m_id, *typed);
}

} // namespace pricewright
