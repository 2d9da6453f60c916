// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that are dropped into a folder.
#include "base/Words.h"
#include "feeds/FeedHttp.h"
#include "feeds/XmlFeed.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace pricewright {
namespace {

constexpr Duration kStillWritten = std::chrono::minutes(1);

class LocalFeedFiles final : public FeedFiles {
 public:
  explicit LocalFeedFiles(const QString& path) : m_path(path) {}

  Result<std::vector<FeedFile>> list(const QString& pattern) override {
    const QFileInfo place(m_path);
    std::vector<FeedFile> out;
    if (place.isFile()) {
      m_path = place.absolutePath();
      out.push_back(fileOf(place));
      return out;
    }
    if (!place.isDir())
      return fail(s("feed.folder-missing"), {{s("path"), m_path}});
    const QFileInfoList files = QDir(m_path).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files)
      if (fitsFeedPattern(file.fileName(), pattern))
        out.push_back(fileOf(file));
    return out;
  }

  Status read(const FeedFile& file, const FeedTask& task, FeedIntake& intake) override {
    const QString path = QDir(m_path).filePath(file.name);
    if (task.kind == FeedKind::Table)
      return readTableFeed(path, task.mapping.columns, intake);
    const qint64 most = intake.how().limits.bytes;
    QFile opened(path);
    if (!opened.open(QIODevice::ReadOnly))
      return fail(s("feed.file-unreadable"), {{s("path"), path}});
    if (opened.size() > most)
      return fail(s("feed.too-large"), {{s("limit"), QString::number(most)}});
    return readFeedBytes(task.kind, opened.readAll(), task.mapping, intake);
  }

 private:
  static FeedFile fileOf(const QFileInfo& file) {
    return {file.fileName(), fromMillis(file.lastModified().toMSecsSinceEpoch())};
  }
  QString m_path;
};

bool isAfter(const FeedFile& file, const FeedFile& last) {
  return file.written != last.written ? file.written > last.written : file.name > last.name;
}

} // namespace

bool fitsFeedPattern(const QString& name, const QString& pattern) {
  static const QStringList kHalf{s(".part"), s(".tmp"), s(".filepart"), s(".crdownload"), s("~")};
  if (name.startsWith(u'.') ||
      std::any_of(kHalf.begin(), kHalf.end(), [&](const QString& end) { return name.endsWith(end); }))
    return false;
  return QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern)).match(name).hasMatch();
}

Result<std::unique_ptr<FeedFiles>> localFeedFiles(const FeedTask& task) {
  if (task.location.isEmpty() || task.location.contains(u"://"))
    return fail(s("feed.bad-location"), {{s("location"), task.location.left(200)}});
  return std::unique_ptr<FeedFiles>(std::make_unique<LocalFeedFiles>(task.location));
}

// The files since the one that was read last, the oldest first; at the first time only the newest. One that cannot be
// read does not stand in the way of those behind it, and is tried again as long as it is the newest.
Status pullFiles(FeedFiles& files, const FeedClientSettings& settings, const FeedTask& task, FeedIntake& intake,
                 FeedOutcome& outcome, const JobContext& job) {
  PW_TRY(std::vector<FeedFile> found, files.list(task.mapping.files));
  const Instant now = intake.how().now;
  const FeedFile last{task.memory.value(s("file")).toString(), fromMillis(task.memory.value(s("written")).toInteger())};
  const auto isWaiting = [&](const FeedFile& f) {
    return f.written > now - kStillWritten && f.written < now + kStillWritten;
  };
  std::erase_if(found, [&](const FeedFile& f) { return !last.name.isEmpty() && !isAfter(f, last); });
  outcome.waiting = int(std::count_if(found.begin(), found.end(), isWaiting));
  std::erase_if(found, isWaiting);
  std::sort(found.begin(), found.end(), [](const FeedFile& a, const FeedFile& b) { return isAfter(b, a); });
  const std::size_t most = last.name.isEmpty() ? 1 : std::size_t(std::max(1, settings.mostFiles));
  if (found.size() > most)
    found.erase(found.begin(), found.end() - std::ptrdiff_t(most));
  outcome.isUnchanged = found.empty();
  Status done;
  for (const FeedFile& file : found) {
    if (job.cancelled())
      return fail(s("feed.cancelled"));
    intake.seenAt = std::min(file.written, now);
    ++outcome.pages;
    done = files.read(file, task, intake);
    if (done)
      outcome.memory = {{s("file"), file.name}, {s("written"), toMillis(file.written)}};
    else if (done.error().is(u"feed.cancelled") || done.error().is(u"feed.too-many-items"))
      return done;
  }
  return done;
}

} // namespace pricewright
