// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/imports/MappingForm.h"

#include "itemmodels/ImportModels.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFormLayout>

namespace pricewright {
namespace {

constexpr ImportKind kKinds[] = {ImportKind::Sales,      ImportKind::Products,         ImportKind::Costs,
                                 ImportKind::Stock,      ImportKind::CompetitorPrices, ImportKind::Prices,
                                 ImportKind::Promotions, ImportKind::ExchangeRates};
constexpr int kNoColumn = 0, kConstant = 1, kFirstColumn = 2; // places in a field's box

} // namespace

MappingForm::MappingForm(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("How the file is read"));
  m_inside = new QWidget(this);
  auto* column = new QVBoxLayout(m_inside);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(8);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_kind = new QComboBox(m_inside);
  m_kind->setAccessibleName(tr("The file holds"));
  m_kind->setMinimumContentsLength(8);
  m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const ImportKind kind : kKinds)
    m_kind->addItem(importKindWord(kind), int(kind));
  form->addRow(tr("The file holds"), m_kind);
  m_saved = new QComboBox(m_inside);
  m_saved->setAccessibleName(tr("Saved mapping"));
  m_saved->setMinimumContentsLength(8);
  m_saved->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  form->addRow(tr("Saved mapping"), m_saved);
  const QString automatic = tr("found by itself");
  form->addRow(tr("Columns end at"), choice(QStringLiteral("separator"),
                                            {{QStringLiteral("auto"), automatic},
                                             {QStringLiteral(","), tr("comma")},
                                             {QStringLiteral(";"), tr("semicolon")},
                                             {QStringLiteral("\t"), tr("tab")},
                                             {QStringLiteral("|"), tr("bar")}},
                                            &ImportMapping::separator));
  form->addRow(tr("Letters"), choice(QStringLiteral("encoding"),
                                     {{QStringLiteral("auto"), automatic},
                                      {QStringLiteral("utf-8"), QStringLiteral("UTF-8")},
                                      {QStringLiteral("windows-1252"), QStringLiteral("Windows-1252")},
                                      {QStringLiteral("latin-1"), QStringLiteral("Latin-1")}},
                                     &ImportMapping::encoding));
  form->addRow(tr("Decimal mark"), choice(QStringLiteral("decimal"),
                                          {{QStringLiteral("auto"), automatic},
                                           {QStringLiteral("."), tr("dot: 3.49")},
                                           {QStringLiteral(","), tr("comma: 3,49")}},
                                          &ImportMapping::decimalMark));
  QComboBox* days = choice(QStringLiteral("days"),
                           {{QStringLiteral("auto"), automatic},
                            {QStringLiteral("yyyy-MM-dd"), QStringLiteral("2026-03-31")},
                            {QStringLiteral("dd.MM.yyyy"), QStringLiteral("31.03.2026")},
                            {QStringLiteral("d/M/yyyy"), tr("31/3/2026, day first")},
                            {QStringLiteral("M/d/yyyy"), tr("3/31/2026, month first")},
                            {QStringLiteral("excel"), tr("a spreadsheet's day numbers")}},
                           &ImportMapping::dateFormat);
  days->setEditable(true);
  form->addRow(tr("Days"), days);
  column->addLayout(form);
  m_fields = new QWidget(m_inside);
  column->addWidget(m_fields);
  column->addStretch(1);
  setWidget(m_inside);
  viewport()->setAutoFillBackground(false);
  m_inside->setAutoFillBackground(false);
  connect(m_kind, &QComboBox::activated, this, [this] {
    ImportMapping fresh; // other fields: guessed anew
    fresh.kind = static_cast<ImportKind>(m_kind->currentData().toInt());
    fresh.separator = m_mapping.separator;
    fresh.encoding = m_mapping.encoding;
    fresh.decimalMark = m_mapping.decimalMark;
    fresh.dateFormat = m_mapping.dateFormat;
    m_mapping = fresh;
    m_dropped.clear();
    tell();
  });
  connect(m_saved, &QComboBox::activated, this, [this](int index) {
    if (index > 0)
      emit mappingChosen(m_saved->itemText(index));
  });
}

QComboBox* MappingForm::formBox(const char* name) const { return m_forms.value(QString::fromLatin1(name)); }

QComboBox* MappingForm::choice(const QString& name, const QList<QPair<QString, QString>>& values,
                               QString ImportMapping::* member) {
  auto* box = new QComboBox(m_inside);
  box->setMinimumContentsLength(8); // long words do not widen the form
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const auto& [value, words] : values)
    box->addItem(words, value);
  m_forms.insert(name, box);
  const auto take = [this, box, member] {
    const int known = box->findText(box->currentText());
    const QString value = known >= 0 ? box->itemData(known).toString() : box->currentText().trimmed();
    if (m_filling || value.isEmpty() || m_mapping.*member == value)
      return;
    m_mapping.*member = value;
    tell();
  };
  connect(box, &QComboBox::activated, this, take);
  connect(box, &QComboBox::editTextChanged, this, take);
  box->setProperty("member", name);
  return box;
}

