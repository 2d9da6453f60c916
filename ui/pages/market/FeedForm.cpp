// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/market/FeedForm.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"

#include <QBoxLayout>
#include <QDir>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>
#include <QUuid>

namespace pricewright {
namespace {

constexpr int kMostMinutes = 366 * 24 * 60, kMostRequests = 6000, kMappingHeight = 150;
constexpr int kLongestAddress = 8192, kLongestKey = 4096, kLongestMapping = 100'000;

// Where what stands in the answers of many services: to begin with.
constexpr char kJsonExample[] = R"({
  "items": "/data",
  "fields": {
    "id": "/id", "title": "/name",
    "seller": "/shop",
    "price": "/price", "currency": "/currency"
  },
  "auth": {"header": "X-Api-Key"}
})";

bool isWeb(const QString& address) {
  return address.startsWith(u"http://", Qt::CaseInsensitive) || address.startsWith(u"https://", Qt::CaseInsensitive);
}

QString mappingText(const QJsonObject& mapping) {
  return mapping.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Indented)).trimmed();
}

// A name of its own for each key that is typed, of plain letters: no other key is ever written over, of this workspace
// or another, and what a feed had before is there when a change is taken back.
QString newSecretName(const QString& code) {
  QString out;
  for (const QChar c : code.left(60))
    out += (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ? c : u'_';
  return out + u'_' + QUuid::createUuid().toString(QUuid::Id128).left(12);
}

} // namespace

FeedForm::FeedForm(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  m_form = new QFormLayout(this);
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setHorizontalSpacing(10);
  m_form->setVerticalSpacing(6);
  m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  build();
  setFocusProxy(m_code); // as a pane it begins there
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("The feed"));
  begin({}, {}, true);
}

void FeedForm::addRow(const QString& name, QWidget* field) {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  auto* wrong = new QLabel(box);
  wrong->setWordWrap(true);
  wrong->setTextFormat(Qt::PlainText);
  wrong->setFont(m_theme.font(TypeRole::Label));
  wrong->setProperty("tone", s("negative"));
  wrong->hide();
  column->addWidget(field);
  column->addWidget(wrong);
  field->setAccessibleName(name);
  m_labels.insert(field, wrong);
  m_form->addRow(name, box);
}

QLineEdit* FeedForm::line(const QString& name, const QString& example, int longest) {
  auto* edit = new QLineEdit(this);
  edit->setPlaceholderText(example);
  edit->setMaxLength(longest);
  addRow(name, edit);
  connect(edit, &QLineEdit::textChanged, this, [this, edit] { fieldChanged(edit); });
  return edit;
}

void FeedForm::build() {
  m_kind = new QComboBox(this);
  m_kind->addItem(tr("Table: CSV or TSV"), s("table"));
  m_kind->addItem(tr("Google product data: RSS or Atom"), s("xml"));
  m_kind->addItem(tr("JSON, by a mapping"), s("json"));
  m_kind->addItem(tr("A service shaped like Prisync's"), s("prisync"));
  addRow(tr("Kind"), m_kind);
  m_code = line(tr("Short name"), tr("bigbox-feed"), 200);
  m_name = line(tr("Name"), tr("as the short name"), 200);
  m_address = line(tr("Address or folder"), s("https://…"), kLongestAddress + 1);
  m_competitor = new QComboBox(this);
  m_competitor->setEditable(true);
  m_competitor->lineEdit()->setMaxLength(100);
  m_competitor->lineEdit()->setPlaceholderText(tr("rows name their sellers"));
  addRow(tr("Prices of"), m_competitor);
  m_mapping = new QPlainTextEdit(this);
  QFont plain = m_theme.font(TypeRole::Label); // what stands below each other, stands below each other
  plain.setFamilies({s("monospace")});
  plain.setStyleHint(QFont::Monospace);
  m_mapping->setFont(plain);
  m_mapping->setTabChangesFocus(true);
  m_mapping->setFixedHeight(kMappingHeight);
  addRow(tr("Mapping (JSON)"), m_mapping);
  m_key = line(tr("Key"), {}, kLongestKey + 1);
  m_key->setEchoMode(QLineEdit::Password);
  m_every = line(tr("Read every, minutes"), s("1440"), 20);
  m_rate = line(tr("Requests a minute"), s("60"), 20);
  m_standsIn = new QCheckBox(tr("Answers for pages that fail"), this);
  m_trusts = new QCheckBox(tr("Products of ours that it names are matches"), this);
  for (QCheckBox* one : {m_standsIn, m_trusts}) {
    m_form->addRow(QString(), one);
    connect(one, &QCheckBox::toggled, this, &FeedForm::changed);
  }
  connect(m_kind, &QComboBox::currentIndexChanged, this, &FeedForm::kindChanged);
  connect(m_competitor, &QComboBox::currentTextChanged, this, [this] { fieldChanged(m_competitor); });
  connect(m_mapping, &QPlainTextEdit::textChanged, this, [this] { fieldChanged(m_mapping); });
}

