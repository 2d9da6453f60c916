// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/MarketPage.h"

#include "base/Words.h"
#include "controls/Cards.h"
#include "engine/Texts.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>

namespace pricewright {

MarketPage::MarketPage(const Theme& theme, QWidget* parent) : Page(parent), m_theme(theme) {
  setAccessibleName(tr("Market"));
  build();
  connect(m_look, &QPushButton::clicked, this, &MarketPage::look);
  connect(m_add, &QPushButton::clicked, this, &MarketPage::addPage);
  connect(m_terms, &QPushButton::clicked, this, &MarketPage::askTerms);
  connect(m_confirm, &QPushButton::clicked, this, &MarketPage::confirmOffers);
  connect(m_reject, &QPushButton::clicked, this, &MarketPage::rejectOffers);
  for (TableView* one : {m_sites, m_offers}) {
    connect(one, &TableView::focusChanged, this, &MarketPage::updateButtons);
    connect(one, &TableView::totalsChanged, this, &Page::selectionTotalsChanged);
  }
  updateButtons();
}

void MarketPage::build() {
  auto* title = new TitleRow(m_theme, tr("Market"), this);
  m_summary = title->summary();
  m_reject = title->addButton(ActionButton::Kind::Quiet, tr("Reject"), s("X"));
  m_confirm = title->addButton(ActionButton::Kind::Secondary, tr("Confirm"), s("A"));
  m_terms = title->addButton(ActionButton::Kind::Secondary, tr("Terms…"), s("T"));
  m_add = title->addButton(ActionButton::Kind::Secondary, tr("Watch a page…"), s("N"));
  m_look = title->addButton(ActionButton::Kind::Primary, tr("Look now"), s("R"));
  m_sites = new TableView(m_theme, m_siteLines, this);
  m_sites->setAccessibleName(tr("Sites that are watched"));
  m_sites->setEmptyText(tr("No site is watched yet. N watches a competitor's page of one of your products."));
  m_offers = new TableView(m_theme, m_offerLines, this);
  m_offers->setAccessibleName(tr("What competitors ask"));
  m_offers->setEmptyText(tr("No offer of the last two weeks. Import offers, or watch pages and look at them."));
  m_offers->setCodeColumn(MarketOfferModel::Sku);
  m_words = new ElidedLabel(this);
  m_words->setTone("muted");
  m_words->hide();
  m_banner = new Banner(m_theme, this);
  QFrame* sites = cardAround(m_sites, this);
  sites->setMinimumHeight(140);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(Theme::kPageMargin, 14, Theme::kPageMargin, 12);
  column->setSpacing(10);
  column->addWidget(title);
  column->addWidget(sites, 2);
  column->addWidget(m_words);
  column->addWidget(cardAround(m_offers, this), 5);
  column->addWidget(m_banner);
  m_card = new LineCard(m_theme, this);
}

void MarketPage::say(const QString& words) {
  m_words->setText(words);
  m_words->setVisible(!words.isEmpty());
}

const SiteHealth* MarketPage::chosenSite() const {
  const int row = m_siteRows.rowOf(m_sites->focusedKey());
  return row >= 0 ? &m_siteRows.at(row) : nullptr;
}

std::vector<qint64> MarketPage::chosenOffers() const {
  std::vector<qint64> out;
  for (const int row : m_offers->chosenRows())
    out.push_back(m_offerRows.at(row).offer.no);
  if (const int row = m_offerRows.rowOf(m_offers->focusedKey()); out.empty() && row >= 0)
    out.push_back(m_offerRows.at(row).offer.no);
  return out;
}

void MarketPage::showMarket(const MarketBoard& view) {
  m_view = view;
  m_siteRows.setStatus(view.status);
  m_offerRows.setView(view);
  if (m_sites->focusedKey().isEmpty())
    m_sites->focusLine(0);
  if (m_offers->focusedKey().isEmpty())
    m_offers->focusLine(0);
  const MarketStatus& st = view.status;
  m_summary->setText(st.sites.empty() && view.offers.empty()
                         ? tr("nothing is known of the market yet")
                         : tr("%1 offers, %2 in doubt · %3 pages watched, %4 due")
                               .arg(QLocale().toString(qlonglong(view.offers.size())),
                                    QLocale().toString(st.quarantined), QLocale().toString(st.pages),
                                    QLocale().toString(st.due)));
  emit countChanged(st.quarantined);
  updateButtons();
}

void MarketPage::look() {
  if (m_looking) {
    emit lookCancelled();
    return;
  }
  if (!m_look->isEnabled())
    return;
  m_looking = true;
  say(tr("Looking …"));
  updateButtons();
  emit lookRequested();
}

void MarketPage::showProgress(const QString& step, double fraction) {
  if (m_looking)
    say(tr("%1, %2 %").arg(capitalized(codeText(step)), QLocale().toString(int(100 * fraction))));
}

void MarketPage::showReport(const WatchReport& r) {
  m_looking = false;
  const QLocale locale;
  QString text = r.pages == 0 && r.skippedTerms == 0
                     ? tr("No page was due")
                     : tr("%1 pages: %2 came, %3 failed, %4 prices, %5 in doubt")
                           .arg(locale.toString(r.pages), locale.toString(r.live + r.unchanged),
                                locale.toString(r.failed), locale.toString(r.offers), locale.toString(r.quarantined));
  QStringList parts{text};
  if (r.skippedTerms > 0)
    parts << tr("%n page(s) of sites whose terms nobody has accepted", nullptr, r.skippedTerms);
  for (auto it = r.closed.begin(); it != r.closed.end(); ++it)
    parts << s("%1: %2").arg(it.key(), codeText(it.value()));
  say(parts.join(s(" · ")));
  updateButtons();
}

void MarketPage::showChanged(const QString& what) {
  m_card->dismiss();
  emit noticed(what);
}

void MarketPage::showError(const Error& error) {
  m_looking = false;
  updateButtons();
  if (error.is(u"job.cancelled") || error.is(u"engine.cancelled")) {
    say(tr("Stopped: what was found until then is kept"));
    return;
  }
  if (m_card->isVisible())
    return m_card->showError(error);
  showMessage(paint::Tone::Negative, errorText(error));
}

void MarketPage::addPage() {
  if (!m_add->isEnabled())
    return;
  m_card->ask({tr("Watch a page"), tr("SKU@ZONE and address"), tr("Watch"),
               tr("The product of ours, a space, and the page on which the competitor sells it."), QString()},
              [this](const QString& typed) {
                const QString text = typed.simplified();
                emit pageRequested(text.section(u' ', 0, 0), text.section(u' ', 1));
              });
}

void MarketPage::askTerms() {
  const SiteHealth* site = chosenSite();
  if (!site || !m_terms->isEnabled())
    return emit noticed(tr("Choose a site"));
  const bool accepts = site->site.terms != TermsState::Accepted;
  m_card->ask({accepts ? tr("Terms of %1 are accepted").arg(site->site.host)
                       : tr("Terms of %1 are refused").arg(site->site.host),
               tr("What they say, and where"), accepts ? tr("Accept") : tr("Refuse"),
               tr("It stands in the journal, with your name. Without accepted terms a site is not asked."), QString()},
              [this, host = site->site.host, accepts](const QString& note) {
                emit termsRequested(host, accepts ? TermsState::Accepted : TermsState::Refused, note);
              });
}

void MarketPage::switchSite() {
  if (const SiteHealth* site = chosenSite(); site && !m_readOnly)
    emit siteSwitched(site->site.host, !site->site.isOn);
}

void MarketPage::mark(OfferState state) {
  const std::vector<qint64> offers = chosenOffers();
  if (offers.empty() || m_readOnly)
    return emit noticed(tr("Choose an offer"));
  emit offersMarked(offers, state);
  m_offers->moveFocus(1);
}
void MarketPage::confirmOffers() { mark(OfferState::Accepted); }
void MarketPage::rejectOffers() { mark(OfferState::Rejected); }

void MarketPage::updateButtons() {
  m_look->setText(m_looking ? tr("Stop") : tr("Look now"));
  m_look->setKeys({m_looking ? s("Esc") : s("R")});
  m_look->setEnabled(m_looking || (!m_readOnly && m_view.status.pages > 0));
  m_look->setToolTip(m_view.status.pages == 0 ? tr("No page is watched yet") : QString());
  const SiteHealth* site = chosenSite();
  m_terms->setEnabled(site && !m_readOnly);
  m_add->setEnabled(!m_readOnly);
  const bool any = !m_readOnly && m_offerRows.rowCount() > 0;
  m_confirm->setEnabled(any);
  m_reject->setEnabled(any);
}

void MarketPage::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  updateButtons();
}

