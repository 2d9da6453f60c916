// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/BrowserProcess.h"

#include "base/Words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <utility>
#include <vector>

namespace pricewright {
namespace {

constexpr int kReadsFrom = 3, kWritesTo = 4; // what --remote-debugging-pipe means
constexpr int kAboveThose = 10;
constexpr int kWaitForStart = 10'000, kWaitForEnd = 5'000, kBetweenCounts = 10; // ms

#if defined(__x86_64__)
constexpr quint32 kThisMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 kThisMachine = AUDIT_ARCH_AARCH64;
#else
constexpr quint32 kThisMachine = 0;
#endif

constexpr sock_filter step(int code, quint32 value, int yes = 0, int no = 0) {
  return {quint16(code), quint8(yes), quint8(no), value};
}
constexpr int kLoad = BPF_LD | BPF_W | BPF_ABS, kIfEqual = BPF_JMP | BPF_JEQ | BPF_K, kAnd = BPF_ALU | BPF_AND | BPF_K,
              kReturn = BPF_RET | BPF_K;
constexpr quint32 kArgument = offsetof(seccomp_data, args); // low halves: the machines above are little-endian
// Of internet sockets, streams only; neither raw packets nor rings of requests that could make sockets unseen.
std::array<sock_filter, 14> kNoDatagrams{
    step(kLoad, offsetof(seccomp_data, arch)),
    step(kIfEqual, kThisMachine, 0, 10), // else allow
    step(kLoad, offsetof(seccomp_data, nr)),
    step(kIfEqual, SYS_io_uring_setup, 9, 0), // refuse
    step(kIfEqual, SYS_socket, 0, 7),         // else allow
    step(kLoad, kArgument),
    step(kIfEqual, AF_PACKET, 6, 0), // refuse
    step(kIfEqual, AF_INET, 1, 0),
    step(kIfEqual, AF_INET6, 0, 3), // else allow
    step(kLoad, kArgument + sizeof(quint64)),
    step(kAnd, 0xf), // without SOCK_CLOEXEC and SOCK_NONBLOCK
    step(kIfEqual, SOCK_STREAM, 0, 1),
    step(kReturn, SECCOMP_RET_ALLOW),
    step(kReturn, SECCOMP_RET_ERRNO | EACCES),
};

// In the new process, before it becomes the browser: only calls that are safe there.
void becomeBrowser(int readEnd, int writeEnd) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL); // NOLINT(cppcoreguidelines-pro-type-vararg)
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::dup2(readEnd, kReadsFrom);
  ::dup2(writeEnd, kWritesTo);
  sock_fprog program{kNoDatagrams.size(), kNoDatagrams.data()};
  const bool isHeld =
      kThisMachine != 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && // NOLINT(cppcoreguidelines-pro-type-vararg)
      ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;          // NOLINT(cppcoreguidelines-pro-type-vararg)
  if (!isHeld)
    ::_exit(127); // better none than one that can pass by the proxy
}

// Nothing of the user's: neither their proxies and flags, nor their keys and histories.
QProcessEnvironment bareEnvironment(const QString& profile) {
  QProcessEnvironment out;
  const QProcessEnvironment mine = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH"})
    if (mine.contains(s(name)))
      out.insert(s(name), mine.value(s(name)));
  for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"})
    out.insert(s(name), profile);
  out.insert(s("TZ"), s("UTC"));
  return out;
}

// A descriptor above those that the browser expects, so that none is overwritten while it is moved there.
int moved(int socket) {
  const int out = ::fcntl(socket, F_DUPFD_CLOEXEC, kAboveThose); // NOLINT(cppcoreguidelines-pro-type-vararg)
  ::close(socket);
  return out;
}
// Ours, the browser's; {-1, -1} where there are no more.
std::pair<int, int> socketPair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return {-1, -1};
  return {moved(ends[0]), moved(ends[1])};
}

// A process of the group; group 0 where it has gone.
struct Member {
  qint64 group = 0, bytes = 0;
};
Member memberOf(const QString& process) {
  QFile stat(s("/proc/") + process + s("/stat")), memory(s("/proc/") + process + s("/statm"));
  if (!stat.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly))
    return {};
  const QByteArray line = stat.readAll();
  const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
  if (fields.value(0) == "Z")
    return {}; // has ended, and only waits to be asked how
  const QList<QByteArray> pages = memory.readAll().split(' ');
  const qint64 own = pages.value(1).toLongLong() - pages.value(2).toLongLong(); // resident, less what is shared
  return {fields.value(2).toLongLong(), own * ::sysconf(_SC_PAGESIZE)};
}
std::vector<Member> membersOf(qint64 group) {
  std::vector<Member> out;
  const QStringList processes = QDir(s("/proc")).entryList({s("[0-9]*")}, QDir::Dirs);
  for (const QString& process : processes)
    if (const Member m = memberOf(process); m.group == group)
      out.push_back(m);
  return out;
}

} // namespace

QString BrowserProcess::find(const QString& wanted) {
  const QStringList names = wanted.isEmpty() ? QStringList{s("chromium"), s("chromium-browser"), s("google-chrome"),
                                                           s("google-chrome-stable")}
                                             : QStringList{wanted};
  for (const QString& name : names) {
    const QString found = QStandardPaths::findExecutable(name);
    // Debian's is a script around the program, with options of the machine's: they are not ours.
    const QString behind = s("/usr/lib/chromium/chromium");
    if (found == u"/usr/bin/chromium" && QFileInfo(behind).isExecutable())
      return behind;
    if (!found.isEmpty())
      return found;
  }
  return {};
}