void MappingForm::setMappings(const std::vector<SavedMapping>& mappings) {
  m_saved->clear();
  m_saved->addItem(tr("none"));
  for (const SavedMapping& m : mappings)
    m_saved->addItem(m.name);
  m_saved->setEnabled(!mappings.empty());
}

void MappingForm::showPreview(const ImportPreview& preview) {
  m_filling = true;
  m_mapping = preview.mapping;
  for (const QString& field : std::as_const(m_dropped)) // guessed again, but the user said no
    m_mapping.columns.remove(field);
  m_kind->setCurrentIndex(m_kind->findData(int(m_mapping.kind)));
  const auto show = [this](const char* name, const QString& value, const QString& found) {
    QComboBox* box = formBox(name);
    const int at = box->findData(value);
    at >= 0 ? box->setCurrentIndex(at) : box->setEditText(value);
    box->setToolTip(found.isEmpty() ? QString() : tr("Found: %1").arg(found));
  };
  show("separator", m_mapping.separator, preview.separator);
  show("encoding", m_mapping.encoding, preview.encoding);
  show("decimal", m_mapping.decimalMark, preview.decimalMark);
  show("days", m_mapping.dateFormat, preview.dateFormat);
  fillFields(preview);
  m_filling = false;
}

void MappingForm::fillFields(const ImportPreview& preview) {
  QStringList header;
  for (const PreviewColumn& c : preview.columns)
    header << c.name;
  QWidget* had = focusWidget();
  const QString focused = had ? had->property("field").toString() : QString();
  m_header = header;
  m_columns.clear();
  m_constants.clear();
  auto* fresh = new QWidget(m_inside);
  auto* form = new QFormLayout(fresh);
  form->setContentsMargins(0, 4, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  for (const FieldSpec& field : importFields(m_mapping.kind)) {
    auto* label = new QLabel(field.required ? field.name + QStringLiteral(" *") : field.name, fresh);
    label->setToolTip(QCoreApplication::translate("ImportFields", field.meaning.toUtf8().constData()));
    label->setFont(m_theme.font(field.required ? TypeRole::BodyStrong : TypeRole::Body));
    QWidget* row = fieldRow(field, preview);
    label->setBuddy(m_columns.value(field.name));
    form->addRow(label, row);
  }
  static_cast<QVBoxLayout*>(m_inside->layout())->replaceWidget(m_fields, fresh);
  m_fields->hide();
  m_fields->deleteLater();
  m_fields = fresh;
  if (QComboBox* box = m_columns.value(focused))
    box->setFocus(Qt::OtherFocusReason);
}

QWidget* MappingForm::fieldRow(const FieldSpec& field, const ImportPreview& preview) {
  auto* box = new QWidget(m_inside);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  auto* columns = new QComboBox(box);
  columns->setProperty("field", field.name);
  columns->setAccessibleName(field.required ? tr("Column of %1, required").arg(field.name)
                                            : tr("Column of %1").arg(field.name));
  columns->setToolTip(field.meaning);
  columns->addItem(field.required ? tr("– choose a column –") : tr("– not in the file –"));
  columns->addItem(tr("the same for all rows:"));
  columns->addItems(m_header);
  columns->setMinimumContentsLength(8);
  columns->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* constant = new QLineEdit(m_mapping.constants.value(field.name), box);
  constant->setAccessibleName(tr("%1 of all rows").arg(field.name));
  const bool isConstant = m_mapping.constants.contains(field.name);
  const qsizetype at = m_header.indexOf(m_mapping.columns.value(field.name));
  columns->setCurrentIndex(isConstant ? kConstant : at >= 0 ? kFirstColumn + int(at) : kNoColumn);
  constant->setVisible(isConstant);
  if (at >= 0)
    columns->setToolTip(tr("%1\nFor example: %2")
                            .arg(field.meaning, preview.columns[std::size_t(at)].samples.join(QStringLiteral(" · "))));
  row->addWidget(columns, 1);
  row->addWidget(constant, 1);
  m_columns.insert(field.name, columns);
  m_constants.insert(field.name, constant);
  connect(columns, &QComboBox::activated, this, [this, name = field.name](int index) { columnChosen(name, index); });
  connect(constant, &QLineEdit::editingFinished, this, [this, name = field.name, constant] {
    const QString text = constant->text().trimmed();
    if (m_filling || !constant->isVisible() || m_mapping.constants.value(name) == text)
      return;
    if (text.isEmpty())
      m_mapping.constants.remove(name);
    else
      m_mapping.constants.insert(name, text);
    tell();
  });
  return box;
}

void MappingForm::columnChosen(const QString& field, int index) {
  m_constants[field]->setVisible(index == kConstant);
  if (index == kConstant) {
    m_mapping.columns.remove(field);
    m_constants[field]->setFocus(Qt::OtherFocusReason);
    return; // told when something is typed
  }
  m_mapping.constants.remove(field);
  if (index == kNoColumn) {
    m_mapping.columns.remove(field);
    m_dropped.insert(field);
  } else {
    m_mapping.columns.insert(field, m_header.value(index - kFirstColumn));
    m_dropped.remove(field);
  }
  tell();
}

void MappingForm::tell() {
  if (!m_filling)
    emit changed(m_mapping);
}

} // namespace pricewright
