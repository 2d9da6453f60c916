// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/AuditView.h"

#include <QAbstractTableModel>

#include <unordered_map>

namespace pricewright {

enum class AuditColumn { When, Who, What, Subject, Change, Note, Number, Count };

// A question for a page of the journal; the answer names its ticket.
struct AuditAsk {
  quint64 ticket = 0;
  AuditFilter filter;
  JournalCursor cursor;
  int most = 100;
};

// The journal as a table of any length, newest first. Without a filter every row is known by its number, so one may
// jump anywhere; with one, rows are found from the newest down, as far as one scrolls. Pages are asked for and come
// later: until then a row is there, but empty. Of what has come only what is near is kept. GUI thread.
class AuditModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  static constexpr int kPage = 100;
  static constexpr std::size_t kMostKept = 4'000; // lines in memory
  enum Role { ToneRole = Qt::UserRole + 1, LoadedRole };

  explicit AuditModel(QObject* parent = nullptr);
  void setFilter(const AuditFilter& filter); // begins anew
  void refresh();                            // are there newer entries?
  void stop();                               // looking for more; what was found stays
  void resume();
  void forget(); // another workspace
  const AuditFilter& filter() const { return m_filter; }
  const AuditLine* line(int row) const; // none while it is on its way
  qint64 sequenceAt(int row) const;     // 0: no such row
  int rowOf(qint64 sequence) const;     // −1: not shown, or not found yet
  bool hasAnswer() const { return m_started; }
  bool isSearching() const { return m_wantMore && !m_stopped; }
  bool isStopped() const { return m_stopped; }
  bool isComplete() const { return m_started && (m_filter.isEmpty() || m_end); } // all rows are known
  double searchedFraction() const { return m_searched; }
  qint64 newest() const { return m_newest; }
  std::size_t kept() const { return m_lines.size(); }
  QString tsv(const QList<int>& rows) const; // with headers; rows that are not there yet are left out
  static QString columnName(AuditColumn column);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 public slots:
  void arrived(quint64 ticket, const pricewright::AuditLines& page);
  void failed(quint64 ticket, const pricewright::Error& error);

 signals:
  void pageWanted(const pricewright::AuditAsk& ask);
  void cancelWanted(); // the answer that is on its way is not needed any more
  void stateChanged(); // rows, searching, how far
  void askFailed(const pricewright::Error& error);

 private:
  enum class For { First, More, Newer, Block };
  struct UnderWay {
    quint64 ticket = 0;
    For what = For::First;
  };
  void begin();
  void next();
  void ask(For what, const JournalCursor& cursor);
  void wantBlock(int row) const;
  void wake() const;
  void keep(const AuditLines& page);
  void showKept(const AuditLines& page);
  void takeFirst(const AuditLines& page);
  void takeMore(const AuditLines& page);
  void takeNewer(const AuditLines& page);
  void letGo(qint64 near);
  QString text(const AuditLine& line, AuditColumn column) const;

  AuditFilter m_filter;
  bool m_filtered = false; // the rows that are shown; m_filter may already be the next one
  bool m_started = false, m_end = false, m_stopped = false;
  bool m_wantMore = false, m_wantNewer = false, m_blocked = false; // blocked: an answer was an error
  qint64 m_newest = 0;
  double m_searched = 0;
  JournalCursor m_next;
  std::vector<qint64> m_found; // with a filter: the rows' numbers, falling
  std::unordered_map<qint64, AuditLine> m_lines;
  mutable QList<int> m_wanted; // first rows of blocks that were looked at and are not there, the newest wish first
  mutable bool m_woken = false;
  int m_target = 0; // rows that a search goes on for
  quint64 m_ticket = 0;
  std::optional<UnderWay> m_underWay;
};

} // namespace pricewright
