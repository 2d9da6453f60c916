// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "exports/XlsxBook.h"

#include <QHash>
#include <QXmlStreamReader>

#include <functional>
#include <memory>

namespace pricewright {

class ZipReader;

// The parts of a workbook's file, read one after the other within the limits. Internal to exports.
class XlsxParts {
 public:
  XlsxParts(QIODevice& file, const JobContext& job, const XlsxLimits& limits);
  ~XlsxParts();
  Status open();
  bool has(const QString& part) const { return m_names.contains(part); }
  // `visit` gets the reader at every element's start, and how deep it is (the root is 1); it may read on within the
  // element, up to its end, only. false: enough, the rest is left unread.
  using Visit = std::function<Result<bool>(QXmlStreamReader& xml, int depth)>;
  Status read(const QString& part, const Visit& visit);
  // The text within an element: all characters, or those of its <t> elements without phonetic runs.
  Result<QString> text(QXmlStreamReader& xml, bool rich) const;

  struct Link {
    QString id, type, part;
  };
  Result<std::vector<Link>> links(const QString& ofPart); // "": of the whole file; empty where there are none
  static Error damaged(const QString& part, const QString& why);
  static Error tooLarge(const char* what);

 private:
  class Device;
  Status walk(const QString& part, Device& device, const Visit& visit);
  std::unique_ptr<ZipReader> m_zip;
  QIODevice& m_file;
  JobContext m_job;
  XlsxLimits m_limits;
  QHash<QString, int> m_names; // → its place among the parts
  qint64 m_left = 0;
};

} // namespace pricewright
