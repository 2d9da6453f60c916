// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/Banner.h"
#include "controls/LineCard.h"
#include "controls/TitleRow.h"
#include "itemmodels/MarketModels.h"
#include "pages/Page.h"
#include "tables/TableView.h"

namespace pricewright {

// What do competitors do, and can it be trusted? Above, the sites that are watched: how fresh, how well they are read,
// what their terms allow. Below, what each seller asks now, beside our price; what is in doubt stands first and is
// confirmed or rejected by one key. Asks through signals, is told through slots, never blocks.
class MarketPage : public Page {
  Q_OBJECT
 public:
  explicit MarketPage(const Theme& theme, QWidget* parent = nullptr);
  QList<QWidget*> panes() const override { return {m_offers, m_sites}; }
  void focusMain() override { m_offers->setFocus(Qt::OtherFocusReason); }
  void focusFilter() override { m_offers->focusFilter(); }
  void undoLast() override { emit undoRequested(); }
  void forgetWorkspace() override;
  QList<PageAction> pageActions() override;
  QList<QPair<QString, QString>> keySheet() const override;
  void setReadOnly(bool readOnly) override;
  void showMessage(paint::Tone tone, const QString& text, const QString& action = {}) override;

  TableView& sites() { return *m_sites; }
  TableView& offers() { return *m_offers; }
  const SiteModel& siteRows() const { return m_siteRows; }
  const MarketOfferModel& offerRows() const { return m_offerRows; }
  LineCard& card() { return *m_card; }
  Banner& banner() { return *m_banner; }
  QString summary() const { return m_summary->text(); }

 public slots:
  void showMarket(const pricewright::MarketBoard& view);
  void showProgress(const QString& step, double fraction);
  void showReport(const pricewright::WatchReport& report);
  void showChanged(const QString& what);
  void showError(const pricewright::Error& error);
  void look(); // at what is due; again: stops
  void addPage();
  void askTerms();
  void switchSite();
  void confirmOffers();
  void rejectOffers();

 signals:
  void lookRequested();
  void lookCancelled();
  void pageRequested(const QString& place, const QString& url);
  void termsRequested(const QString& host, pricewright::TermsState terms, const QString& note);
  void siteSwitched(const QString& host, bool on);
  void offersMarked(const std::vector<qint64>& offers, pricewright::OfferState state);
  void undoRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  void say(const QString& words); // between the tables; "": nothing stands there
  void mark(OfferState state);
  void updateButtons();
  const SiteHealth* chosenSite() const;
  std::vector<qint64> chosenOffers() const;

  const Theme& m_theme;
  SiteModel m_siteRows;
  MarketOfferModel m_offerRows;
  TableLines m_siteLines{m_siteRows}, m_offerLines{m_offerRows};
  TableView *m_sites = nullptr, *m_offers = nullptr;
  ActionButton *m_look = nullptr, *m_add = nullptr, *m_terms = nullptr, *m_confirm = nullptr, *m_reject = nullptr;
  ElidedLabel *m_summary = nullptr, *m_words = nullptr;
  LineCard* m_card = nullptr;
  Banner* m_banner = nullptr;
  MarketBoard m_view;
  bool m_readOnly = false, m_looking = false;
};

} // namespace pricewright
