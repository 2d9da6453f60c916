// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ImportMapping.h"

#include "base/Words.h"

namespace pricewright {
namespace {

FieldSpec field(const char* name, bool required, const char* type, const char* meaning, const char* guesses) {
  return {s(name), required, s(type), s(meaning), s(guesses).split(u' ', Qt::SkipEmptyParts)};
}

// Guesses are written as `MappingGuess` compares them: lower case, letters and digits only.
FieldSpec sku() {
  return field(
      "sku", true, "text", "The product's code, as you write it: leading zeros are kept",
      "sku stockcode itemcode item article articleno articlenumber artikel artikelnummer productcode productid "
      "product upc barcode code brandid mealid gtin ean ean13");
}
FieldSpec zone() {
  return field(
      "zone", false, "text", "The price zone: a store, region or shop that has its own prices",
      "zone pricezone store storeid shop region market location filiale storenumber storeno storecode outlet centerid "
      "centreid center centre");
}
FieldSpec day(const char* meaning, bool required = true) {
  return field("day", required, "day", meaning,
               "day date weekstart weekstarting periodstart datum invoicedate orderdate saledate salesdate "
               "transactiondate transactiontimestamp timestamp datetime transactiontime validfrom from start week "
               "monthyear month weekseq weekno weeknumber");
}
FieldSpec currency() {
  return field("currency", false, "text", "ISO 4217 code; where it is missing, the price zone's currency",
               "currency currencycode waehrung curr");
}

std::vector<FieldSpec> products() {
  return {
      sku(),
      field("name", false, "text", "What people call the product",
            "name description title productname bezeichnung designation itemname"),
      field("brand", false, "text", "The maker's brand",
            "brand manufacturer maker marke hersteller vendor brandname markenname"),
      field("gtin", false, "text", "The bar code number (GTIN, EAN, UPC): 8 to 14 digits, leading zeros kept",
            "gtin ean ean13 upccode barcodenumber"),
      field("mpn", false, "text",
            "The maker's part number (MPN): with the brand it finds the same product at competitors",
            "mpn manufacturerpartnumber manufacturerpartno mfrpartnumber mfrpartno mfgpartnumber mfgpartno partnumber "
            "partno herstellernummer herstellernr herstellerartikelnummer herstellerartikelnr herstellerartnr "
            "herstellerteilenummer herstellerteilenr teilenummer teilenr"),
      field("category", false, "text", "The group of products that compete for the same purchase",
            "category categorycode productgroup group warengruppe productcategory productcategoryname department "
            "commodity"),
      field("role", false, "text", "kvi, foreground, background or tail", "role pricerole"),
      field("vat_class", false, "text", "The class that decides the VAT rate: standard, reduced …",
            "vatclass taxclass vat taxcode"),
      field("pack_count", false, "integer", "Pieces in one sales unit", "packcount pieces packqty unitsperpack"),
      field("pack_size", false, "decimal", "Content of one piece, in pack_unit", "packsize size content volume weight"),
      field("pack_unit", false, "text", "The unit of pack_size: oz, ml, g, each …", "packunit unit uom sizeunit"),
      field("storable", false, "switch", "Whether customers can stock up on it", "storable"),
      zone(),
      field("min_price", false, "decimal", "No price below this, whatever the reason", "minprice floor minimumprice"),
      field("max_price", false, "decimal", "No price above this, whatever the reason", "maxprice ceiling maximumprice"),
      field("map", false, "decimal", "Minimum advertised price by contract", "map minimumadvertisedprice mapprice"),
      currency()};
}

std::vector<FieldSpec> costs() {
  return {sku(),
          zone(),
          day("From which day the cost holds; where it is missing, from today", false),
          field("kind", false, "text", "replacement (decides prices) or accounting (for reports)",
                "kind costkind costtype"),
          field("amount", false, "decimal", "Cost of one sales unit, net of VAT",
                "cost amount unitcost costprice purchaseprice ek ekpreis einkaufspreis einstandspreis replacementcost "
                "buyingprice"),
          field("price", false, "decimal", "With margin_percent, instead of amount: the price the margin refers to",
                "price priceusd sellingprice retailprice"),
          field("margin_percent", false, "decimal",
                "Gross margin in percent of the price: cost = price × (1 − margin/100)",
                "marginpercent grossmarginpct margin grossmargin marginpct profit"),
          currency()};
}

std::vector<FieldSpec> stock() {
  return {sku(), zone(), day("The day that the count is of"),
          field("on_hand", true, "decimal", "Units in stock at the end of that day",
                "onhand stock quantity qty inventory inventorylevel bestand"),
          field("in_stock_days", false, "integer", "Days of the period ending then on which it could be bought",
                "instockdays daysinstock availabledays")};
}

std::vector<FieldSpec> sales() {
  return {sku(),
          zone(),
          day("First day of the period"),
          field("days", false, "integer",
                "Length of the period; where it is missing, told by how far the days of a listing stand apart",
                "days perioddays length"),
          field("units", true, "decimal", "Units sold in the period",
                "units quantity qty unitssold sold volume sales menge numorders"),
          field("price", false, "decimal", "Average price paid per unit",
                "price unitprice priceusd avgprice averageprice checkoutprice preis sellingprice"),
          field("revenue", false, "decimal", "Instead of price: takings of the period; price = revenue ÷ units",
                "revenue revenuegbp revenueusd revenueeur sales amount turnover salesvalue totalprice umsatz"),
          field("regular", false, "decimal", "The regular price in force then",
                "regular regularprice baseprice listprice shelfprice"),
          field("deal", false, "share", "Share of the period on promotion, 0 to 1", "deal promo promotion onpromotion"),
          field("feature", false, "share", "Share of the period featured in a leaflet or e-mail, 0 to 1",
                "feature feat featured emailerforpromotion display"),
          field("in_stock_days", false, "integer", "Days of the period on which it could be bought",
                "instockdays daysinstock availabledays"),
          field("invoice", false, "text",
                "Invoice lines only: the invoice number; one that starts with C is a cancellation",
                "invoice invoiceno invoicenumber invoiceid receipt receiptno receiptnumber receiptid basketid basket "
                "orderid orderno ordernumber transactionid transactionno bonnummer belegnummer"),
          currency()};
}

std::vector<FieldSpec> promotions() {
  return {
      sku(),
      zone(),
      field("from", true, "day", "First day", "from start startdate begin validfrom"),
      field("to", true, "day", "Last day", "to end enddate until validto"),
      field("price", false, "decimal", "The promotion's price, where it has one", "price promoprice promotionprice"),
      field("mechanism", false, "text", "price, feature or display", "mechanism type promotype"),
      field("channel", false, "text", "The sales channel; all where it is missing", "channel"),
      currency()};
}

std::vector<FieldSpec> offers() {
  return {sku(),
          zone(),
          field("competitor", false, "text", "Who asks this price", "competitor competitorname rival retailer"),
          field("seller", false, "text", "The seller on a marketplace; where it is missing, the competitor",
                "seller sellername merchant"),
          field("external_code", false, "text", "The competitor's own code of the product",
                "externalcode externalid competitorsku theirsku asin url competitorcode"),
          field("title", false, "text", "What the competitor calls the product", "title competitortitle theirname"),
          field("price", true, "decimal", "Price of one of theirs", "price offerprice competitorprice theirprice"),
          field("shipping", false, "decimal", "What delivery adds", "shipping delivery shippingcost"),
          currency(),
          field("observed", true, "day", "When it was seen: a day or a time",
                "observed observedat seen date day timestamp time scrapedat collectedat"),
          field("in_stock", false, "switch", "Whether it could be bought", "instock available availability"),
          field("source", false, "text",
                "Where the observation comes from: its freshness limit and terms are kept there",
                "source feed provider"),
          field("their_packs", false, "integer", "Their content is their_packs ÷ our_packs of ours",
                "theirpacks theirpack"),
          field("our_packs", false, "integer", "See their_packs", "ourpacks ourpack")};
}

std::vector<FieldSpec> prices() {
  return {sku(), zone(),
          field("price", true, "decimal", "The regular price, as published",
                "price regularprice listprice preis sellingprice priceusd"),
          day("From which day it holds; where it is missing, from today", false), currency()};
}

std::vector<FieldSpec> rates() {
  return {day("The day of the rate"),
          field("base", false, "text", "The currency that is 1; EUR where it is missing", "base basecurrency"),
          field("currency", false, "text", "The other currency; or one column a currency, as the ECB writes them",
                "currency currencycode quote"),
          field("rate", false, "decimal", "Units of that currency per unit of the base",
                "rate exchangerate value obsvalue")};
}

} // namespace

std::span<const FieldSpec> importFields(ImportKind kind) {
  static const std::array<std::vector<FieldSpec>, 8> tables{products(),   costs(),  stock(),  sales(),
                                                            promotions(), offers(), prices(), rates()};
  return tables[static_cast<std::size_t>(kind)];
}

} // namespace pricewright
