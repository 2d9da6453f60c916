// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace pricewright {

// Text over several lines that is never less high than they are: a form in a scroll area shares out the height that it
// needed before a text or a scroll bar came, and cuts a plain label.
class WrappedLabel : public QLabel {
  Q_OBJECT
 public:
  explicit WrappedLabel(QWidget* parent = nullptr, int least = 0); // height that it keeps, whatever it says
  void setWords(const QString& text);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void fit();
  int m_least;
};

} // namespace pricewright
