// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/pricetext/PriceWords.h"

#include "extraction/pricetext/PriceTokens.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace pricewright {
namespace {

struct PriceWordList {
  unsigned meaning;
  std::u16string_view phrases; // parted by '|'
  int power = 0;
};

// clang-format off
constexpr PriceWordList kPriceWords[] = {
    {kSaysFrom,
     u"from|starting from|starting at|starts at|prices from|as low as|ab|schon ab|bereits ab|à partir de|"
     u"a partir de|dès|desde|da|a partire da|partire da|vanaf|från|fr.o.m|fr.o.m.|fra|od|již od|už od|от|від|"
     u"alkaen|alk|alk.|începând de la|de la|από|starting|itibaren|mulai dari|mulai|chỉ từ|giá từ|từ|từ giá|min|"
     u"min.|ξεκινά από|ابتداء من|ابتداءً من|من|يبدأ من|החל מ"},
    {kSaysFromAfter,
     u"起|から|부터|より|ขึ้นไป|alkaen|itibaren|'den başlayan|and up|or more|upwards"},
    {kSaysOld,
     u"was|were|before|mrp|m.r.p|m.r.p.|pvpr|p.v.p.r.|pvr|建議售價|建议零售价|建議零售價|old price|original price|original|originally|regular price|regular|reg|reg.|list price|"
     u"list|rrp|msrp|srp|retail price|retail|instead of|compare at|previously|usually|statt|anstatt|vorher|"
     u"bisher|uvp|ehem|ehemals|alter preis|streichpreis|normalpreis|listenpreis|war|avant|au lieu de|"
     u"ancien prix|prix conseillé|prix de référence|antes|precio anterior|en lugar de|prima|invece di|anziché|"
     u"listino|prezzo consigliato|de|de:|van|voor|adviesprijs|was nu|före|tidigare|ord pris|ord. pris|"
     u"ordinarie pris|ordinarie|før|førpris|veil|veil.|vejl|vejl.|vejledende|ennen|norm|norm.|ovh|bylo|bylo:|"
     u"původně|původní cena|před slevou|běžná cena|běžně|bežná cena|predtým|było|przed|cena regularna|"
     u"najniższa cena|cena katalogowa|eredeti ár|régi ár|helyett|prp|pret vechi|preț vechi|vechi|стара цена|"
     u"старая цена|стара ціна|было|раньше|вместо|до скидки|αρχική|πριν|αρχική τιμή|eski fiyat|原价|原價|定価|通常価格|"
     u"参考価格|市场价|定價|정가|بدلا من|السعر القديم|كان|במקום"},
    {kSaysNow,
     u"now|now only|sale|sale price|special|special price|special offer|today|today only|your price|our price|"
     u"offer|offer price|deal|deal price|final price|current price|current|reduced to|reduced|jetzt|jetzt nur|"
     u"nur|nur noch|aktionspreis|sonderpreis|angebotspreis|angebot|aktion|neuer preis|unser preis|maintenant|"
     u"prix promo|promo|promotion|solde|ahora|oferta|precio final|precio oferta|ora|adesso|in offerta|"
     u"prezzo scontato|offerta|agora|por:|por apenas|nu|nu voor|nu:|tilbud|nå|nyt|nyt pris|kampanj|kampanjpris|"
     u"rea|reapris|tarjous|nyní|teď|akční cena|akce|po slevě|naše cena|naša cena|teraz|akcia|promocja|"
     u"cena promocyjna|cena po rabacie|most|akciós ár|akció|acum|pret redus|preț redus|сейчас|теперь|"
     u"со скидкой|акция|цена со скидкой|наша цена|зараз|τώρα|προσφορά|şimdi|indirimli|indirimli fiyat|现价|現價|特价|促銷價|"
     u"特價|特価|セール|セール価格|促销价|할인가|판매가|الآن|السعر الجديد|עכשיו|מבצע"},
    {kSaysAside,
     u"save|you save|saved|earn|earned|spent|refund|trade-in|trade-in value|mindestbestellwert|bestellwert|dont|dont éco-part|"
     u"minimum spend|saving|savings|discount|discount of|off|coupon|voucher|cashback|rebate|less|shipping|"
     u"free shipping|free delivery|free returns|delivery|postage|p&p|deposit|plus deposit|shipping cost|"
     u"shipping costs|shipping fee|delivery cost|delivery charge|orders over|orders above|orders of|on orders|"
     u"over|above|minimum order|spend|sparen|sie sparen|du sparst|ersparnis|spare|rabatt|versand|versandkosten|"
     u"versandkostenfrei ab|zzgl. versand|pfand|lieferung|économisez|vous économisez|économie|remise|livraison|"
     u"livraison gratuite|frais de port|dont éco-participation|éco-participation|éco-part|consigne|ahorra|"
     u"ahorras|ahorro|descuento|envío|envio|gastos de envío|risparmi|risparmia|sconto|spedizione|economize|"
     u"você economiza|desconto|frete|frete grátis|korting|bespaar|je bespaart|verzending|verzendkosten|spar|"
     u"du sparer|frakt|fragt|levering|säästä|toimitus|ušetříte|ušetrite|sleva|zľava|doprava|oszczędzasz|rabat|"
     u"dostawa|wysyłka|megtakarítás|szállítás|economisești|economisesti|reducere|livrare|скидка|экономия|"
     u"выгода|доставка|знижка|έκπτωση|μεταφορικά|indirim|kargo|優惠|运费|運費|送料|배송비|ポイント|خصم|شحن|توصيل|הנחה|משלוח"},
    {kSaysAsideAfter,
     u"off|d'éco-part|d'éco-participation|éco-participation|éco-part|discount|rebate|coupon|voucher|cashback|savings|shipping|delivery|postage|p&p|s&h|flat rate|deposit|frais de port|"
     u"de frais de port|de port|gastos de envío|de envío|di spedizione|de frete|verzendkosten|verzending|frakt|fragt|"
     u"levering|toimitus|doprava|za dopravu|za wysyłkę|wysyłka|dostawa|szállítás|livrare|доставка|за доставку|"
     u"μεταφορικά|kargo|送料|运费|運費|배송비|rabatt|ersparnis|versand|"
     u"versandkosten|pfand|nachlass|gutschein|de réduction|de remise|de livraison|de descuento|de desconto|"
     u"di sconto|korting|rabat|sleva|скидка|скидки|indirim|off your|割引|オフ|할인|points|punkte"},
    {kSaysFee,
     u"shipping|delivery|postage|p&p|s&h|flat rate|deposit|d'éco-part|d'éco-participation|éco-participation|éco-part|"
     u"frais de port|de frais de port|de port|livraison|de livraison|gastos de envío|de envío|envío|di spedizione|"
     u"spedizione|de frete|frete|verzendkosten|verzending|frakt|fragt|levering|toimitus|doprava|za dopravu|za wysyłkę|"
     u"wysyłka|dostawa|szállítás|livrare|доставка|за доставку|μεταφορικά|kargo|送料|运费|運費|배송비|versand|"
     u"versandkosten|pfand"},
    {kSaysLabel,
     u"price|prices|price from|unit price|estimate|estimated price|estimate price|total|cost|preis|preise|"
     u"stückpreis|gesamt|summe|prix|precio|prezzo|preço|preco|valor|prijs|pris|hinta|cena|ceny|ár|ara|preț|"
     u"pret|цена|ціна|стоимость|τιμή|fiyat|fiyatı|giá|harga|ราคา|价格|價格|价钱|售价|售價|価格|値段|販売価格|가격|السعر|سعر|قیمت|"
     u"מחיר|मूल्य|कीमत|cost:|costo"},
    {kSaysCall,
     u"call|call for price|on request|price on request|poa|p.o.a.|contact|contact us|ask|ask us|enquire|"
     u"inquire|request a quote|get a quote|quote|log in|login|sign in|add to cart for price|see price in cart|"
     u"auf anfrage|anfrage|preis auf anfrage|sur demande|sur devis|nous consulter|consultar|a consultar|"
     u"bajo pedido|su richiesta|sob consulta|op aanvraag|prijs op aanvraag|på förfrågan|kontakta|"
     u"på forespørsel|på forespørgsel|na dotaz|na vyžádání|na zapytanie|na vyžiadanie|la cerere|по запросу|"
     u"под заказ|договорная|договорна|уточняйте|уточнить|звоните|κατόπιν επικοινωνίας|fiyat sorunuz|liên hệ|"
     u"hubungi|面议|面議|询价|詢價|问价|お問い合わせ|問合せ|要相談|応談|문의|اتصل|تماس بگیرید|צור קשר|tba|tbd"},
    {kSaysFree,
     u"free|free of charge|for free|gratis|kostenlos|kostenfrei|umsonst|gratuit|gratuite|gratuito|gratuita|"
     u"grátis|ilmainen|maksuton|zdarma|zadarmo|za darmo|bezpłatnie|darmowy|darmowe|ingyenes|ingyen|бесплатно|"
     u"безкоштовно|безплатно|δωρεάν|ücretsiz|bedava|miễn phí|ฟรี|免费|免費|無料|무료|مجانا|مجاني|مجاناً|رایگان|חינם|"
     u"मुफ्त|besplatno|ókeypis"},
    {kSaysUpTo,
     u"up to|under|below|less than|at most|max|max.|bis zu|höchstens|maximal|unter|jusqu'à|moins de|hasta|"
     u"fino a|até|tot en met|upp till|opptil|op til|do max|до|最高|以下|最大|まで|حتى"},
    {kSaysPer,
     u"per|pro|je|par|por|le|la|al|the|a|an|za|na|за|на|pr|pr.|à|för|for|på|el|il"},
    {kSaysUnit,
     u"kg|g|gr|mg|lb|lbs|oz|t|ton|tonne|tonnes|stone|kilo|kilos|kilogram|gramm|gram|grams|pound weight|ml|cl|"
     u"dl|l|ltr|liter|litre|litres|liters|litro|litri|litros|gal|gallon|fl oz|mm|cm|dm|m|km|m2|m²|m³|qm|cbm|"
     u"sqm|sqft|sq|ft²|inch|inches|in|yd|yard|zoll|meter|metre|metro|mtr|kwh|wh|kw|w|watt|v|volt|a|ah|mah|hz|"
     u"khz|mhz|ghz|kb|mb|gb|tb|mp|px|db|dpi|rpm|bar|psi|°c|°f|month|months|mo|mth|week|weeks|wk|day|days|hour|"
     u"hours|hr|hrs|h|min|mins|minute|minutes|sec|year|years|yr|yrs|night|nights|monat|monate|woche|tag|tage|"
     u"stunde|jahr|jahre|mois|an|ans|jour|jours|heure|semaine|mes|meses|año|años|día|noche|mese|mesi|anno|anni|"
     u"giorno|mês|maand|maanden|dag|dagar|jaar|år|kk|měsíc|měsíců|rok|miesiąc|lat|dni|мес|мес.|месяц|год|лет|"
     u"дней|день|час|кг|г|гр|мл|л|мм|см|м|км|м²|м2|вт|шт|шт.|pcs|pc|pieces|items|tablets|capsules|count|ct.|"
     u"sheets|pages|stk|stk.|stück|st|st.|stck|packung|packungen|blatt|seiten|pièces|pezzi|piezas|peças|stuks|"
     u"stuk|ks|szt|szt.|buc|buc.|kpl|adet|τεμ|reviews|ratings|stars|sterne|bewertungen|avis|reseñas|recensioni|"
     u"отзывов|left|available|in stock|sold|gsm|uhr|o'clock|克|公斤|千克|毫升|公升|升|厘米|公分|毫米|米|個|个|枚|本|箱|冊|件|台|只|张|瓶|包|"
     u"双|套|斤|年|月|日|天|時間|分|개|그램|كجم|جرام|جم|غ|مل|سم|متر|شهر|กรัม|กก|มล|ชิ้น"},
    {kSaysEach,
     u"mtl|mtl.|monatl|monatl.|monatlich|monthly|mensuel|par mois|mensual|mensuales|mensile|mensili|each|ea|ea.|apiece|a piece|per piece|per item|per unit|p/m|pcm|p/u|je stück|pro stück|stück|stk|stk.|st|"
     u"st.|l'unité|pièce|la pièce|unité|unidad|la unidad|unità|l'uno|cadauno|cad|cad.|cada|per stuk|stuk|p/st|"
     u"styck|kpl|kus|ks|szt|szt.|sztuka|db|darab|buc|buc.|bucata|шт|шт.|штука|штуку|τεμ|adet|tane|unit|item|"
     u"piece|pc|pcs"},
    {kSaysTo,
     u"to|bis|til|till|tot|tot:|à|a|au|al|ate|até|do|do:|до|по|until|through|thru|až|la|έως|ile|から|至|到|الى|إلى|"
     u"עד"},
    {kSaysTimes,
     u"x|×|х|mal|fois|veces|vezes|times|volte|ratenzahlung|раз|回|次"},
    {kSaysNumbered,
     u"sku|art|art.|artnr|art.-nr|art.-nr.|art.nr|art nr|artikel|artikelnummer|article|item|item no|item #|"
     u"model|modell|modelo|modèle|mpn|ean|gtin|upc|isbn|asin|id|no|no.|nr|nr.|num|number|ref|ref.|réf|réf.|"
     u"referencia|code|code:|código|codice|kód|kod|код|код товара|артикул|арт|арт.|tel|tel.|telefon|phone|fon|"
     u"fax|mobile|call|whatsapp|тел|тел.|телефон|size|größe|gr.|taille|talla|taglia|maat|storlek|størrelse|"
     u"velikost|rozmiar|размер|date|datum|page|seite|version|v|rating|reviews|top|type|typ|qty|quantity|menge|"
     u"stock|pack of|set of|lot de|part|part no|bestellnr|bestellnr.|best.-nr.|品番|型号|編號|编号|货号|電話|电话"},
    {kSaysFor,
     u"for|für|pour|por|per|voor|för|for only|za|за|на|にて"},
    {kSaysFiller,
     u"only|just|the|a|is|at|in|of|and|or|of charge|charge|item|today|download|incl|incl.|including|inc|inc.|"
     u"excl|excl.|excluding|ex|vat|tax|taxes|gst|mwst|mwst.|inkl|inkl.|exkl|ttc|ht|hors taxes|tva|iva|moms|alv|"
     u"dph|bez dph|s dph|vč|vč.|včetně|netto|brutto|ндс|с|без|btw|kdv|i.v.a.|zzgl|der|die|das|von|de|des|du|le|"
     u"la|un|une|el|los|approx|approx.|ca|ca.|circa|about|around|plus|税込|税抜|税別|含税|稅|送料込|約|约|仅|僅|只需|กว่า"},
    {kSaysGross,
     u"税込|税込み|税込価格"},
    {kSaysTaxed,
     u"含税|ttc|inkl. mwst|inkl. mwst.|inkl mwst|brutto|inc vat|inc. vat|incl. vat|incl vat|"
     u"including vat|inc gst|inc. gst|incl. gst|incl. btw|incl btw|inkl. moms|inkl. mva|iva incluido|iva inclusa|"
     u"iva incluída|s dph|z vat|с ндс|kdv dahil|alv mukana|sis. alv"},
    {kSaysInstalment,
     u"emi|no cost emi|msi|msi de|meses de|sem juros|sin intereses|monatliche rate|rate|raten|mensualités|parcelas|instalments|installments|"
     u"monthly payments|payments of|cuotas|cuotas de|taksit|платежа|分期|分割払い|meses sin intereses"},
    {kSaysMagnitude,
     u"thousand|rb|ribu|nghìn|ngàn|tsd|tsd.|тыс|тыс.|тис|тис.|tis|tys|tys.|mil|천|هزار|ألف|พัน", 3},
    {kSaysMagnitude,
     u"百|백", 2},
    {kSaysMagnitude,
     u"千|천", 3},
    {kSaysMagnitude,
     u"万|萬|만", 4},
    {kSaysMagnitude,
     u"lakh|lakhs|lac|lacs|लाख|แสน", 5},
    {kSaysMagnitude,
     u"million|jt|juta|triệu|millions|mio|mio.|mln|mln.|млн|млн.|mill|mill.|millionen|millones|milioni|مليون|ล้าน|میلیون", 6},
    {kSaysMagnitude,
     u"crore|crores|cr|करोड़", 7},
    {kSaysMagnitude,
     u"亿|億|억", 8},
    {kSaysMagnitude,
     u"billion|bn|mrd|mrd.|млрд|mld", 9},
};
// clang-format on

struct PriceWordEntry {
  std::u16string_view text;
  unsigned meaning;
  int power;
};

// The lists as one, sorted by text, every text once with all its meanings.
std::vector<PriceWordEntry> joinedPriceWords() {
  std::vector<PriceWordEntry> all;
  for (const PriceWordList& list : kPriceWords) {
    std::u16string_view rest = list.phrases;
    while (!rest.empty()) {
      const std::size_t cut = std::min(rest.find(u'|'), rest.size());
      if (cut > 0)
        all.push_back({rest.substr(0, cut), list.meaning, list.power});
      rest.remove_prefix(std::min(cut + 1, rest.size()));
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
  std::vector<PriceWordEntry> out;
  for (const PriceWordEntry& entry : all) {
    if (out.empty() || out.back().text != entry.text)
      out.push_back(entry);
    else
      out.back().meaning |= entry.meaning, out.back().power = std::max(out.back().power, entry.power);
  }
  return out;
}

bool endsAPriceWord(QStringView lower, qsizetype end) {
  const QChar last = lower[end - 1];
  if (end >= lower.size() || !isWordCharacter(last) || isUnspacedScript(last))
    return true;
  return !isWordCharacter(lower[end]) || isUnspacedScript(lower[end]);
}

bool priceWordStandsAt(std::u16string_view phrase, QStringView lower, qsizetype at) {
  if (at + qsizetype(phrase.size()) > lower.size())
    return false;
  for (std::size_t k = 0; k < phrase.size(); ++k) {
    const QChar c = lower[at + qsizetype(k)];
    if (c != QChar(phrase[k]) && !(phrase[k] == u' ' && c == u'\n'))
      return false;
  }
  return true;
}

} // namespace

PhraseMatch phraseAt(QStringView lower, qsizetype at) {
  static const std::vector<PriceWordEntry> phrases = joinedPriceWords();
  PhraseMatch best;
  if (at < 0 || at >= lower.size())
    return best;
  const bool insideWord = at > 0 && isWordCharacter(lower[at]) && isWordCharacter(lower[at - 1]);
  if (insideWord && !isUnspacedScript(lower[at]) && !isUnspacedScript(lower[at - 1]))
    return best;
  // Those with the same two first characters stand together; no bucket is longer than a few dozen.
  const char16_t first = lower[at].unicode();
  const auto before = [](const PriceWordEntry& entry, char16_t c) { return entry.text[0] < c; };
  const auto from = std::lower_bound(phrases.begin(), phrases.end(), first, before);
  for (auto it = from; it != phrases.end() && it->text[0] == first; ++it) {
    const auto length = qsizetype(it->text.size());
    if (length > best.length && priceWordStandsAt(it->text, lower, at) && endsAPriceWord(lower, at + length))
      best = {length, it->meaning, it->power};
  }
  return best;
}

unsigned compoundMeaning(QStringView lower) {
  constexpr QStringView kFees[] = {
      u"versand", u"versandkosten", u"lieferung",  u"lieferkosten", u"versandkostenpauschale",
      u"frakt",   u"levering",      u"verzending", u"pfand"};
  // Sent for nothing, or soon: what stands beside it is the price.
  constexpr QStringView kGiven[] = {u"gratis", u"frei",   u"kostenfrei", u"kostenlos",
                                    u"fri",    u"sofort", u"blitz",      u"schnell"};
  const auto begins = [lower](QStringView start) { return lower.startsWith(start); };
  const auto ends = [lower](QStringView end) { return lower.endsWith(end); };
  if (std::none_of(std::begin(kFees), std::end(kFees), ends) ||
      std::any_of(std::begin(kGiven), std::end(kGiven), begins))
    return 0;
  return kSaysAside | kSaysAsideAfter | kSaysFee;
}

} // namespace pricewright
