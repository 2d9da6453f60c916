// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any robots.txt, asked by any agent for any URL; and any text as an address to fetch. A verdict can be pointed at in
// the file, and what is admitted is admitted again and leads to no place of our own.
#include "fetching/Robots.h"
#include "fetching/Url.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void robots(const QString& agent, const QString& url, const QByteArray& text) {
  const RobotsRules rules = parseRobots(text);
  const RobotsVerdict verdict = rules.verdict(agent, url);
  need(verdict.allowed || verdict.line > 0, "what is refused is refused by a line");
  need(verdict.line == 0 || !verdict.agent.isEmpty(), "a line counts for someone");
  need(verdict.line <= text.count('\n') + text.count('\r') + 1, "the line exists");
  need((verdict.line > 0) == !verdict.text.isEmpty() && verdict.text.size() <= 200, "evidence has a text");
  need(!verdict.crawlDelay || (verdict.crawlDelay->count() >= 0 && *verdict.crawlDelay <= kLongestCrawlDelay),
       "delays are bounded");
  need(rules.verdict(agent, QStringLiteral("https://a.example/robots.txt")).allowed, "robots.txt may be read");
  const RobotsVerdict again = parseRobots("# a comment\n" + text).verdict(agent, url);
  if (!text.startsWith('\xef'))
    need(again.allowed == verdict.allowed && again.line == (verdict.line ? verdict.line + 1 : 0),
         "comments do not count");
  need(!agent.contains(u'/') || rules.verdict(agent + u'x', url).allowed == verdict.allowed, "nor do versions");
}

void addresses(const QString& text) {
  const auto url = admissibleUrl(text);
  if (!url) {
    need(url.error().code.startsWith(u"fetch."), "a known fault");
    return;
  }
  const QString sent = QString::fromLatin1(url->toEncoded());
  need(sent.startsWith(u"http://") || sent.startsWith(u"https://"), "by HTTP");
  need(sent.size() <= kLongestUrl && url->userInfo().isEmpty() && !url->hasFragment(), "in bounds");
  const auto again = admissibleUrl(sent);
  if (!again)
    std::fprintf(stderr, "%s: %s\n", qPrintable(sent), qPrintable(again.error().debugText()));
  need(again && again->toEncoded() == url->toEncoded(), "what is admitted is admitted again");
  need(!hostRefusal(url->host()) && !hostRefusal(url->host(QUrl::FullyEncoded)), "to a public host");
  const auto address = parseIpAddress(url->host());
  need(!address || !addressRefusal(*address), "to a public address");
}

} // namespace

// Lines: an agent; a URL; an address; then the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const QString agent = in.text(), url = in.text(), address = in.text();
  addresses(url);
  addresses(QStringLiteral("http://") + address + u'/');
  if (const auto refusal = hostRefusal(address))
    need(refusal->startsWith(u"address."), "a known reason");
  if (const auto list = AddressAllowList::parse(address); list && !list->isEmpty())
    hostRefusal(url, *list);
  robots(agent, url, in.rest());
  return 0;
}
