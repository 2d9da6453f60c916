// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/revenue/RevenueAgent.h"

#include "base/Json.h"
#include "base/Words.h"

namespace pricewright {
namespace {

constexpr qsizetype kLongestWebhook = 1'000'000;
constexpr std::size_t kEventsAtOnce = 1'000;

OrderBatch batchOf(const PaymentGateway& gateway, LoadSource source, const QString& name) {
  OrderBatch batch;
  batch.provider = gateway.provider(), batch.source = source, batch.name = name;
  return batch;
}

// Of what the events hold, in their order.
QString digestOf(const std::vector<EventFacts>& events) {
  QByteArray all;
  for (const EventFacts& event : events)
    all += event.id.toUtf8() + ' ' + event.digest.toLatin1() + '\n';
  return sha256Hex(all);
}

void addUp(EventsReport& out, const std::vector<EventFacts>& events, const LoadReport& report) {
  out.added += report.added, out.changed += report.changed;
  for (std::size_t i = 0; i < report.events.size(); ++i) {
    ++out.states[eventStateName(report.events[i])];
    if (report.events[i] == EventState::Ignored || report.events[i] == EventState::Failed)
      ++out.reasons[events[i].error];
  }
}

} // namespace

RevenueAgent::RevenueAgent(OrderStore& store, PaymentGateway& gateway, const Clock& clock, Telemetry& telemetry)
    : m_store(store), m_gateway(gateway), m_clock(clock), m_telemetry(telemetry) {}

WebhookAnswer RevenueAgent::takeWebhook(const Actor& by, const QByteArray& body, const WebhookHeaders& headers) {
  WebhookAnswer out;
  out.state = EventState::Failed;
  const auto refuse = [&](int status, const QString& code) {
    out.status = status, out.code = code;
    m_telemetry.count(s("revenue_webhooks_refused"));
    return out;
  };
  if (body.size() > kLongestWebhook)
    return refuse(413, s("gateway.unreadable"));
  Result<EventFacts> event = m_gateway.verify(body, headers, m_clock.now());
  if (!event) {
    const QString code = event.error().code;
    // What is wrong with us, and not with what came, is worth another try.
    const bool ours = code == u"gateway.no-secret" || code.startsWith(u"secrets.");
    return refuse(ours ? 500 : 400, code);
  }
  out.eventId = event->id, out.type = event->type, out.code = event->error;
  OrderBatch batch = batchOf(m_gateway, LoadSource::Webhook, event->type);
  batch.events.push_back(std::move(*event)), batch.digest = digestOf(batch.events);
  const Result<LoadReport> kept = m_store.keep(by, batch);
  if (!kept)
    return refuse(500, kept.error().code);
  out.state = kept->events.front();
  m_telemetry.count(s("revenue_webhooks"));
  m_telemetry.count(s("revenue_events_") + eventStateName(out.state));
  return out;
}

Result<EventsReport> RevenueAgent::takeEvents(const Actor& by, const NextLine& next, const QString& name,
                                              const JobContext& job) {
  EventsReport out;
  OrderBatch batch = batchOf(m_gateway, LoadSource::Events, name);
  const auto flush = [&]() -> Status {
    if (batch.events.empty())
      return {};
    batch.digest = digestOf(batch.events);
    PW_TRY(const LoadReport report, m_store.keep(by, batch));
    addUp(out, batch.events, report);
    batch.events.clear();
    return {};
  };
  for (;;) {
    if (job.cancelled())
      return fail(s("gateway.cancelled"));
    PW_TRY(const std::optional<QByteArray> line, next());
    if (!line)
      break;
    if (line->trimmed().isEmpty())
      continue;
    ++out.read;
    Result<EventFacts> event = m_gateway.readEvent(*line);
    if (!event) {
      ++out.unreadable, ++out.reasons[event.error().code];
      continue;
    }
    batch.events.push_back(std::move(*event));
    if (batch.events.size() >= kEventsAtOnce) {
      PW_CHECK(flush());
    }
  }
  PW_CHECK(flush());
  return out;
}

} // namespace pricewright
