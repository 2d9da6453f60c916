// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes of watched sites, and what an offer rests on.
#include "Commands.h"

#include "Shapes.h"
#include "base/Json.h"
#include "base/Words.h"
#include "engine/market/MarketHealth.h"
#include "engine/market/MarketMonitor.h"
#include "engine/market/SiteRecipes.h"
#include "engine/texts/Texts.h"
#include "pipeline/monitor/SiteRecords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace pricewright {
namespace {

QString stepText(const RecipeField& step) {
  return s("%1 = %2%3")
      .arg(fieldName(step.field), step.selector, step.attribute.isEmpty() ? QString() : s(" @") + step.attribute);
}

Error badStep(const QString& typed) {
  return fail(s("usage.bad-value"), {{s("option"), s("--field")},
                                     {s("value"), typed},
                                     {s("wanted"), s("price=SELECTOR or price=SELECTOR @ATTRIBUTE")}});
}

// "price=.buy .amount", "price=meta[itemprop=price] @content"
Result<RecipeField> stepFrom(const QString& typed) {
  const std::optional<ProductField> field = fieldOf(typed.section(u'=', 0, 0).trimmed());
  QString selector = typed.section(u'=', 1).trimmed(), attribute;
  if (const qsizetype at = selector.lastIndexOf(u" @"); at > 0)
    attribute = selector.mid(at + 2), selector = selector.left(at).trimmed();
  if (!field || selector.isEmpty())
    return badStep(typed);
  return RecipeField{*field, selector, attribute};
}

Result<std::vector<RecipeField>> recipeInFile(const QString& path) {
  QFile file(path);
  constexpr qint64 kMost = 1'000'000;
  if (!file.open(QIODevice::ReadOnly))
    return fail(s("usage.file-unreadable"), {{s("path"), path}, {s("why"), file.errorString()}});
  const QJsonDocument json = QJsonDocument::fromJson(file.read(kMost));
  std::vector<RecipeField> recipe = recipeFrom(json.array());
  if (!json.isArray() || qsizetype(recipe.size()) != json.array().size())
    return fail(s("usage.bad-value"), {{s("option"), s("--set")},
                                       {s("value"), path},
                                       {s("wanted"), s("a list of {\"field\", \"selector\", \"attribute\"}")}});
  return recipe;
}

// A later line for a field takes the place of an earlier one.
void putStep(std::vector<RecipeField>& recipe, const RecipeField& step) {
  for (RecipeField& one : recipe)
    if (one.field == step.field) {
      one = step;
      return;
    }
  recipe.push_back(step);
}

Result<std::vector<RecipeField>> wantedRecipe(Session& session, Workspace& w, const RecipeDesk& desk) {
  const Arguments& typed = session.arguments;
  std::vector<RecipeField> recipe = typed.has("clear") ? std::vector<RecipeField>() : desk.recipe;
  if (typed.has("set")) {
    PW_TRY(recipe, recipeInFile(typed.value("set")));
  }
  for (const QString& text : typed.all("field")) {
    PW_TRY(const RecipeField step, stepFrom(text));
    putStep(recipe, step);
  }
  for (const QString& text : typed.all("learn")) {
    const std::optional<ProductField> field = fieldOf(text.section(u'=', 0, 0).trimmed());
    if (!field || desk.shown < 0)
      return badStep(text);
    PW_TRY(const qint64 line, wholeNumber(text.section(u'=', 1), "--learn", 1, std::numeric_limits<int>::max()));
    PW_TRY(const RecipeField step, learnRecipeField(w, desk.pages[std::size_t(desk.shown)], NodeId(line), *field));
    putStep(recipe, step);
  }
  return recipe;
}

QJsonArray trialJson(const RecipeTrial& trial) {
  QJsonArray rows;
  for (const RecipeTrial::Row& row : trial.rows)
    rows.append(QJsonObject{{"url", row.page.url},
                            {"sku", row.page.sku},
                            {"zone", row.page.zone},
                            {"before", row.before},
                            {"now", row.now},
                            {"priced", row.isKnown}});
  return rows;
}

QString trialText(const RecipeTrial& trial) {
  std::vector<QStringList> rows;
  for (const RecipeTrial::Row& row : trial.rows)
    rows.push_back({row.page.sku, row.page.zone, readingText(row.before), readingText(row.now), row.page.url.left(60)});
  return s("%1 kept pages: %2 tell a price with it, %3 did before, %4 say something else.\n")
             .arg(trial.rows.size())
             .arg(trial.priced)
             .arg(trial.pricedBefore)
             .arg(trial.differ) +
         (rows.empty() ? QString() : textTable({"product", "zone", "before", "now", "page"}, rows));
}

} // namespace

