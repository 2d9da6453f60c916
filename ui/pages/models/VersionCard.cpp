// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/models/VersionCard.h"

#include "base/Words.h"
#include "engine/Texts.h"
#include "itemmodels/Words.h"

#include <QRegularExpression>

namespace pricewright {

VersionCard::VersionCard(const Theme& theme, QWidget* page) : FormCard(theme, page, tr("Add as challenger"), 500) {
  setTitle(tr("New version of a model"));
  m_which = box(tr("Model"));
  for (const ModelKind one : {ModelKind::ElasticityEstimator, ModelKind::DemandForecaster})
    m_which->addItem(capitalized(codeText(modelName(one))));
  m_version = line(tr("Version"), s("1.1.0"));
  m_parameters = line(tr("Sets"), s("history_weeks=52 season=off"));
  m_note = line(tr("What for"));
  for (QLineEdit* edit : {m_version, m_parameters})
    connect(edit, &QLineEdit::textChanged, this, &VersionCard::formChanged);
  connect(m_which, &QComboBox::currentIndexChanged, this, [this] {
    emit kindChosen(kind());
    formChanged();
  });
}

ModelKind VersionCard::kind() const {
  return m_which->currentIndex() == 1 ? ModelKind::DemandForecaster : ModelKind::ElasticityEstimator;
}

void VersionCard::ask(ModelKind of, const QString& nextVersion) {
  m_which->setCurrentIndex(of == ModelKind::DemandForecaster ? 1 : 0);
  m_version->setText(nextVersion);
  m_parameters->clear();
  m_note->clear();
  formChanged();
  openCentered();
  m_parameters->setFocus(Qt::PopupFocusReason);
}

std::optional<QJsonObject> VersionCard::typed(QString& why) const {
  QJsonObject out;
  static const QRegularExpression gap(s("[\\s;]+"));
  for (const QString& one : m_parameters->text().split(gap, Qt::SkipEmptyParts)) {
    const qsizetype at = one.indexOf(u'=');
    const QString value = one.mid(at + 1).toLower();
    bool isNumber = false;
    const double figure = QString(value).replace(u',', u'.').toDouble(&isNumber);
    if (at <= 0 || value.isEmpty()) {
      why = tr("Write what it sets as name=value, with a space between two of them.");
      return {};
    }
    const bool isSwitch = value == u"on" || value == u"off" || value == u"true" || value == u"false";
    out.insert(one.left(at), isSwitch   ? QJsonValue(value == u"on" || value == u"true")
                             : isNumber ? QJsonValue(figure)
                                        : QJsonValue(value));
  }
  if (const Status fits = checkParameters(kind(), out); !fits) {
    why = errorText(fits.error());
    return {};
  }
  return out;
}

void VersionCard::formChanged() {
  QString why;
  const bool ready = typed(why).has_value() && !m_version->text().trimmed().isEmpty();
  button()->setEnabled(ready);
  if (!why.isEmpty())
    return say(why, true);
  QStringList known;
  for (const ParameterSpec& p : parameterTable(kind()))
    known << s("%1: %2").arg(s(p.name), codeText(s(p.name)));
  say(known.join(u'\n'), false);
}

void VersionCard::accept() {
  QString why;
  const auto parameters = typed(why);
  if (!isVisible() || !button()->isEnabled() || !parameters)
    return;
  button()->setEnabled(false);
  emit wanted(modelName(kind()), m_version->text().trimmed(), *parameters, m_note->text().trimmed());
}

} // namespace pricewright
