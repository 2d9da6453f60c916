// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "feeds/FeedItem.h"

namespace pricewright {

// A product feed as RSS 2.0 (<item>) or Atom (<entry>) with the elements of http://base.google.com/ns/1.0, plain or
// packed by gzip. Which prefix the feed binds to that name does not matter, "g:" counts even where it is not declared,
// and so do elements without a prefix; where both are there, Google's count. Of several <g:shipping> the one of the
// reading's country counts, else the first.
// Linear in the bytes, whatever they are. A document type with declarations of entities is refused, and nothing is ever
// fetched for one. What came before an error has been taken. feed.too-large, .damaged (gzip), .dtd, .broken-xml (line,
// why), .not-a-feed, and FeedIntake's.
Status readXmlFeed(const QByteArray& bytes, FeedIntake& intake);

// The bytes of a feed as they are, or as gzip holds them. feed.too-large (limit), feed.damaged
Result<QByteArray> unpackedFeed(const QByteArray& bytes, qint64 most);

} // namespace pricewright
