// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/EditCard.h"

#include "controls/ElidedLabel.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace pricewright {

EditCard::EditCard(const Theme& theme, QWidget* page) : OverlayCard(theme, page) {
  setAccessibleName(tr("Edit price"));
  setMinimumWidth(380);
  m_title = new ElidedLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_facts = new QLabel(this);
  m_facts->setProperty("tone", QStringLiteral("muted"));
  m_price = new QLineEdit(this);
  m_price->setAccessibleName(tr("New price"));
  m_price->setFont(theme.font(TypeRole::BodyStrong));
  m_price->setMaxLength(24);
  m_save = new ActionButton(theme, ActionButton::Kind::Primary, tr("Save"), this);
  m_save->setKeys({tr("Enter")});
  m_verdict = new QLabel(this);
  m_verdict->setFont(theme.font(TypeRole::BodyStrong));
  m_verdict->setWordWrap(true);
  m_details = new QLabel(this);
  m_details->setWordWrap(true);
  m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_details->setFont(theme.font(TypeRole::Label));
  m_details->setMinimumHeight(96);
  m_details->setAlignment(Qt::AlignTop | Qt::AlignLeading);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_price, 1);
  row->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 12, 12, 12);
  column->setSpacing(6);
  column->addWidget(m_title);
  column->addWidget(m_facts);
  column->addLayout(row);
  column->addWidget(m_verdict);
  column->addWidget(m_details, 1);
  m_pause.setSingleShot(true);
  m_pause.setInterval(150);
  connect(&m_pause, &QTimer::timeout, this, &EditCard::askForPreview);
  connect(m_price, &QLineEdit::textEdited, this, &EditCard::typed);
  connect(m_save, &QPushButton::clicked, this, &EditCard::save);
}

void EditCard::edit(const QueueRow& row, const QPoint& anchor) {
  const bool again = row.id == m_ask.decision && !m_price->text().isEmpty();
  m_ask = {row.id, row.contentHash};
  m_currency = row.proposed.currency();
  m_now = row.now;
  m_proposed = row.proposed;
  m_title->setText(tr("Edit price · %1, %2").arg(row.product, row.zone));
  m_facts->setText(tr("now %1 · proposed %2 %3").arg(moneyText(row.now), moneyText(row.proposed), m_currency.code()));
  if (!again)
    m_price->setText(moneyText(row.proposed, QLocale(), false));
  m_previewed.reset();
  typed();
  open(anchor);
  m_price->setFocus();
  m_price->selectAll();
}

void EditCard::rowChanged(const QueueRow& row) {
  if (row.id != m_ask.decision || row.contentHash == m_ask.contentHash)
    return;
  m_ask.contentHash = row.contentHash;
  m_now = row.now;
  m_proposed = row.proposed;
  m_previewed.reset();
  m_facts->setText(tr("changed meanwhile: now %1 · proposed %2 %3. Your price is kept.")
                       .arg(moneyText(row.now), moneyText(row.proposed), m_currency.code()));
  typed();
}

void EditCard::typed() {
  m_savable = false;
  m_instead.reset();
  m_save->setEnabled(false);
  m_save->setText(tr("Save"));
  const std::optional<Money> price = moneyFromText(m_price->text(), m_currency);
  if (!price) {
    m_pause.stop();
    showWords(tr("Not a price yet"),
              m_currency.minorDigits() == 0
                  ? tr("Type a whole price above 0.")
                  : tr("Type a price above 0 with at most %1 decimals.").arg(m_currency.minorDigits()));
    return;
  }
  showWords(tr("Checking against every limit …"), m_details->text());
  m_pause.start();
}

// At most one preview is under way; what was typed meanwhile is asked for when it comes back.
void EditCard::askForPreview() {
  const std::optional<Money> price = moneyFromText(m_price->text(), m_currency);
  if (!price || m_asked)
    return;
  m_asked = price;
  emit previewRequested(m_ask.decision, *price);
}

