// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/CurrencySymbols.h"

#include "extraction/pricetext/PriceText.h"
#include "extraction/pricetext/PriceTokens.h"
#include "money/Currency.h"

#include <algorithm>
#include <vector>

namespace pricewright {
namespace {

constexpr qsizetype kLongestCurrencyEnding = 5;

// Replaced by others, but still on old pages.
constexpr QStringView kFormerCodes = u"DEM FRF ITL ESP NLG BEF ATS PTE FIM IEP GRD LUF EEK LVL LTL SKK SIT MTL CYP HRK "
                                     u"ROL TRL RUR BYR BYB ZMK GHC MRO STD VEF VEB ZWL AZM TMM MZM SDD CSD YUM BGL PLZ "
                                     u"SLL ";
// Codes that are words of some language too.
constexpr QStringView kWordCodes =
    u"ALL TOP TRY MAD PEN CUP GEL BAM SOS COP NAD BOB MOP LAK AMD CHE ANG ARS STD SIT FIM ESP "
    u"INR PHP CAD BEF ";
constexpr QStringView kUppercaseCodeWords =
    u"ALL TOP TRY MAD PEN CUP GEL BAM SOS COP NAD BOB MOP LAK STD SIT FIM AMD CHE ";

constexpr QStringView kCurrencyCountries =
    u"ADEUR AEAED AFAFN AGXCD AIXCD ALALL AMAMD AOAOA ARARS ASUSD ATEUR AUAUD AWAWG AXEUR AZAZN BABAM BBBBD BDBDT "
    u"BEEUR BFXOF BGBGN BHBHD BIBIF BJXOF BLEUR BMBMD BNBND BOBOB BQUSD BRBRL BSBSD BTBTN BWBWP BYBYN BZBZD CACAD "
    u"CDCDF CFXAF CGXAF CHCHF CIXOF CLCLP CMXAF CNCNY COCOP CRCRC CUCUP CVCVE CYEUR CZCZK DEEUR DJDJF DKDKK DMXCD "
    u"DODOP DZDZD ECUSD EEEUR EGEGP ERERN ESEUR ETETB FIEUR FJFJD FKFKP FMUSD FODKK FREUR GAXAF GBGBP GDXCD GEGEL "
    u"GFEUR GGGBP GHGHS GIGIP GLDKK GMGMD GNGNF GPEUR GQXAF GREUR GTGTQ GUUSD GWXOF GYGYD HKHKD HNHNL HREUR HTHTG "
    u"HUHUF IDIDR IEEUR ILILS IMGBP ININR IQIQD IRIRR ISISK ITEUR JEGBP JMJMD JOJOD JPJPY KEKES KGKGS KHKHR KIAUD "
    u"KMKMF KNXCD KPKPW KRKRW KWKWD KYKYD KZKZT LALAK LBLBP LCXCD LICHF LKLKR LRLRD LSLSL LTEUR LUEUR LVEUR LYLYD "
    u"MAMAD MCEUR MDMDL MEEUR MFEUR MGMGA MHUSD MKMKD MLXOF MMMMK MNMNT MOMOP MPUSD MQEUR MRMRU MSXCD MTEUR MUMUR "
    u"MVMVR MWMWK MXMXN MYMYR MZMZN NANAD NCXPF NEXOF NGNGN NINIO NLEUR NONOK NPNPR NRAUD NZNZD OMOMR PAPAB PEPEN "
    u"PFXPF PGPGK PHPHP PKPKR PLPLN PMEUR PRUSD PSILS PTEUR PWUSD PYPYG QAQAR REEUR RORON RSRSD RURUB RWRWF SASAR "
    u"SBSBD SCSCR SDSDG SESEK SGSGD SHSHP SIEUR SJNOK SKEUR SLSLE SMEUR SNXOF SOSOS SRSRD SSSSP STSTN SVUSD SYSYP "
    u"SZSZL TCUSD TDXAF TFEUR TGXOF THTHB TJTJS TLUSD TMTMT TNTND TOTOP TRTRY TTTTD TVAUD TWTWD TZTZS UAUAH UGUGX "
    u"USUSD UYUYU UZUZS VAEUR VCXCD VEVES VGUSD VIUSD VNVND VUVUV WFXPF WSWST XKEUR YEYER YTEUR ZAZAR ZMZMW ZWZWG ";
constexpr qsizetype kCountryEntry = 6;

constexpr QStringView kCurrencyLanguages =
    u"cs:CZ da:DK he:IL hi:IN is:IS ja:JP nb:NO ne:NP nn:NO no:NO si:LK sv:SE ur:PK "
    u"zh:CN ";

bool holdsCode(QStringView list, QStringView code) {
  for (qsizetype at = 0; at + 3 < list.size(); at += 4)
    if (list.mid(at, 3) == code)
      return true;
  return false;
}

bool isCodeLetter(QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); }
bool isPrefixedSign(char16_t c) { return c == u'$' || c == u'£' || c == u'¥'; }

using SymbolIndex = std::vector<const CurrencySymbol*>;
bool startsEarlier(const CurrencySymbol* a, const CurrencySymbol* b) {
  return QChar(a->text[0]).toCaseFolded() < QChar(b->text[0]).toCaseFolded();
}

const SymbolIndex& symbolIndex() {
  static const SymbolIndex index = [] {
    SymbolIndex all;
    for (const CurrencySymbol& symbol : currencySymbols())
      all.push_back(&symbol);
    std::sort(all.begin(), all.end(), [](const CurrencySymbol* a, const CurrencySymbol* b) {
      return startsEarlier(a, b) || (!startsEarlier(b, a) && a < b); // of one table: its order decides between equals
    });
    return all;
  }();
  return index;
}

// How much of the text the symbol covers, without regard to what surrounds it. "US $" is "US$".
qsizetype coveredBy(const CurrencySymbol& symbol, QStringView text) {
  const bool anyCase = (symbol.traits & kSignAnyCase) != 0;
  qsizetype at = 0;
  for (std::size_t k = 0; k < symbol.text.size(); ++k, ++at) {
    const QChar wanted = symbol.text[k];
    if (k >= 2 && isPrefixedSign(symbol.text[k]) && at < text.size() && text[at] == u' ' && symbol.text[0] != u'$')
      ++at;
    if (at >= text.size())
      return 0;
    if (text[at] != wanted && !(anyCase && text[at].toCaseFolded() == wanted.toCaseFolded()))
      return 0;
  }
  return at;
}

// 0 where letters follow that the symbol may not have.
CurrencyMention inItsWord(const CurrencySymbol& symbol, QStringView plain, qsizetype at) {
  CurrencyMention mention;
  const qsizetype covered = coveredBy(symbol, plain.mid(at));
  if (covered == 0)
    return mention;
  qsizetype end = at + covered, wordEnd = end;
  const bool spelled = plain[end - 1].isLetter() || plain[end - 1].isMark();
  if (spelled && (symbol.traits & kSignUnspaced) == 0)
    while (wordEnd < plain.size() && isWordCharacter(plain[wordEnd]) && !isUnspacedScript(plain[wordEnd]))
      ++wordEnd;
  if (wordEnd > end) {
    if ((symbol.traits & (kSignStem | kSignInflected)) == 0 || wordEnd - end > kLongestCurrencyEnding)
      return mention;
    end = (symbol.traits & kSignInflected) != 0 ? wordEnd : end;
  }
  const bool dotted = (symbol.traits & kSignDotted) != 0 && wordEnd == end && end < plain.size() && plain[end] == u'.';
  if (dotted && (end + 1 == plain.size() || !plain[end + 1].isLetter()))
    wordEnd = ++end;
  mention.length = end - at, mention.wordEnd = wordEnd - at, mention.traits = symbol.traits;
  mention.users = QString::fromLatin1(symbol.users);
  return mention;
}

// Nothing before it that it could belong to, or it is what the whole text begins with: "C $5 to C $9".
bool standsFirst(const CurrencySymbol& symbol, QStringView plain, qsizetype at) {
  if (coveredBy(symbol, plain) > 0)
    return true;
  while (at > 0 && plain[at - 1].isSpace())
    --at;
  return at == 0 || QStringView(u":(=~+").contains(plain[at - 1]);
}

CurrencyMention currencyCodeAt(QStringView plain, qsizetype at) {
  CurrencyMention mention;
  if (at + 3 > plain.size() || (at + 3 < plain.size() && isWordCharacter(plain[at + 3])))
    return mention;
  const QStringView written = plain.mid(at, 3);
  if (!std::all_of(written.begin(), written.end(), isCodeLetter))
    return mention;
  QString code = written.toString().toUpper();
  if (!Currency::fromCode(code) && !holdsCode(kFormerCodes, code))
    return mention;
  const bool upper = written == code;
  if (!upper && holdsCode(kWordCodes, code))
    return mention;
  mention.traits = holdsCode(kUppercaseCodeWords, code) ? kSignWeak | kSignCode : upper ? 0u : kSignLoose;
  if (code == u"RUR")
    code = QStringLiteral("RUB"); // the old code is what many shops still write for today's rouble
  mention.length = mention.wordEnd = 3;
  mention.users = code;
  return mention;
}

} // namespace

