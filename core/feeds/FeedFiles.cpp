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
constexpr qsizetype kMostBroken = 20; // files that are tried again

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

// What one pull leaves for the next: the file that was read last, and those that could not be read.
class FeedFileMemory {
 public:
  explicit FeedFileMemory(const QJsonObject& kept)
      : m_kept(kept), m_last{kept.value(s("file")).toString(), fromMillis(kept.value(s("written")).toInteger())},
        m_broken(kept.value(s("broken")).toObject()) {}

  void forgetGone(const std::vector<FeedFile>& there) {
    const QStringList names = m_broken.keys();
    for (const QString& name : names)
      if (std::none_of(there.begin(), there.end(), [&](const FeedFile& f) { return f.name == name; }))
        m_broken.remove(name);
  }
  bool isWanted(const FeedFile& f) const { return isNew(f) || m_broken.contains(f.name); }
  // Of files in their order: the newest of those that are new, and what was broken among them.
  std::vector<FeedFile> chosenOf(std::vector<FeedFile> sorted, std::size_t most) const {
    std::size_t surplus = std::size_t(std::count_if(
        sorted.begin(), sorted.end(), [&](const FeedFile& f) { return isNew(f) && !m_broken.contains(f.name); }));
    most = m_last.name.isEmpty() ? 1 : most;
    surplus -= std::min(surplus, most);
    std::erase_if(sorted, [&](const FeedFile& f) {
      const bool dropped = surplus > 0 && !m_broken.contains(f.name);
      surplus -= dropped;
      return dropped;
    });
    return sorted;
  }
  void note(const FeedFile& file, bool isRead) {
    if (!isRead)
      return keepBroken(file);
    m_broken.remove(file.name);
    if (isNew(file))
      m_last = file;
  }
  QJsonObject toJson() const {
    QJsonObject out = m_kept;
    out.remove(s("broken"));
    if (!m_last.name.isEmpty())
      out[s("file")] = m_last.name, out[s("written")] = toMillis(m_last.written);
    if (!m_broken.isEmpty())
      out[s("broken")] = m_broken;
    return out;
  }

 private:
  bool isNew(const FeedFile& f) const { return m_last.name.isEmpty() || isAfter(f, m_last); }
  // The newest of them: a folder in which nothing can be read is told of, and not read whole each time.
  void keepBroken(const FeedFile& file) {
    m_broken[file.name] = toMillis(file.written);
    while (m_broken.size() > kMostBroken) {
      auto oldest = m_broken.begin();
      for (auto it = m_broken.begin(); it != m_broken.end(); ++it)
        if (it.value().toInteger() < oldest.value().toInteger())
          oldest = it;
      m_broken.erase(oldest);
    }
  }
  QJsonObject m_kept;
  FeedFile m_last;
  QJsonObject m_broken; // name → when it was written
};

Error inFile(const Error& error, const QString& name) {
  return error.causedBy(fail(s("feed.in-file"), {{s("file"), name}}));
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

QStringList brokenFeedFiles(const QJsonObject& memory) { return memory.value(s("broken")).toObject().keys(); }

// The files since the one that was read last, the oldest first; at the first time only the newest. One that cannot be
// read does not stand in the way of the others; it is kept in mind, and tried again until it can be read or is gone.
Status pullFiles(FeedFiles& files, const FeedClientSettings& settings, const FeedTask& task, FeedIntake& intake,
                 FeedOutcome& outcome, const JobContext& job) {
  PW_TRY(std::vector<FeedFile> found, files.list(task.mapping.files));
  const Instant now = intake.how().now;
  FeedFileMemory memory(task.memory);
  memory.forgetGone(found);
  outcome.memory = memory.toJson();
  std::erase_if(found, [&](const FeedFile& f) { return !memory.isWanted(f); });
  const auto isWaiting = [&](const FeedFile& f) {
    return f.written > now - kStillWritten && f.written < now + kStillWritten;
  };
  outcome.waiting = int(std::count_if(found.begin(), found.end(), isWaiting));
  std::erase_if(found, isWaiting);
  std::sort(found.begin(), found.end(), [](const FeedFile& a, const FeedFile& b) { return isAfter(b, a); });
  found = memory.chosenOf(std::move(found), std::size_t(std::max(1, settings.mostFiles)));
  outcome.isUnchanged = found.empty();
  Status done;
  for (const FeedFile& file : found) {
    if (job.cancelled())
      return fail(s("feed.cancelled"));
    intake.seenAt = std::min(file.written, now);
    ++outcome.pages;
    const Status read = files.read(file, task, intake);
    if (!read && (read.error().is(u"feed.cancelled") || read.error().is(u"feed.too-many-items")))
      return read;
    memory.note(file, read.has_value());
    outcome.memory = memory.toJson();
    if (!read && done)
      done = inFile(read.error(), file.name);
  }
  return done;
}

} // namespace pricewright