void FeedForm::setChoices(const QStringList& competitors, const QStringList& feeds) {
  m_feeds = feeds;
  m_filling = true;
  const QString before = m_competitor->currentText();
  m_competitor->clear();
  m_competitor->addItems(competitors);
  m_competitor->setCurrentText(before);
  m_filling = false;
}

void FeedForm::begin(const Feed& feed, const QString& competitor, bool isNew) {
  m_base = feed, m_isNew = isNew;
  m_filling = true;
  m_kind->setCurrentIndex(std::max(0, m_kind->findData(feed.kind)));
  m_code->setText(feed.code);
  m_code->setReadOnly(!isNew); // it names the feed everywhere
  m_name->setText(feed.name == feed.code ? QString() : feed.name);
  m_address->setText(feed.location);
  m_competitor->setCurrentText(competitor);
  m_mapping->setPlainText(mappingText(feed.mapping));
  m_key->clear();
  m_key->setPlaceholderText(feed.secret.isEmpty() ? tr("none; it goes into the keychain")
                                                  : tr("the one that is kept; it is never shown"));
  m_every->setText(QLocale().toString(feed.intervalMinutes));
  m_rate->setText(QLocale().toString(feed.requestsAMinute));
  m_standsIn->setChecked(feed.standsIn);
  m_trusts->setChecked(feed.trustsCodes);
  m_touched.clear();
  m_showAll = false;
  m_filling = false;
  kindChanged();
}

void FeedForm::kindChanged() {
  const QString kind = m_kind->currentData().toString();
  m_mapping->setPlaceholderText(
      kind == u"table" ? tr("Empty: columns are found by their names. Else {\"fields\": {\"price\": \"Preis\"}, "
                            "\"constants\": {\"currency\": \"EUR\"}}")
                       : tr("Empty, or what rows do not say: {\"constants\": {\"currency\": \"EUR\"}}"));
  if (kind == u"json" && m_mapping->toPlainText().trimmed().isEmpty() && !m_filling)
    m_mapping->setPlainText(s(kJsonExample));
  m_address->setPlaceholderText(kind == u"prisync" ? s("https://prisync.com") : tr("https://…, sftp://…, /folder"));
  if (m_filling)
    return;
  showWrongs();
  emit changed();
}

void FeedForm::fieldChanged(QWidget* field) {
  if (m_filling)
    return;
  m_touched.insert(field);
  showWrongs();
  emit changed();
}

void FeedForm::showWrongs() {
  Wrongs wrongs;
  read(wrongs);
  for (auto it = m_labels.begin(); it != m_labels.end(); ++it) {
    const QString text = m_showAll || m_touched.contains(it.key()) ? wrongs.value(it.key()) : QString();
    it.value()->setText(text);
    it.value()->setVisible(!text.isEmpty());
  }
}

QString FeedForm::wrongAt(const QWidget* field) const {
  const QLabel* label = m_labels.value(field);
  return label && !label->isHidden() ? label->text() : QString();
}

QString FeedForm::wrongCode(const Feed& feed) const {
  if (feed.code.isEmpty())
    return tr("Say a short name: tables and commands call it so.");
  if (m_isNew && m_feeds.contains(feed.code))
    return tr("There is a feed of this name already.");
  Feed probe;
  probe.code = feed.code, probe.kind = s("table"), probe.location = s("/");
  return FeedStore::check(probe) ? QString() : tr("At most 100 characters, and no blanks.");
}

QString FeedForm::wrongAddress(const Feed& feed) const {
  const QString& at = feed.location;
  if (at.isEmpty())
    return tr("Say where it is: https://…, sftp://…, or a folder.");
  const QUrl url(at);
  if (!url.password().isEmpty())
    return tr("Leave the password out: it belongs into the field Key.");
  Feed probe;
  probe.code = s("x"), probe.kind = s("table"), probe.location = at;
  const bool isAddress = at.contains(u"://");
  if (!FeedStore::check(probe) || (isAddress && (!url.isValid() || url.host().isEmpty())))
    return tr("This cannot be read: write https://…, sftp://user@host/…, or a folder.");
  if (feed.kind == u"prisync" && !isWeb(at))
    return tr("A service is asked over https.");
  if (!isAddress && !QDir::isAbsolutePath(at))
    return tr("Write https:// before an address, or a folder with its whole path.");
  return {};
}

