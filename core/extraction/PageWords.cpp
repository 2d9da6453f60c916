// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/PageWords.h"

#include "extraction/PhraseList.h"
#include "extraction/html/Utf8.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pricewright {
namespace {

constexpr PhraseList kPhraseLists[] = {
    {PhraseKind::Buy,
     "add to cart|add to basket|add to bag|add to trolley|buy now|buy it now|place bid|order now|add to order|purchase|"
     "in den warenkorb|in den einkaufswagen|in den korb|in den bestellkorb|jetzt kaufen|jetzt bestellen|kaufen|ajouter "
     "au panier|acheter|"
     "ajouter|añadir al carrito|agregar al carrito|añadir a la cesta|añadir a cesta|agregar a la bolsa|agregar|comprar|"
     "comprar ahora|comprar agora|aggiungi al carrello|aggiungi|acquista|adicionar ao carrinho|adicionar|"
     "in winkelwagen|in winkelmand|toevoegen aan winkelwagen|bestellen|koop|köp|lägg i varukorgen|lägg i kundvagn|"
     "legg i handlekurv|læg i kurv|kjøp|køb|lisää ostoskoriin|lisää koriin|osta|lisa ostukorvi|pievienot grozam|"
     "į krepšelį|do koszyka|dodaj do koszyka|kup teraz|do košíku|do kosika|do košíka|přidat do košíku|kúpiť|koupit|"
     "v košarico|dodaj v košarico|dodaj u košaricu|u košaricu|u korpu|kupi|kosárba|kosárba teszem|adauga in cos|"
     "adaugă în coș|adaugă în coş|în coș|купить|в корзину|добавить в корзину|у кошик|добави в количката|купи|"
     "στο καλάθι|προσθήκη στο καλάθι|sepete ekle|satın "
     "al|~カートに入れる|~カートに追加|~購入|~加入购物车|~加入購物車|~立即购买|~立即購買|"
     "~放入購物車|~장바구니|~구매하기|أضف إلى السلة|اضف الى السلة|أضف الى السلة|أضف للسلة|إضافة إلى السلة|اشتري الآن|"
     "הוסף לסל|ใส่ตะกร้า|thêm vào giỏ|mua ngay|tambah ke keranjang|beli|masukkan keranjang|себетке"},
    {PhraseKind::InStock,
     "in stock|instock|available now|available for delivery|item available|in store|ships today|ready to ship|left in "
     "stock|"
     "auf lager|lagernd|sofort lieferbar|sofort verfügbar|verfügbar|lieferbar|vorrätig|en stock|disponible|disponibles|"
     "en existencia|hay stock|disponibile|disponibilità immediata|disponível|em stock|em estoque|op voorraad|voorradig|"
     "leverbaar|i lager|finns i lager|på lager|varastossa|saatavilla|laos|laos olemas|noliktavā|pieejams|yra sandėlyje|"
     "turime|dostępny|dostępne|na stanie|w magazynie|skladem|skladom|na sklade|na skladě|dostupné|na zalogi|na voljo|"
     "na zalihi|dostupno|na lageru|raktáron|készleten|in stoc|pe stoc|în stoc|stoc suficient|în stoc limitat|в "
     "наличии|есть в наличии|"
     "на складе|є в наявності|в наявності|в наличност|наличен|διαθέσιμο|σε απόθεμα|stokta|stokta "
     "var|在庫あり|~现货|~現貨|~有货|"
     "~有貨|~재고 있음|متوفر|متاح|במלאי|còn hàng|tersedia|มีสินค้า|ready stock"},
    {PhraseKind::OutOfStock,
     "not in stock|no stock|in stock: 0|stock: 0|lagerbestand: 0|lagerbestand 0|bestand: "
     "0|kein bestand|nicht vorrätig|niet in voorraad|inte i lager|pas en stock|non en stock|non in stock|לא במלאי|אין "
     "במלאי|~无货|~無貨|stok kosong|स्टॉक में नहीं|out of stock|out-of-stock|sold out|soldout|currently unavailable|no "
     "longer available|not available|unavailable|"
     "discontinued|temporarily unavailable|notify me|email me when|back in stock|ausverkauft|nicht verfügbar|"
     "nicht lieferbar|nicht mehr lieferbar|nicht auf lager|derzeit nicht|vergriffen|benachrichtigen|rupture de stock|"
     "en rupture|épuisé|indisponible|plus disponible|non disponible|agotado|sin stock|no disponible|sin existencias|"
     "no hay stock|avísame|esaurito|non disponibile|terminato|esgotado|indisponível|sem stock|sem estoque|avise-me|"
     "uitverkocht|niet op voorraad|niet leverbaar|niet beschikbaar|slutsåld|slut i lager|ej i lager|utsolgt|udsolgt|"
     "ikke på lager|loppu|loppuunmyyty|ei saatavilla|ei varastossa|otsas|läbi müüdud|toode on otsas|nav noliktavā|"
     "nav pieejams|išparduota|neturime|wyprzedane|niedostępny|niedostępne|brak w magazynie|produkt niedostępny|"
     "vyprodáno|není skladem|nedostupné|vypredané|nie je skladom|nie je na sklade|nedostupný|nedostupná|ni na "
     "zalogi|razprodano|"
     "rasprodano|nije dostupno|nedostupno|nema na skladištu|elfogyott|nincs raktáron|nincs készleten|stoc epuizat|"
     "indisponibil|nu este in stoc|nu este în stoc|нет в наличии|нет на складе|распродано|немає в наявності|закінчився|"
     "изчерпан|няма наличност|не е наличен|εξαντλημένο|εξαντλήθηκε|μη διαθέσιμο|tükendi|stokta "
     "yok|~在庫切れ|~売り切れ|~品切れ|"
     "~缺货|~缺貨|~售罄|~已售完|~補貨中|~품절|غير متوفر|نفذ|نفدت الكمية|אזל מהמלאי|hết hàng|habis|สินค้าหมด"},
    {PhraseKind::PreOrder,
     "pre-order|preorder|pre order|coming soon|vorbestellen|vorbestellbar|précommande|précommander|"
     "reserva ya|preventa|preordina|prenota ora|pré-venda|předobjednávka|predobjednávka|przedsprzedaż|"
     "предзаказ|~予約|~预售|~預購"},
    {PhraseKind::BackOrder,
     "backorder|back order|on backorder|available on order|auf bestellung|sur commande|bajo pedido|"
     "su ordinazione|na objednávku|na zamówienie|под заказ|la comanda"},
    {PhraseKind::OldPrice,
     "~소비자가|~정상가|rek. pris|rekommenderat pris|cena rynkowa|מחיר "
     "רגיל|~希望小売価格|~メーカー希望|~参考価格|~通常価格|~市場価格|was|list price|rrp|msrp|uvp|regular "
     "price|original "
     "price|originally|old price|compare at|compare|retail "
     "price|reg|"
     "statt|bisher|vorher|unverb|ursprünglich|prix conseillé|au lieu de|ancien prix|prix barré|avant|antes|precio "
     "anterior|"
     "precio normal|precio de lista|precio lista|prezzo di listino|invece di|anziché|prezzo consigliato|preço "
     "anterior|de r|de:|"
     "adviesprijs|van|ord|ord pris|tidigare|før|veil|ovh|norm|tavahind|cena regularna|najniższa cena|běžná "
     "cena|původní cena|"
     "původně|bežná cena|pôvodná cena|redna cena|stara cena|preporučena|pret vechi|prp|preț vechi|старая цена|вместо|"
     "стара ціна|стара цена|αρχική|eski fiyat|~定価|~原价|~原價|~市价|~市價|~정가|السعر "
     "قبل|كان|pvp|pvpr|mrp|~建議售價"},
    {PhraseKind::CurrentPrice,
     "now|sale price|our price|price|your price|special "
     "price|today|preis|jetzt|nur|prix|maintenant|precio|ahora|prezzo|"
     "ora|preço|agora|por|prijs|nu|pris|hinta|nyt|hind|cena|cena s dph|ár|akciós "
     "ár|pret|preț|acum|цена|ціна|τιμή|fiyat|"
     "~価格|~税込|~价格|~價格|~直購價|~網路價|~促銷價|~特價|~售價|~가격|السعر|current bid|starting bid|winning bid"},
    {PhraseKind::Saving,
     "~적립금|~포인트|~ポイント|~积分|save|you save|saving|savings|off|discount|sie "
     "sparen|gespart|ersparnis|rabatt|vous économisez|économisez|remise|"
     "ahorra|ahorras|descuento|dto|risparmi|sconto|poupe|poupa|desconto|economize|bespaar|korting|du sparar|spar|spare|"
     "säästät|oszczędzasz|rabat|ušetříte|sleva|ušetríte|zľava|prihranek|popust|ušteda|megtakarítás|economisești|"
     "reducere|"
     "скидка|экономия|знижка|отстъпка|έκπτωση|indirim|~割引|~优惠|~優惠|~折抵|خصم|cashback|points|punti|puntos|earn|"
     "coupon|voucher|gutschein|bonus|deposit|anzahlung"},
    {PhraseKind::Shipping,
     "shipping|shipping & handling|s&h|flat rate shipping|delivery|postage|postage & "
     "packing|p&p|versand|~versandkosten|lieferung|~lieferkosten|livraison|frais de "
     "port|envío|envio|gastos de envío|"
     "entrega|despacho|spedizione|consegna|frete|portes|verzending|verzendkosten|bezorging|frakt|fragt|levering|"
     "toimitus|"
     "toimituskulut|tarne|piegāde|pristatymas|dostawa|wysyłka|doprava|doručení|doručenie|dostava|poštnina|poštarina|"
     "szállítás|"
     "livrare|transport|доставка|доставки|παράδοση|μεταφορικά|kargo|~送料|~运费|~運費|~배송비|الشحن|التوصيل"},
    {PhraseKind::Instalment,
     "per week|weekly payments|оплата частинами|оплата частями|платежів|платежей|x sin interés|per month|/month|a "
     "month|/mo|monthly|installments|instalments|interest-free|payments of|financing|finance "
     "from|klarna|"
     "afterpay|clearpay|affirm|sezzle|mtl|monatlich|im monat|raten|ratenzahlung|par mois|mensualités|fois sans|al "
     "mes|cuotas|"
     "cuota|sin interés|mensuales|al mese|rate da|rate|mensili|parcelas|sem juros|por mês|ao mês|per maand|per måned|i "
     "månaden|/mån|"
     "/kk|kuussa|kuumakse|kuus|järelmaks|mēnesī|mėn|rat|miesięcznie|raty|splátky|splátka|měsíčně|mesačne|obrokov|obrok|"
     "mesečno|rata|"
     "rate lunare|lună|luna|havonta|в месяц|рассрочка|рассрочку|мес|місяць|лизинг|вноски|taksit|ay|~分期|~每期|~期"},
    {PhraseKind::Unit, "per kg|per 100|/kg|/100|/l|per litre|per liter|per m²|/m²|pro kg|pro "
                       "100|pro l|1 l =|1 kg =|"
                       "grundpreis|le kg|le litre|el kilo|al kg|al litro|o kg|za kg"},
    {PhraseKind::CallForPrice,
     "call for price|call for pricing|price on request|request a quote|request quote|contact us for price|get a quote|"
     "ask for price|preis auf anfrage|auf anfrage|prix sur demande|sur devis|consultar precio|precio a consultar|"
     "prezzo su richiesta|preço sob consulta|sob consulta|prijs op aanvraag|pris på förfrågan|cena na dotaz|"
     "cena na zapytanie|zapytaj o cenę|cena na vyžiadanie|цена по запросу|log in to see price|login to see prices|"
     "sign in to see price|~询价|~詢價|~面议"},
    {PhraseKind::Captcha,
     "are you a robot|not a robot|are you human|verify you are human|verifying you are human|checking your browser|"
     "access denied|access to this page has been denied|pardon our interruption|unusual traffic|enter the characters|"
     "security check|just a moment|attention required|request blocked|please enable cookies|bot detection|forbidden|"
     "robot check|captcha|too many requests|service unavailable|enable javascript and cookies to continue"},
    {PhraseKind::NotFound,
     "page not found|404|product not found|this product is no longer available|page you requested|cannot be found|"
     "seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|página não encontrada|"
     "pagina niet gevonden|strona nie została znaleziona|stránka nenalezena|страница не найдена|sidan kunde inte "
     "hittas|"
     "sivua ei löytynyt|siden ble ikke funnet|oops"},
    {PhraseKind::SkuLabel,
     "מק\"ט|מק״ט|מקט|cod produs|kod towaru|код товару|كود المنتج|รหัสสินค้า|sku|item number|item no|item #|item code|item "
     "id|item|product code|product "
     "number|product no|product id|"
     "product #|style no|style number|style #|style|catalog number|catalogue number|stock code|stock no|part "
     "number|ebay item number|"
     "article number|article no|code|art.-nr|art. nr|art.nr|art nr|artikelnummer|artikel-nr|artikelnr|artikel "
     "nr|bestellnummer|"
     "bestell-nr|bestellnr|produktnummer|produkt-nr|référence|réf|ref|référence produit|référence "
     "fabricant|referencia|código|cód|sku-nr|"
     "código de producto|código do produto|código producto|codice|codice articolo|codice prodotto|cod|cod. art|cod. "
     "articolo|"
     "codigo|referência|artikelnummer|bestelnummer|artikelnr|varenummer|varenr|vare nr|tuotenumero|tuotenro|tuotekoodi|"
     "tootekood|preces kods|prekės kodas|kod produktu|nr katalogowy|indeks|symbol|kód produktu|kód zboží|kód|objednací "
     "kód|"
     "číslo produktu|katalogové číslo|kataloška številka|šifra|šifra artikla|šifra proizvoda|cikkszám|termékkód|cod "
     "produs|"
     "cod articol|артикул|код товара|код|арт|код на продукта|кат. номер|κωδικός|ürün kodu|stok "
     "kodu|~商品コード|~品番|~商品番号|"
     "~商品編號|~商品编号|~货号|~貨號|~貨品編號|~상품코드|رقم المنتج|رمز المنتج|lot number|listing id|ad id|model"},
    {PhraseKind::GtinLabel,
     "ean|ean-code|ean code|ean13|ean-13|gtin|gtin-13|upc|upc code|isbn|isbn-13|isbn13|barcode|codice ean|"
     "código ean|kod ean|ean kód|штрихкод|штрих-код|код ean|~jan|código de barras|codice a barre|jan code"},
    {PhraseKind::MpnLabel,
     "model name/number|model name / number|model name & number|mpn|manufacturer part number|manufacturer part no|mfr "
     "part|mfr. part no|mfg part|mfr. model|model number|"
     "model no|model #|herstellernummer|hersteller-nr|herstellerartikelnummer|modellnummer|"
     "référence constructeur|référence fabricant|part number|part no|codice produttore|"
     "referencia fabricante|referência do fabricante|part-no|kod producenta|código del fabricante|"
     "kód výrobce|cod producator|~型番"},
    {PhraseKind::BrandLabel,
     "make/manufacturer|make / manufacturer|make|thương hiệu|מותג|מותגים|brand|brands|brand "
     "name|manufacturer|marke|hersteller|marque|fabricant|marca|fabricante|produttore|marchio|"
     "merk|fabrikant|varumärke|tillverkare|merke|produsent|mærke|producent|tuotemerkki|merkki|"
     "valmistaja|bränd|tootja|kaubamärk|zīmols|ražotājs|prekės ženklas|gamintojas|marka|znamka|"
     "značka|výrobce|výrobca|proizvođač|proizvajalec|blagovna "
     "znamka|brend|gyártó|márka|brandul|producator|producător|бренд|производитель|"
     "марка|виробник|производител|μάρκα|κατασκευαστής|üretici|~ブランド|~メーカー|~品牌|~브랜드|الماركة|العلامة "
     "التجارية|publisher|verlag|éditeur|editore|editora"},
    {PhraseKind::ConditionLabel,
     "condition|item condition|zustand|artikelzustand|état|estado|condizione|condizioni|staat|"
     "skick|tilstand|kunto|stan|stav|stanje|állapot|stare|состояние|стан|durum|~商品の状態|~成色"},
    {PhraseKind::SellerLabel,
     "sold by|seller|seller information|verkäufer|verkauf durch|verkauf und versand durch|vendu par|vendeur|vendido "
     "por|"
     "vendedor|venduto da|venditore|verkoper|verkocht door|säljare|sprzedawca|prodejce|predajca|"
     "vandut de|vândut de|продавец|продавець|satıcı|~販売元|~卖家|~賣家"},
    {PhraseKind::FreeShipping,
     "free shipping|free delivery|free postage|kostenloser versand|versandkostenfrei|gratis versand|kostenlose "
     "lieferung|"
     "livraison gratuite|livraison offerte|envío gratis|envio gratis|frete grátis|portes grátis|spedizione gratuita|"
     "spedizione gratis|gratis verzending|fri frakt|gratis fragt|ilmainen toimitus|darmowa dostawa|"
     "doprava zdarma|brezplačna dostava|besplatna dostava|ingyenes szállítás|livrare gratuita|"
     "бесплатная доставка|~送料無料|~免运费|~免運|~包邮|ücretsiz kargo"},
    {PhraseKind::Piece, "pc|pcs|pce|piece|ea|each|unit|st|stk|stck|stück|stuk|tk|ks|szt|szt.|kpl|db|buc|kos|kom|gab|"
                        "vnt|pza|pieza|unidad|ud|"
                        "un|unidade|pz|pezzo|pièce|шт|бр|τεμ|adet|~個|~个|~件|~입|pair|set|pack|paar|opak|bal"},
    {PhraseKind::Besides, "plus|excl|excluding|exc|without|zzgl|zuzüglich|exkl|ohne|hors|sans|más|sin|no "
                          "incluye|mais|sem|più|esclusa|escluse|"
                          "escluso|excl.|plus.|zonder|ekskl|uden|uten|exklusive|ilman|bez|fara|fără|без|χωρίς|inkl|"
                          "incl|including|inclusive|inklusive"},
    {PhraseKind::WithoutTax, "vergiler hariç|veroton|ohne steuern|sin impuestos|impuestos no incluidos|without tax|"
                             "price ex tax|без податку|без налога|ex. gst|ex gst|excl. gst|exc. gst|plus gst|+ "
                             "gst|+gst|~税別|~本体|~+税|excl. vat|ex "
                             "vat|excl vat|excluding vat|exc vat|without vat|ex. vat|excl. tax|excluding "
                             "tax|ex tax|plus vat|+ vat|zzgl. mwst|"
                             "ohne mwst|exkl. mwst|excl. mwst|netto|nettopreis|ht|hors taxe|hors taxes|sans tva|iva "
                             "excluido|sin iva|+ iva|iva no incluido|iva esclusa|"
                             "senza iva|sem iva|excl. btw|exkl. moms|ex moms|ekskl. moms|eks. mva|ekskl. mva|alv "
                             "0%|ilman alv|km-ta|bez pvn|be pvm|"
                             "bez vat|cena netto|bez dph|brez ddv|bez pdv|bez pdv-a|nettó|áfa nélkül|fara tva|fără "
                             "tva|без ндс|без пдв|без ддс|χωρίς φπα|kdv hariç|~税抜|~未税"},
    {PhraseKind::WithTax, "inc. gst|incl. gst|inc gst|including gst|incl. vat|inc vat|inc. vat|incl vat|including "
                          "vat|incl. tax|including tax|inkl. mwst|inkl "
                          "mwst|inklusive mwst|bruttopreis|ttc|tva comprise|"
                          "iva incluido|iva inc|iva inclusa|iva incluída|incl. btw|inkl. moms|inkl. mva|sis. alv|ar "
                          "pvn|su pvm|brutto|z vat|s dph|z ddv|"
                          "s pdv-om|bruttó|cu tva|с ндс|з пдв|с ддс|με φπα|kdv dahil|~税込|~含税"},
    {PhraseKind::Conditional,
     "bei vorkasse|per vorkasse|vorkassepreis|mit skonto|bei barzahlung|bei selbstabholung|by bank transfer|with bank "
     "transfer|with nectar|nectar price|subscribe|subscribe & save|subscription|autoship|auto-ship|auto "
     "delivery|auto-delivery|repeat delivery|im "
     "abo|sparabo|abo-preis|abopreis|abonnement|en abonnement|suscripción|suscríbete|assinatura|assine|abbonamento|"
     "prenumeration|members|member price|members price|members only|club members|club price|clubcard|loyalty "
     "price|with loyalty card|with card|card price|rewards members|prime members|mitglieder|clubpreis|mit "
     "kundenkarte|mit karte|prix adhérent|prix adhérents|avec la carte|prix club|socios|precio socio|con tarjeta|"
     "prezzo soci|con carta|com cartão|ledenprijs|met bonuskaart|medlemspris|klubbpris|kundekort|z kartą|s kartou|"
     "~쿠폰|~신규회원|~회원가|~최대혜택|по "
     "карте|картой|kártyával|klubkártyával|kundeklubb|kundklubb|medlem|medlemmer|etukortilla|plussa-etu|z "
     "aplikacją|z kartą moja|con carta fedeltà|con fidaty|mit app|in der app|or more|або більше|и более|und mehr|et "
     "plus|"
     "o más|ou mais|o più|of meer|eller fler|és több|nebo více|lub więcej|~plus价|~会员价|~plus会员|~会員価格|store "
     "card|"
     "trade price|with coupon|mit gutschein|avec le code|con cupón|"
     "approximately|approx|umgerechnet|warranty|protection plan|care plan|insurance|geräteschutz|"
     "garantieverlängerung|haul away|gift wrap|students|student price|first order"},
    {PhraseKind::UpTo, "up to|to|bis|jusqu'à|jusqu’à|fino a|hasta|até|tot|do|till|til|enintään|до|έως|~まで"},
    {PhraseKind::LowestBefore,
     "lowest price in the last|lowest price of the last|lowest price in 30|30-day lowest|30 day lowest|lowest 30-day|"
     "lowest recent price|niedrigster preis der letzten|niedrigster preis in den letzten|bester preis der letzten|"
     "tiefster preis der letzten|30-tage-bestpreis|30-tage-tiefstpreis|letzter bestpreis|prix le plus bas|plus bas des "
     "30|"
     "precio más bajo|precio mínimo de los últimos|prezzo più basso|più basso degli ultimi|preço mais baixo|laagste "
     "prijs van de afgelopen|laagste prijs in de|laagste prijs laatste|lägsta pris|lägsta priset|laveste pris|laveste "
     "siste|alin hinta|alin 30|najniższa cena z|cena z 30 dni|z ostatnich 30 dni|nejnižší cena za|nejnižší cena "
     "v|najnižšia "
     "cena za|najnižja cena v|najniža cijena u|najniža cena u|cel mai mic preț|cel mai mic pret|legalacsonyabb ár|"
     "zemākā cena|mažiausia kaina|madalaim hind|най-ниска цена|χαμηλότερη τιμή|~最低価格"},
    {PhraseKind::Fee,
     "einmalig|upfront|up front|up-front|one-time fee|installation from|installation service|professional "
     "installation|expert installation|assembly from|assembly service|aufbauservice|montage "
     "ab|vrg|éco-participation|éco-part|éco part|dont éco|ecopart|ecotasa|raee|recycling "
     "fee|recyclinggebühr|pfand|bottle "
     "deposit|consigne|statiegeld|core charge|handling fee|booking fee|environmental fee|activation fee|setup "
     "fee|set-up fee|installation "
     "fee|service fee|import charges|import "
     "fees|bereitstellungspreis|anschlusspreis|aktivierungsgebühr|montageservice"},
    {PhraseKind::OtherOffer,
     "other sellers|from other sellers|more sellers|other offers|buying options|used from|new from|used & new|used "
     "and new|pre-owned from|refurbished from|refurbished|open-box|open box|andere verkäufer|weitere verkäufer|andere "
     "anbieter|weitere angebote|gebraucht ab|gebraucht|generalüberholt|b-ware|autres vendeurs|autres offres|d'occasion|"
     "reconditionné|otros vendedores|otras ofertas|de segunda mano|reacondicionado|usado desde|altri venditori|usato|"
     "ricondizionato|outros vendedores|recondicionado|andere verkopers|tweedehands|andra säljare|begagnad|begagnat|"
     "inne oferty|najtańsza|najszybsza|używane|używany|resigilat|alți vânzători|jiní prodejci|bazar|használt|"
     "дешевле у других|у других продавцов|другие предложения|~中古|~其他卖家|二手"},
    {PhraseKind::RelatedHeading,
     "recommended replacement|replacement|replaced by|successor|nachfolger|nachfolgemodell|remplacé par|reemplazado "
     "por|"
     "similar products|similar items|related products|related items|you may also like|you might also like|you may "
     "also be interested|customers also bought|customers also viewed|customers who bought|frequently bought "
     "together|people also bought|people also viewed|recently viewed|more from this|more like this|recommended for "
     "you|we recommend|recommended products|recommendations|complete the look|goes well with|pairs well with|shop "
     "the look|best sellers|bestsellers|also available|sponsored products|ähnliche produkte|ähnliche artikel|das "
     "könnte ihnen|das könnte dir|das könnte sie|kunden kauften auch|kunden haben auch|zuletzt angesehen|passendes "
     "zubehör|passend dazu|zubehör|empfehlungen|weitere produkte|wird oft zusammen|produits similaires|vous aimerez "
     "aussi|les clients ont aussi|produits associés|vus récemment|articles similaires|productos relacionados|"
     "productos similares|también te puede|también te podría|quienes compraron|vistos recientemente|te puede "
     "interesar|prodotti correlati|prodotti simili|potrebbe interessarti|potrebbero interessarti|potrebbe piacerti|"
     "visti di recente|produtos relacionados|produtos similares|quem viu|quem comprou|você também pode|também pode "
     "gostar|vistos recentemente|gerelateerde producten|vergelijkbare producten|anderen kochten|vaak samen gekocht|"
     "bekeek ook|misschien vind je|liknande produkter|andra köpte|relaterade produkter|du kanske också|lignende "
     "produkter|andre kjøpte|andre så|relaterede produkter|andre kiggede|katso myös|samankaltaisia|muut ostivat|"
     "podobne produkty|podobne oferty|zobacz także|klienci kupili|może ci się|polecane|podobné produkty|mohlo by vás|"
     "ostatní zákazníci|súvisiace produkty|související produkty|podobni izdelki|slični proizvodi|povezani proizvodi|"
     "hasonló termékek|kapcsolódó termékek|mások ezt|produse similare|produse asemănătoare|clienții au cumpărat|"
     "ți-ar putea plăcea|похожие товары|с этим товаром|рекомендуем|вам может понравиться|вы смотрели|схожі товари|"
     "рекомендовані товари|разом купують|супутні товари|подобни продукти|свързани продукти|σχετικά προϊόντα|"
     "παρόμοια προϊόντα|benzer ürünler|ilgili ürünler|bunları da|birlikte "
     "al|~関連商品|~おすすめ|~最近チェック|~相关商品|"
     "~猜你喜欢|~相關商品|~為您推薦|~看了又看|~관련 상품|~추천 상품|~함께 본|منتجات ذات صلة|منتجات مشابهة|قد "
     "يعجبك|מוצרים "
     "דומים|מוצרים נוספים|sản phẩm tương tự|sản phẩm liên quan|produk terkait|produk serupa|สินค้าที่เกี่ยวข้อง|สินค้าแนะนำ"},
    {PhraseKind::MinimumOrder,
     "over|orders|above|ab|from|bestellwert|minimum|dès|à partir|a partir|superior|superiori|oltre|vanaf|"
     "över|yli|alates|powyżej|od|nad|iznad|felett|peste|от|свыше|~満|~以上|more than|spend"},
};
constexpr std::size_t kKinds = static_cast<std::size_t>(PhraseKind::Ended) + 1;

struct Phrase {
  std::string_view text;
  bool within = false;
};
// By kind, and within it by the first byte: most places of a text are passed at once.
using PhraseTable = std::array<std::array<std::vector<Phrase>, 256>, kKinds>;

const PhraseTable& phraseTable() {
  static const auto table = [] {
    PhraseTable all;
    for (const std::span<const PhraseList> lists : {std::span<const PhraseList>(kPhraseLists), offerPhrases()})
      for (const auto& [kind, phrases] : lists)
        for (std::size_t at = 0; at < phrases.size();) {
          const std::size_t end = std::min(phrases.find('|', at), phrases.size());
          Phrase phrase{phrases.substr(at, end - at), phrases[at] == '~'};
          if (phrase.within)
            phrase.text.remove_prefix(1);
          all[static_cast<std::size_t>(kind)][static_cast<unsigned char>(phrase.text.front())].push_back(phrase);
          at = end + 1;
        }
    for (auto& kind : all)
      for (auto& list : kind)
        std::sort(list.begin(), list.end(), [](auto& a, auto& b) {
          return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
        });
    return all;
  }();
  return table;
}

std::string lowerText(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? lowered(text) : toUtf8(toQt(text).toLower());
}

// The character with its lead byte here is a letter: of those beyond ASCII, U+0080…U+00BF and U+2000…U+2FFF are not.
bool leadsLetter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return isAlphaByte(c) || (byte >= 0xC3 && byte != 0xE2);
}
bool letterBefore(const std::string& text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) {
  }
  return leadsLetter(text[at]);
}