void EditCard::showPreview(const PriceDecision& d) {
  if (!m_asked)
    return;
  const Money answered = *m_asked;
  m_asked.reset();
  const std::optional<Money> price = moneyFromText(m_price->text(), m_currency);
  if (!isVisible() || !price)
    return;
  if (answered != *price) {
    askForPreview();
    return;
  }
  m_previewed = answered;
  const Route route = d.guarded.route;
  m_savable =
      (route == Route::Human || route == Route::Automatic || route == Route::NoChange) && d.guarded.final == answered;
  const bool moved = d.guarded.final.isValid() && d.guarded.final != answered;
  if (moved && d.guarded.final != m_now && route != Route::Hold && route != Route::Conflict)
    m_instead = d.guarded.final;
  m_save->setEnabled(m_savable || m_instead);
  m_save->setText(m_instead ? tr("Use %1").arg(moneyText(*m_instead)) : tr("Save %1").arg(moneyText(answered)));
  m_save->updateGeometry();
  showWords(moved ? movedWords(d, answered) : capitalized(codeText(routeName(route))), verdictHtml(d));
}

// Of the price that was typed, whose figures the limits' price would hide.
QString EditCard::movedWords(const PriceDecision& d, const Money& typed) const {
  QStringList said{codeText(routeName(d.guarded.route))};
  if (d.costKnown && typed.minor() > 0) { // the cost is what today's margin leaves of today's price
    const double cost = double(d.current.minor()) * (1 - d.marginNowBp / 10'000.0);
    said << tr("margin %1 %").arg(signedNumber(100 * (1 - cost / double(typed.minor())), 1));
  }
  const QString words = tr("%1: %2.").arg(moneyText(typed), said.join(QStringLiteral(", ")));
  return words + u' ' +
         (m_instead ? tr("The limits lead to %1: Enter takes it.").arg(moneyText(*m_instead))
                    : tr("%1 stays in force.").arg(moneyText(d.guarded.final)));
}

void EditCard::showPreviewError(const Error& error) {
  if (!m_asked)
    return;
  m_asked.reset();
  m_savable = false;
  m_save->setEnabled(false);
  if (isVisible())
    showWords(tr("This price could not be checked"), errorText(error).toHtmlEscaped());
}

QString EditCard::verdictHtml(const PriceDecision& d) const {
  const Tokens& t = theme().tokens();
  QStringList lines;
  const Effect& e = d.recommendation.effect;
  if (d.guarded.final.isValid() && d.guarded.final != m_previewed)
    lines << QStringLiteral("<b>%1</b>").arg(tr("At %1:").arg(moneyText(d.guarded.final)));
  lines << tr("Expected profit %1 [%2 … %3] %4 a week")
               .arg(signedNumber(e.profit, 0), signedNumber(e.profitLow, 0), signedNumber(e.profitHigh, 0),
                    currencyMark(m_currency));
  if (d.costKnown)
    lines << tr("Margin %1 → %2 %").arg(percentText(d.marginNowBp, false), percentText(d.marginThenBp, false));
  int shown = 0, passed = 0;
  for (const Verdict& v : d.guarded.verdicts) {
    if (v.outcome == VerdictOutcome::Pass || v.outcome == VerdictOutcome::NotApplicable) {
      ++passed;
      continue;
    }
    if (++shown > 5)
      continue;
    lines << QStringLiteral("<span style='color:%1'>%2</span> <span style='color:%3'>%4 %5</span>")
                 .arg(t.text.name(), codeText(v.ruleId).toHtmlEscaped(), t.muted.name(),
                      codeText(verdictOutcomeName(v.outcome)).toHtmlEscaped(), v.limit.toHtmlEscaped());
  }
  lines << tr("%1 limits passed").arg(QLocale().toString(passed));
  return lines.join(QStringLiteral("<br>"));
}

void EditCard::showWords(const QString& verdict, const QString& html) {
  m_verdict->setText(verdict);
  m_details->setText(html);
  setAccessibleDescription(verdict);
}

bool EditCard::canSave() const { return m_savable && m_previewed == moneyFromText(m_price->text(), m_currency); }

void EditCard::save() {
  const std::optional<Money> instead = m_instead;
  if (instead && m_previewed == moneyFromText(m_price->text(), m_currency)) {
    m_price->setText(moneyText(*instead, QLocale(), false));
    return typed(); // it has a verdict of its own before it can be saved
  }
  if (!canSave())
    return;
  const Ask ask = m_ask;
  const Money price = *m_previewed;
  dismiss();
  emit saved(ask, price);
}

void EditCard::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
    save();
  else
    OverlayCard::keyPressEvent(event);
  event->accept();
}

} // namespace pricewright