QString FeedForm::wrongKey(const Feed& feed) const {
  const QString key = m_key->text().trimmed();
  if (key.isEmpty() && !feed.secret.isEmpty() && feedSecretName(m_base) != feedSecretName(feed))
    return tr("The key that is kept is for another address: type it once more.");
  if (feed.kind == u"prisync" && (key.isEmpty() ? feed.secret.isEmpty() : !key.contains(u':')))
    return tr("It needs both of its account's keys: apikey:apitoken.");
  if (key.isEmpty())
    return {};
  if (key.size() > kLongestKey || std::any_of(key.begin(), key.end(), [](QChar c) { return c < u' ' || c > u'~'; }))
    return tr("A key has plain characters only, at most 4,096.");
  if (QDir::isAbsolutePath(feed.location))
    return tr("A folder needs no key.");
  if (feed.kind != u"prisync" && isWeb(feed.location) && !feed.mapping.contains(s("auth")))
    return tr("The mapping does not say where the key goes: “auth” is missing.");
  return {};
}

QJsonObject FeedForm::readMapping(QString& wrong) const {
  const QString text = m_mapping->toPlainText().trimmed();
  const std::optional<FeedKind> kind = feedKindFrom(m_kind->currentData().toString());
  QJsonParseError error;
  const QByteArray bytes = text.toUtf8();
  const QJsonDocument read = text.isEmpty() ? QJsonDocument(QJsonObject()) : QJsonDocument::fromJson(bytes, &error);
  if (text.size() > kLongestMapping || !read.isObject()) {
    const int lines = int(bytes.left(qMax(0, error.offset)).count('\n')) + 1;
    wrong = tr("This is no JSON object; line %1 is where it breaks.").arg(QLocale().toString(lines));
    return {};
  }
  const QJsonObject object = read.object();
  if (const auto parsed = FeedMapping::parse(object, kind.value_or(FeedKind::Table)); !parsed)
    wrong =
        s("%1: %2").arg(parsed.error().arguments.value(s("where")), codeText(parsed.error().arguments.value(s("why"))));
  return object;
}

int FeedForm::readNumber(const QLineEdit* field, int most, QString& wrong) const {
  bool isNumber = false;
  const int number = QLocale().toInt(field->text().trimmed(), &isNumber);
  if (!isNumber || number < 1 || number > most)
    wrong = tr("A whole number from 1 to %1.").arg(QLocale().toString(most));
  return number;
}

FeedAdd FeedForm::read(Wrongs& wrongs) const {
  FeedAdd wish;
  Feed& feed = wish.feed;
  feed = m_base;
  feed.kind = m_kind->currentData().toString(), feed.code = m_code->text().trimmed();
  feed.name = m_name->text().trimmed(), feed.location = m_address->text().trimmed();
  wish.competitor = m_competitor->currentText().trimmed();
  if (wish.competitor.isEmpty())
    feed.competitorNo.reset();
  feed.mapping = readMapping(wrongs[m_mapping]);
  feed.intervalMinutes = readNumber(m_every, kMostMinutes, wrongs[m_every]);
  feed.requestsAMinute = readNumber(m_rate, kMostRequests, wrongs[m_rate]);
  feed.standsIn = m_standsIn->isChecked(), feed.trustsCodes = m_trusts->isChecked();
  if (QDir::isAbsolutePath(feed.location))
    feed.secret.clear();
  wrongs[m_code] = wrongCode(feed), wrongs[m_address] = wrongAddress(feed), wrongs[m_key] = wrongKey(feed);
  return wish;
}

std::optional<FeedAdd> FeedForm::wish() {
  Wrongs wrongs;
  FeedAdd wish = read(wrongs);
  m_showAll = true;
  showWrongs();
  for (QWidget* field : std::initializer_list<QWidget*>{m_code, m_address, m_mapping, m_key, m_every, m_rate})
    if (!wrongs.value(field).isEmpty()) {
      field->setFocus(Qt::OtherFocusReason); // the first that is wrong
      return std::nullopt;
    }
  if (!m_key->text().trimmed().isEmpty())
    wish.feed.secret = newSecretName(wish.feed.code);
  return wish;
}

QStringList FeedForm::typed() const {
  return {m_kind->currentData().toString(),
          m_code->text(),
          m_name->text(),
          m_address->text(),
          m_key->text(),
          m_competitor->currentText(),
          m_mapping->toPlainText(),
          m_every->text(),
          m_rate->text(),
          QString::number(m_standsIn->isChecked()),
          QString::number(m_trusts->isChecked())};
}

} // namespace pricewright
