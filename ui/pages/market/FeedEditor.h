// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/TitleRow.h"
#include "itemmodels/FeedTrialModel.h"
#include "pages/market/FeedForm.h"
#include "tables/TableView.h"

namespace pricewright {

// A service or feed that prices come from in bulk: at the left how it is read, at the right its first rows as they
// would be. Nothing counts before it is saved.
class FeedEditor : public QWidget {
  Q_OBJECT
 public:
  explicit FeedEditor(const Theme& theme, QWidget* parent = nullptr);
  void begin(const Feed& feed, const QString& competitor, bool isNew);
  void showTrial(const FeedTrial& trial);
  void showError(const Error& error);
  void rest(); // it is not looked at any more: what was typed as a key is forgotten
  bool isChanged() const { return m_form->typed() != m_begun; }
  bool isSaving() const { return !m_save->isEnabled(); }
  int session() const { return m_session; } // of this opening, and of what was tried in it last
  FeedForm& form() { return *m_form; }
  TableView& trial() { return *m_trial; }
  QString words() const { return m_words->text(); }

 public slots:
  void tryIt();
  void save();
  void leave();

 signals:
  void trialWanted(const pricewright::Feed& feed, const QByteArray& key); // key "": the one that is kept
  void saveWanted(const pricewright::FeedAdd& wish, const QByteArray& key, bool isNew);
  void left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build(const Theme& theme);
  void formChanged();
  void setSaving(bool on);
  void say(const QString& words, const char* tone = "muted");
  FeedForm* m_form = nullptr;
  FeedTrialModel m_trialRows;
  TableLines m_trialLines{m_trialRows};
  TableView* m_trial = nullptr;
  ElidedLabel* m_summary = nullptr;
  QLabel* m_words = nullptr;
  ActionButton *m_try = nullptr, *m_save = nullptr;
  QStringList m_begun;
  int m_session = 0;
  bool m_warned = false;
};

} // namespace pricewright
