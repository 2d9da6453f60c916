// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client asks the checking proxy for, a server answers to it, or a browser says to the program. What is
// passed on is one request and one answer, in a form that no reader could take for two, and leads to no place inside.
#include "fetching/DevTools.h"
#include "fetching/ProxyRequest.h"
#include "fetching/Url.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void request(const QByteArray& bytes) {
  const Result<ProxyRequest> r = parseProxyRequest(bytes);
  if (!r) {
    need(r.error().code.startsWith(u"proxy.") || r.error().code.startsWith(u"fetch."), "a known fault");
    return;
  }
  need(isAdmissiblePort(r->port), "an admissible port");
  need(!hostRefusal(r->host), "a public host");
  need(r->bodyBytes >= 0 && r->bodyBytes <= kLargestProxyUpload, "a body in bounds");
  need(r->isTunnel == r->head.isEmpty(), "a tunnel has no head of its own");
  if (r->isTunnel)
    return;
  const QByteArray lower = r->head.toLower();
  need(endOfHead(r->head) == r->head.size(), "one head, and it ends there");
  need(r->head.indexOf(" /") == r->head.indexOf(' '), "in origin form");
  need(lower.count("\r\nhost:") == 1 && lower.count("\r\nconnection:") == 1, "one host, one connection");
  need(lower.count("\r\ncontent-length:") <= 1 && !lower.contains("\r\ntransfer-encoding:"), "one length");
  need(!lower.contains("\r\nproxy-") && !lower.contains("\r\nupgrade:"), "no word of proxies");
  need(lower.count('\n') == lower.count("\r\n") && lower.count('\r') == lower.count('\n'), "whole lines");
}

void answer(const QByteArray& bytes) {
  const Result<ProxyAnswerHead> a = parseProxyAnswer(bytes);
  if (!a) {
    need(a.error().is(u"fetch.bad-answer"), "a known fault");
    return;
  }
  need(a->status >= 100 && a->status <= 999 && a->status != 101, "a status");
  need(endOfHead(a->head) == a->head.size(), "one head, and it ends there");
  need(!a->head.toLower().contains("\r\nproxy-"), "no word of proxies");
  const auto again = sure(parseProxyAnswer(a->head), "what is passed on is read again");
  need(again.head == a->head && again.status == a->status, "as the same");
}

// Messages are the same, however the stream is cut.
void messages(const QByteArray& bytes, qsizetype at) {
  QList<QByteArray> whole, halves;
  const auto into = [](QList<QByteArray>& list) { return [&list](const QByteArray& m) { list += m; }; };
  MessageCutter one(64), two(64);
  const bool isGood = one.take(bytes, into(whole));
  const bool isGoodToo = two.take(QByteArrayView(bytes).first(at), into(halves)) &&
                         two.take(QByteArrayView(bytes).sliced(at), into(halves));
  need(isGood == isGoodToo && whole == halves, "cuts do not matter");
  for (const QByteArray& m : whole)
    need(m.size() <= 64 && !m.contains('\0'), "messages in bounds");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  const unsigned cut = in.byte();
  const QByteArray bytes = in.rest();
  request(bytes);
  answer(bytes);
  messages(bytes, std::min<qsizetype>(cut, bytes.size()));
  const qsizetype end = endOfHead(bytes);
  need(end == endOfHead(bytes, std::min<qsizetype>(cut, bytes.size())) || end < qsizetype(cut), "the end is found");
  return 0;
}
