// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds that lie on an SFTP server.
#include "base/Words.h"
#include "feeds/FeedHttp.h"

#include <QDir>
#include <QSet>

#include <curl/curl.h>
#include <sys/socket.h>

namespace pricewright {
namespace {

constexpr std::size_t kMostNames = 1000;       // whose time is asked for; the last ones by name
constexpr qint64 kLongestListing = 16'000'000; // bytes
constexpr long kConnectMs = 20'000;

bool curlKnowsSftp() {
  const curl_version_info_data* info = curl_version_info(CURLVERSION_NOW);
  for (const char* const* name = info ? info->protocols : nullptr; name && *name; ++name)
    if (qstrcmp(*name, "sftp") == 0)
      return true;
  return false;
}

struct EasyEnd {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

class SftpFeedFiles final : public FeedFiles {
 public:
  SftpFeedFiles(QUrl url, const FeedTask& task, const FeedClientSettings& settings, FeedOutcome& outcome,
                const JobContext& job)
      : m_url(std::move(url)), m_settings(settings), m_outcome(outcome), m_job(job), m_easy(curl_easy_init()) {
    set(CURLOPT_PROTOCOLS_STR, "sftp");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_CONNECTTIMEOUT_MS, kConnectMs);
    set(CURLOPT_TIMEOUT_MS, long(settings.total.count()));
    set(CURLOPT_USERNAME, m_url.userName().toUtf8().constData());
    const QByteArray secret = task.secret.toUtf8();
    if (task.mapping.keyFile.isEmpty()) {
      set(CURLOPT_SSH_AUTH_TYPES, long(CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD));
      set(CURLOPT_PASSWORD, secret.constData());
    } else {
      set(CURLOPT_SSH_AUTH_TYPES, long(CURLSSH_AUTH_PUBLICKEY));
      set(CURLOPT_SSH_PRIVATE_KEYFILE, task.mapping.keyFile.toLocal8Bit().constData());
      set(CURLOPT_KEYPASSWD, secret.constData());
    }
    // A server whose key is not in this file is refused: nobody learns a key by meeting it.
    const QString known =
        task.mapping.knownHosts.isEmpty() ? QDir::home().filePath(s(".ssh/known_hosts")) : task.mapping.knownHosts;
    set(CURLOPT_SSH_KNOWNHOSTS, known.toLocal8Bit().constData());
    set(CURLOPT_WRITEFUNCTION, &SftpFeedFiles::takeBytes);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &SftpFeedFiles::goesOn);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &SftpFeedFiles::openSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    m_url.setUserInfo(QString());
  }

  Result<std::vector<FeedFile>> list(const QString& pattern) override {
    std::vector<FeedFile> out;
    if (!m_url.path().endsWith(u'/')) { // one file
      const QString name = m_url.fileName();
      m_url = m_url.adjusted(QUrl::RemoveFilename);
      PW_TRY(const FeedFile file, timed(name));
      out.push_back(file);
      return out;
    }
    m_most = kLongestListing;
    set(CURLOPT_DIRLISTONLY, 1L);
    PW_CHECK(perform(m_url));
    QSet<QString> listed;
    const QList<QByteArray> lines = m_bytes.split('\n');
    for (const QByteArray& line : lines)
      listed.insert(QString::fromUtf8(line.trimmed()));
    PW_CHECK(dropFolders(listed));
    QStringList names;
    for (const QString& name : std::as_const(listed))
      if (!name.isEmpty() && fitsFeedPattern(name, pattern))
        names << name;
    names.sort();
    for (const QString& name : names.mid(std::max<qsizetype>(0, names.size() - qsizetype(kMostNames)))) {
      PW_TRY(const FeedFile file, timed(name));
      if (file.written != Instant{}) // else it has gone meanwhile
        out.push_back(file);
    }
    return out;
  }

  Status read(const FeedFile& file, const FeedTask& task, FeedIntake& intake) override {
    m_most = m_settings.limits.bytes;
    PW_CHECK(perform(urlOf(file.name)));
    m_outcome.bytes += m_bytes.size();
    return readFeedBytes(task.kind, std::exchange(m_bytes, {}), task.mapping, intake);
  }

 private:
  template <class T> void set(CURLoption option, T value) { curl_easy_setopt(m_easy.get(), option, value); }
  QUrl urlOf(const QString& name) const {
    QUrl url = m_url;
    url.setPath(m_url.path() + name, QUrl::DecodedMode);
    return url;
  }

