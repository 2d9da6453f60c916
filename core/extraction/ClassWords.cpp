// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/ClassWords.h"

#include "extraction/html/Utf8.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace pricewright {
namespace {

using namespace says;
struct ClassWordGroup {
  std::uint32_t bits;
  std::string_view words;
};
constexpr ClassWordGroup kClassWordGroups[] = {
    {Price,
     "price prices pricing prc preis preise precio precios preco prix prezzo prezzi cena cene ceny pris hinta fiyat "
     "tarif kaina harga pret preturi amount"},
    {Current,
     "sale sales current now final offer special our reduced discounted new actual selling promo promotional "
     "promotion deal today aktuell actuel oferta finalprice saleprice neu nou nova akce akcia sell salesprice"},
    {Old, "old was list rrp msrp uvp before original strike striked strikethrough crossed crossedout previous retail "
          "compare compareat vorher statt stara stare antigo anterior barre barrato rrp2 linethrough normal regular "
          "standard vechi starting ancien former through bundle"},
    {Crossed,
     "strike striked strikethrough crossed crossedout linethrough barred barre barrato tachado striped crossout"},
    {Old, "full barred tachado rrpprice oldprice highprice"},
    {Unit, "unit perunit grundpreis baseprice ppu measure unitprice permeter persqm"},
    {Shipping,
     "shipping delivery versand versandkosten freight postage spedizione envio livraison dostava shippingcost "
     "lieferung entrega frete transport"},
    {Save, "save saved saves saving savings discount rabatt off percent percentage ersparnis descuento desconto sconto "
           "cashback points bonus reward rewards badge coupon voucher"},
    {Instalment, "installment installments instalment instalments monthly month financing finance credit cuota cuotas "
                 "parcela parcelas parcelamento rata rate rates leasing klarna affirm afterpay kredit financiacion "
                 "finanzierung permonth paylater"},
    {Related, "related recommend recommended recommendation recommendations similar upsell upsells crosssell cross "
              "carousel slider swiper slick also viewed recent recently accessories accessory suggest suggestion "
              "suggestions sponsored recs reco recos popular bestseller bestsellers teaser others alternatives "
              "alternative recentlyviewed wishlist owl tiles listing plp bitrec flickity trending "
              "together complementary history lastviewed ads advert cards"},
    {Chrome, "header footer nav navbar navigation menu minicart breadcrumb breadcrumbs cookie cookies newsletter login "
             "topbar megamenu searchbar autocomplete filter filters facet facets threshold"},
    {Cart, "cart basket bag warenkorb carrito carrinho panier carrello kosik cos"},
    {Add, "add to addto"},
    {Product, "product pdp detail details main buybox purchase productinfo productdetail summary prod item"},
    {Buy, "buy addtocart addtobasket addtobag buynow kaufen comprar acheter acquista buybutton orderbutton"},
    {Review, "review reviews rating ratings comment comments testimonial testimonials question questions"},
    {Stock, "stock availability available inventory verfugbarkeit lager disponibilita disponibilidad disponibilite "
            "bestand skladem dostupnost instock"},
    {SoldOut, "outofstock soldout unavailable oos agotado ausverkauft"},
    {Hidden, "hidden invisible offscreen hide none"},
    {Cents, "cents cent decimal decimals fraction fractional dec decimales centimes sup kopecks centavos"},
    {Title, "title name heading productname producttitle"},
    {Option, "option options variant variants variation variations swatch swatches tier tiers qty quantity"},
    {WithoutTax, "excl net netto exvat extax excluding taxexcluded notax"},
    {Disabled, "disabled inactive"},
    {Brand, "brand brandname vendor manufacturer marke marca merk marque hersteller fabricante produttore designer "
            "producer maker tuotemerkki varumarke"},
    {Sku, "sku ean gtin mpn upc isbn artnr artikelnummer itemnumber productcode partnumber"},
};

const std::unordered_map<std::string_view, std::uint32_t>& classWordTable() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint32_t> all;
    for (const auto& [bits, words] : kClassWordGroups)
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        all[words.substr(at, end - at)] |= bits;
        at = end + 1;
      }
    return all;
  }();
  return table;
}

std::uint32_t bitsOf(std::string_view word) {
  const auto found = classWordTable().find(word);
  return found == classWordTable().end() ? 0 : found->second;
}

// "oldprice", "pricenew": names that are written together.
std::uint32_t bitsWithin(std::string_view word) {
  if (const std::uint32_t whole = bitsOf(word); whole != 0 || word.size() < 6)
    return whole;
  for (const std::string_view core : {"price", "preis", "precio", "prezzo", "preco", "cena"})
    if (const std::size_t at = word.find(core); at != std::string_view::npos)
      return Price | bitsOf(word.substr(0, at)) | bitsOf(word.substr(at + core.size()));
  if (word.find("addtoca") != std::string_view::npos || word.find("addtoba") != std::string_view::npos)
    return Buy;
  if (word.find("recommend") != std::string_view::npos || word.find("related") != std::string_view::npos ||
      word.find("carousel") != std::string_view::npos)
    return Related;
  return 0;
}

} // namespace

std::uint32_t classWords(std::string_view names) {
  std::uint32_t bits = 0;
  char word[32];
  std::size_t length = 0, unavailable = 0;
  bool negated = false;
  const auto finish = [&] {
    if (length > 1) {
      const std::string_view text(word, length);
      if (!negated) // "no-slider"
        bits |= bitsWithin(text);
      negated = text == "no" || text == "non" || text == "without";
      unavailable |= text == "out" || text == "sold" || text == "not" ? 1 : 0;
      unavailable |= text == "stock" || text == "available" ? 2 : 0;
    }
    length = 0;
  };
  char before = ' ';
  for (const char c : names.substr(0, 400)) {
    const bool letter = isAlphaByte(c), hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (!letter || hump)
      finish();
    if (letter && length < sizeof word)
      word[length++] = lowerByte(c);
    before = c;
  }
  finish();
  if ((bits & Cart) && (bits & Add))
    bits |= Buy;
  if (unavailable == 3)
    bits |= SoldOut;
  return bits;
}

} // namespace pricewright
