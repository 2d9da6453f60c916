// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/ZipReader.h"

#include <algorithm>
#include <array>
#include <minizip/unzip.h>

namespace pricewright {
namespace {

constexpr uLong kEncrypted = 1;
constexpr qint64 kMostAtOnce = 1 << 20;

voidpf openDevice(voidpf device, const void*, int) { return device; }
uLong readDevice(voidpf device, voidpf, void* to, uLong most) {
  const qint64 got = static_cast<QIODevice*>(device)->read(static_cast<char*>(to), qint64(most));
  return got < 0 ? 0 : uLong(got);
}
uLong writeDevice(voidpf, voidpf, const void*, uLong) { return 0; }
ZPOS64_T tellDevice(voidpf device, voidpf) { return ZPOS64_T(static_cast<QIODevice*>(device)->pos()); }
long seekDevice(voidpf device, voidpf, ZPOS64_T by, int from) {
  auto* file = static_cast<QIODevice*>(device);
  const qint64 base = from == ZLIB_FILEFUNC_SEEK_END ? file->size() : from == ZLIB_FILEFUNC_SEEK_CUR ? file->pos() : 0;
  if (by > ZPOS64_T(file->size()))
    return -1;
  const qint64 to = base + qint64(by);
  return to <= file->size() && file->seek(to) ? 0 : -1;
}
int closeDevice(voidpf, voidpf) { return 0; }
int deviceFault(voidpf, voidpf) { return 0; }

} // namespace

struct ZipReader::Places {
  unzFile zip = nullptr;
  bool isOpen = false, isSpent = false;
  std::vector<unz64_file_pos> at;
};

std::unique_ptr<ZipReader> ZipReader::open(QIODevice& file, int most, bool& tooMany) {
  tooMany = false;
  std::unique_ptr<ZipReader> reader(new ZipReader);
  reader->m = std::make_unique<Places>();
  zlib_filefunc64_def calls{openDevice, readDevice,  writeDevice, tellDevice,
                            seekDevice, closeDevice, deviceFault, &file};
  reader->m->zip = unzOpen2_64(nullptr, &calls);
  return reader->m->zip && reader->list(most, tooMany) ? std::move(reader) : nullptr;
}

ZipReader::~ZipReader() {
  if (m->isOpen)
    unzCloseCurrentFile(m->zip);
  if (m->zip)
    unzClose(m->zip);
}

bool ZipReader::list(int most, bool& tooMany) {
  std::array<char, 1024> name{};
  int found = unzGoToFirstFile(m->zip);
  for (; found == UNZ_OK; found = unzGoToNextFile(m->zip)) {
    unz_file_info64 info{};
    unz64_file_pos at{};
    if (unzGetCurrentFileInfo64(m->zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(m->zip, &at) != UNZ_OK)
      return false;
    tooMany = int(m_parts.size()) >= most;
    if (tooMany)
      return false;
    const auto length = std::min<std::size_t>(info.size_filename, name.size());
    m_parts.push_back({QString::fromUtf8(name.data(), qsizetype(length)), (info.flag & kEncrypted) != 0});
    m->at.push_back(at);
  }
  return found == UNZ_END_OF_LIST_OF_FILE && !m_parts.empty();
}

bool ZipReader::openPart(int index) {
  if (std::exchange(m->isOpen, false))
    unzCloseCurrentFile(m->zip);
  m->isSpent = false;
  m->isOpen = unzGoToFilePos64(m->zip, &m->at[std::size_t(index)]) == UNZ_OK && unzOpenCurrentFile(m->zip) == UNZ_OK;
  return m->isOpen;
}

qint64 ZipReader::read(char* to, qint64 most) {
  if (m->isSpent || most <= 0) // nothing asked for is not the end: devices do that
    return 0;
  if (!m->isOpen)
    return -1;
  const int got = unzReadCurrentFile(m->zip, to, unsigned(std::min(most, kMostAtOnce)));
  if (got > 0)
    return got;
  m->isOpen = false; // the check sum is looked at when a part is closed
  const bool sound = unzCloseCurrentFile(m->zip) == UNZ_OK && got == 0;
  m->isSpent = sound;
  return sound ? 0 : -1;
}

} // namespace pricewright
