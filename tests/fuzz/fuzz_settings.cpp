// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a setting's value: it is refused, or it is within the table's limits, has its type and survives storage.
#include "decision/JsonArchive.h"
#include "fuzz/Fuzz.h"

#include <cmath>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

void withinItsLimits(const Settings& settings, const SettingSpec& spec) {
  if (spec.type != SettingType::Integer && spec.type != SettingType::Real)
    return;
  const double value = spec.type == SettingType::Integer ? double(settings.integer(spec.key)) : settings.real(spec.key);
  need(std::isfinite(value), "finite");
  need(!spec.lowest.isValid() || value >= spec.lowest.toDouble(), "not below the lowest");
  need(!spec.highest.isValid() || value <= spec.highest.toDouble(), "not above the highest");
}

} // namespace

// Pairs of lines: a key, or a digit-led line's number in the table; a value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in(data, size);
  Settings settings;
  while (!in.empty()) {
    QString key = in.text();
    bool isNumber = false;
    const unsigned row = key.toUInt(&isNumber);
    if (isNumber)
      key = settingsTable()[row % settingsTable().size()].key;
    const auto before = settings.changed();
    if (!settings.set(key, in.text())) {
      need(settings.changed() == before, "what is refused changes nothing");
      continue;
    }
    const SettingSpec* spec = findSetting(key);
    need(spec, "only what the table knows can be set");
    withinItsLimits(settings, *spec);
  }
  const QByteArray text = toText(settings);
  Settings back;
  StringPool pool;
  sureStatus(fromText(std::string_view(text.constData(), std::size_t(text.size())), pool, back), "settings read back");
  need(back.changed() == settings.changed() && toText(back) == text, "to the same values");
  need(back.digest() == settings.digest(), "with the same digest");
  return 0;
}
