// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QByteArray>

namespace pricewright {

// The bytes of a gzip file, one or several members, at most `most` of them. extraction.gzip-damaged, .gzip-too-large
Result<QByteArray> inflateGzip(const QByteArray& bytes, qsizetype most);

} // namespace pricewright
