// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditDetailText.h"

#include "engine/texts/Texts.h"
#include "itemmodels/AuditWords.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QRegularExpression>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("AuditDetailText", text); }

// Two columns: what it is, muted, and its value. Qt's rich text does not mirror tables, so that is done here.
class Sheet {
 public:
  explicit Sheet(const Theme& theme) : m_tokens(theme.tokens()) {
    m_html = QStringLiteral("<style>td{padding:1px 0} .l,.m{color:%1} .good{color:%2} .bad{color:%3}</style>")
                 .arg(m_tokens.muted.name(), m_tokens.positive.name(), m_tokens.negative.name());
    m_html += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'>");
  }
  void row(const QString& label, const QString& value, const QString& aside = {}) {
    if (!value.isEmpty())
      cells(label, value.toHtmlEscaped() + muted(aside));
  }
  void judged(const QString& label, bool good, const QString& words) {
    cells(label, QStringLiteral("<span class='%1'>%2 %3</span>")
                     .arg(good ? QStringLiteral("good") : QStringLiteral("bad"),
                          good ? QStringLiteral("✓") : QStringLiteral("✕"), words.toHtmlEscaped()));
  }
  void hash(const QString& label, const QByteArray& bytes) {
    // In groups, so that it can be read against another one.
    cells(label, QStringLiteral("<span style='font-family:monospace'>%1</span>")
                     .arg(QString::fromLatin1(bytes.toHex(' '))
                              .replace(QRegularExpression(QStringLiteral("(..) (..) (..) (..)")),
                                       QStringLiteral("\\1\\2\\3\\4"))));
  }
  void text(const QString& words) {
    m_html +=
        QStringLiteral("</table><p style='margin-top:8px;margin-bottom:0'>%1</p><table>").arg(words.toHtmlEscaped());
  }
  void code(const QString& words) {
    m_html += QStringLiteral("</table><p class='m' style='margin-top:8px;margin-bottom:2px'>%1</p>"
                             "<p style='font-family:monospace;margin-top:0'>%2</p><table>")
                  .arg(tr("The text that the hash is of"), words.toHtmlEscaped());
  }
  QString done() { return m_html + QStringLiteral("</table>"); }

 private:
  static QString muted(const QString& aside) {
    return aside.isEmpty() ? QString() : QStringLiteral(" <span class='m'>%1</span>").arg(aside.toHtmlEscaped());
  }
  void cells(const QString& label, const QString& html) {
    const QString pair = QGuiApplication::isRightToLeft()
                             ? QStringLiteral("<td align='right'>%2</td><td class='l' align='right' width='88'>%1</td>")
                             : QStringLiteral("<td class='l' width='88'>%1</td><td>%2</td>");
    m_html += QStringLiteral("<tr>%1</tr>").arg(pair.arg(label.toHtmlEscaped(), html));
  }
  const Tokens& m_tokens;
  QString m_html;
};

} // namespace

QString auditDecisionHtml(const AuditDetail& d, const Theme& theme) {
  Sheet sheet(theme);
  const AuditLine& l = d.line;
  sheet.row(tr("Who"), l.actor,
            l.account.isEmpty() ? codeText(l.role) : tr("%1, by the account %2").arg(codeText(l.role), l.account));
  sheet.row(tr("When"), auditMomentText(l.at));
  if (!d.decision) {
    sheet.row(tr("About"), codeText(l.table));
    sheet.row(tr("Its id"), l.rowId);
    sheet.row(tr("UTC"), isoInstant(l.at));
    sheet.text(tr("This entry belongs to no price decision."));
    return sheet.done();
  }
  const AuditDecision& decision = *d.decision;
  sheet.row(tr("Product"), decision.sku, decision.product);
  sheet.row(tr("Zone"), decision.zone);
  sheet.row(
      tr("Price"),
      QStringLiteral("%1 → %2 %3")
          .arg(moneyText(decision.now), moneyText(decision.proposed),
               currencyMark(decision.proposed.isValid() ? decision.proposed.currency() : decision.now.currency())),
      tr("as it stands now"));
  sheet.row(tr("Flagged for"), capitalized(codeText(decision.reason)));
  sheet.row(tr("State now"), capitalized(codeText(decision.state)));
  sheet.judged(tr("Content"), decision.sameContent,
               decision.sameContent ? tr("the one that this entry was made for")
                                    : tr("changed since: a later entry says by whom"));
  sheet.row(tr("Decision"), decision.id.toString());
  sheet.row(tr("UTC"), isoInstant(l.at));
  return sheet.done();
}

QString auditProofHtml(const AuditDetail& d, const Theme& theme) {
  Sheet sheet(theme);
  sheet.judged(tr("Content"), d.hashFits,
               d.hashFits ? tr("is what was written") : tr("is NOT what was written: its hash does not fit"));
  sheet.judged(tr("Place"), d.linkFits,
               d.linkFits ? tr("follows on the entry before it")
                          : tr("does NOT follow on its neighbors: something was removed or put in"));
  if (!d.readable)
    sheet.judged(tr("Body"), false, tr("cannot be read"));
  sheet.hash(tr("Hash"), d.hash);
  if (!d.hashFits)
    sheet.hash(tr("Computed"), d.computed);
  sheet.hash(tr("Before it"), d.previousHash);
  sheet.code(d.text);
  return sheet.done();
}

} // namespace pricewright