bool BrowserProcess::isRoot() { return ::geteuid() == 0; }

QStringList BrowserProcess::arguments(const Settings& settings, const QString& profile) {
  QStringList out{s("--headless=new"), s("--remote-debugging-pipe"), s("--no-startup-window"), s("--no-first-run"),
                  s("--no-default-browser-check")};
  const auto with = [&](const char* name, const QString& value) { out += s(name) + u'=' + value; };
  with("--user-data-dir", profile);
  with("--user-agent", QString::fromLatin1(settings.userAgent));
  // Everything through the proxy, this machine too; and no name is looked up here.
  with("--proxy-server", s("http://127.0.0.1:") + QString::number(settings.proxyPort));
  with("--proxy-bypass-list", s("<-loopback>"));
  with("--host-resolver-rules", s("MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"));
  for (const char* name : {"--force-webrtc-ip-handling-policy", "--webrtc-ip-handling-policy"})
    with(name, s("disable_non_proxied_udp"));
  with("--disable-features",
       s("MediaRouter,DialMediaRouteProvider,DnsOverHttps,AsyncDns,NetworkPrediction,Prerender2,HttpsUpgrades,"
         "HttpsFirstBalancedModeAutoEnable,OptimizationHints,OptimizationGuideModelDownloading,Translate,"
         "AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,"
         "PrivacySandboxSettings4,WebTransport"));
  with("--blink-settings", s("imagesEnabled=false"));
  with("--js-flags", s("--max-old-space-size=512"));
  with("--password-store", s("basic"));
  with("--renderer-process-limit", s("4"));
  with("--window-size", s("1280,1024"));
  for (const char* name : {"--disable-quic",
                           "--dns-prefetch-disable",
                           "--disable-extensions",
                           "--disable-sync",
                           "--no-pings",
                           "--disable-component-extensions-with-background-pages",
                           "--disable-background-networking",
                           "--disable-component-update",
                           "--disable-default-apps",
                           "--disable-domain-reliability",
                           "--disable-breakpad",
                           "--disable-client-side-phishing-detection",
                           "--disable-crash-reporter",
                           "--metrics-recording-only",
                           "--disable-gpu",
                           "--mute-audio",
                           "--disable-dev-shm-usage",
                           "--deny-permission-prompts",
                           "--disable-notifications",
                           "--disable-search-engine-choice-screen",
                           "--use-mock-keychain",
                           "--no-service-autorun"})
    out += s(name);
  if (isRoot() && settings.allowRootWithoutSandbox)
    out += s("--no-sandbox");
  return out;
}

Result<std::unique_ptr<BrowserProcess>> BrowserProcess::start(const Settings& settings, qsizetype longestMessage,
                                                              DevTools::Event event) {
  const QString program = find(settings.program);
  if (program.isEmpty())
    return fail(s("browser.not-installed"), {{s("program"), settings.program}});
  if (isRoot() && !settings.allowRootWithoutSandbox)
    return fail(s("browser.root"));
  std::unique_ptr<BrowserProcess> out(new BrowserProcess); // NOLINT: the constructor is private
  const auto [ourWrite, itsRead] = socketPair();
  const auto [ourRead, itsWrite] = socketPair();
  out->m_devTools = std::make_unique<DevTools>(ourRead, ourWrite, longestMessage, std::move(event));
  QProcess& p = out->m_process;
  p.setProgram(program);
  p.setArguments(arguments(settings, out->m_profile.path()));
  p.setProcessEnvironment(bareEnvironment(out->m_profile.path()));
  p.setWorkingDirectory(out->m_profile.path());
  p.setStandardInputFile(QProcess::nullDevice());
  p.setStandardOutputFile(QProcess::nullDevice());
  p.setStandardErrorFile(QProcess::nullDevice());
  p.setChildProcessModifier([in = itsRead, to = itsWrite] { becomeBrowser(in, to); });
  const bool canTalk = ourWrite >= 0 && ourRead >= 0 && itsRead >= 0 && itsWrite >= 0 && out->m_profile.isValid();
  if (canTalk)
    p.start();
  const bool runs = canTalk && p.waitForStarted(kWaitForStart);
  out->m_group = p.processId();
  for (const int end : {itsRead, itsWrite})
    if (end >= 0)
      ::close(end);
  if (!runs)
    return fail(s("browser.no-start"), {{s("program"), program}, {s("cause"), p.errorString()}});
  return out;
}

BrowserProcess::~BrowserProcess() {
  if (m_group > 0)
    ::kill(pid_t(-m_group), SIGKILL); // the group: what it has started as well
  m_devTools.reset();
  m_process.waitForFinished(kWaitForEnd);
  // The others end a moment later, and until then the profile is in use.
  for (int i = 0; m_group > 0 && i < kWaitForEnd / kBetweenCounts && !membersOf(m_group).empty(); ++i)
    ::poll(nullptr, 0, kBetweenCounts);
}

qint64 BrowserProcess::memory() const {
  qint64 sum = 0;
  for (const Member& m : membersOf(m_group))
    sum += m.bytes;
  return sum;
}

} // namespace pricewright
