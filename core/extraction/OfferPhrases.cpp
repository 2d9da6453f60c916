// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a price is of that is not the product's, as it is sold to everybody today.
#include "extraction/PhraseList.h"

namespace pricewright {
namespace {

constexpr PhraseList kOfferPhrases[] = {
    {PhraseKind::Bid,
     "current bid|starting bid|opening bid|winning bid|highest bid|minimum bid|place bid|place a bid|bid now|place "
     "your "
     "bid|your bid|bids|reserve not met|reserve price|aktuelles gebot|startgebot|höchstgebot|mindestgebot|startpreis "
     "der "
     "auktion|gebot abgeben|jetzt bieten|mitbieten|bieten|gebote|enchère actuelle|mise à prix|offre actuelle|enchérir|"
     "enchères|puja actual|puja inicial|pujar|pujas|oferta actual de la subasta|offerta attuale|base d'asta|fai "
     "un'offerta|offerte ricevute|lance atual|lance inicial|dar lance|lances|huidig bod|startbod|hoogste bod|plaats "
     "bod|bied nu|biedingen|aktuellt bud|ledande bud|utropspris|lägg bud|ledende bud|høyeste bud|gi bud|aktuelt "
     "bud|afgiv bud|nykyinen tarjous|korkein tarjous|huuda|licytuj|cena wywoławcza|aktualna licytacja|ofert "
     "kupna|vyvolávací cena|aktuální příhoz|přihodit|aktuálna ponuka|jelenlegi licit|licitálok|kikiáltási ár|licitează|"
     "licitație curentă|текущая ставка|сделать ставку|начальная цена|ставок|поточна ставка|зробити ставку|~現在の価格|"
     "~入札|~当前出价|~目前出價|~出價|~现在出价|~현재 입찰가|~입찰|teklif ver|güncel teklif"},
    {PhraseKind::Rent,
     "rental|rentals|for rent|rent now|rent it|to rent|rent for|hire price|for hire|per day|a day|/day|/ day|per "
     "night|/night|per hour|/hour|miete|mieten|mietpreis|pro tag|/tag|am tag|pro nacht|pro stunde|leihgebühr|ausleihen|"
     "louer|à louer|en location|prix de location|par jour|/jour|la nuit|par nuit|alquiler|alquilar|por día|al día|/día|"
     "por noche|noleggio|noleggia|al giorno|/giorno|a notte|aluguel|aluguer|alugar|por dia|/dia|por noite|huren|"
     "huurprijs|te huur|per dag|/dag|per nacht|hyra|hyrpris|per dygn|per natt|leie|til leie|leje|udlejning|per døgn|"
     "vuokra|vuokraus|päivässä|wynajem|za dobę|za dzień|pronájem|půjčovna|na den|za den|prenájom|na deň|bérlés|"
     "bérleti díj|naponta|închiriere|pe zi|аренда|прокат|в сутки|за сутки|оренда|прокату|за добу|~レンタル|~租赁|~租金|"
     "~出租|~대여|~렌탈|kiralık|günlük"},
    {PhraseKind::Lease,
     "lease|leasing|leased|per month|/month|/mo|a month|monthly|pro monat|monatlich|/monat|leasingrate|par mois|/mois|"
     "mensuel|mensualité|al mes|/mes|mensual|al mese|/mese|por mês|/mês|per maand|/maand|i månaden|/mån|per måned|/mnd|"
     "md.|miesięcznie|/mies|měsíčně|mesačne|havonta|/hó|pe lună|/lună|в месяц|/мес|на "
     "місяць|/міс|~月々|~每月|~월|aylık"},
    {PhraseKind::TradeIn,
     "with trade-in|with trade in|with eligible trade-in|with qualifying trade-in|after trade-in|after trade in|incl. "
     "trade-in|including trade-in|mit inzahlungnahme|bei inzahlungnahme|nach inzahlungnahme|mit altgerät|im eintausch|"
     "avec reprise|reprise déduite|après reprise|con plan renove|entregando tu|con permuta|con rottamazione|con "
     "permuta dell'usato|na troca do|com troca|met inruil|bij inruil|na inruil|vid inbyte|med inbyte|med innbytte|ved "
     "innbytte|ved bytte|vaihdossa|w rozliczeniu|z wymianą|při výkupu|s výkupem|pri výkupe|beszámítással|cu "
     "buy-back|по "
     "trade-in|по трейд-ин|при обмене|з обміном|~下取り|~以旧换新|~舊換新|~보상판매"},
    {PhraseKind::SoldBy,
     "sold by|sold and shipped by|sold & shipped by|sold and fulfilled by|sold and delivered by|shipped and sold by|"
     "ships from and sold by|verkauf durch|verkauft durch|verkauft von|verkauf und versand durch|verkauft und "
     "versendet von|verkauft und geliefert von|vendu par|vendu et expédié par|vendu et livré par|expédié et vendu "
     "par|vendido por|vendido y enviado por|vendido y entregado por|vendido e entregue por|vendido e enviado "
     "por|venduto "
     "da|venduto e spedito da|venduto e consegnato da|verkocht door|verkocht en verzonden door|verkoop door|säljs av|"
     "säljs och levereras av|selges av|sælges af|sprzedawane przez|sprzedawany przez|sprzedaż i wysyłka|prodáno přes|"
     "prodává a doručuje|predáva a doručuje|vândut de|vandut de|vândut și livrat de"},
    {PhraseKind::Ended,
     "this listing has ended|this listing was ended|listing ended|listing has ended|auction ended|auction has ended|"
     "bidding has ended|this item has sold|sold for|dieses angebot wurde beendet|angebot beendet|auktion "
     "beendet|auktion "
     "ist beendet|anzeige ist nicht mehr|verkauft für|cette annonce est terminée|annonce terminée|vente terminée|"
     "enchère terminée|vendu pour|esta publicación ha finalizado|publicación finalizada|anuncio finalizado|subasta "
     "finalizada|inserzione scaduta|inserzione terminata|questa inserzione è|asta conclusa|asta terminata|venduto a|"
     "anúncio encerrado|anúncio finalizado|leilão encerrado|deze aanbieding is beëindigd|aanbieding beëindigd|veiling "
     "afgelopen|veiling gesloten|auktionen är avslutad|auktionen avslutad|annonsen är avslutad|såld för|auksjonen er "
     "avsluttet|solgt for|auktionen er afsluttet|huutokauppa on päättynyt|kohde on päättynyt|oferta zakończona|ta "
     "oferta "
     "została zakończona|aukcja zakończona|licytacja zakończona|sprzedano za|nabídka byla ukončena|aukce "
     "skončila|aukce "
     "ukončena|aukcia skončila|az aukció lezárult|licit lejárt|licitație încheiată|anunț încheiat|торги "
     "завершены|аукцион "
     "завершен|аукцион завершён|объявление закрыто|продано "
     "за|~終了したオークション|~オークションは終了|~已结束|~已結束|"
     "~종료된"},
};

} // namespace

std::span<const PhraseList> offerPhrases() { return kOfferPhrases; }

} // namespace pricewright
