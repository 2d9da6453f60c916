// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/FeedDesk.h"
#include "shell/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSet>

namespace pricewright {

// A feed as fields. What is wrong with one stands below it once somebody has typed there, or wanted to go on.
class FeedForm : public QWidget {
  Q_OBJECT
 public:
  explicit FeedForm(const Theme& theme, QWidget* parent = nullptr);
  void setChoices(const QStringList& competitors, const QStringList& feeds); // codes that are there
  void begin(const Feed& feed, const QString& competitor, bool isNew);
  std::optional<FeedAdd> wish(); // none: what is wrong is shown
  QByteArray typedKey() const { return m_key->text().trimmed().toUtf8(); }
  QStringList typed() const; // what stands in the fields: tells whether anything was changed
  bool isNew() const { return m_isNew; }
  QString wrongAt(const QWidget* field) const; // "": nothing is shown
  QComboBox* kind() const { return m_kind; }
  QLineEdit* code() const { return m_code; }
  QLineEdit* address() const { return m_address; }
  QComboBox* competitor() const { return m_competitor; }
  QPlainTextEdit* mapping() const { return m_mapping; }
  QLineEdit* key() const { return m_key; }
  QLineEdit* every() const { return m_every; }

 signals:
  void changed();

 private:
  using Wrongs = QMap<const QWidget*, QString>;
  void build();
  QLineEdit* line(const QString& name, const QString& example, int longest);
  void addRow(const QString& name, QWidget* field);
  void fieldChanged(QWidget* field);
  void kindChanged();
  void showWrongs();
  FeedAdd read(Wrongs& wrongs) const;
  QString wrongCode(const Feed& feed) const;
  QString wrongAddress(const Feed& feed) const;
  QString wrongKey(const Feed& feed) const;
  QJsonObject readMapping(QString& wrong) const;
  int readNumber(const QLineEdit* field, int most, QString& wrong) const;

  const Theme& m_theme;
  QFormLayout* m_form;
  QLineEdit *m_code, *m_name, *m_address, *m_key, *m_every, *m_rate;
  QComboBox *m_kind, *m_competitor;
  QPlainTextEdit* m_mapping;
  QCheckBox *m_standsIn, *m_trusts;
  QMap<const QWidget*, QLabel*> m_labels;
  QSet<const QWidget*> m_touched;
  QStringList m_feeds;
  Feed m_base; // what has no field
  bool m_isNew = true, m_showAll = false, m_filling = false;
};

} // namespace pricewright
