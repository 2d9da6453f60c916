// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/EffectCard.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <cmath>

namespace pricewright {
namespace {

const QString kDash = QStringLiteral("–");
constexpr int kFlat = 0; // shown as nothing below half a unit of the last place

QString arrow() { return QStringLiteral(" → "); }
paint::Tone toneOf(double change) {
  return change > kFlat ? paint::Tone::Positive : change < kFlat ? paint::Tone::Negative : paint::Tone::Neutral;
}
// "+6.1 % [−1.2 … +13.4]"
QString percentChange(const WhatIfFigure& f) {
  const auto main = f.percent(f.change), low = f.percent(f.low), high = f.percent(f.high);
  if (!main)
    return kDash;
  if (f.change == 0)
    return QStringLiteral("0.0 %").replace(QLatin1Char('.'), QLocale().decimalPoint());
  return QStringLiteral("%1 % [%2 … %3]").arg(signedNumber(*main, 1), signedNumber(*low, 0), signedNumber(*high, 0));
}
int placesFor(double value) { return std::abs(value) < 1 ? 2 : std::abs(value) < 10 ? 1 : 0; }
QString plainMoney(double value, const QString& mark) { return mark + plainNumber(value, placesFor(value)); }
QString signedMoney(double value, int places, const QString& mark) {
  const QString text = signedNumber(value, places);
  return text.isEmpty() || text.at(0).isDigit() ? mark + text : text.left(1) + mark + text.mid(1);
}
QString moneyChange(const WhatIfFigure& f, const QString& mark) {
  if (f.change == 0 && f.low == 0 && f.high == 0)
    return mark + QLatin1Char('0');
  const int places = placesFor(std::max(std::abs(f.low), std::abs(f.high)));
  return QStringLiteral("%1 [%2 … %3]")
      .arg(signedMoney(f.change, places, mark), signedNumber(f.low, places), signedNumber(f.high, places));
}
QString pair(double from, double to, int places, const QString& mark = {}) {
  return mark + plainNumber(from, places) + (from == to ? QString() : arrow() + mark + plainNumber(to, places));
}

} // namespace

EffectLine::EffectLine(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_name(name) {
  setAccessibleName(name);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void EffectLine::setFacts(const QString& values, const QString& change, paint::Tone tone) {
  if (values == m_values && change == m_change && tone == m_tone)
    return;
  m_values = values;
  m_change = change;
  m_tone = tone;
  setAccessibleDescription(values + QStringLiteral(", ") + change);
  setToolTip(change);
  update();
}

void EffectLine::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const Tokens& t = m_theme.tokens();
  p.fillRect(0, 0, width(), 1, t.grid);
  const bool rtl = isRightToLeft();
  const Qt::Alignment leading = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
  const Qt::Alignment trailing = (rtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute;
  const QRect box = rect().adjusted(14, 1, -14, 0);
  const int name = std::min(104, box.width() / 3);
  p.setFont(m_theme.font(TypeRole::Label));
  const int change =
      std::min(box.width() - name, static_cast<int>(std::ceil(paint::tabularWidth(p.font(), m_change))) + 1);
  const auto part = [&](int from, int width) {
    return rtl ? QRect(box.right() - from - width + 1, box.top(), width, box.height())
               : QRect(box.left() + from, box.top(), width, box.height());
  };
  p.setPen(t.muted);
  paint::elidedText(p, part(0, name), leading, m_name);
  p.setPen(m_tone == paint::Tone::Neutral ? t.muted : paint::toneText(t, m_tone));
  paint::tabularText(p, part(box.width() - change, change), trailing, m_change);
  p.setFont(m_theme.font(TypeRole::Body));
  p.setPen(t.text);
  const int room = box.width() - name - change - 16;
  if (room > 20)
    paint::tabularText(p, part(name + 8, room), leading, m_values);
}

EffectCard::EffectCard(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(QStringLiteral("card"));
  setAccessibleName(tr("Effect"));
  auto* title = new QLabel(tr("Effect"), this);
  title->setFont(theme.font(TypeRole::BodyStrong));
  m_note = new ElidedLabel(this);
  m_note->setTone("muted");
  m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(14, 0, 14, 0);
  head->addWidget(title);
  head->addWidget(m_note, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 9, 1, 1);
  column->setSpacing(0);
  column->addLayout(head);
  column->addSpacing(7);
  const std::array<QString, kLines> names{tr("Units / wk"),  tr("Revenue / wk"), tr("Profit / wk"), tr("Margin"),
                                          tr("Price index"), tr("Siblings"),     tr("Category"),    tr("All prices"),
                                          tr("Guardrails"),  tr("Learning")};
  for (std::size_t i = 0; i < kLines; ++i) {
    m_lines[i] = new EffectLine(theme, names[i], this);
    column->addWidget(m_lines[i], 1);
  }
  m_lines[Category]->setToolTip(tr("Profit of the whole category in this zone, the cost of new labels taken off."));
  m_send = new ActionButton(theme, ActionButton::Kind::Primary, tr("Send to Approvals"), this);
  m_send->setKeys({QStringLiteral("S")});
  m_lock = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Lock"), this);
  m_lock->setKeys({QStringLiteral("L")});
  m_now = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Now"), this);
  m_now->setKeys({QStringLiteral("N")});
  m_now->setToolTip(tr("Back to the price in force"));
  auto* actions = new QFrame(this);
  actions->setObjectName(QStringLiteral("actionBar"));
  auto* row = new QHBoxLayout(actions);
  row->setContentsMargins(13, 8, 13, 8);
  row->setSpacing(8);
  row->addWidget(m_send);
  row->addWidget(m_lock);
  row->addWidget(m_now);
  row->addStretch(1);
  column->addWidget(actions);
  connect(m_send, &QPushButton::clicked, this, &EffectCard::sendClicked);
  connect(m_lock, &QPushButton::clicked, this, &EffectCard::lockClicked);
  connect(m_now, &QPushButton::clicked, this, &EffectCard::nowClicked);
}

void EffectCard::setReadOnly(bool readOnly) { m_readOnly = readOnly; }

void EffectCard::showEffect(const WhatIfSession& session, const CatalogueTotals& totals) {
  const WhatIfModelPtr model = session.model();
  const WhatIfResult result = session.result();
  const WhatIfListing* listing = nullptr;
  for (const WhatIfListing& l : result.listings)
    if (l.listingNo == session.listing())
      listing = &l;
  showNote(session, listing);
  if (listing) {
    showListing(*listing, currencyMark(listing->now.currency()));
    showGroup(session, result, totals);
    showLimits(session);
    showLearning(session);
  } else {
    for (EffectLine* l : m_lines)
      l->setFacts(kDash, {});
  }
  const std::size_t wishes = session.wishes().size();
  m_send->setText(wishes > 1 ? tr("Send %1 to Approvals").arg(QLocale().toString(qulonglong(wishes)))
                             : tr("Send to Approvals"));
  m_send->setAccessibleName(m_send->text());
  m_send->setEnabled(wishes > 0 && !m_readOnly);
  m_send->setToolTip(m_readOnly ? tr("The workspace is open for reading only.") : QString());
  const bool locked = session.isLocked(session.listing());
  m_lock->setText(locked ? tr("Unlock") : tr("Lock"));
  m_lock->setAccessibleName(m_lock->text());
  m_lock->setEnabled(model != nullptr);
  m_now->setEnabled(model && session.tried() != session.now());
}

void EffectCard::showNote(const WhatIfSession& session, const WhatIfListing* l) {
  const WhatIfModelPtr model = session.model();
  if (!model || !l)
    m_note->setText(session.why());
  else if (!l->known)
    m_note->setText(tr("no figures: %1").arg(codeText(l->why)));
  else if (model->demandFrom())
    m_note->setText(
        tr("90 % intervals · demand of %1")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(*model->demandFrom()), Qt::UTC).date(),
                                    QLocale::ShortFormat)));
}

