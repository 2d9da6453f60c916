// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIODevice>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace pricewright {

// What is packed in a zip file, read from a device without unpacking anything to the disk. Internal to exports.
// minizip, which libxlsxwriter writes with: QuaZip brings functions of the same names that take a device where the
// others take a path, and in one process each would call the other's.
class ZipReader {
 public:
  struct Part {
    QString name;
    bool encrypted = false;
  };
  // None: it has no directory, or more than `most` parts (`tooMany`).
  static std::unique_ptr<ZipReader> open(QIODevice& file, int most, bool& tooMany);
  ~ZipReader();
  const std::vector<Part>& parts() const { return m_parts; }
  bool openPart(int index); // closes the one before
  // Bytes read, 0 at the end, negative where the packing or, at the end, the check sum is wrong.
  qint64 read(char* to, qint64 most);

 private:
  ZipReader() = default;
  bool list(int most, bool& tooMany);
  struct Places;
  std::unique_ptr<Places> m;
  std::vector<Part> m_parts;
};

} // namespace pricewright
