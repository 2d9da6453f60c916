// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/models/VersionCard.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QRegularExpression>

#include <algorithm>

namespace pricewright {

namespace {

QString exampleOf(ModelKind kind) {
  switch (kind) {
  case ModelKind::ElasticityEstimator:
    return s("history_weeks=52 season=off");
  case ModelKind::DemandForecaster:
    return s("elasticity_share=0.3 trees=150");
  case ModelKind::PriceOptimizer:
    break;
  }
  return s("max_move=5 label_cost=0.2");
}

} // namespace

VersionCard::VersionCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Add as challenger"), 500) {
  setTitle(tr("New version of a model"));
  m_which = box(tr("Model"));
  for (const ModelKind one : kModelKinds)
    m_which->addItem(capitalized(codeText(modelName(one))));
  m_version = line(tr("Version"), s("1.1.0"));
  m_parameters = line(tr("Sets"), exampleOf(ModelKind::ElasticityEstimator));
  m_note = line(tr("What for"));
  for (QLineEdit* edit : {m_version, m_parameters})
    connect(edit, &QLineEdit::textChanged, this, &VersionCard::formChanged);
  connect(m_which, &QComboBox::currentIndexChanged, this, [this] {
    m_parameters->setPlaceholderText(exampleOf(kind()));
    emit kindChosen(kind());
    formChanged();
  });
}

ModelKind VersionCard::kind() const {
  return kModelKinds[std::size_t(std::clamp(m_which->currentIndex(), 0, int(kModelKinds.size()) - 1))];
}

void VersionCard::ask(ModelKind of, const QString& nextVersion) {
  m_which->setCurrentIndex(int(std::find(kModelKinds.begin(), kModelKinds.end(), of) - kModelKinds.begin()));
  m_version->setText(nextVersion);
  m_parameters->clear();
  m_note->clear();
  formChanged();
  openCentered();
  m_parameters->setFocus(Qt::PopupFocusReason);
}

Result<QJsonObject> VersionCard::typed() const {
  static const QRegularExpression gap(s("[\\s;]+"));
  return parametersFrom(kind(), m_parameters->text().split(gap, Qt::SkipEmptyParts));
}

void VersionCard::formChanged() {
  const Result<QJsonObject> parameters = typed();
  button()->setEnabled(parameters && !m_version->text().trimmed().isEmpty());
  QStringList words;
  if (!parameters)
    words << errorText(parameters.error());
  for (const ParameterSpec& p : parameterTable(kind()))
    words << QStringLiteral("%1: %2").arg(s(p.name), codeText(s(p.name)));
  say(words.join(u'\n'), !parameters);
}

void VersionCard::accept() {
  const Result<QJsonObject> parameters = typed();
  if (!isVisible() || !button()->isEnabled() || !parameters)
    return;
  button()->setEnabled(false);
  emit wanted(modelName(kind()), m_version->text().trimmed(), *parameters, m_note->text().trimmed());
}

} // namespace pricewright
