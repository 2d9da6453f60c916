// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/BrowserPage.h"

namespace pricewright {

// Fetches pages whose prices are written by scripts: in an installed Chromium without a window, each connection of
// which goes through a CheckingProxy. The answer is as PageFetcher's, but its body is the document as it stands once
// its network has been quiet (UTF-8, without frames and shadow trees), and there is no 304. Pictures, films, fonts,
// frames, downloads, pop-ups, dialogs and permissions are denied. One page at a time; a site's cookies last as long as
// its browser. Knows nothing of politeness: see Crawl. One thread, the one that made it, which should outlive it.
//
// Errors: those of PageFetcher (but for .slow), address.*, and browser.not-installed, .root, .no-start, .crashed,
// .timeout, .memory, .bypassed (something answered that was not our proxy), .download, .proxy (a request that names a
// proxy of its own).
class BrowserFetcher {
 public:
  using Settings = BrowserSettings;
  explicit BrowserFetcher(Settings settings);
  ~BrowserFetcher(); // kills the browser; pages that are left are told nothing
  BrowserFetcher(const BrowserFetcher&) = delete;
  BrowserFetcher& operator=(const BrowserFetcher&) = delete;

  // Could pages be fetched here: browser.not-installed (program), browser.root.
  static Status check(const Settings& settings);
  // What is less safe than it should be: browser.no-sandbox.
  static QStringList warnings(const Settings& settings);

  void start(FetchRequest request, PageFetcher::Done done); // the browser starts with the first page
  bool perform(Duration wait); // at most so long, or until a page is told; false: none is left
  int running() const;
  void cancelAll();       // each ends with fetch.cancelled; the browser too
  qint64 browser() const; // the process that runs, and its group; 0: none
  const CheckingProxy* proxy() const;

 private:
  struct State;
  std::unique_ptr<State> m;
};

} // namespace pricewright
