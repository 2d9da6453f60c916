// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace pricewright {

// What stands in a column's cells: how they are drawn, aligned, sorted and filtered.
enum class CellKind {
  Text,
  Code,   // SKU, GTIN: muted, in even figures, leading zeros kept
  Number, // with the places that the model's text has
  Money,
  Percent,   // the number is in percent: 9.4 for 9.4 %
  Delta,     // a change: triangle, sign and color
  Date,      // the number is the Julian day
  Moment,    // the number is in milliseconds since 1970, UTC
  Chip,      // one word, colored by tone, with the detail behind it
  Interval,  // low … high with a dot, on the column's common scale; sorted by width
  Sparkline, // a small course over time
  Freshness, // an age, with a mark where stale
};
inline bool isNumeric(CellKind kind) {
  return kind != CellKind::Text && kind != CellKind::Code && kind != CellKind::Chip;
}

// What stands for many rows of a column: in a group's line and in the status bar for a selection.
enum class Total { None, Sum, Mean };

// One column of a table. Widths in pixels at 100 %.
struct Column {
  QString key;  // stable: settings, saved views and exports name a column by it
  QString name; // in the header, translated
  QString unit; // behind the name: "%", "$"; "" for none
  CellKind kind = CellKind::Text;
  int least = 56, ideal = 90;
  int share = 0; // of the room that is left over
  Total total = Total::None;
  bool shown = true;   // unless the user chooses otherwise
  bool strong = false; // the number that is decided on
  bool muted = false;
  bool editable = false; // by F2, paste and fill down
  QString help;          // tool tip of the header: the definition
  int spare = 0;         // where not all have room at their least, the highest goes first; 0: it stays
};

inline Column col(const char* key, const QString& name, CellKind kind, int least, int ideal, int share = 1) {
  Column c;
  c.key = QLatin1String(key);
  c.name = name;
  c.kind = kind;
  c.least = least;
  c.ideal = ideal;
  c.share = share;
  return c;
}

inline Column spared(Column c, int spare) {
  c.spare = spare;
  return c;
}

inline Column withHelp(Column c, const QString& help, const QString& unit = {}) {
  c.help = help;
  c.unit = unit;
  return c;
}

// Low … high of an interval cell.
struct CellInterval {
  double low = 0, middle = 0, high = 0;
};

} // namespace pricewright
