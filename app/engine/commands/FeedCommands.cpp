// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Price-intelligence services and competitors' product feeds.
#include "FeedCommands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/market/MarketRound.h"
#include "engine/texts/Texts.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

constexpr qint64 kMostMinutes = qint64(366) * 24 * 60; // between two pulls

QString momentText(const std::optional<Instant>& at) { return at ? isoInstant(*at).left(16) : s("never"); }

Result<QJsonObject> mappingIn(const QString& file) {
  if (file.isEmpty())
    return QJsonObject();
  PW_TRY(const QByteArray bytes, readFile(file));
  QJsonParseError error;
  const QJsonDocument read = QJsonDocument::fromJson(bytes, &error);
  if (!read.isObject())
    return fail(s("feed.bad-mapping"),
                {{s("where"), s("byte %1").arg(error.offset)},
                 {s("why"), error.error == QJsonParseError::NoError ? s("an object is wanted") : error.errorString()}});
  return read.object();
}

QJsonArray unreadableJson(const FeedCounts& counts) {
  QJsonArray out;
  for (const UnreadableItem& item : counts.first)
    out.append(QJsonObject{{"position", item.position}, {"id", item.id}, {"reason", item.reason}, {"text", item.text}});
  return out;
}

QJsonObject reasonsJson(const QMap<QString, qint64>& reasons) {
  QJsonObject out;
  for (auto it = reasons.begin(); it != reasons.end(); ++it)
    out.insert(it.key(), it.value());
  return out;
}

QJsonObject itemJson(const FeedItem& item) {
  QJsonObject out{{"position", item.position},
                  {"price", item.price.value.toString()},
                  {"currency", item.price.currency.code()},
                  {"used", item.isUsed}};
  for (std::size_t i = 0; i < kFeedFields; ++i) {
    const auto field = FeedField(i);
    if (field != FeedField::Price && field != FeedField::Currency && field != FeedField::ListPrice &&
        field != FeedField::Shipping && !item.texts[i].isEmpty())
      out.insert(feedFieldName(field), item.texts[i]);
  }
  if (item.listPrice)
    out.insert("list_price", item.listPrice->value.toString());
  if (item.shipping)
    out.insert("shipping", item.shipping->toString());
  if (item.inStock)
    out.insert("in_stock", *item.inStock);
  if (item.observedAt)
    out.insert("observed_at", isoInstant(*item.observedAt));
  return out;
}

QJsonObject feedJson(const Feed& f, Instant now) {
  QJsonObject out{{"feed", f.code},
                  {"name", f.name},
                  {"kind", f.kind},
                  {"at", f.location},
                  {"on", f.isOn},
                  {"stands_in", f.standsIn},
                  {"trusts_codes", f.trustsCodes},
                  {"secret", f.secret},
                  {"every_minutes", f.intervalMinutes},
                  {"requests_a_minute", f.requestsAMinute},
                  {"due", f.isOn && f.next <= now},
                  {"items", f.lastItems},
                  {"error", f.lastError},
                  {"unreadable_files", QJsonArray::fromStringList(brokenFeedFiles(f.memory))},
                  {"mapping", f.mapping}};
  if (f.lastRun)
    out.insert("last_run", isoInstant(*f.lastRun));
  return out;
}

QString troubleOf(const Feed& f) {
  const QStringList broken = brokenFeedFiles(f.memory);
  QString text = f.lastError.isEmpty() ? QString() : codeText(f.lastError);
  if (!broken.isEmpty())
    text += (text.isEmpty() ? QString() : s(" ")) + u'(' + broken.join(s(", ")) + u')';
  return text;
}

