// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/publications/BatchPanel.h"

#include "controls/Cards.h"
#include "pages/publications/PublicationsText.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pricewright {
namespace {
constexpr int kRoomForTimeline = 760;
}

BatchPanel::BatchPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(this), m_lines(m_model, this) {
  auto* rows = new QFrame(this);
  rows->setObjectName(QStringLiteral("card"));
  m_title = new ElidedLabel(rows);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_note = new ElidedLabel(rows);
  m_note->setTone("muted");
  m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(14, 0, 14, 0);
  head->addWidget(m_title, 1);
  head->addWidget(m_note, 1);
  m_table = new TableView(theme, m_lines, rows);
  m_table->setAccessibleName(tr("Prices of the batch"));
  auto* rowsColumn = new QVBoxLayout(rows);
  rowsColumn->setContentsMargins(1, 9, 1, 1);
  rowsColumn->setSpacing(6);
  rowsColumn->addLayout(head);
  rowsColumn->addWidget(m_table, 1);

  auto* story = new QFrame(this);
  story->setObjectName(QStringLiteral("card"));
  auto* storyTitle = new QLabel(tr("What happened"), story);
  storyTitle->setFont(theme.font(TypeRole::BodyStrong));
  storyTitle->setContentsMargins(14, 0, 14, 0);
  m_timeline = new LineList(theme, tr("What happened to the batch"), story);
  auto* inside = new QWidget;
  auto* insideColumn = new QVBoxLayout(inside);
  insideColumn->setContentsMargins(0, 0, 0, 0);
  insideColumn->addWidget(m_timeline);
  insideColumn->addStretch(1);
  QScrollArea* scroll = scrolled(inside, story);
  auto* storyColumn = new QVBoxLayout(story);
  storyColumn->setContentsMargins(1, 9, 1, 6);
  storyColumn->setSpacing(6);
  storyColumn->addWidget(storyTitle);
  storyColumn->addWidget(scroll, 1);

  m_split = new QSplitter(Qt::Horizontal, this);
  m_split->setHandleWidth(12);
  m_split->setChildrenCollapsible(false);
  m_split->addWidget(rows);
  m_split->addWidget(story);
  m_split->setStretchFactor(0, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_split);
  connect(m_table, &TableView::totalsChanged, this, &BatchPanel::totalsChanged);
}

void BatchPanel::showDetail(const BatchDetailPtr& detail) {
  using namespace publications;
  const bool same = detail && m_model.detail() && detail->batch.no == m_model.detail()->batch.no;
  m_model.setDetail(detail);
  if (!detail) {
    m_title->setText(QString());
    m_note->setText(QString());
    m_timeline->setLines({});
    return;
  }
  if (!same)
    m_table->focusLine(0);
  const BatchSummary& b = detail->batch;
  m_title->setText(tr("Batch %1 · %2").arg(b.no).arg(b.name));
  QString note;
  if (b.state == u"published" && detail->changedSince > 0)
    note = detail->changedSince == 1
               ? tr("1 price was changed again since")
               : tr("%1 prices were changed again since").arg(QLocale().toString(detail->changedSince));
  else if (detail->rows.empty())
    note = tr("nothing is left in it");
  else if (b.waits())
    note = tr("X takes a price out, back to Approvals");
  m_note->setText(note);
  m_timeline->setLines(timelineLines(*detail, m_now));
}

std::vector<Id> BatchPanel::chosen() const {
  std::vector<Id> ids;
  if (!m_model.detail())
    return ids;
  for (const int row : m_table->chosenRows())
    ids.push_back(m_model.at(row).decision);
  return ids;
}

void BatchPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_split->widget(1)->setVisible(width() >= kRoomForTimeline);
  const int story = std::clamp(width() * 30 / 100, 260, 420);
  m_split->setSizes({width() - story - m_split->handleWidth(), story});
}

} // namespace pricewright
