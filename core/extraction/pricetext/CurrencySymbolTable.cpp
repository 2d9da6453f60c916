// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/CurrencySymbols.h"

namespace pricewright {
namespace {

constexpr unsigned kTagWord = kSignLoose | kSignAnyCase;
constexpr unsigned kTagEnding = kSignLoose | kSignAnyCase | kSignInflected;
constexpr unsigned kTagShort = kSignDotted;
constexpr unsigned kTagDense = kSignUnspaced | kSignAfter;
constexpr unsigned kTagMinor = kTagWord | kSignMinor | kSignAfter;
constexpr const char* kTagCents = "?USD EUR CAD AUD NZD HKD SGD ZAR";
constexpr const char* kTagDollars =
    "?USD CAD AUD NZD MXN ARS CLP COP HKD SGD TWD BBD BMD BND BSD BZD CVE DOP FJD GYD JMD "
    "KYD LRD MOP NAD SBD SRD TTD UYU XCD ZWG CUP NIO TOP WST SVC";
constexpr const char* kTagPounds = "GBP EGP SYP LBP GIP FKP SHP SSP SDG";
constexpr const char* kTagRupees = "?INR PKR LKR NPR MUR SCR";
constexpr const char* kTagCrowns = "?SEK NOK DKK ISK";
constexpr const char* kTagDinars = "?RSD KWD BHD JOD IQD TND DZD LYD MKD";
constexpr const char* kTagRiyals = "?SAR QAR OMR YER IRR";
constexpr const char* kTagFrancs = "?CHF XOF XAF XPF GNF RWF BIF DJF KMF CDF FRF BEF";
constexpr const char* kTagPesos = "?MXN ARS CLP COP PHP UYU DOP CUP";
constexpr const char* kTagRoubles = "RUB BYN";

// As they stand on price tags: signs, the abbreviations that the countries themselves use, and the names in their
// languages. What is also an everyday word, a unit or a letter says so.
// clang-format off
constexpr CurrencySymbol kTagSymbols[] = {
    // Dollars and pesos
    {u"$", kTagDollars}, {u"US$", "USD"}, {u"U.S.$", "USD"}, {u"U$S", "USD"}, {u"U$D", "USD"}, {u"$US", "USD"},
    {u"AU$", "AUD"}, {u"A$", "AUD"}, {u"$AU", "AUD"}, {u"CA$", "CAD"}, {u"CAN$", "CAD", kSignAnyCase}, {u"CDN$", "CAD"},
    {u"C $", "CAD", kSignFirst}, {u"$CA", "CAD"}, {u"$CAN", "CAD"}, {u"$ CA", "CAD", kSignAfter},
    {u"$ CAN", "CAD", kSignAfter}, {u"$ US", "USD", kSignAfter}, {u"$ AU", "AUD", kSignAfter}, {u"C$", "CAD NIO"}, {u"NZ$", "NZD"}, {u"$NZ", "NZD"}, {u"HK$", "HKD"},
    {u"$HK", "HKD"}, {u"NT$", "TWD"}, {u"NTD", "TWD"}, {u"S$", "SGD"}, {u"SG$", "SGD"}, {u"MX$", "MXN"},
    {u"MEX$", "MXN", kSignAnyCase}, {u"$MX", "MXN"}, {u"R$", "BRL"}, {u"RD$", "DOP"}, {u"J$", "JMD"},
    {u"TT$", "TTD"}, {u"BZ$", "BZD"}, {u"BN$", "BND"}, {u"B$", "?BND BSD"}, {u"BDS$", "BBD", kSignAnyCase},
    {u"BD$", "BMD"}, {u"EC$", "XCD"}, {u"FJ$", "FJD"}, {u"GY$", "GYD"}, {u"G$", "GYD"}, {u"L$", "LRD"},
    {u"LD$", "LRD"}, {u"N$", "NAD"}, {u"SI$", "SBD"}, {u"T$", "TOP"}, {u"WS$", "WST"}, {u"Z$", "ZWG"},
    {u"AR$", "ARS"}, {u"CL$", "CLP"}, {u"CO$", "COP"}, {u"COL$", "COP"}, {u"CUC$", "CUC"}, {u"MOP$", "MOP"},
    {u"CV$", "CVE"}, {u"CI$", "KYD"}, {u"KY$", "KYD"}, {u"$U", "UYU"}, {u"$b", "BOB"},
    {u"dollar", kTagDollars, kTagWord}, {u"dollars", kTagDollars, kTagWord}, {u"dólares", kTagDollars, kTagWord},
    {u"доллар", kTagDollars, kTagEnding}, {u"dolar", kTagDollars, kTagEnding}, {u"peso", kTagPesos, kTagWord},
    {u"pesos", kTagPesos, kTagWord}, {u"دولار", kTagDollars}, {u"دولار أمريكي", "USD"},
    {u"美元", "USD", kSignUnspaced}, {u"美金", "USD", kSignUnspaced}, {u"港元", "HKD", kSignUnspaced},
    {u"港币", "HKD", kSignUnspaced}, {u"港幣", "HKD", kSignUnspaced}, {u"台币", "TWD", kSignUnspaced},
    {u"台幣", "TWD", kSignUnspaced}, {u"新台幣", "TWD", kSignUnspaced}, {u"달러", "USD", kTagDense},
    {u"¢", kTagDollars, kSignMinor}, {u"cent", kTagCents, kTagMinor}, {u"cents", kTagCents, kTagMinor},
    // Euro and what it replaced
    {u"€", "EUR"}, {u"€uro", "EUR"}, {u"euro", "EUR", kTagWord}, {u"euros", "EUR", kTagWord},
    {u"eura", "EUR", kTagWord}, {u"euroa", "EUR", kTagWord}, {u"eurot", "EUR", kTagWord},
    {u"eurów", "EUR", kTagWord}, {u"евро", "EUR", kSignAnyCase}, {u"ευρώ", "EUR", kSignAnyCase},
    {u"ευρω", "EUR", kSignAnyCase}, {u"يورو", "EUR"}, {u"欧元", "EUR", kSignUnspaced}, {u"歐元", "EUR", kSignUnspaced},
    {u"ユーロ", "EUR", kSignUnspaced}, {u"유로", "EUR", kSignUnspaced},
    {u"ct", "EUR", kTagWord | kSignMinor | kSignAfter | kSignWeak},
    {u"centesimi", "EUR", kTagMinor}, {u"centimes", "?EUR CHF", kTagMinor}, {u"céntimos", "?EUR PEN CRC", kTagMinor},
    {u"λεπτά", "EUR", kTagMinor}, {u"₧", "ESP"}, {u"₯", "GRD"}, {u"₤", "?GBP ITL TRY"},
    {u"₣", kTagFrancs}, {u"₶", ""}, {u"₠", ""}, {u"₢", ""}, {u"₰", ""}, {u"₳", ""}, {u"₷", ""}, {u"ℳ", ""},
    {u"DM", "DEM", kSignWeak}, {u"ƒ", "?AWG ANG"}, {u"NAf", "ANG", kTagShort | kSignAnyCase},
    {u"NAƒ", "ANG", kTagShort}, {u"Afl", "AWG", kSignLoose | kTagShort}, {u"kn", "HRK", kSignLoose},
    {u"Lt", "LTL", kSignWeak}, {u"Ls", "LVL", kSignWeak},
    // Pounds and pence, francs
    {u"£", kTagPounds}, {u"E£", "EGP"}, {u"£E", "EGP"}, {u"LE", "EGP", kSignWeak}, {u"LS", "SYP", kSignWeak},
    {u"L.E", "EGP", kTagShort}, {u"SY£", "SYP"}, {u"LB£", "LBP"}, {u"pound", kTagPounds, kTagWord},
    {u"pounds", kTagPounds, kTagWord}, {u"stg", "GBP", kSignLoose},
    {u"p", "GBP", kSignMinor | kSignAfter | kSignWeak}, {u"pence", "GBP", kTagMinor},
    {u"Fr", "CHF", kTagShort | kSignLoose}, {u"SFr", "CHF", kTagShort | kSignAnyCase},
    {u"Rappen", "CHF", kTagMinor}, {u"Franken", "CHF", kTagWord}, {u"franc", kTagFrancs, kTagWord}, {u"francs", kTagFrancs, kTagWord},
    {u"FCFA", "?XOF XAF", kSignAnyCase}, {u"F CFA", "?XOF XAF", kSignAnyCase}, {u"CFA", "?XOF XAF"},
    {u"FCFP", "XPF"}, {u"F CFP", "XPF"}, {u"FRw", "RWF"}, {u"R₣", "RWF"}, {u"FG", "GNF", kSignLoose},
    {u"FBu", "BIF"}, {u"Fdj", "DJF"}, {u"FC", "CDF", kSignWeak}, {u"CF", "KMF", kSignWeak},
    {u"RF", "RWF", kSignWeak},
    // Crowns, złoty, forint, leu, lev, lek, dinar
    {u"kr", kTagCrowns, kTagShort | kSignAnyCase}, {u"SKr", "SEK", kSignAnyCase}, {u"NKr", "NOK", kSignAnyCase},
    {u"DKr", "DKK", kSignAnyCase}, {u"kronor", "SEK", kTagWord}, {u"krona", "?SEK ISK", kTagWord},
    {u"kroner", "?NOK DKK", kTagWord}, {u"krone", "?NOK DKK", kTagWord}, {u"krónur", "ISK", kTagWord},
    {u"öre", "SEK", kTagMinor}, {u"øre", "?NOK DKK", kTagMinor}, {u"groszy", "PLN", kTagMinor},
    {u"grosze", "PLN", kTagMinor}, // of "gr" alone a weight is meant
    {u"gr", "", kSignMinor | kSignAfter | kSignWeak | kSignUnit | kTagShort}, {u"haléřů", "CZK", kTagMinor},
    {u"bani", "RON MDL", kTagMinor}, {u"Kč", "CZK", kSignAnyCase}, {u"Kc", "CZK", kSignLoose}, {u"Kčs", "", kSignAnyCase},
    {u"korun", "CZK", kTagEnding}, {u"zł", "PLN", kTagShort | kSignAnyCase}, {u"zl", "PLN", kTagWord},
    {u"złot", "PLN", kTagEnding}, {u"zloty", "PLN", kTagEnding}, {u"Ft", "HUF", kTagShort},
    {u"ft", "HUF", kSignWeak | kSignUnit}, {u"forint", "HUF", kTagEnding}, {u"lei", "RON MDL", kTagWord},
    {u"leu", "RON MDL", kTagWord}, {u"лей", "MDL", kTagEnding}, {u"лв", "BGN", kTagShort | kSignAnyCase},
    {u"лева", "BGN", kTagWord}, {u"leva", "BGN", kTagWord}, {u"lek", "ALL", kTagWord}, {u"lekë", "ALL", kTagWord},
    {u"KM", "BAM", kSignLoose}, {u"КМ", "BAM", kSignLoose}, {u"dinara", "RSD", kTagWord},
    {u"dinar", kTagDinars, kTagWord}, {u"dinars", kTagDinars, kTagWord}, {u"din", "RSD", kTagWord | kTagShort},
    {u"дин", "RSD", kTagShort | kSignAnyCase}, {u"динар", "RSD MKD", kTagEnding},
    {u"ден", "MKD", kTagWord | kTagShort}, {u"den", "MKD", kSignWeak | kSignUnit}, {u"денар", "MKD", kTagEnding},
    // Roubles, hryvnia and their neighbours
    {u"₽", "RUB"}, {u"руб", kTagRoubles, kSignStem | kSignDotted | kSignAnyCase},
    {u"р", kTagRoubles, kTagShort | kSignAnyCase | kSignAfter}, {u"Rbl", "RUB", kTagWord},
    {u"rubl", kTagRoubles, kTagEnding}, {u"roubles", kTagRoubles, kTagWord},
    {u"коп", kTagRoubles, kTagShort | kSignMinor | kSignAnyCase | kSignAfter},
    {u"копеек", kTagRoubles, kSignMinor | kTagWord | kSignAfter}, {u"₴", "UAH"},
    {u"грн", "UAH", kTagShort | kSignAnyCase}, {u"гривен", "UAH", kTagEnding}, {u"гривн", "UAH", kTagEnding},
    {u"Br", "?BYN ETB", kSignWeak}, {u"₸", "KZT"}, {u"тг", "KZT", kTagShort | kSignAnyCase},
    {u"тңг", "KZT", kTagShort}, {u"тенге", "KZT", kSignAnyCase}, {u"₾", "GEL"}, {u"lari", "GEL", kTagWord},
    {u"лари", "GEL", kSignAnyCase}, {u"ლარი", "GEL"}, {u"֏", "AMD"}, {u"դր", "AMD", kTagShort}, {u"դրամ", "AMD"},
    {u"драм", "AMD", kTagEnding}, {u"₼", "AZN"}, {u"ман", "AZN", kSignLoose | kTagShort},
    {u"манат", "?AZN TMT", kTagEnding}, {u"manat", "?AZN TMT", kTagWord},
    {u"сом", "KGS TJS", kSignLoose | kSignAnyCase}, {u"som", "?KGS UZS", kTagWord}, {u"\u20C0", "KGS"},
    {u"so'm", "UZS", kSignAnyCase}, {u"S'", "UZS", kSignLoose}, {u"сум", "UZS", kTagWord},
    {u"сўм", "UZS", kTagWord}, {u"₮", "MNT"}, {u"төг", "MNT", kTagShort}, {u"тугрик", "MNT", kTagEnding},
    // Turkey, Israel, Iran, the Arab countries
    {u"kuruş", "TRY", kTagMinor}, {u"₺", "TRY"}, {u"TL", "TRY"}, {u"lira", "?TRY ITL", kTagWord}, {u"lirası", "TRY", kTagWord},
    {u"lire", "ITL", kTagWord}, {u"₪", "ILS"}, {u"NIS", "ILS"}, {u"nis", "ILS", kSignLoose},
    {u"shekel", "ILS", kTagWord}, {u"shekels", "ILS", kTagWord}, {u"ש\"ח", "ILS"}, {u"ש'ח", "ILS"}, {u"שח", "ILS"},
    {u"שקל", "ILS", kSignInflected}, {u"תומן", ""}, {u"تومان", ""}, {u"تومن", ""}, {u"ریال", "IRR"},
    {u"﷼", kTagRiyals}, {u"ريال", kTagRiyals}, {u"ريال سعودي", "SAR"}, {u"ريال قطري", "QAR"},
    {u"ريال عماني", "OMR"}, {u"ريال يمني", "YER"}, {u"\u20C1", "SAR"}, {u"ر.س", "SAR", kTagShort},
    {u"ر.ق", "QAR", kTagShort}, {u"ر.ع", "OMR", kTagShort}, {u"ر.ي", "YER", kTagShort}, {u"د.إ", "AED", kTagShort},
    {u"د.ا", "?AED JOD", kTagShort}, {u"درهم", "?AED MAD"}, {u"درهم إماراتي", "AED"}, {u"درهم اماراتي", "AED"},
    {u"درهم مغربي", "MAD"}, {u"د.م", "MAD", kTagShort}, {u"د.ك", "KWD", kTagShort}, {u"د.ب", "BHD", kTagShort},
    {u"د.أ", "JOD", kTagShort}, {u"د.ع", "IQD", kTagShort}, {u"د.ت", "TND", kTagShort}, {u"د.ج", "DZD", kTagShort},
    {u"دج", "DZD", kTagShort}, {u"د.ل", "LYD", kTagShort}, {u"ل.د", "LYD", kTagShort}, {u"ج.م", "EGP", kTagShort},
    {u"ج.س", "SDG", kTagShort}, {u"أ.م", "MRU", kTagShort}, {u"ل.ل", "LBP", kTagShort}, {u"ل.س", "SYP", kTagShort},
    {u"جنيه", "EGP SDG"}, {u"جنيه مصري", "EGP"}, {u"جنيه سوداني", "SDG"}, {u"ليرة", "?SYP LBP TRY"},
    {u"ليرة سورية", "SYP"}, {u"ليرة لبنانية", "LBP"}, {u"ليرة تركية", "TRY"}, {u"دينار", kTagDinars},
    {u"دينار أردني", "JOD"}, {u"دينار اردني", "JOD"}, {u"دينار كويتي", "KWD"}, {u"دينار بحريني", "BHD"},
    {u"دينار عراقي", "IQD"}, {u"دينار تونسي", "TND"}, {u"دينار جزائري", "DZD"}, {u"دينار ليبي", "LYD"},
    {u"نافكا", "ERN"}, {u"شيكل", "ILS"}, {u"؋", "AFN"}, {u"Dhs", "AED", kSignAnyCase | kTagShort},
    {u"DH", "?MAD AED", kSignLoose}, {u"Dh", "?MAD AED", kSignLoose}, {u"dirham", "?AED MAD", kTagWord},
    {u"dirhams", "?AED MAD", kTagWord}, {u"KD", "KWD"}, {u"K.D.", "KWD"}, {u"BD", "BHD", kSignWeak},
    {u"JD", "JOD", kSignWeak}, {u"QR", "QAR", kSignWeak}, {u"SR", "SAR SCR", kSignWeak}, {u"S.R.", "SAR"},
    {u"RO", "OMR", kSignWeak}, {u"R.O.", "OMR"}, {u"DT", "TND", kSignWeak}, {u"DA", "DZD", kSignWeak},
    {u"riyal", kTagRiyals, kTagWord}, {u"riyals", kTagRiyals, kTagWord}, {u"rial", kTagRiyals, kTagWord},
    {u"rials", kTagRiyals, kTagWord},
    // South and South-East Asia
    {u"₹", "INR"}, {u"₨", kTagRupees}, {u"Rs", kTagRupees, kTagShort | kSignAnyCase},
    {u"Re", kTagRupees, kSignWeak | kSignDotted}, {u"rupee", kTagRupees, kTagWord},
    {u"rupees", kTagRupees, kTagWord}, {u"paise", kTagRupees, kTagMinor}, {u"रु", "?INR NPR", kTagShort}, {u"रू", "?INR NPR", kTagShort},
    {u"नेरू", "NPR"}, {u"र", "?INR NPR"}, {u"रुपये", "?INR NPR"}, {u"रुपए", "?INR NPR"},
    {u"ரூ", "?INR LKR", kTagShort}, {u"૱", "INR"}, {u"௹", "INR"}, {u"රු", "LKR", kTagShort}, {u"روپے", "PKR"},
    {u"৳", "BDT"}, {u"৲", "?INR BDT"}, {u"টাকা", "BDT"}, {u"Tk", "BDT", kSignLoose | kTagShort},
    {u"taka", "BDT", kTagWord}, {u"Nu", "BTN", kSignWeak | kTagShort}, {u"ރ", "MVR", kTagShort},
    {u"Rf", "MVR", kSignLoose | kTagShort}, {u"MRf", "MVR"}, {u"Rp", "IDR", kTagShort | kSignAnyCase},
    {u"rupiah", "IDR", kTagWord}, {u"RM", "MYR"}, {u"ringgit", "MYR", kTagWord}, {u"฿", "THB"},
    {u"บาท", "THB", kSignUnspaced}, {u"baht", "THB", kTagWord}, {u"₫", "VND"},
    {u"đ", "VND", kSignLoose | kSignAnyCase}, {u"VNĐ", "VND", kSignAnyCase}, {u"đồng", "VND", kSignAnyCase},
    {u"dong", "VND", kTagWord}, {u"₱", "PHP"}, {u"Php", "PHP"}, {u"piso", "PHP", kTagWord}, {u"៛", "KHR"},
    {u"₭", "LAK"}, {u"ກີບ", "LAK"}, {u"Ks", "MMK", kSignLoose}, {u"kyat", "MMK", kTagEnding},
    // East Asia
    {u"¥", "?JPY CNY"}, {u"JP¥", "JPY"}, {u"CN¥", "CNY"}, {u"円", "JPY", kSignUnspaced},
    {u"日元", "JPY", kSignUnspaced}, {u"日圓", "JPY", kSignUnspaced}, {u"yen", "JPY", kTagWord},
    {u"RMB", "CNY", kSignAnyCase}, {u"CNH", "CNY"}, {u"元", "CNY TWD HKD MOP", kSignUnspaced},
    {u"圓", "?TWD HKD MOP JPY", kTagDense}, {u"圆", "CNY", kTagDense}, {u"块", "CNY", kTagDense},
    {u"人民币", "CNY", kSignUnspaced}, {u"人民幣", "CNY", kSignUnspaced}, {u"yuan", "CNY", kTagWord}, {u"₩", "KRW KPW"},
    {u"원", "KRW", kSignUnspaced}, {u"won", "KRW", kTagWord | kSignAfter},
    // Africa
    {u"₦", "NGN"}, {u"naira", "NGN", kTagWord}, {u"₵", "GHS"}, {u"GH₵", "GHS"}, {u"GH¢", "GHS"}, {u"GHC", "GHS"},
    {u"cedi", "GHS", kTagEnding}, {u"KSh", "KES", kSignAnyCase | kTagShort},
    {u"KShs", "KES", kSignAnyCase | kTagShort}, {u"TSh", "TZS", kSignAnyCase | kTagShort},
    {u"TShs", "TZS", kSignAnyCase | kTagShort}, {u"USh", "UGX", kSignAnyCase | kTagShort},
    {u"UShs", "UGX", kSignAnyCase | kTagShort}, {u"Sh", "?KES TZS UGX SOS", kSignWeak}, {u"Nfk", "ERN"},
    {u"ብር", "ETB"}, {u"birr", "ETB", kTagWord}, {u"MT", "MZN", kSignLoose}, {u"MTn", "MZN"},
    {u"Kz", "AOA", kSignLoose}, {u"kwz", "AOA", kSignLoose}, {u"UM", "MRU", kSignLoose}, {u"Db", "STN", kSignLoose},
    {u"Le", "SLE", kSignWeak}, {u"Sl", "?SLE SOS", kSignWeak}, {u"D", "GMD", kSignWeak | kSignApart},
    {u"P", "?BWP PHP", kSignWeak | kSignApart}, {u"pula", "BWP", kTagWord},
    {u"K", "?ZMW PGK MMK", kSignWeak | kSignApart}, {u"ZK", "ZMW"}, {u"MK", "MWK", kSignWeak},
    {u"E", "SZL", kSignWeak | kSignApart}, {u"Ar", "MGA", kSignWeak}, {u"R", "ZAR", kSignWeak},
    {u"rand", "ZAR", kTagWord}, {u"Esc", "CVE", kTagWord | kTagShort},
    // Latin America
    {u"reais", "BRL", kTagWord}, {u"S/", "PEN", kTagShort}, {u"soles", "PEN", kTagWord}, {u"B/", "PAB", kTagShort},
    {u"Bs", "?BOB VES", kSignLoose | kTagShort}, {u"Bs.S", "VES"}, {u"Bs.F", "VES"}, {u"₡", "CRC SVC"},
    {u"₲", "PYG"}, {u"Gs", "PYG", kSignLoose | kTagShort}, {u"Q", "GTQ", kSignWeak},
    {u"L", "?HNL ALL MDL RON", kSignWeak | kSignUnit}, {u"Lps", "HNL", kTagShort},
    {u"G", "HTG", kSignWeak | kSignUnit}, {u"VT", "VUV", kSignWeak},
    // Without a country
    {u"₿", ""}, {u"Ƀ", ""}, {u"BTC", ""}, {u"XBT", ""}, {u"ETH", ""},
};
// clang-format on

} // namespace

std::span<const CurrencySymbol> currencySymbols() { return kTagSymbols; }

} // namespace pricewright