QJsonObject reportJson(const FeedReport& r) {
  QMap<QString, qint64> reasons = r.counts.reasons;
  reasons.insert(r.asides);
  QJsonObject out{{"feed", r.code},
                  {"pages", r.run.pages},
                  {"items", r.run.items},
                  {"tied", r.tied},
                  {"offers", r.run.offers},
                  {"confirmed_matches", r.confirmed},
                  {"suggested_matches", r.run.suggested},
                  {"unknown", r.run.unknown},
                  {"unreadable", r.run.unreadable},
                  {"requests", r.run.requests},
                  {"complete", r.run.isComplete},
                  {"unchanged", r.isUnchanged},
                  {"files_being_written", r.waiting},
                  {"reasons", reasonsJson(reasons)},
                  {"first_unreadable", unreadableJson(r.counts)},
                  {"next", isoInstant(r.run.next)},
                  {"seconds", double(r.run.took.count()) / 1000}};
  if (!r.error.code.isEmpty())
    out.insert("error", toJson(r.error));
  return out;
}

QString reportText(const FeedReport& r) {
  QString text = s("%1: ").arg(r.code);
  if (r.isUnchanged && r.error.code.isEmpty())
    text += r.waiting > 0 ? s("%1 files are still being written.\n").arg(r.waiting) : s("nothing new.\n");
  else
    text += s("%1 items; %2 belong to our products, %3 offers are new; %4 are unknown, %5 could not be read; %6 "
              "matches to confirm.\n")
                .arg(r.run.items)
                .arg(r.tied)
                .arg(r.run.offers)
                .arg(r.run.unknown)
                .arg(r.run.unreadable)
                .arg(r.run.suggested);
  for (auto it = r.counts.reasons.begin(); it != r.counts.reasons.end(); ++it)
    text += s("  %1: %2\n").arg(codeText(it.key())).arg(it.value());
  for (auto it = r.asides.begin(); it != r.asides.end(); ++it)
    text += s("  %1: %2\n").arg(codeText(it.key())).arg(it.value());
  if (!r.error.code.isEmpty())
    text += s("  ") + errorText(r.error) + u'\n';
  return text;
}

Status takeOptions(const Arguments& typed, FeedAdd& wish) {
  Feed& feed = wish.feed;
  feed.kind = typed.value("kind", feed.kind), feed.name = typed.value("name", feed.name);
  feed.secret = typed.value("secret", feed.secret), wish.competitor = typed.value("competitor");
  if (typed.has("at")) {
    const QString at = typed.value("at");
    feed.location = at.contains(u"://") || at.isEmpty() ? at : QFileInfo(at).absoluteFilePath();
  }
  if (typed.has("mapping")) {
    PW_TRY(feed.mapping, mappingIn(typed.value("mapping")));
  }
  if (typed.has("every")) {
    PW_TRY(const qint64 minutes, wholeNumber(typed.value("every"), "--every", 1, kMostMinutes));
    feed.intervalMinutes = int(minutes);
  }
  if (typed.has("rate")) {
    PW_TRY(const qint64 rate, wholeNumber(typed.value("rate"), "--rate", 1, 6000));
    feed.requestsAMinute = int(rate);
  }
  feed.standsIn = feed.standsIn || typed.has("stands-in");
  feed.trustsCodes = feed.trustsCodes || typed.has("trusts-codes");
  return {};
}

int switchFeed(Session& session, bool on) {
  PW_OPEN(session, w, Changing);
  const QString& code = session.arguments.words.first();
  if (const Status done = feedStore(w).switchFeed(w.me(), code, on); !done)
    return session.refuse(done.error());
  return session.answer({{"feed", code}, {"on", on}}, s("%1 is %2.\n").arg(code, on ? s("on") : s("off")));
}

} // namespace

int runFeedAdd(Session& session) {
  PW_OPEN(session, w, Changing);
  FeedAdd wish;
  const QString& code = session.arguments.words.first();
  if (const Result<Feed> known = feedStore(w).feed(code))
    wish.feed = *known;
  else if (!known.error().is(u"feed.unknown"))
    return session.refuse(known.error());
  wish.feed.code = code;
  if (const Status taken = takeOptions(session.arguments, wish); !taken)
    return session.refuse(taken.error());
  PW_SAY(session, const Feed feed, addFeed(w, wish));
  return session.answer(
      feedJson(feed, w.clock().now()),
      s("%1 is pulled every %2.\n").arg(feed.code, humanDuration(std::chrono::minutes(feed.intervalMinutes))));
}