CurrencyMention currencyAt(QStringView plain, qsizetype at) {
  CurrencyMention best;
  if (at < 0 || at >= plain.size())
    return best;
  const bool insideWord = plain[at].isLetter() && at > 0 && isWordCharacter(plain[at - 1]);
  const bool afterUnspaced = insideWord && isUnspacedScript(plain[at - 1]) && !isUnspacedScript(plain[at]);
  const char16_t first = plain[at].unicode();
  const CurrencySymbol wanted{std::u16string_view(&first, 1), "", 0};
  const auto [from, to] = std::equal_range(symbolIndex().begin(), symbolIndex().end(), &wanted, startsEarlier);
  for (auto it = from; it != to; ++it) {
    if (insideWord && !afterUnspaced && ((*it)->traits & kSignUnspaced) == 0)
      continue;
    if (((*it)->traits & kSignFirst) != 0 && !standsFirst(**it, plain, at))
      continue;
    CurrencyMention mention = inItsWord(**it, plain, at);
    if (mention.length > best.length)
      best = std::move(mention);
  }
  if (best.length <= 3 && (!insideWord || afterUnspaced))
    if (CurrencyMention code = currencyCodeAt(plain, at); code.length > best.length)
      best = std::move(code);
  return best;
}

QString currencyAmong(QStringView users, QStringView wanted, QStringView country) {
  const bool none = users.startsWith(u'?');
  const QString list = users.mid(none ? 1 : 0).toString() + u' ';
  if (wanted.size() == 3 && holdsCode(list, wanted))
    return wanted.toString();
  const QString local = currencyOfCountry(country);
  if (!local.isEmpty() && holdsCode(list, local))
    return local;
  return none ? QString() : list.left(3).trimmed();
}

