// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/Delivery.h"

#include "base/Words.h"

#include <numeric>
#include <set>

namespace pricewright {
namespace {

constexpr int kAtOnce = 100; // rows in memory

class ChannelRun {
 public:
  ChannelRun(NoticeStore& store, NoticeSender& sender, const Clock& clock, const JobContext& job)
      : m_store(store), m_sender(sender), m_clock(clock), m_job(job) {}

  Result<ChannelReport> all(NoticeChannel channel, qint64 expected) {
    const Instant began = m_clock.now();
    qint64 done = 0;
    for (qint64 after = 0;;) {
      PW_TRY(const std::vector<Notice> due, m_store.due(channel, began, after, kAtOnce));
      if (due.empty())
        return m_report;
      for (const Notice& notice : due) {
        after = notice.no;
        m_job.report("notices.send", double(++done) / double(std::max(expected, done)));
        PW_CHECK(one(notice));
      }
    }
  }

 private:
  Status one(const Notice& notice) {
    const QString destination = m_sender.destination(notice);
    if (m_job.cancelled() || m_down.contains(destination)) {
      ++m_report.left;
      return {};
    }
    if (const Status ready = m_sender.ready(notice); !ready) {
      ++m_report.left, ++m_report.reasons[ready.error().code];
      return {};
    }
    PW_TRY(const bool ours, m_store.claim(notice.no, m_clock.now()));
    if (!ours)
      return {};
    Notice claimed = notice;
    ++claimed.tries;
    const Delivery d = m_sender.deliver(claimed, m_clock.now(), m_job);
    if (!d.code.isEmpty())
      ++m_report.reasons[d.code];
    if (d.blocksOthers)
      m_down.insert(destination);
    return mark(claimed, d);
  }

  Status mark(const Notice& notice, const Delivery& d) {
    switch (d.outcome) {
    case Delivery::Outcome::Sent:
      ++m_report.sent;
      return m_store.markSent(notice.no, m_clock.now(), d.error());
    case Delivery::Outcome::Never:
      ++m_report.givenUp;
      return m_store.giveUp(notice.no, d.error());
    case Delivery::Outcome::Later:
      break;
    }
    PW_TRY(const bool givenUp, m_store.markFailed(notice.no, m_clock.now(), d.error(), d.retryAfter));
    ++(givenUp ? m_report.givenUp : m_report.failed);
    return {};
  }

  NoticeStore& m_store;
  NoticeSender& m_sender;
  const Clock& m_clock;
  const JobContext& m_job;
  ChannelReport m_report;
  std::set<QString> m_down;
};

} // namespace

int DeliveryReport::sent() const {
  return std::accumulate(channels.begin(), channels.end(), 0, [](int n, const auto& c) { return n + c.second.sent; });
}
int DeliveryReport::notSent() const {
  return std::accumulate(channels.begin(), channels.end(), 0,
                         [](int n, const auto& c) { return n + c.second.failed + c.second.givenUp + c.second.left; });
}

Result<DeliveryReport> deliverNotices(NoticeStore& store, const NoticeSenders& senders, const Clock& clock,
                                      const JobContext& job) {
  PW_TRY(const auto counts, store.counts(clock.now()));
  DeliveryReport out;
  for (const auto& [channel, sender] :
       {std::pair(NoticeChannel::Email, senders.email), std::pair(NoticeChannel::Webhook, senders.webhook)}) {
    const qint64 due = counts.at(channel).due;
    ChannelReport& report = out.channels[channel];
    if (sender) {
      PW_TRY(report, ChannelRun(store, *sender, clock, job).all(channel, due));
    } else if (due > 0) {
      report.left = int(std::min<qint64>(due, std::numeric_limits<int>::max()));
      report.reasons.insert(s("notice.not-set-up"), report.left);
    }
  }
  out.cancelled = job.cancelled();
  return out;
}

} // namespace pricewright
