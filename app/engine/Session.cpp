// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Session.h"

#include "base/Json.h"
#include "engine/texts/Texts.h"

#include <cerrno>
#include <cstdio>
#include <mutex>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace pricewright {
namespace {

bool isTerminal(FILE* stream) {
#ifdef Q_OS_WIN
  return _isatty(_fileno(stream)) != 0;
#else
  return isatty(fileno(stream)) != 0;
#endif
}

// False where not all of it arrived: a full disk, a reader that went away.
bool print(FILE* to, const QByteArray& bytes) {
  const auto size = static_cast<std::size_t>(bytes.size());
  return std::fwrite(bytes.constData(), 1, size, to) == size && std::fflush(to) == 0;
}

QByteArray line(const QString& text) {
  QByteArray bytes = text.toUtf8();
  if (!bytes.endsWith('\n'))
    bytes += '\n';
  return bytes;
}

int exitFor(const Error& error) {
  if (error.code.startsWith(u"usage.") || error.code == u"import.unknown-kind")
    return kUsage;
  if (error.code.endsWith(u".cancelled"))
    return kCancelled;
  if (error.code == u"audit.broken-chain" || error.code.startsWith(u"audit.head-"))
    return kAuditBroken;
  if (error.is(u"monitor.looks-not-kept"))
    return error.arguments.value(QStringLiteral("kept")) == u"0" && error.cause ? exitFor(*error.cause) : kPartly;
  if (error.code.startsWith(u"engine.cycle-"))
    return kUnusable;
  const bool ofOneChange = error.code == u"storage.constraint" || error.code == u"storage.exists";
  return error.code.startsWith(u"storage.") && !ofOneChange ? kUnusable : kFailed;
}

// One line that is written over, at most ten times a second, from whatever thread works.
class ProgressLine {
 public:
  ~ProgressLine() { clear(); }
  void show(std::string_view step, double fraction) {
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_shown < std::chrono::milliseconds(100))
      return;
    m_shown = now;
    m_visible = true;
    const QString text = QStringLiteral("\r\x1b[K%1 %2 %")
                             .arg(codeText(QString::fromUtf8(step.data(), static_cast<qsizetype>(step.size()))))
                             .arg(std::clamp(fraction, 0.0, 1.0) * 100, 0, 'f', 0);
    print(stderr, text.toUtf8());
  }
  void clear() {
    if (m_visible)
      print(stderr, "\r\x1b[K");
  }

 private:
  std::mutex m_mutex;
  std::chrono::steady_clock::time_point m_shown{};
  bool m_visible = false;
};

} // namespace

Session::Session(Arguments typed, const Globals& globals, std::stop_token stop)
    : arguments(std::move(typed)), m_file(globals.workspace), m_asUser(globals.asUser), m_json(globals.json),
      m_stop(std::move(stop)) {}

Result<Workspace*> Session::workspace(For what) {
  if (m_workspace)
    return m_workspace.get();
  if (m_file.isEmpty())
    return fail(QStringLiteral("usage.no-workspace"));
  auto opened = Workspace::open(m_file, OpenMode::ReadWrite);
  if (!opened && what == For::Looking && opened.error().is(u"storage.read-only"))
    opened = Workspace::open(m_file, OpenMode::ReadOnly);
  if (!opened)
    return opened.error();
  if (what == For::Changing)
    PW_CHECK((*opened)->trusted());
  if (!m_asUser.isEmpty())
    PW_CHECK((*opened)->actAs(m_asUser));
  m_workspace = std::move(*opened);
  return m_workspace.get();
}

Workspace& Session::adopt(std::unique_ptr<Workspace> made) {
  m_workspace = std::move(made);
  return *m_workspace;
}

JobContext Session::job() const {
  JobContext job;
  job.stop = m_stop;
  if (isTerminal(stderr))
    job.progress = [shown = std::make_shared<ProgressLine>()](std::string_view step, double fraction) {
      shown->show(step, fraction);
    };
  return job;
}

int Session::answer(const QJsonObject& object, const QString& text, int exit) const {
  return answerRaw(m_json ? canonicalJson(object) + '\n' : line(text), exit);
}

int Session::answerRaw(const QByteArray& bytes, int exit) const {
  errno = 0;
  if (print(stdout, bytes))
    return exit;
  if (errno == EPIPE) // who reads has seen enough
    return kFailed;
  print(stderr, line(QStringLiteral("pricewright-engine: ") +
                     errorText(fail(QStringLiteral("export.not-written"),
                                    {{QStringLiteral("path"), QStringLiteral("standard output")},
                                     {QStringLiteral("what"), qt_error_string()}}))));
  return kFailed;
}

int Session::refuse(const Error& error) const {
  if (m_json)
    print(stdout, canonicalJson(QJsonObject{{QStringLiteral("error"), toJson(error)}}) + '\n');
  else
    print(stderr, line(QStringLiteral("pricewright-engine: ") + errorText(error)));
  return exitFor(error);
}

int Session::usage(const QString& how) const {
  return refuse(fail(QStringLiteral("usage.wrong"), {{QStringLiteral("what"), how}}));
}

QJsonObject toJson(const Error& error) {
  QJsonObject arguments;
  for (auto it = error.arguments.begin(); it != error.arguments.end(); ++it)
    arguments.insert(it.key(), it.value());
  QJsonObject object{{QStringLiteral("code"), error.code},
                     {QStringLiteral("arguments"), arguments},
                     {QStringLiteral("text"), errorText(error)}};
  if (error.cause)
    object.insert(QStringLiteral("cause"), toJson(*error.cause));
  return object;
}

} // namespace pricewright
