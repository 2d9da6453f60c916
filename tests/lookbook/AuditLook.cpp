// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookbook/AuditLook.h"

#include "shell/MainWindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

namespace pricewright::test {
namespace {

void settle(int ms) {
  QEventLoop loop;
  QTimer::singleShot(ms, &loop, &QEventLoop::quit);
  loop.exec();
}

struct Scene {
  MainWindow window;
  AuditPage* page; // the window's
  SyntheticJournal journal;
  explicit Scene(Theme& theme, bool sound = true) : window(theme), page(&window.audit()) {
    answerAudit(*page, journal, sound);
    window.resize(1440, 900);
    window.show();
    window.showWorkspace(QDir::temp().filePath(QStringLiteral("orange-juice.pricewright")), false);
    window.openPage(page);
    page->activate();
    settle(60);
    page->table().focusRow(2);
    settle(60);
  }
};

ReplayReport replayed() { return {true, 83, {}}; }

} // namespace

void answerAudit(AuditPage& page, SyntheticJournal& journal, bool sound) {
  AuditModel* model = &page.model();
  QObject::connect(
      model, &AuditModel::pageWanted, model,
      [model, &journal](const AuditAsk& ask) {
        model->arrived(ask.ticket, journal.page(ask.filter, ask.cursor, ask.most));
      },
      Qt::QueuedConnection);
  QObject::connect(
      &page, &AuditPage::detailRequested, &page,
      [&page, &journal, sound](qint64 sequence) { page.showDetail(journal.detail(sequence, sound)); },
      Qt::QueuedConnection);
  QObject::connect(&page, &AuditPage::choicesRequested, &page, [&page] {
    page.showChoices(SyntheticJournal::choices(), SyntheticJournal::now(), QStringLiteral("Orange juice"));
  });
}

void drawAudit(Theme& theme, const QString& scheme, bool doubled, const Draw& draw) {
  const auto name = [&](const char* state) { return QStringLiteral("audit-%1%2").arg(QLatin1String(state), scheme); };
  const QList<QSize> sizes =
      doubled ? QList<QSize>{{720, 450}, {1280, 720}} : QList<QSize>{{1280, 800}, {1440, 900}, {2560, 1440}};
  for (const QSize size : sizes) {
    Scene s(theme);
    s.page->replay();
    s.page->showReplay(replayed());
    draw(s.window, name(""), size);
  }
  if (doubled)
    return;
  const QSize size(1440, 900);
  const auto scene = [&](const char* state, const std::function<void(Scene&)>& prepare, bool sound = true) {
    Scene s(theme, sound);
    prepare(s);
    settle(80);
    draw(s.window, name(state), size);
  };
  AuditFilter few;
  few.actors = QStringList{QStringLiteral("max")};
  few.kinds = QStringList{QStringLiteral("decision.")};
  few.sku = QStringLiteral("OJ-TROP*");
  few.text = QStringLiteral("buyer");
  scene("filtered-", [&](Scene& s) { s.page->filters().setFilter(few); });
  scene("export-", [&](Scene& s) {
    s.page->filters().setFilter(few);
    settle(80);
    s.page->exportRows();
  });
  scene("exported-", [](Scene& s) {
    s.page->showExported({QStringLiteral("/home/m/Documents/Orange juice journal 2026-03-02.jsonl"),
                          QStringLiteral("3f2a-91bc-0d4e-77aa-15c9-e2b0-6f31-8d54"), 12'345, 987'655});
  });
  scene("verifying-", [](Scene& s) {
    s.page->verify();
    s.page->showVerifying(0.42);
  });
  scene("verified-", [](Scene& s) {
    s.page->verify();
    s.page->showVerified({1'000'000, {}, {}, {}, 1'000'000, {}});
  });
  scene(
      "broken-",
      [](Scene& s) {
        s.page->verify();
        s.page->showVerified({999'996, 999'997, QStringLiteral("hash"), {}, {}, {}});
      },
      false);
  scene("nothing-", [](Scene& s) {
    AuditFilter none;
    none.text = QStringLiteral("grapefruit");
    none.from = SyntheticJournal::now() - std::chrono::hours(24 * 2);
    s.page->filters().setFilter(none);
    settle(900);
  });
  scene("searching-", [](Scene& s) {
    AuditFilter none;
    none.text = QStringLiteral("grapefruit");
    s.page->filters().setFilter(none);
    settle(60);
    s.page->stopWork();
  });
  scene("loading-", [](Scene& s) {
    QObject::disconnect(&s.page->model(), &AuditModel::pageWanted, nullptr, nullptr);
    s.page->table().focusRow(400'000);
  });
  scene("error-", [](Scene& s) {
    s.page->showJobError(fail(QStringLiteral("export.not-written"),
                              {{QStringLiteral("path"), QStringLiteral("/media/usb/proof.jsonl")},
                               {QStringLiteral("what"), QStringLiteral("No space left on device")}}));
  });
}

} // namespace pricewright::test