void EffectCard::showListing(const WhatIfListing& l, const QString& mark) {
  if (l.known) {
    const int places = l.units.now < 10 ? 1 : 0;
    m_lines[Units]->setFacts(pair(l.units.now, l.units.then, places), percentChange(l.units), toneOf(l.units.change));
    m_lines[Revenue]->setFacts(pair(l.revenue.now, l.revenue.then, placesFor(l.revenue.now), mark),
                               percentChange(l.revenue), toneOf(l.revenue.change));
    m_lines[Profit]->setFacts(pair(l.profit.now, l.profit.then, placesFor(l.profit.now), mark), percentChange(l.profit),
                              toneOf(l.profit.change));
  } else {
    for (const Line line : {Units, Revenue, Profit})
      m_lines[line]->setFacts(kDash, {});
  }
  if (l.marginNowBp && l.marginThenBp) {
    const int change = *l.marginThenBp - *l.marginNowBp;
    m_lines[Margin]->setFacts(percentText(*l.marginNowBp, false) +
                                  (change == 0 ? QString() : arrow() + percentText(*l.marginThenBp, false)) +
                                  QStringLiteral(" %"),
                              tr("%1 pt").arg(signedNumber(change / 100.0, 1)), toneOf(change));
  } else {
    m_lines[Margin]->setFacts(kDash, tr("no cost"), paint::Tone::Warning);
  }
  if (l.indexNow && l.indexThen)
    m_lines[Index]->setFacts(pair(*l.indexNow, *l.indexThen, 1),
                             *l.indexThen == *l.indexNow ? QString() : signedNumber(*l.indexThen - *l.indexNow, 1));
  else
    m_lines[Index]->setFacts(kDash, tr("no fresh competitor prices"));
}

