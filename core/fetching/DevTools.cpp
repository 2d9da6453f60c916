// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/DevTools.h"

#include <QJsonDocument>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace pricewright {
namespace {

constexpr std::size_t kPipePiece = 65'536;
constexpr int kPiecesAtOnce = 64;                // then whoever called has its turn
constexpr qsizetype kMostUnwritten = 16'000'000; // a browser that takes nothing any more is no browser

} // namespace

bool MessageCutter::take(QByteArrayView bytes, const std::function<void(const QByteArray&)>& message) {
  for (qsizetype at = 0; at < bytes.size();) {
    const qsizetype end = bytes.indexOf('\0', at);
    const qsizetype upTo = end < 0 ? bytes.size() : end;
    if (m_open.size() + (upTo - at) > m_longest) {
      m_open.clear();
      return false;
    }
    m_open.append(bytes.sliced(at, upTo - at));
    at = upTo + 1;
    if (end < 0)
      return true;
    const QByteArray whole = std::exchange(m_open, {});
    message(whole);
  }
  return true;
}

DevTools::DevTools(int readEnd, int writeEnd, qsizetype longest, Event event)
    : m_read(readEnd), m_write(writeEnd), m_event(std::move(event)), m_cutter(longest) {
  for (const int end : {m_read, m_write})
    ::fcntl(end, F_SETFL, ::fcntl(end, F_GETFL) | O_NONBLOCK); // NOLINT(cppcoreguidelines-pro-type-vararg)
}

DevTools::~DevTools() {
  ::close(m_read);
  ::close(m_write);
}

void DevTools::call(const QString& method, const QJsonObject& parameters, const QString& session,
                    const Answered& answered) {
  QJsonObject message{{QStringLiteral("id"), ++m_last}, {QStringLiteral("method"), method}};
  if (!parameters.isEmpty())
    message.insert(QStringLiteral("params"), parameters);
  if (!session.isEmpty())
    message.insert(QStringLiteral("sessionId"), session);
  if (answered)
    m_waiting.insert(m_last, answered);
  m_out += QJsonDocument(message).toJson(QJsonDocument::Compact) + '\0';
  write();
}

void DevTools::forget() { m_waiting.clear(); }

// A socket, not a pipe: where the reader has gone, a pipe would end this program by its signal.
void DevTools::write() {
  while (m_isOpen && !m_out.isEmpty()) {
    const ssize_t n = ::send(m_write, m_out.constData(), std::size_t(m_out.size()), MSG_NOSIGNAL);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
      m_isOpen = m_out.size() <= kMostUnwritten;
      return;
    }
    m_isOpen = n > 0;
    m_out.remove(0, std::max<qsizetype>(n, 0));
  }
}

void DevTools::read() {
  std::array<char, kPipePiece> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read fills what is used
  for (int i = 0; i < kPiecesAtOnce && m_isOpen; ++i) {
    const ssize_t n = ::read(m_read, buffer.data(), buffer.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
      return;
    if (n <= 0) {
      m_isOpen = false;
      return;
    }
    if (!m_cutter.take({buffer.data(), n}, [this](const QByteArray& bytes) { takeMessage(bytes); }))
      m_wasTooLong = true, m_isOpen = false;
  }
}

void DevTools::perform(Duration wait) {
  if (!m_isOpen)
    return;
  write();
  std::array<pollfd, 2> ends{{{m_read, POLLIN, 0}, {m_out.isEmpty() ? -1 : m_write, POLLOUT, 0}}};
  if (::poll(ends.data(), ends.size(), int(std::clamp<qint64>(wait.count(), 0, 60'000))) <= 0)
    return;
  write();
  read();
}

void DevTools::takeMessage(const QByteArray& bytes) {
  const QJsonObject message = QJsonDocument::fromJson(bytes).object();
  const int id = message.value(QStringLiteral("id")).toInt();
  if (id == 0) {
    if (const QString method = message.value(QStringLiteral("method")).toString(); !method.isEmpty())
      m_event(message.value(QStringLiteral("sessionId")).toString(), method,
              message.value(QStringLiteral("params")).toObject());
    return;
  }
  const Answered answered = m_waiting.take(id);
  if (!answered)
    return;
  const QJsonObject error = message.value(QStringLiteral("error")).toObject();
  answered(message.value(QStringLiteral("result")).toObject(),
           error.isEmpty() ? QString() : error.value(QStringLiteral("message")).toString(QStringLiteral("error")));
}

} // namespace pricewright
