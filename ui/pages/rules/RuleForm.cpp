// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/rules/RuleForm.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/CatalogueModel.h"
#include "itemmodels/RuleModels.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QPainter>

namespace pricewright {
namespace {

constexpr const char* kKinds[] = {"floor", "ceiling", "match", "undercut", "index", "cost-plus", "ending", "hold"};
constexpr const char* kDays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr const char* kRoles[] = {"kvi", "foreground", "background", "tail"};
constexpr const char* kSegments[] = {"", "contract", "loyalty", "quantity", "channel", "market"};

QStringList wordsOf(const QString& typed) {
  QStringList words;
  for (const QString& word : typed.split(u',', Qt::SkipEmptyParts))
    if (!word.trimmed().isEmpty())
      words << word.trimmed();
  return words;
}

void narrow(QComboBox* box) { // long words do not widen the form
  box->setMinimumContentsLength(8);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

QString listText(const QJsonValue& value) {
  QStringList words;
  for (const QJsonValue& one : value.toArray())
    words << one.toVariant().toString();
  return words.join(s(", "));
}

} // namespace

WeekStrip::WeekStrip(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setAccessibleName(tr("Hours of the week in which the rule holds"));
}

void WeekStrip::setWeek(const RuleWeek& week, const QString& words) {
  m_week = week;
  setAccessibleDescription(words);
  update();
}

void WeekStrip::paintEvent(QPaintEvent*) {
  QPainter p(this);
  const Tokens& t = m_theme.tokens();
  p.setFont(m_theme.font(TypeRole::Axis));
  constexpr int kLeft = 36, kTop = 14, kRow = 15;
  const double hour = (width() - kLeft - 4) / 24.0;
  p.setPen(t.muted);
  for (int h = 0; h <= 24; h += 6)
    p.drawText(QRectF(kLeft + h * hour - 14, 0, 28, kTop), Qt::AlignCenter, QString::number(h));
  for (int day = 0; day < 7; ++day) {
    const double y = kTop + day * kRow;
    p.setPen(t.muted);
    p.drawText(QRectF(0, y, kLeft - 6, kRow), Qt::AlignRight | Qt::AlignVCenter,
               QLocale().standaloneDayName(day + 1, QLocale::ShortFormat));
    for (int h = 0; h < 24; ++h) {
      const QRectF box(kLeft + h * hour + 0.5, y + 2, hour - 1, kRow - 4);
      const bool on = m_week[std::size_t(day)][std::size_t(h)];
      p.fillRect(box, on ? t.accent : t.border);
    }
  }
}

RuleForm::RuleForm(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("The rule"));
  auto* inside = new QWidget(this);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(14, 10, 14, 10);
  column->setSpacing(8);
  m_sentence = new QLabel(inside);
  m_sentence->setWordWrap(true);
  m_sentence->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(m_sentence);
  m_error = new QLabel(inside);
  m_error->setWordWrap(true);
  m_error->setProperty("tone", s("negative"));
  m_error->hide();
  column->addWidget(m_error);
  m_form = new QFormLayout;
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // long words of other languages
  addField(m_form, "name", tr("Name"), {});
  addThen(m_form);
  addWhen(m_form);
  column->addLayout(m_form);
  m_week = new WeekStrip(theme, inside);
  column->addWidget(m_week);
  column->addStretch(1);
  setWidget(inside);
  viewport()->setAutoFillBackground(false);
  inside->setAutoFillBackground(false);
  showRule({});
}

QLineEdit* RuleForm::addField(QFormLayout* form, const char* name, const QString& label, const QString& hint) {
  auto* field = new QLineEdit(this);
  field->setAccessibleName(label);
  field->setPlaceholderText(hint);
  form->addRow(label, field);
  m_fields.insert(s(name), field);
  connect(field, &QLineEdit::textEdited, this, &RuleForm::take);
  return field;
}

void RuleForm::addThen(QFormLayout* form) {
  m_kind = new QComboBox(this);
  narrow(m_kind);
  m_kind->setAccessibleName(tr("What it does"));
  for (const char* kind : kKinds)
    m_kind->addItem(ruleKindWord(s(kind)), s(kind));
  form->addRow(tr("Does"), m_kind);
  connect(m_kind, &QComboBox::activated, this, [this] {
    showKind();
    take();
  });
  addField(form, "amount", tr("Amount"), tr("in the zone's currency, like 2.49"));
  addField(form, "percent", tr("Percent"), tr("like 5"));
  m_against = new QComboBox(this);
  narrow(m_against);
  m_against->setAccessibleName(tr("Against"));
  m_against->addItem(tr("the median competitor"), s("median"));
  m_against->addItem(tr("the lowest competitor"), s("lowest"));
  form->addRow(tr("Against"), m_against);
  connect(m_against, &QComboBox::activated, this, &RuleForm::take);
  addField(form, "endings", tr("Endings"), tr("minor units, like 99, 95"));
}

void RuleForm::addWhen(QFormLayout* form) {
  addField(form, "skus", tr("SKUs"), tr("all, or like OJ-*, 4711"));
  addField(form, "categories", tr("Categories"), tr("all, or names"));
  addField(form, "zones", tr("Zones"), tr("all, or names"));
  const auto row = [&](const QString& label, QList<QCheckBox*>& boxes, const QStringList& names) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    const int across = names.size() > 4 ? 4 : 2;
    for (const QString& name : names) {
      auto* check = new QCheckBox(name, box);
      check->setAccessibleName(label + u' ' + name);
      connect(check, &QCheckBox::clicked, this, &RuleForm::take);
      grid->addWidget(check, int(boxes.size()) / across, int(boxes.size()) % across);
      boxes << check;
    }
    grid->setColumnStretch(across, 1);
    form->addRow(label, box);
  };
  QStringList roles, days;
  for (const char* role : kRoles)
    roles << CatalogueModel::roleWord(skuRoleFrom(s(role)).value_or(SkuRole::Background));
  for (int day = 1; day <= 7; ++day)
    days << QLocale().standaloneDayName(day, QLocale::ShortFormat);
  row(tr("Roles"), m_roles, roles);
  addField(form, "stockBelow", tr("Stock below"), tr("any"));
  addField(form, "stockAbove", tr("Stock above"), tr("any"));
  row(tr("Days"), m_days, days);
  addField(form, "from", tr("From"), s("00:00"));
  addField(form, "to", tr("To"), s("24:00"));
  addField(form, "fromDate", tr("First day"), tr("like 2026-03-01"));
  addField(form, "toDate", tr("Last day"), tr("like 2026-03-31"));
  m_segment = new QComboBox(this);
  narrow(m_segment);
  m_segment->setAccessibleName(tr("Segment"));
  m_segment->setToolTip(tr("Only lawful ones: a price never depends on who a person is"));
  for (const char* segment : kSegments)
    m_segment->addItem(*segment ? codeText(s(segment)) : tr("everybody"), s(segment));
  form->addRow(tr("Segment"), m_segment);
  connect(m_segment, &QComboBox::activated, this, &RuleForm::take);
  addField(form, "channel", tr("Channel"), tr("all"));
}