void EffectCard::showGroup(const WhatIfSession& session, const WhatIfResult& r, const CatalogueTotals& totals) {
  const WhatIfModelPtr model = session.model();
  const Currency currency = session.now().currency();
  const QString mark = currencyMark(currency);
  double siblings = 0;
  const WhatIfListing* most = nullptr;
  for (const WhatIfListing& l : r.listings)
    if (l.listingNo != session.listing()) {
      siblings += l.profit.change;
      if (l.units.change != 0 && (!most || std::abs(l.units.change) > std::abs(most->units.change)))
        most = &l;
    }
  if (most)
    m_lines[Siblings]->setFacts(tr("%1 units %2")
                                    .arg(signedNumber(most->units.change, placesFor(most->units.change)),
                                         model->listing(most->listingNo)->skuName),
                                signedMoney(siblings, placesFor(siblings), mark), toneOf(siblings));
  else
    m_lines[Siblings]->setFacts(r.listings.size() < 2 ? tr("none") : kDash, {});
  m_lines[Category]->setFacts(r.profit.now > 0 ? pair(r.profit.now, r.profit.then, 0, mark) : kDash,
                              moneyChange(r.profit, mark), toneOf(r.profit.change));
  const WhatIfSession::Portfolio all = session.portfolio();
  if (totals.currency != currency || totals.revenueWithCost <= 0) {
    m_lines[Portfolio]->setFacts(kDash, moneyChange(all.profit, mark), toneOf(all.profit.change));
    return;
  }
  QString values = pair(totals.profitPerWeek, totals.profitPerWeek + all.profit.change, 0, mark);
  QString change = moneyChange(all.profit, mark);
  if (all.notCounted > 0)
    change = tr("%1 not counted").arg(QLocale().toString(all.notCounted));
  m_lines[Portfolio]->setFacts(values, change, all.notCounted > 0 ? paint::Tone::Warning : toneOf(all.profit.change));
}

// Of the price in force, whatever is being tried: what is known of it, and what a test would cost and be worth.
void EffectCard::showLearning(const WhatIfSession& session) {
  if (m_learntOf != session.model() || m_learntNo != session.listing()) { // once, not with every step of a drag
    m_learntOf = session.model(), m_learntNo = session.listing();
    m_learnt = m_learntOf->learning(m_learntNo);
  }
  const LearningValue& v = m_learnt;
  const QString mark = currencyMark(session.now().currency());
  if (v.knowledge != Knowledge::WorthTesting) {
    m_lines[Learning]->setFacts(v.knowledge == Knowledge::Known ? tr("knowing more would bring little")
                                                                : tr("cannot tell"),
                                v.knowledge == Knowledge::Known ? QString() : codeText(v.reason));
    return;
  }
  const Money test(v.tests.front(), session.now().currency());
  m_lines[Learning]->setFacts(tr("test %1 for %n week(s)", nullptr, v.weeks).arg(test.toString()),
                              tr("costs %1, worth %2").arg(plainMoney(v.cost, mark), plainMoney(v.worth, mark)),
                              paint::Tone::Accent);
}

void EffectCard::showLimits(const WhatIfSession& session) {
  if (session.tried() == session.now())
    return m_lines[Limits]->setFacts(tr("the price in force"), {});
  const Result<PriceDecision> d = session.model()->verdicts(session.listing(), session.tried());
  if (!d)
    return m_lines[Limits]->setFacts(errorText(d.error()), {}, paint::Tone::Negative);
  int passed = 0;
  QStringList against;
  for (const Verdict& v : d->guarded.verdicts) {
    if (v.outcome == VerdictOutcome::Pass)
      ++passed;
    else if (v.outcome != VerdictOutcome::NotApplicable && v.outcome != VerdictOutcome::Undecidable)
      against << reasonWord(v.ruleId) + QStringLiteral(" ✕");
  }
  against.removeDuplicates();
  QString values = against.isEmpty()
                       ? tr("%1 passed ✓").arg(QLocale().toString(passed))
                       : against.mid(0, 2).join(QStringLiteral(" · ")) +
                             (against.size() > 2 ? QStringLiteral(" +%1").arg(against.size() - 2) : QString());
  QString route;
  paint::Tone tone = paint::Tone::Neutral;
  switch (d->guarded.route) {
  case Route::Automatic:
  case Route::NoChange:
    route = tr("inside the limits");
    tone = paint::Tone::Positive;
    break;
  case Route::Human:
    route = tr("needs a human");
    tone = paint::Tone::Warning;
    break;
  case Route::Blocked:
    route = tr("blocked");
    tone = paint::Tone::Negative;
    break;
  case Route::Hold:
    route = tr("held");
    tone = paint::Tone::Negative;
    break;
  case Route::Conflict:
    route = tr("limits leave no room");
    tone = paint::Tone::Negative;
    break;
  }
  if (d->proposed.isValid() && d->proposed != session.tried() && d->proposed != session.now())
    route = tr("the limits lead to %1").arg(moneyText(d->proposed));
  m_lines[Limits]->setFacts(values, route, tone);
}

} // namespace pricewright