  // The long listing says which are folders, in lines such as "drwxr-xr-x 2 me us 4096 Mar  2 09:00 old"; how the
  // columns stand is each server's own, but the name is the last one. Of several names that fit the longest counts.
  Status dropFolders(QSet<QString>& names) {
    set(CURLOPT_DIRLISTONLY, 0L);
    PW_CHECK(perform(m_url));
    const QList<QByteArray> lines = m_bytes.split('\n');
    for (const QByteArray& line : lines) {
      if (!line.startsWith('d'))
        continue;
      const QString text = QString::fromUtf8(line).trimmed();
      for (qsizetype space = text.indexOf(u' '); space >= 0; space = text.indexOf(u' ', space + 1))
        if (names.remove(text.sliced(space + 1)))
          break;
    }
    return {};
  }

  Result<FeedFile> timed(const QString& name) {
    set(CURLOPT_NOBODY, 1L);
    set(CURLOPT_FILETIME, 1L);
    const Status done = perform(urlOf(name));
    curl_off_t seconds = -1;
    curl_easy_getinfo(m_easy.get(), CURLINFO_FILETIME_T, &seconds);
    set(CURLOPT_NOBODY, 0L);
    set(CURLOPT_HTTPGET, 1L);
    set(CURLOPT_FILETIME, 0L);
    if (!done && !done.error().is(u"feed.no-file"))
      return done.error();
    return FeedFile{name, done && seconds > 0 ? fromMillis(qint64(seconds) * 1000) : Instant{}};
  }

  Status perform(const QUrl& url) {
    m_bytes.clear(), m_refusal.clear();
    m_isTooLarge = false;
    ++m_outcome.requests;
    set(CURLOPT_URL, url.toEncoded().constData());
    const CURLcode code = curl_easy_perform(m_easy.get());
    if (code == CURLE_OK)
      return {};
    if (m_job.cancelled())
      return fail(s("feed.cancelled"));
    if (!m_refusal.isEmpty())
      return fail(m_refusal);
    if (m_isTooLarge)
      return fail(s("feed.too-large"), {{s("limit"), QString::number(m_most)}});
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
      return fail(s("feed.unknown-host-key"), {{s("host"), url.host()}});
    case CURLE_LOGIN_DENIED:
      return fail(s("feed.login-refused"), {{s("status"), s("SFTP")}});
    case CURLE_REMOTE_FILE_NOT_FOUND:
    case CURLE_REMOTE_ACCESS_DENIED:
      return fail(s("feed.no-file"), {{s("path"), url.path()}});
    case CURLE_COULDNT_RESOLVE_HOST:
      return fail(s("fetch.no-address"));
    case CURLE_COULDNT_CONNECT:
      return fail(s("fetch.no-connection"));
    case CURLE_OPERATION_TIMEDOUT:
      return fail(s("fetch.timeout"));
    default:
      return fail(s("feed.sftp"), {{s("why"), QString::fromLatin1(curl_easy_strerror(code))}});
    }
  }

  static std::size_t takeBytes(char* data, std::size_t size, std::size_t count, void* self) {
    auto& f = *static_cast<SftpFeedFiles*>(self);
    f.m_isTooLarge = f.m_bytes.size() + qsizetype(size * count) > f.m_most;
    if (f.m_isTooLarge)
      return 0;
    f.m_bytes.append(data, qsizetype(size * count));
    return size * count;
  }
  static int goesOn(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<SftpFeedFiles*>(self)->m_job.cancelled() ? 1 : 0;
  }
  static curl_socket_t openSocket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& f = *static_cast<SftpFeedFiles*>(self);
    const std::optional<IpAddress> ip = ipAddressOf(&address->addr, address->addrlen);
    if (!ip)
      return CURL_SOCKET_BAD;
    if (const std::optional<QString> refusal = addressRefusal(*ip, f.m_settings.allowed)) {
      f.m_refusal = *refusal;
      return CURL_SOCKET_BAD;
    }
    f.m_refusal.clear(); // another address of the same name may do
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  QUrl m_url;
  const FeedClientSettings& m_settings;
  FeedOutcome& m_outcome;
  const JobContext& m_job;
  std::unique_ptr<CURL, EasyEnd> m_easy;
  QByteArray m_bytes;
  QString m_refusal;
  qint64 m_most = 0;
  bool m_isTooLarge = false;
};

} // namespace

Result<std::unique_ptr<FeedFiles>> sftpFeedFiles(const FeedTask& task, const FeedClientSettings& settings,
                                                 FeedOutcome& outcome, const JobContext& job) {
  if (!curlKnowsSftp())
    return fail(s("feed.no-sftp"));
  const QUrl url(task.location, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty() || url.userName().isEmpty())
    return fail(s("feed.bad-location"), {{s("location"), url.toString(QUrl::RemovePassword).left(200)}});
  if (!url.password().isEmpty())
    return fail(s("fetch.credentials"));
  if (task.secret.isEmpty() && task.mapping.keyFile.isEmpty())
    return fail(s("feed.bad-secret"));
  return std::unique_ptr<FeedFiles>(std::make_unique<SftpFeedFiles>(url, task, settings, outcome, job));
}

} // namespace pricewright