void RuleForm::setChoices(const QStringList& zones, const QStringList& categories) {
  const auto offer = [this](const char* name, const QStringList& words) {
    auto* completer = new QCompleter(words, m_fields[s(name)]);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_fields[s(name)]->setCompleter(completer);
  };
  offer("zones", zones);
  offer("categories", categories);
}

void RuleForm::showRule(const QJsonObject& rule) {
  m_rule = rule;
  widget()->setEnabled(!rule.isEmpty());
  m_filling = true;
  fill(rule);
  m_filling = false;
  m_error->hide();
  m_sentence->setText(rule.isEmpty() ? tr("No rule is chosen")
                                     : tr("%1: %2").arg(ruleWhomText(rule), ruleThenText(rule)));
  showKind();
  showWeek();
}

void RuleForm::fill(const QJsonObject& rule) {
  const QJsonObject when = rule[s("when")].toObject(), then = rule[s("then")].toObject(),
                    schedule = when[s("schedule")].toObject();
  const auto set = [this](const char* name, const QString& text) { m_fields[s(name)]->setText(text); };
  set("name", rule[s("name")].toString());
  m_kind->setCurrentIndex(std::max(0, m_kind->findData(then[s("kind")].toString())));
  m_against->setCurrentIndex(then[s("against")].toString() == u"lowest" ? 1 : 0);
  for (const char* name : {"amount", "percent"})
    set(name, then[s(name)].toVariant().toString());
  set("endings", listText(then[s("endings")]));
  for (const char* name : {"skus", "categories", "zones"})
    set(name, listText(when[s(name)]));
  for (const char* name : {"stockBelow", "stockAbove", "channel"})
    set(name, when[s(name)].toVariant().toString());
  for (const char* name : {"from", "to", "fromDate", "toDate"})
    set(name, schedule[s(name)].toString());
  const QJsonArray roles = when[s("roles")].toArray(), days = schedule[s("days")].toArray();
  for (int i = 0; i < m_roles.size(); ++i)
    m_roles[i]->setChecked(roles.contains(s(kRoles[i])));
  for (int i = 0; i < m_days.size(); ++i)
    m_days[i]->setChecked(days.isEmpty() || days.contains(s(kDays[i])));
  m_segment->setCurrentIndex(std::max(0, m_segment->findData(when[s("segment")].toString())));
}

