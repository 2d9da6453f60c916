// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/AddressGuard.h"

#include <QUrl>

namespace pricewright {

constexpr qsizetype kLongestUrl = 8192; // bytes, as given (UTF-8) and as sent

// Why a URL's host may not be asked, as far as its text tells; none if it may. Reads addresses in every spelling that
// resolvers take (2130706433, 0x7f.1, 0177.0.0.1, 127.1, full-width digits, percent signs, a trailing dot, brackets, a
// zone). The codes of addressRefusal(), and address.local-name (localhost, .local, .internal, .home.arpa …, and any
// name without a dot), address.malformed (no host that DNS could know). Where ranges are allowed, local names are too:
// what they resolve to is checked then; "localhost" only if a loopback address is allowed.
std::optional<QString> hostRefusal(QStringView host, const AddressAllowList& allowed = {});

// 80, 443, 8080, 8443, and above 1024 all but those where browsers know other protocols.
bool isAdmissiblePort(int port);

// "/a/./b/../c" is "/a/c" (RFC 3986, 5.2.4), also where dots are written %2e; empty segments stay, as servers may tell
// them apart. A path without its query, beginning with "/"; an empty one is "/".
QByteArray withoutDots(QByteArrayView path);

// The URL as it may be fetched, cached and shown: http or https, a host in ACE, no default port, dot segments resolved,
// path at least "/", no fragment. Admits its own result unchanged. What the host resolves to is still to be checked by
// addressRefusal(), and every redirect by this function again.
// fetch.bad-url (url, why), fetch.url-too-long (limit), fetch.bad-scheme (scheme), fetch.credentials (no argument: they
// belong into no log), fetch.bad-port (port), fetch.private-address (host, reason: a code of hostRefusal).
Result<QUrl> admissibleUrl(QStringView text, const AddressAllowList& allowed = {});

} // namespace pricewright