std::size_t phraseAtByte(const std::string& lower, std::size_t at, PhraseKind kind) {
  const auto first = static_cast<unsigned char>(lower[at]);
  for (const Phrase& phrase : phraseTable()[static_cast<std::size_t>(kind)][first]) {
    if (lower.compare(at, phrase.text.size(), phrase.text) != 0)
      continue;
    const std::size_t end = at + phrase.text.size();
    const bool bounded = (at == 0 || !leadsLetter(phrase.text.front()) || !letterBefore(lower, at)) &&
                         (end == lower.size() || !leadsLetter(lower[end]) || !letterBefore(lower, end));
    const bool digit = isDigitByte(phrase.text.back()) && end < lower.size() && isDigitByte(lower[end]);
    if ((bounded || phrase.within) && !digit)
      return phrase.text.size();
  }
  return 0;
}

} // namespace

bool hasPhrase(std::string_view text, PhraseKind kind) {
  const std::string lower = lowerText(text.substr(0, 2000));
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (phraseAtByte(lower, i, kind) > 0)
      return true;
  return false;
}

std::string withoutPhrases(std::string_view text, PhraseKind kind) {
  const std::string lower = lowerText(text.substr(0, 2000));
  std::string out;
  for (std::size_t i = 0; i < lower.size();)
    if (const std::size_t length = phraseAtByte(lower, i, kind); length > 0)
      i += length;
    else
      out += lower[i++];
  return out;
}

std::size_t leadingPhrase(std::string_view text, PhraseKind kind) {
  const std::string lower = lowerText(text.substr(0, 200));
  return lower.empty() || lower.size() > text.size() ? 0 : phraseAtByte(lower, 0, kind);
}

} // namespace pricewright