// Only the fields that the kind needs.
void RuleForm::showKind() {
  const QString kind = m_kind->currentData().toString();
  const auto show = [this](QWidget* field, bool shown) {
    field->setVisible(shown);
    if (QWidget* label = m_form->labelForField(field))
      label->setVisible(shown);
  };
  show(m_fields[s("amount")], kind == u"floor" || kind == u"ceiling" || kind == u"undercut");
  show(m_fields[s("percent")], kind == u"undercut" || kind == u"index" || kind == u"cost-plus");
  show(m_against, kind == u"match" || kind == u"undercut" || kind == u"index");
  show(m_fields[s("endings")], kind == u"ending");
}

void RuleForm::showWeek() { m_week->setWeek(ruleWeek(m_rule), ruleWhenText(m_rule)); }

QJsonObject RuleForm::typedThen() const {
  const QString kind = m_kind->currentData().toString();
  QJsonObject then{{s("kind"), kind}};
  const auto shown = [this](const char* name) {
    const QLineEdit* field = m_fields[s(name)];
    return field->isHidden() ? QString() : field->text().trimmed();
  };
  for (const char* name : {"amount", "percent"})
    if (const QString text = shown(name).replace(u',', u'.'); !text.isEmpty())
      then.insert(s(name), text);
  if (!m_against->isHidden() && m_against->currentIndex() == 1)
    then.insert(s("against"), s("lowest"));
  if (kind == u"ending") {
    QJsonArray endings;
    for (const QString& word : wordsOf(shown("endings"))) {
      bool whole = false;
      const int number = word.toInt(&whole);
      endings.append(whole ? QJsonValue(number) : QJsonValue(word));
    }
    then.insert(s("endings"), endings);
  }
  return then;
}

QJsonObject RuleForm::typedSchedule() const {
  QJsonObject schedule;
  QJsonArray days;
  for (int i = 0; i < m_days.size(); ++i)
    if (m_days[i]->isChecked())
      days.append(s(kDays[i]));
  if (days.size() < 7)
    schedule.insert(s("days"), days.isEmpty() ? QJsonValue(QJsonArray{s("none")}) : QJsonValue(days));
  for (const char* name : {"from", "to", "fromDate", "toDate"})
    if (const QString text = m_fields[s(name)]->text().trimmed(); !text.isEmpty())
      schedule.insert(s(name), text);
  return schedule;
}

QJsonObject RuleForm::typed() const {
  QJsonObject when;
  for (const char* name : {"skus", "categories", "zones"})
    if (const QStringList words = wordsOf(m_fields[s(name)]->text()); !words.isEmpty())
      when.insert(s(name), QJsonArray::fromStringList(words));
  QJsonArray roles;
  for (int i = 0; i < m_roles.size(); ++i)
    if (m_roles[i]->isChecked())
      roles.append(s(kRoles[i]));
  if (!roles.isEmpty())
    when.insert(s("roles"), roles);
  for (const char* name : {"stockBelow", "stockAbove", "channel"})
    if (const QString text = m_fields[s(name)]->text().trimmed(); !text.isEmpty())
      when.insert(s(name), text);
  if (const QString segment = m_segment->currentData().toString(); !segment.isEmpty())
    when.insert(s("segment"), segment);
  if (const QJsonObject schedule = typedSchedule(); !schedule.isEmpty())
    when.insert(s("schedule"), schedule);
  QJsonObject rule = m_rule;
  rule.insert(s("name"), m_fields[s("name")]->text().trimmed());
  rule.insert(s("when"), when);
  rule.insert(s("then"), typedThen());
  return rule;
}

void RuleForm::take() {
  if (m_filling || m_rule.isEmpty())
    return;
  const QJsonObject rule = typed();
  const bool named = !rule[s("name")].toString().isEmpty();
  const Status sound = named ? checkRule(rule) : Status(fail(s("decision.bad-rule"), {{s("field"), tr("name")}}));
  m_error->setVisible(!sound);
  if (!sound)
    return m_error->setText(errorText(sound.error()));
  m_sentence->setText(tr("%1: %2").arg(ruleWhomText(rule), ruleThenText(rule)));
  if (rule == m_rule)
    return;
  m_rule = rule;
  showWeek();
  emit changed(rule);
}

} // namespace pricewright