int runFeedList(Session& session) {
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const std::vector<Feed> feeds, feedStore(w).feeds());
  const Instant now = w.clock().now();
  QJsonArray all;
  std::vector<QStringList> rows;
  for (const Feed& f : feeds) {
    all.append(feedJson(f, now));
    rows.push_back({f.code, f.kind, f.isOn ? (f.next <= now ? s("due") : s("on")) : s("off"), momentText(f.lastRun),
                    QString::number(f.lastItems), troubleOf(f), f.location.left(60)});
  }
  return session.answer({{"feeds", all}}, textTable({"feed", "kind", "state", "last pull", "items", "trouble", "from"},
                                                    rows, s("    r")));
}

int runFeedRun(Session& session) {
  FeedWish wish;
  wish.code = session.arguments.words.value(0), wish.all = session.arguments.has("all");
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const std::unique_ptr<SecretStore> secrets, openSecrets());
  FeedTools tools;
  tools.secretOf = secretsFrom(*secrets);
  PW_SAY(session, const FeedsReport report, runFeeds(w, wish, session.job(), tools));
  QJsonArray all;
  QString text;
  bool failed = false;
  for (const FeedReport& r : report.feeds) {
    all.append(reportJson(r));
    text += reportText(r);
    failed = failed || !r.error.code.isEmpty();
  }
  if (report.judged.held > 0)
    text += s("%1 prices are held back: offers --state quarantined\n").arg(report.judged.held);
  return session.answer({{"feeds", all}, {"held_back", report.judged.held}, {"cancelled", report.cancelled}},
                        text.isEmpty() ? s("No feed is due.\n") : text,
                        report.cancelled ? kCancelled
                        : failed         ? kPartly
                                         : kOk);
}

int runFeedOn(Session& session) { return switchFeed(session, true); }
int runFeedOff(Session& session) { return switchFeed(session, false); }

int runFeedCheck(Session& session) {
  const Arguments& typed = session.arguments;
  const std::optional<FeedKind> kind = feedKindFrom(typed.value("kind"));
  if (!kind)
    return session.refuse(fail(s("usage.bad-value"), {{s("option"), s("--kind")},
                                                      {s("value"), typed.value("kind")},
                                                      {s("wanted"), s("prisync, json, xml or table")}}));
  PW_SAY(session, const qint64 most, wholeNumber(typed.value("most", s("100")), "--most", 0, 1'000'000));
  PW_SAY(session, const QJsonObject object, mappingIn(typed.value("mapping")));
  PW_SAY(session, const FeedMapping mapping, FeedMapping::parse(object, *kind));
  PW_SAY(session, const QByteArray bytes, readFile(typed.words.first()));
  FeedReading how;
  how.now = SystemClock().now(), how.currency = mapping.currency, how.seller = mapping.seller;
  how.country = mapping.country, how.decimalMark = mapping.decimalMark, how.stop = session.stop();
  QJsonArray items;
  FeedIntake intake(how, [&](const FeedItem& item) {
    if (items.size() < most)
      items.append(itemJson(item));
  });
  const Status read = readFeedBytes(*kind, bytes, mapping, intake);
  const FeedCounts& counts = intake.counts();
  QJsonObject out{{"items", counts.items},
                  {"unreadable", counts.unreadable},
                  {"reasons", reasonsJson(counts.reasons)},
                  {"first_unreadable", unreadableJson(counts)},
                  {"complete", read.has_value()},
                  {"rows", items}};
  if (!read)
    out.insert("error", toJson(read.error()));
  QByteArray text = QJsonDocument(out).toJson(QJsonDocument::Indented);
  return session.answer(out, QString::fromUtf8(text), read ? kOk : kPartly);
}

} // namespace pricewright