int runSiteOutline(Session& session) {
  PW_SAY(session, const qint64 page, wholeNumber(session.arguments.value("page", s("0")), "--page", 0, 1'000'000'000));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const RecipeDesk desk, recipeDesk(w, session.arguments.words.first(), int(page)));
  if (desk.shown < 0)
    return session.refuse(fail(s("site.no-page"), {{s("host"), desk.site.host}}));
  const bool all = session.arguments.has("all");
  QJsonArray lines;
  std::vector<QStringList> rows;
  for (const OutlineLine& line : desk.outline.lines)
    if (all || !line.price.isEmpty()) {
      lines.append(
          QJsonObject{{"line", qint64(line.node)}, {"text", line.text}, {"where", line.where}, {"price", line.price}});
      rows.push_back({QString::number(line.node), line.price, line.text.left(50), line.where});
    }
  const KeptPage& kept = desk.pages[std::size_t(desk.shown)];
  return session.answer({{"page", kept.watchNo}, {"url", kept.url}, {"at", isoInstant(kept.at)}, {"lines", lines}},
                        s("%1, kept %2\n").arg(kept.url, isoInstant(kept.at).left(16)) +
                            textTable({"line", "price", "text", "where"}, rows, s("r")));
}

int runSiteRecipe(Session& session) {
  const Arguments& typed = session.arguments;
  const bool changes = typed.has("set") || typed.has("field") || typed.has("learn") || typed.has("clear");
  PW_SAY(session, const qint64 page, wholeNumber(typed.value("page", s("0")), "--page", 0, 1'000'000'000));
  const bool tries = typed.has("try");
  auto opened = session.workspace(changes && !tries ? Session::For::Changing : Session::For::Looking);
  if (!opened)
    return session.refuse(opened.error());
  Workspace& w = **opened;
  PW_SAY(session, const RecipeDesk desk, recipeDesk(w, typed.words.first(), int(page)));
  PW_SAY(session, const std::vector<RecipeField> recipe, wantedRecipe(session, w, desk));
  PW_SAY(session, const RecipeTrial trial, tryRecipe(w, desk.site.host, recipe));
  if (changes && !tries) {
    PW_SAY(session, [[maybe_unused]] const auto before, setRecipe(w, desk.site.host, recipe));
  }
  QStringList steps;
  for (const RecipeField& step : recipe)
    steps << stepText(step);
  return session.answer({{"site", desk.site.host},
                         {"recipe", recipeJson(recipe)},
                         {"set", changes && !tries},
                         {"pages", trialJson(trial)},
                         {"priced", trial.priced},
                         {"priced_before", trial.pricedBefore},
                         {"differ", trial.differ}},
                        (steps.isEmpty() ? s("No recipe: general rules read the pages of %1.\n").arg(desk.site.host)
                                         : steps.join(u'\n') + u'\n') +
                            trialText(trial));
}

int runOfferShow(Session& session) {
  PW_SAY(session, const qint64 no,
         wholeNumber(session.arguments.words.first(), "OFFER", 1, std::numeric_limits<qint64>::max()));
  PW_OPEN(session, w, Looking);
  PW_SAY(session, const OfferEvidence e, offerEvidence(w, no));
  QJsonObject object{{"offer", e.offerNo}, {"source", e.source}, {"evidence", e.url}, {"page_kept", e.pageKept}};
  QString text = s("Offer %1, from %2: %3\n").arg(e.offerNo).arg(e.source, e.url);
  if (e.look) {
    const PageLook& look = *e.look;
    object.insert("look", QJsonObject{{"at", isoInstant(look.at)},
                                      {"url", look.url},
                                      {"origin", lookOriginName(look.origin)},
                                      {"status", look.status},
                                      {"attempts", look.attempts},
                                      {"took_ms", qint64(look.took.count())},
                                      {"bytes", look.bytes},
                                      {"headers", look.headers},
                                      {"page", look.pageSha256},
                                      {"found", look.found}});
    if (look.origin == LookOrigin::Api) { // nothing was read of a page: the look tells for which page it stands in
      text += s("It stands in for a watched page, looked at %1 (%2); the feed %3 says it.\n")
                  .arg(isoInstant(look.at).left(16), codeText(look.error),
                       look.headers.value(QLatin1String("feed")).toString());
      return session.answer(object, text);
    }
    text += s("Seen %1, HTTP %2, %3 attempts, %4 ms\n")
                .arg(isoInstant(look.at).left(16))
                .arg(look.status)
                .arg(look.attempts)
                .arg(look.took.count());
    text += s("\"%1\" at %2 (%3, confidence %4)\n")
                .arg(e.snippet, e.selector + e.pointer, e.reader)
                .arg(e.confidence, 0, 'f', 2);
    text += e.pageKept ? s("The page is kept: %1\n").arg(look.pageSha256) : s("The page is no longer kept.\n");
  }
  return session.answer(object, text);
}

} // namespace pricewright
