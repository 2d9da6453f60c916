// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"

#include <QObject>

#include <memory>

namespace pricewright {

using QueueSnapshotPtr = std::shared_ptr<const QueueSnapshot>;
using DecisionDetailPtr = std::shared_ptr<const DecisionDetail>;

// The window's one door: commands go in and return at once, facts come out as signals in the caller's thread. Owns the
// engine thread, which alone touches the workspace file. Commands run in order; cancelCycle() reaches into a running
// one.
class Engine : public QObject {
  Q_OBJECT
 public:
  explicit Engine(QObject* parent = nullptr);
  ~Engine() override; // cancels, waits, closes

  void openWorkspace(const QString& path);
  void refreshQueue();
  void requestDetail(const Id& decision);
  void approve(std::vector<Ask> asks, const QString& comment = {});
  void reject(std::vector<Ask> asks, const QString& reasonCode, const QString& comment = {});
  void undo(std::vector<Id> decisions);
  void previewEdit(const Id& decision, Money price);
  void editPrice(const Ask& ask, Money price);
  void runCycle();
  void cancelCycle();
  void publishDue();
  bool isBusy() const;

 signals:
  void workspaceOpened(const QString& path);
  void workspaceOpenFailed(const pricewright::Error& error);
  void queueChanged(const pricewright::QueueSnapshotPtr& snapshot); // after every command that changed it
  void detailReady(const pricewright::DecisionDetailPtr& detail);
  void detailFailed(const pricewright::Error& error);
  void editPreviewed(const pricewright::PriceDecision& guarded);
  void editPreviewFailed(const pricewright::Error& error);
  void decided(const QString& action, const std::vector<pricewright::Answer>& answers);
  void decideFailed(const pricewright::Error& error);
  void cycleStarted();
  void cycleProgressed(const QString& step, double fraction);
  void cycleFinished(const pricewright::CycleReport& report);
  void cycleFailed(const pricewright::Error& error);
  void published(const std::vector<pricewright::PublishReport>& reports);
  void publishFailed(const pricewright::Error& error);

 private:
  struct Worker;
  std::unique_ptr<Worker> m_worker;
};

} // namespace pricewright
