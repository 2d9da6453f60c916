// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/SyntheticJournal.h"

#include "base/Json.h"
#include "base/Words.h"

#include <array>

namespace pricewright::test {
namespace {

struct Product {
  const char *sku, *name;
  int cents;
};
constexpr std::array<Product, 6> kProducts{{{"OJ-TROP-64", "Tropicana Premium 64 oz", 319},
                                            {"OJ-MMAID-96", "Minute Maid 96 oz", 449},
                                            {"OJ-FLGOLD-64", "Florida Gold 64 oz", 219},
                                            {"OJ-CITRUS-64", "Citrus Hill 64 oz", 239},
                                            {"OJ-TREEF-64", "Tree Fresh 64 oz", 209},
                                            {"OJ-STORE-128", "Store brand 128 oz", 319}}};
constexpr std::array<const char*, 4> kZones{"North Shore", "West", "Lakeview", "South"};
constexpr std::array<const char*, 5> kPeople{"anna", "max", "dora", "system", "system"};

QString price(int cents) {
  return QString::number(cents / 100) + u'.' + QString::number(cents % 100).rightJustified(2, u'0');
}

// The same number gives the same entry, on every machine.
quint64 mixed(qint64 n) {
  quint64 x = quint64(n) * 0x9E3779B97F4A7C15ull;
  x ^= x >> 31;
  return x * 0xBF58476D1CE4E5B9ull >> 7;
}

Id idOf(qint64 n) {
  return *Id::parse(
      s("0195%1-0000-7000-8000-%2").arg(n % 0xffff, 4, 16, QLatin1Char('0')).arg(n, 12, 16, QLatin1Char('0')));
}

void decide(AuditLine& l, quint64 x, const Product& p) {
  static const std::array<const char*, 8> kinds{"decision.pending",     "decision.approved", "decision.published",
                                                "decision.rejected",    "decision.edited",   "decision.superseded",
                                                "decision.rolled-back", "decision.expired"};
  static const std::array<const char*, 4> notes{"step", "freshness", "confidence", "margin"};
  l.kind = s(kinds[(x >> 9) % kinds.size()]);
  l.table = s("decision");
  l.rowId = idOf(l.sequence).toString();
  l.sku = s(p.sku);
  l.zone = s(kZones[(x >> 13) % kZones.size()]);
  l.field = AuditField{s("price"), price(p.cents), price(p.cents + int((x >> 17) % 60) - 20), true};
  l.note = l.kind == u"decision.approved" ? s("agreed with the buyer") : s(notes[(x >> 21) % notes.size()]);
  if (l.kind == u"decision.superseded" || l.kind == u"decision.expired" || l.kind == u"decision.pending")
    l.actor = s("system");
}

} // namespace

AuditLine SyntheticJournal::line(qint64 n) const {
  ++m_made;
  const quint64 x = mixed(n);
  const Product& p = kProducts[(x >> 3) % kProducts.size()];
  AuditLine l;
  l.sequence = n;
  l.at = now() - std::chrono::seconds((m_base - n) * 37 + 40);
  l.actor = s(kPeople[x % kPeople.size()]);
  switch (n % 23) {
  case 3:
    l.kind = s("import.applied");
    l.table = s("import_batch");
    l.rowId = idOf(n).toString();
    l.note = s("competitor prices of week 9.csv");
    break;
  case 9:
    l.kind = s("setting.changed");
    l.table = s("setting");
    l.rowId = s("guardrail.step.percent");
    l.field = AuditField{l.rowId, s("20"), s("15"), true};
    l.actor = s("dora");
    break;
  case 14:
    l.kind = n % 2 ? s("cycle.finished") : s("cycle.halted");
    l.table = s("cycle");
    l.rowId = idOf(n).toString();
    l.note = n % 2 ? QString() : s("breaker-floor-share");
    l.actor = s("system");
    break;
  case 19:
    l.kind = s("sku.changed");
    l.table = s("sku");
    l.rowId = idOf(n).toString();
    l.sku = s(p.sku);
    l.field = AuditField{s("role"), s("background"), s("kvi"), true};
    break;
  default:
    decide(l, x, p);
  }
  l.role = l.actor == u"system" ? s("system") : l.actor == u"dora" ? s("director") : s("manager");
  return l;
}

bool SyntheticJournal::fits(const AuditLine& l, const AuditFilter& f) {
  const auto oneOf = [](const QString& value, const QStringList& list) {
    return list.isEmpty() || std::any_of(list.begin(), list.end(), [&](const QString& w) {
             return w.endsWith(u'.') ? value.startsWith(w) : value == w;
           });
  };
  const bool sku = f.sku.isEmpty() || (f.sku.endsWith(u'*') ? l.sku.startsWith(f.sku.chopped(1)) : l.sku == f.sku);
  return oneOf(l.actor, f.actors) && oneOf(l.kind, f.kinds) && sku && (!f.from || l.at >= *f.from) &&
         (!f.to || l.at < *f.to) && (f.text.isEmpty() || l.note.contains(f.text, Qt::CaseInsensitive));
}

AuditLines SyntheticJournal::page(const AuditFilter& filter, const JournalCursor& cursor, int most,
                                  int mostLooked) const {
  AuditLines page;
  page.newest = m_newest;
  page.next = cursor;
  page.next.before = std::min(cursor.before, m_newest + 1);
  for (int looked = 0; page.next.before > 1 && int(page.lines.size()) < most && looked < mostLooked; ++looked) {
    --page.next.before;
    if (AuditLine l = line(page.next.before); fits(l, filter))
      page.lines.push_back(std::move(l));
  }
  page.end = page.next.before <= 1;
  page.searched = m_newest - page.next.before + 1;
  return page;
}

AuditDetail SyntheticJournal::detail(qint64 n, bool sound) const {
  AuditDetail d;
  d.line = line(n);
  const Currency usd = *Currency::fromCode(u"USD");
  if (d.line.field)
    d.fields.push_back(*d.line.field);
  d.fields.push_back({s("currency"), {}, s("USD"), false});
  if (!d.line.note.isEmpty())
    d.fields.push_back({s("reason"), {}, d.line.note, false});
  d.fields.push_back({s("batch"), {}, s("14"), false});
  d.fields.push_back({s("content_hash"), {}, sha256Hex(QByteArray::number(n)), false});
  d.body = s("{\"batch\":14,\"currency\":\"USD\",\"current\":\"3.19\",\"proposed\":\"3.49\",\"state\":\"approved\"}");
  d.text = s("{\"actor\":\"%1\",\"at\":%2,\"body\":%3,\"kind\":\"%4\",\"previousHash\":\"%5\",\"role\":\"%6\","
             "\"rowId\":\"%7\",\"sequence\":%8,\"table\":\"%9\"}")
               .arg(d.line.actor)
               .arg(toMillis(d.line.at))
               .arg(d.body, d.line.kind, sha256Hex(QByteArray::number(n - 1)), d.line.role, d.line.rowId)
               .arg(n)
               .arg(d.line.table);
  d.previousHash = sha256(QByteArray::number(n - 1));
  d.hash = sha256(QByteArray::number(n));
  d.computed = sound ? d.hash : sha256("other");
  d.hashFits = sound;
  d.linkFits = true;
  if (d.line.table == u"decision") {
    const auto product = std::find_if(kProducts.begin(), kProducts.end(),
                                      [&](const Product& p) { return d.line.sku == QLatin1String(p.sku); });
    d.decision = AuditDecision{*Id::parse(d.line.rowId),
                               d.line.sku,
                               s(product->name),
                               d.line.zone,
                               s("published"),
                               s("step"),
                               *Money::round(d.line.field->before, usd, Rounding::HalfEven),
                               *Money::round(d.line.field->after, usd, Rounding::HalfEven),
                               true};
  }
  return d;
}

AuditChoices SyntheticJournal::choices() {
  return {{s("anna"), s("dora"), s("max"), s("system")},
          {s("cycle.finished"), s("cycle.halted"), s("decision.approved"), s("decision.edited"), s("decision.expired"),
           s("decision.pending"), s("decision.published"), s("decision.rejected"), s("decision.rolled-back"),
           s("decision.superseded"), s("import.applied"), s("setting.changed"), s("sku.changed")}};
}

} // namespace pricewright::test
