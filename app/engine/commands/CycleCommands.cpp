// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"

#include <QJsonArray>

#include <condition_variable>
#include <mutex>

namespace pricewright {
namespace {

Result<std::optional<Instant>> lastRelease(Workspace& w) {
  PW_TRY(const auto batches, w.batches().batches(1000));
  std::optional<Instant> last;
  for (const PriceBatch& b : batches)
    if (b.state == u"scheduled" && (!last || b.releaseAt > *last))
      last = b.releaseAt;
  return last;
}

// Sleeps until the moment has come by the workspace's clock, which may not run like the computer's; Ctrl+C ends it.
Status waitUntil(const Clock& clock, Instant moment, const JobContext& job) {
  const Instant from = clock.now();
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  for (Instant now = from; now < moment; now = clock.now()) {
    job.report("waiting-for-release",
               std::chrono::duration<double>(now - from) / std::chrono::duration<double>(moment - from));
    wake.wait_for(lock, job.stop, std::min<Duration>(moment - now, Duration(500)), [] { return false; });
    if (job.cancelled())
      return fail(s("job.cancelled"));
  }
  return {};
}

int exitFor(const std::vector<PublishReport>& reports) {
  const auto failed =
      std::count_if(reports.begin(), reports.end(), [](const PublishReport& r) { return r.error.has_value(); });
  const bool heldBack =
      std::any_of(reports.begin(), reports.end(), [](const PublishReport& r) { return r.notPublished > 0; });
  if (failed > 0)
    return failed == static_cast<std::ptrdiff_t>(reports.size()) ? kFailed : kPartly;
  return heldBack ? kPartly : kOk;
}

} // namespace

int runCycle(Session& session) {
  CycleOptions options;
  options.publish = !session.arguments.has("no-publish");
  if (session.arguments.has("seed")) {
    PW_SAY(session, const qint64 seed,
           wholeNumber(session.arguments.value("seed"), "--seed", 1, std::numeric_limits<qint64>::max()));
    options.seed = static_cast<quint64>(seed);
  }
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const CycleReport report, w.runCycle(options, session.job()));
  const int exit = report.state == u"finished"    ? kOk
                   : report.state == u"halted"    ? kHalted
                   : report.state == u"cancelled" ? kCancelled
                                                  : kFailed;
  return session.answer(toJson(report), cycleText(report), exit);
}

int runPublish(Session& session) {
  PW_OPEN(session, w, Changing);
  const JobContext job = session.job();
  if (session.arguments.has("wait")) {
    PW_SAY(session, const auto last, lastRelease(w));
    if (last)
      if (const Status waited = waitUntil(w.clock(), *last, job); !waited)
        return session.refuse(waited.error());
  }
  PW_SAY(session, const auto reports, w.publish(job));
  PW_SAY(session, const auto next, lastRelease(w));
  QJsonArray all;
  for (const PublishReport& report : reports)
    all.append(toJson(report));
  QJsonObject object{{"publications", all}};
  QString text = publishText(reports);
  if (next) {
    object.insert("next_release", isoInstant(*next));
    text += s("\nThe next release is in %1; until then approvals can be undone. publish --wait waits for it.")
                .arg(humanDuration(*next - w.clock().now()));
  }
  return session.answer(object, text, exitFor(reports));
}

int runRollback(Session& session) {
  const QString word = session.arguments.words.first();
  bool isBatch = false;
  const qint64 batch = word.toLongLong(&isBatch);
  Id decision;
  if (!isBatch) {
    PW_SAY(session, decision, Id::parse(word));
  }
  PW_OPEN(session, w, Changing);
  PW_SAY(session, const PublishReport report, isBatch ? w.rollBackBatch(batch) : w.rollBackDecision(decision));
  return session.answer(toJson(report), publishText({report}), exitFor({report}));
}

} // namespace pricewright
