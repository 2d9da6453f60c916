// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/ImportsView.h"

#include "catalog/Rows.h"

namespace pricewright {
namespace {

// Products last: a code alone is enough for them, and every file has one.
constexpr ImportKind kKinds[] = {
    ImportKind::Sales, ImportKind::CompetitorPrices, ImportKind::Promotions,    ImportKind::Costs,
    ImportKind::Stock, ImportKind::Prices,           ImportKind::ExchangeRates, ImportKind::Products};

} // namespace

Result<ImportsView> importsView(Workspace& w, int most) {
  ImportsView view;
  PW_TRY(Query q,
         Query::prepare(w.database(),
                        "SELECT b.id, b.kind, b.file_name, b.at_ms, b.rows_read, b.rows_new, b.rows_changed, "
                        "b.rows_same, b.rows_rejected, b.state, (SELECT e.actor FROM audit_entry e WHERE "
                        "e.subject_table = 'import_batch' AND e.subject_id = b.id ORDER BY e.sequence LIMIT 1) "
                        "FROM import_batch b ORDER BY b.at_ms DESC, b.no DESC LIMIT ?1"));
  q.bind(1, qint64(most));
  PW_CHECK(eachRow(q, [&]() -> Status {
    PastImport p;
    p.id = idOf(q, 0);
    p.kind = importKindFrom(q.text(1)).value_or(ImportKind::Sales);
    p.file = q.text(2);
    p.at = fromMillis(q.integer(3));
    p.read = q.integer(4);
    p.added = q.integer(5);
    p.changed = q.integer(6);
    p.same = q.integer(7);
    p.rejected = q.integer(8);
    p.undone = q.text(9) == u"undone";
    p.by = q.text(10);
    view.imports.push_back(std::move(p));
    return {};
  }));
  PW_TRY(Query names, Query::prepare(w.database(), "SELECT name, kind FROM import_mapping ORDER BY name"));
  PW_CHECK(eachRow(names, [&]() -> Status {
    view.mappings.push_back({names.text(0), importKindFrom(names.text(1)).value_or(ImportKind::Sales)});
    return {};
  }));
  return view;
}

Result<std::vector<ImportKind>> likelyKinds(Workspace& w, const QString& path) {
  struct Found {
    ImportKind kind;
    qsizetype columns;
  };
  std::vector<Found> found;
  for (const ImportKind kind : kKinds) {
    PW_TRY(const ImportPreview preview, w.previewImport(path, kind));
    if (preview.missing.isEmpty())
      found.push_back({kind, preview.mapping.columns.size()});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.columns > b.columns; });
  std::vector<ImportKind> kinds;
  for (const Found& f : found)
    kinds.push_back(f.kind);
  return kinds;
}

} // namespace pricewright