QString currencyOfCountry(QStringView country) {
  if (country.size() != 2)
    return {};
  const QString wanted = country.toString().toUpper();
  for (qsizetype at = 0; at + kCountryEntry <= kCurrencyCountries.size(); at += kCountryEntry)
    if (kCurrencyCountries.mid(at, 2) == wanted)
      return kCurrencyCountries.mid(at + 2, 3).toString();
  return {};
}

QStringView countryOfLanguage(QStringView language) {
  constexpr qsizetype kEntry = 6;
  if (language.size() >= 2 && (language.size() == 2 || language[2] == u'-' || language[2] == u'_'))
    for (qsizetype at = 0; at + kEntry <= kCurrencyLanguages.size(); at += kEntry)
      if (kCurrencyLanguages.mid(at, 2).compare(language.left(2), Qt::CaseInsensitive) == 0)
        return kCurrencyLanguages.mid(at + 3, 2);
  return {};
}

QString currencyOfSymbol(QStringView symbol, QStringView country) {
  constexpr qsizetype kLongestSymbol = 40;
  const QStringView trimmed = symbol.trimmed();
  if (trimmed.isEmpty() || trimmed.size() > kLongestSymbol)
    return {};
  const PlainSpelling spelling = plainSpelling(trimmed);
  const CurrencyMention mention = currencyAt(spelling.plain, 0);
  if (mention.length == 0 || mention.wordEnd != spelling.plain.size() || mention.is(kSignMinor))
    return {};
  return currencyAmong(mention.users, {}, country);
}

} // namespace pricewright