void MarketPage::showMessage(paint::Tone tone, const QString& text, const QString& action) {
  m_banner->showMessage(tone, text, action);
}

void MarketPage::forgetWorkspace() {
  m_readOnly = m_looking = false;
  m_card->dismiss();
  m_banner->hide();
  say({});
  showMarket({});
}

void MarketPage::keyPressEvent(QKeyEvent* event) {
  const bool bare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
  const int key = event->key();
  if (event->isAutoRepeat())
    return event->accept();
  if (bare && key == Qt::Key_R && !m_looking)
    look();
  else if (bare && key == Qt::Key_Escape && m_looking)
    look();
  else if (bare && key == Qt::Key_N)
    addPage();
  else if (bare && key == Qt::Key_T)
    askTerms();
  else if (bare && key == Qt::Key_O)
    switchSite();
  else if (bare && key == Qt::Key_A)
    confirmOffers();
  else if (bare && key == Qt::Key_X)
    rejectOffers();
  else if (bare && key == Qt::Key_Slash)
    focusFilter();
  else if (key == Qt::Key_Question)
    emit keySheetRequested();
  else
    return Page::keyPressEvent(event);
  event->accept();
}

QList<PageAction> MarketPage::pageActions() {
  return {{tr("Look at the competitors' pages that are due"), s("R"), [this] { look(); }},
          {tr("Watch a competitor's page…"), s("N"), [this] { addPage(); }},
          {tr("Accept or refuse a site's terms…"), s("T"), [this] { askTerms(); }},
          {tr("Switch a site on or off"), s("O"), [this] { switchSite(); }},
          {tr("Confirm offers in doubt"), s("A"), [this] { confirmOffers(); }},
          {tr("Reject offers"), s("X"), [this] { rejectOffers(); }}};
}

QList<QPair<QString, QString>> MarketPage::keySheet() const {
  return {{tr("J  K  ↓  ↑"), tr("next, previous row")},
          {s("R"), tr("look at what is due; Esc stops")},
          {s("N"), tr("watch a page")},
          {s("T"), tr("accept or refuse the site's terms")},
          {s("O"), tr("switch the site on or off")},
          {s("A"), tr("the offer is right: it counts")},
          {s("X"), tr("the offer is wrong: it never counts")},
          {tr("Ctrl+Z"), tr("take the last mark back")},
          {tr("Ctrl+E"), tr("write the table out")}};
}

} // namespace pricewright
