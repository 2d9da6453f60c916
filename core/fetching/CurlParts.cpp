// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/CurlParts.h"

#include <csignal>
#include <sys/socket.h>

namespace pricewright {
namespace {

// The one place where the real address is known before anything is sent to it.
curl_socket_t openWatched(void* self, curlsocktype, curl_sockaddr* address) {
  auto& watch = *static_cast<AddressWatch*>(self);
  const std::optional<IpAddress> ip = ipAddressOf(&address->addr, address->addrlen);
  if (!ip)
    return CURL_SOCKET_BAD;
  watch.address = ip->toString();
  if (watch.guards)
    if (const std::optional<QString> refusal = addressRefusal(*ip, *watch.allowed)) {
      watch.refusal = *refusal;
      return CURL_SOCKET_BAD;
    }
  watch.refusal.clear(); // another address of the same name may do
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

} // namespace

void startCurl() {
  static const CURLcode started = [] {
    // OpenSSL writes to connections that the other side may have closed: an error, not the end of the program. With
    // CURLOPT_NOSIGNAL, which several threads need, libcurl leaves that to us.
    struct sigaction now{};
    if (::sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_handler == SIG_DFL)
      std::signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT);
  }();
  Q_UNUSED(started)
}

bool certificateFits(CURL* handle) {
  long result = 0; // X509_V_OK
  return curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &result) != CURLE_OK || result == 0;
}

void watchAddresses(CURL* handle, AddressWatch& watch) {
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &openWatched);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &watch);
}

} // namespace pricewright
