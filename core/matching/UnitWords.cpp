// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/UnitWords.h"

#include "base/Words.h"

#include <QHash>
#include <QSet>

namespace pricewright {
namespace {

void putUnits(QHash<QString, UnitWord>& into, UnitKind kind, double factor, const char* names,
              const char* attribute = "") {
  for (const QString& name : s(names).split(u' ', Qt::SkipEmptyParts))
    into.insert(name, {kind, factor, s(attribute)});
}

void putContents(QHash<QString, UnitWord>& t) {
  putUnits(t, UnitKind::Volume, 1, "ml milliliter millilitre millilitres mililitros millilitri cc");
  putUnits(t, UnitKind::Volume, 10, "cl centiliter centilitre");
  putUnits(t, UnitKind::Volume, 100, "dl");
  putUnits(t, UnitKind::Volume, 1000, "l lt ltr ltrs liter liters litre litres litro litros litri");
  putUnits(t, UnitKind::Volume, 29.5735, "floz");
  putUnits(t, UnitKind::Volume, 3785.41, "gal gallon gallons");
  putUnits(t, UnitKind::Volume, 473.176, "pt pint pints");
  putUnits(t, UnitKind::Volume, 946.353, "qt quart quarts");
  putUnits(t, UnitKind::Mass, 1, "g gr grs gm gms gram grams gramm gramme grammes gramo gramos");
  putUnits(t, UnitKind::Mass, 1000, "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes");
  putUnits(t, UnitKind::Mass, 453.592, "lb lbs pound pounds");
  putUnits(t, UnitKind::Ounce, 28.3495, "oz ounce ounces");
  putUnits(t, UnitKind::Length, 1, "m mtr mtrs meter meters metre metres metro metros");
}

void putCounts(QHash<QString, UnitWord>& t) {
  putUnits(
      t, UnitKind::Piece, 1,
      "pc pcs piece pieces stuck stueck stk st count ct cnt unidad unidades uds ud unites unite capsule capsules "
      "caps kapsel kapseln capsula capsulas tablet tablets tabs tabletten comprimes comprimidos sheets sheet blatt "
      "feuilles hojas rolls roll rollen rolle rouleaux rollos bags beutel teebeutel teabags sachets bolsitas wipes "
      "tucher lingettes toallitas loads washes wl waschladungen waschgange lavages lavados pads tabs pods diapers "
      "windeln couches");
  putUnits(t, UnitKind::Piece, 12, "dz doz dozen dutzend douzaine docena");
  putUnits(
      t, UnitKind::Pack, 1,
      "er pack packs pk pks pck pkg packung packungen set sets bottles bottle btl btls flaschen flasche bouteilles "
      "botellas cans can dosen dose canettes latas lata boites multipack units");
}

void putProperties(QHash<QString, UnitWord>& t) {
  putUnits(t, UnitKind::Attribute, 1, "gb go", "gb");
  putUnits(t, UnitKind::Attribute, 1024, "tb", "gb");
  putUnits(t, UnitKind::Attribute, 1, "inch inches zoll pouces pulgadas \"", "inch");
  putUnits(t, UnitKind::Attribute, 1, "w watt watts", "w");
  putUnits(t, UnitKind::Attribute, 1, "v volt volts", "v");
  putUnits(t, UnitKind::Attribute, 1, "mah", "mah");
  putUnits(t, UnitKind::Attribute, 1, "hz", "hz");
  putUnits(t, UnitKind::Attribute, 1, "mp megapixel", "mp");
  putUnits(t, UnitKind::Attribute, 1, "% percent", "%");
  putUnits(t, UnitKind::Attribute, 1, "mm", "mm");
  putUnits(t, UnitKind::Attribute, 10, "cm", "mm");
  putUnits(t, UnitKind::Attribute, 1, "mg", "mg");
}

const QHash<QString, UnitWord>& unitTable() {
  static const QHash<QString, UnitWord> table = [] {
    QHash<QString, UnitWord> t;
    putContents(t), putCounts(t), putProperties(t);
    return t;
  }();
  return table;
}

} // namespace

UnitWord unitWord(const QString& plain) { return unitTable().value(plain); }
bool isUnitWord(const QString& plain) { return unitTable().contains(plain); }

bool takesNumber(const QString& plain) {
  return plain == QLatin1String("spf") || plain == QLatin1String("lsf") || plain == QLatin1String("fps") ||
         isPackNoun(plain);
}

bool isPackNoun(const QString& plain) {
  static const QSet<QString> nouns{s("pack"),    s("packs"),     s("case"),  s("box"),    s("set"),   s("lot"),
                                   s("caja"),    s("karton"),    s("kiste"), s("bundle"), s("pk"),    s("paquete"),
                                   s("packung"), s("multipack"), s("tray"),  s("carton"), s("paquet")};
  return nouns.contains(plain);
}

} // namespace pricewright
