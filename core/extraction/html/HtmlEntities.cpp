// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/html/HtmlEntities.h"

#include "extraction/html/Utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace pricewright {
namespace {

// U+00A0 … U+00FF in their order: the names that are understood without a semicolon as well.
constexpr std::string_view kLatin1 =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    "micro "
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml";

struct NamedCharacter {
  std::string_view name;
  char16_t value;
};
constexpr NamedCharacter kOthers[] = {
    {"amp", u'&'},
    {"lt", u'<'},
    {"gt", u'>'},
    {"quot", u'"'},
    {"AMP", u'&'},
    {"LT", u'<'},
    {"GT", u'>'},
    {"QUOT", u'"'},
    {"apos", u'\''},
    {"OElig", 0x152},
    {"oelig", 0x153},
    {"Scaron", 0x160},
    {"scaron", 0x161},
    {"Yuml", 0x178},
    {"fnof", 0x192},
    {"circ", 0x2C6},
    {"tilde", 0x2DC},
    {"ensp", 0x2002},
    {"emsp", 0x2003},
    {"thinsp", 0x2009},
    {"zwnj", 0x200C},
    {"zwj", 0x200D},
    {"lrm", 0x200E},
    {"rlm", 0x200F},
    {"ndash", 0x2013},
    {"mdash", 0x2014},
    {"lsquo", 0x2018},
    {"rsquo", 0x2019},
    {"sbquo", 0x201A},
    {"ldquo", 0x201C},
    {"rdquo", 0x201D},
    {"bdquo", 0x201E},
    {"dagger", 0x2020},
    {"Dagger", 0x2021},
    {"bull", 0x2022},
    {"hellip", 0x2026},
    {"permil", 0x2030},
    {"prime", 0x2032},
    {"Prime", 0x2033},
    {"lsaquo", 0x2039},
    {"rsaquo", 0x203A},
    {"oline", 0x203E},
    {"frasl", 0x2044},
    {"euro", 0x20AC},
    {"trade", 0x2122},
    {"larr", 0x2190},
    {"uarr", 0x2191},
    {"rarr", 0x2192},
    {"darr", 0x2193},
    {"harr", 0x2194},
    {"minus", 0x2212},
    {"le", 0x2264},
    {"ge", 0x2265},
    {"ne", 0x2260},
    {"asymp", 0x2248},
    {"infin", 0x221E},
    {"radic", 0x221A},
    {"sum", 0x2211},
    {"Alpha", 0x391},
    {"Beta", 0x392},
    {"Gamma", 0x393},
    {"Delta", 0x394},
    {"Omega", 0x3A9},
    {"alpha", 0x3B1},
    {"beta", 0x3B2},
    {"gamma", 0x3B3},
    {"delta", 0x3B4},
    {"epsilon", 0x3B5},
    {"mu", 0x3BC},
    {"pi", 0x3C0},
    {"omega", 0x3C9},
    {"loz", 0x25CA},
    {"hearts", 0x2665},
    {"star", 0x2606},
    {"starf", 0x2605},
    {"check", 0x2713},
    {"phone", 0x260E},
    {"period", u'.'},
    {"comma", u','},
    {"colon", u':'},
    {"semi", u';'},
    {"dollar", u'$'},
    {"percnt", u'%'},
    {"lpar", u'('},
    {"rpar", u')'},
    {"num", u'#'},
    {"excl", u'!'},
    {"quest", u'?'},
    {"sol", u'/'},
    {"plus", u'+'},
    {"equals", u'='},
    {"lbrack", u'['},
    {"rbrack", u']'},
    {"lcub", u'{'},
    {"rcub", u'}'},
    {"lowbar", u'_'},
    {"hyphen", 0x2010},
    {"NewLine", u'\n'},
    {"Tab", u'\t'},
    {"NonBreakingSpace", 0xA0},
    {"Abreve", 0x102},
    {"abreve", 0x103},
    {"Aogon", 0x104},
    {"aogon", 0x105},
    {"Cacute", 0x106},
    {"cacute", 0x107},
    {"Ccaron", 0x10C},
    {"ccaron", 0x10D},
    {"Dcaron", 0x10E},
    {"dcaron", 0x10F},
    {"Dstrok", 0x110},
    {"dstrok", 0x111},
    {"Eogon", 0x118},
    {"eogon", 0x119},
    {"Ecaron", 0x11A},
    {"ecaron", 0x11B},
    {"inodot", 0x131},
    {"imath", 0x131},
    {"Lstrok", 0x141},
    {"lstrok", 0x142},
    {"Nacute", 0x143},
    {"nacute", 0x144},
    {"Ncaron", 0x147},
    {"ncaron", 0x148},
    {"Odblac", 0x150},
    {"odblac", 0x151},
    {"Rcaron", 0x158},
    {"rcaron", 0x159},
    {"Sacute", 0x15A},
    {"sacute", 0x15B},
    {"Scedil", 0x15E},
    {"scedil", 0x15F},
    {"Tcaron", 0x164},
    {"tcaron", 0x165},
    {"Uring", 0x16E},
    {"uring", 0x16F},
    {"Udblac", 0x170},
    {"udblac", 0x171},
    {"Zacute", 0x179},
    {"zacute", 0x17A},
    {"Zdot", 0x17B},
    {"zdot", 0x17C},
    {"Zcaron", 0x17D},
    {"zcaron", 0x17E},
    {"Gbreve", 0x11E},
    {"gbreve", 0x11F},
    {"Idot", 0x130},
    {"Amacr", 0x100},
    {"amacr", 0x101},
    {"numsp", 0x2007},
    {"puncsp", 0x2008},
    {"hairsp", 0x200A},
    {"ZeroWidthSpace", 0x200B},
};

struct EntityTable {
  std::vector<NamedCharacter> byName;
  EntityTable() {
    char16_t value = 0xA0;
    for (std::size_t at = 0; at < kLatin1.size(); ++value) {
      const std::size_t blank = std::min(kLatin1.find(' ', at), kLatin1.size());
      byName.push_back({kLatin1.substr(at, blank - at), value});
      at = blank + 1;
    }
    byName.insert(byName.end(), std::begin(kOthers), std::end(kOthers));
    std::sort(byName.begin(), byName.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  }
  std::optional<char32_t> find(std::string_view name) const {
    const auto at = std::lower_bound(byName.begin(), byName.end(), name,
                                     [](const NamedCharacter& a, std::string_view b) { return a.name < b; });
    if (at == byName.end() || at->name != name)
      return {};
    return at->value;
  }
};

const EntityTable& entityTable() {
  static const EntityTable table;
  return table;
}

// What browsers take the control characters of windows-1252 for.
constexpr std::array<char16_t, 32> kC1 = {0x20AC, 0xFFFD, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                          0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0xFFFD, 0x17D,  0xFFFD,
                                          0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0xFFFD, 0x17E,  0x178};

int digitOf(char c, unsigned base) {
  if (isDigitByte(c))
    return c - '0';
  const char low = lowerByte(c);
  return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// Both return how many bytes after the "&" were used; 0: it is no reference.
std::size_t decodeNumber(std::string& out, std::string_view after) {
  std::size_t at = 1;
  const unsigned base = at < after.size() && lowerByte(after[at]) == 'x' ? 16 : 10;
  at += base == 16 ? 1 : 0;
  const std::size_t first = at;
  char32_t value = 0;
  for (; at < after.size(); ++at) {
    const int digit = digitOf(after[at], base);
    if (digit < 0)
      break;
    value = std::min<char32_t>(value * base + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == first)
    return 0;
  appendUtf8(out, value >= 0x80 && value < 0xA0 ? kC1[value - 0x80] : value);
  return at < after.size() && after[at] == ';' ? at + 1 : at;
}

std::size_t decodeName(std::string& out, std::string_view after) {
  std::size_t end = 0;
  while (end < after.size() && end < 20 && (isAlphaByte(after[end]) || isDigitByte(after[end])))
    ++end;
  if (end == 0)
    return 0;
  const bool closed = end < after.size() && after[end] == ';';
  if (const auto value = entityTable().find(after.substr(0, end)); value && (closed || *value < 0x100)) {
    appendUtf8(out, *value);
    return closed ? end + 1 : end;
  }
  return 0;
}

} // namespace

char32_t windows1252(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? kC1[byte - 0x80u] : byte; }

void appendDecoded(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, mark - at));
    if (mark == text.size())
      return;
    const std::string_view after = text.substr(mark + 1);
    const std::size_t used = !after.empty() && after.front() == '#' ? decodeNumber(out, after) : decodeName(out, after);
    if (used == 0)
      out += '&';
    at = mark + 1 + used;
  }
}

} // namespace pricewright
