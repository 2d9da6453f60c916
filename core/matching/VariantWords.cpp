// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/VariantWords.h"

#include "matching/WordForms.h"

#include "base/Words.h"

#include <QHash>
#include <QSet>

#include <array>

namespace pricewright {
namespace {

// group, meaning, the words of four languages
struct VariantLine {
  const char *group, *meaning, *words;
};

constexpr std::array kColours{
    VariantLine{"colour", "black", "black schwarz schwarze schwarzer schwarzes noir noire negro negra blk"},
    VariantLine{"colour", "white", "white weiss weisse weisser weisses blanc blanche blanco blanca wht"},
    VariantLine{"colour", "red", "red rot rote roter rotes rouge rojo roja"},
    VariantLine{"colour", "blue", "blue blau blaue blauer blaues bleu bleue azul navy"},
    VariantLine{"colour", "green", "green grun grune gruner grunes gruen vert verte verde grn"},
    VariantLine{"colour", "yellow", "yellow gelb gelbe gelber jaune amarillo amarilla"},
    VariantLine{"colour", "pink", "pink rosa rose"},
    VariantLine{"colour", "grey", "grey gray grau graue grauer gris"},
    VariantLine{"colour", "brown", "brown braun braune marron"},
    VariantLine{"colour", "purple", "purple lila violett violet morado"},
    VariantLine{"colour", "silver", "silver silber argent plata plateado"},
    VariantLine{"colour", "gold", "gold golden dore dorado"},
    VariantLine{"colour", "ivory", "ivory cream-coloured beige"},
    VariantLine{"colour", "turquoise", "turquoise turkis turquesa"},
};

constexpr std::array kFlavours{
    VariantLine{"flavour", "vanilla", "vanilla vanille vainilla"},
    VariantLine{"flavour", "chocolate", "chocolate schoko schokolade chocolat choc"},
    VariantLine{"flavour", "strawberry",
                "strawberry strawberries erdbeere erdbeer erdbeeren fraise fraises fresa fresas"},
    VariantLine{"flavour", "raspberry", "raspberry himbeere himbeer framboise frambuesa"},
    VariantLine{"flavour", "blueberry", "blueberry heidelbeere blaubeere myrtille arandano"},
    VariantLine{"flavour", "cherry", "cherry cherries kirsche kirsch cerise cereza"},
    VariantLine{"flavour", "orange", "orange oranges orangen naranja"},
    VariantLine{"flavour", "lemon", "lemon zitrone zitronen citron limon"},
    VariantLine{"flavour", "lime", "lime limette lima"},
    VariantLine{"flavour", "apple", "apple apples apfel pomme manzana"},
    VariantLine{"flavour", "banana", "banana banane platano"},
    VariantLine{"flavour", "peach", "peach pfirsich peche melocoton"},
    VariantLine{"flavour", "pear", "pear birne poire pera"},
    VariantLine{"flavour", "mango", "mango mangue"},
    VariantLine{"flavour", "coconut", "coconut kokos kokosnuss coco"},
    VariantLine{"flavour", "hazelnut", "hazelnut haselnuss haselnusse haselnussen noisette noisettes avellana"},
    VariantLine{"flavour", "almond", "almond almonds mandel mandeln amande amandes almendra almendras"},
    VariantLine{"flavour", "mint", "mint minze menthe menta peppermint pfefferminze spearmint"},
    VariantLine{"flavour", "honey", "honey honig miel"},
    VariantLine{"flavour", "caramel", "caramel karamell caramelo"},
    VariantLine{"flavour", "lavender", "lavender lavendel lavande lavanda"},
    VariantLine{"flavour", "paprika", "paprika"},
    VariantLine{"flavour", "garlic", "garlic knoblauch ail ajo"},
    VariantLine{"flavour", "chamomile", "chamomile kamille camomille manzanilla"},
    VariantLine{"flavour", "grape", "grape traube raisin uva"},
    VariantLine{"flavour", "tomato", "tomato tomatoes tomate tomaten tomates"},
};

constexpr std::array kKinds{
    VariantLine{"diet", "", "classic original regular normal klassik classique clasico clasica"},
    VariantLine{"diet", "zero",
                "zero zerosugar nosugar sugarfree zuckerfrei sanssucre sanssucres sinazucar unsweetened "
                "ungesusst"},
    VariantLine{"diet", "light", "light lite lt diet leicht legere allege ligero lowfat fettarm"},
    VariantLine{"caffeine", "decaf", "decaf decaffeinated entkoffeiniert decafeine descafeinado koffeinfrei dcf"},
    VariantLine{"pulp", "with", "withpulp mitfruchtfleisch avecpulpe conpulpa pulpy"},
    VariantLine{"pulp", "without", "nopulp pulpfree fruchtfleischfrei smooth"},
    VariantLine{"texture", "crunchy", "crunchy chunky knusprig croquant crujiente"},
    VariantLine{"texture", "creamy", "creamy cremig cremeux cremoso cremosa"},
    VariantLine{"milkfat", "skimmed", "skimmed skim entrahmt entrahmte magermilch ecreme desnatada nonfat fatfree"},
    VariantLine{"milkfat", "semi", "semiskimmed semi teilentrahmt teilentrahmte demiecreme semidesnatada lowfatmilk"},
    VariantLine{"milkfat", "whole", "wholemilk vollmilch entier entiere entera"},
    VariantLine{"gas", "still", "still stilles naturelle singas"},
    VariantLine{"gas", "sparkling", "sparkling sprudel gazeuse congas spritzig"},
    VariantLine{"salt", "unsalted", "unsalted ungesalzen doux saltfree nosalt"},
    VariantLine{"salt", "salted", "salted gesalzen gesalzene sale salado"},
    VariantLine{"alcohol", "none", "alcoholfree alkoholfrei nonalcoholic nonalch nonalcohol sansalcool sinalcohol"},
    VariantLine{"organic", "organic", "organic bio biologique ecologico ecologica"},
    VariantLine{"heat", "mild", "mild doux suave"},
    VariantLine{"heat", "hot", "hot spicy scharf piquant picante extrahot"},
    VariantLine{"roast", "beans", "beans bohnen wholebean wholebeans ganzebohnen"},
    VariantLine{"roast", "ground", "ground gemahlen moulu molido"},
    VariantLine{"roast", "instant", "instant loslich soluble"},
    VariantLine{"bone", "in", "bonein"},
    VariantLine{"bone", "less", "boneless"},
    VariantLine{"form", "refill", "refill nachfull nachfullpack nachfuller recharge recambio"},
    VariantLine{"condition", "renewed", "refurbished renewed used gebraucht reconditionne reacondicionado occasion"},
};

constexpr std::array kFits{
    VariantLine{"size", "xs", "xs"},
    VariantLine{"size", "s", "small klein kleine"},
    VariantLine{"size", "m", "medium mittel moyen mediano"},
    VariantLine{"size", "l", "large lrg gross grosse grand grande"},
    VariantLine{"size", "xl", "xl xlarge"},
    VariantLine{"size", "xxl", "xxl"},
    VariantLine{"size", "mini", "mini"},
    VariantLine{"tier", "pro", "pro"},
    VariantLine{"tier", "max", "max"},
    VariantLine{"tier", "promax", "promax"},
    VariantLine{"tier", "plus", "plus"},
    VariantLine{"tier", "ultra", "ultra"},
    VariantLine{"who", "men", "men mens herren hommes homme hombre"},
    VariantLine{"who", "women", "women womens damen femmes femme mujer"},
    VariantLine{"who", "children", "kids children kinder enfants ninos baby"},
    VariantLine{"hair", "dry", "dry trockenes trockene sec seche seco seca secos"},
    VariantLine{"hair", "oily", "oily greasy fettiges grasse gras graso"},
    VariantLine{"hair", "sensitive", "sensitive sensible sensibles sensitiv"},
    VariantLine{"time", "day", "day tagescreme jour dia"},
    VariantLine{"time", "night", "night nachtcreme nuit noche"},
};

const QHash<QString, VariantWord>& variantTable() {
  static const QHash<QString, VariantWord> table = [] {
    QHash<QString, VariantWord> t;
    const auto put = [&t](const auto& lines) {
      for (const VariantLine& line : lines)
        for (const QString& word : s(line.words).split(u' ', Qt::SkipEmptyParts))
          t.insert(word, {s(line.group), s(line.meaning)});
    };
    put(kColours), put(kFlavours), put(kKinds), put(kFits);
    return t;
  }();
  return table;
}

} // namespace

std::optional<VariantWord> variantOf(const QString& plain) {
  const auto& table = variantTable();
  if (const auto it = table.constFind(plain); it != table.constEnd())
    return *it;
  for (const char* ending : {"n", "s", "es", "en"}) // plurals that the table does not list
    if (plain.size() >= 6 && plain.endsWith(QLatin1String(ending)))
      if (const auto it = table.constFind(plain.chopped(qsizetype(qstrlen(ending)))); it != table.constEnd())
        return *it;
  return std::nullopt;
}

std::vector<VariantWord> compoundVariants(const QString& plain) {
  const auto& table = variantTable();
  if (plain.size() < 10 || plain.size() > 30)
    return {};
  for (qsizetype i = 4; i + 4 <= plain.size(); ++i) {
    const auto front = table.constFind(plain.left(i));
    const auto back = front == table.constEnd() ? front : table.constFind(plain.mid(i));
    if (back != table.constEnd())
      return {*front, *back};
  }
  return {};
}

bool silenceMeansOrdinary(const QString& group) {
  static const QSet<QString> groups{s("diet"), s("caffeine"), s("alcohol"), s("form"), s("condition"), s("tier")};
  return groups.contains(group);
}

bool isNegation(const QString& plain) {
  static const QSet<QString> words{s("without"), s("ohne"), s("sans"), s("sin"), s("no"), s("non"), s("zero")};
  return words.contains(plain);
}

VariantWord withoutVariant(const QString& plain) {
  static const QHash<QString, VariantWord> known = [] {
    QHash<QString, VariantWord> t;
    const auto put = [&t](const char* words, const char* group, const char* meaning) {
      for (const QString& word : s(words).split(u' '))
        t.insert(word, {s(group), s(meaning)});
    };
    put("sugar zucker sucre sucres azucar azucares", "diet", "zero");
    put("pulp fruchtfleisch pulpe pulpa bits", "pulp", "without");
    put("caffeine koffein cafeine cafeina", "caffeine", "decaf");
    put("alcohol alkohol alcool alch alcoholic", "alcohol", "none");
    put("salt salz sel sal", "salt", "unsalted");
    put("gas kohlensaure gaz", "gas", "still");
    put("gluten", "without", "gluten");
    put("lactose laktose lactosa", "without", "lactose");
    put("perfume parfum fragrance duftstoffe", "without", "fragrance");
    return t;
  }();
  const auto it = known.constFind(plain);
  return it == known.constEnd() ? VariantWord{s("without"), wordStem(plain)} : *it;
}

} // namespace pricewright
