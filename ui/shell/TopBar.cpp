// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/TopBar.h"

#include "controls/Paint.h"
#include "shell/Icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStyle>

namespace pricewright {
namespace {

// Looks like a search field, is a button: it opens the palette, where typing happens.
class SearchBox final : public QPushButton {
 public:
  SearchBox(const Theme& theme, const QString& text, QWidget* parent) : QPushButton(text, parent), m_theme(theme) {
    setFixedHeight(30);
    setMinimumWidth(120);
    setMaximumWidth(380);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Tokens& t = m_theme.tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(underMouse() ? t.faint : t.border, 1));
    p.setBrush(t.canvas);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::kControlRadius, Theme::kControlRadius);
    const QFont caps = m_theme.font(TypeRole::Axis);
    QRect rest = rect().adjusted(10, 0, -8, 0);
    for (const QString& key : {QStringLiteral("K"), tr("Ctrl")}) {
      const int width = paint::keyCapWidth(caps, key);
      const QRect cap(rest.right() + 1 - width, rest.center().y() - 8, width, 18);
      paint::keyCap(p, QStyle::visualRect(layoutDirection(), rect(), cap), caps, key, t.text, t.surface, t.border);
      rest.setRight(cap.left() - 4);
    }
    const QRect icon(rest.left(), rest.center().y() - 7, 16, 16);
    p.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), icon),
                 iconPixmap(QStringLiteral("search"), t.muted, 16, devicePixelRatioF()));
    rest.setLeft(icon.right() + 7);
    p.setPen(t.muted);
    const Qt::Alignment leading = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    paint::elidedText(p, QStyle::visualRect(layoutDirection(), rect(), rest),
                      leading | Qt::AlignVCenter | Qt::AlignAbsolute, text());
  }

 private:
  const Theme& m_theme;
};

} // namespace

TopBar::TopBar(const Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme) {
  setObjectName(QStringLiteral("topBar"));
  setFixedHeight(48);
  auto* name = new QLabel(QStringLiteral("Pricewright"), this);
  name->setFont(theme.font(TypeRole::BodyStrong));
  m_workspace = new ActionButton(theme, ActionButton::Kind::Quiet, tr("No workspace"), this);
  m_workspace->setTrailing(QStringLiteral("▾"));
  m_workspace->setAccessibleName(tr("Workspace"));
  m_search = new SearchBox(theme, tr("Search SKUs, decisions, offers, actions …"), this);
  m_user = new ElidedLabel(this);
  m_user->setTone("muted");
  m_user->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_user->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 0, 16, 0);
  row->setSpacing(12);
  row->addWidget(name);
  row->addWidget(m_workspace);
  row->addStretch(1);
  row->addWidget(m_search, 2);
  row->addWidget(m_user);
  connect(m_search, &QPushButton::clicked, this, &TopBar::paletteRequested);
}

void TopBar::setWorkspace(const QString& name, const QString& path) {
  m_workspace->setText(name.isEmpty() ? tr("No workspace") : name);
  m_workspace->setAccessibleName(tr("Workspace: %1").arg(m_workspace->text()));
  m_workspace->setToolTip(path);
  m_workspace->updateGeometry();
}

void TopBar::setUser(const QString& text) {
  m_user->setText(text);
  m_user->updateGeometry();
}

void TopBar::setMenu(QMenu* menu) {
  connect(m_workspace, &QPushButton::clicked, this,
          [this, menu] { menu->popup(m_workspace->mapToGlobal(QPoint(0, m_workspace->height() + 2))); });
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  m_user->setVisible(width() > 760);
}

} // namespace pricewright
