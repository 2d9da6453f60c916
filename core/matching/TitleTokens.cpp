// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/TitleTokens.h"

#include "matching/UnitWords.h"
#include "matching/WordForms.h"

namespace pricewright {
namespace {

constexpr qsizetype kMostCharacters = 512;
constexpr std::size_t kMostTokens = 96;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isTimes(QChar c) { return c == u'x' || c == u'X' || c == u'*' || c.unicode() == 0x00d7; }

class TokenScanner {
 public:
  explicit TokenScanner(const QString& text) : m_text(text) {}
  std::vector<TitleToken> run() {
    while (m_at < m_text.size() && m_out.size() + 3 < kMostTokens) {
      const QChar c = m_text[m_at];
      if (isDigit(c) || (c == u'.' && isDigit(at(m_at + 1)) && m_end != m_at))
        digitsFirst();
      else if (isTimes(c) && standsAsTimes())
        addTimes(c);
      else if (c.isLetter())
        lettersFirst();
      else if (QStringView(u"+%\"/()").contains(c))
        add(TokenKind::Sign, QString(c), 1);
      else
        ++m_at;
    }
    return std::move(m_out);
  }

 private:
  QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(u' '); }

  // "6x330", "6 x 330", "x6", "6x": a sign, not the letter of a word.
  bool standsAsTimes() const {
    if (!m_text[m_at].isLetter())
      return true;
    const QChar before = m_at > 0 ? m_text[m_at - 1] : QChar(u' ');
    return !before.isLetter() && !at(m_at + 1).isLetter();
  }

  void add(TokenKind kind, const QString& text, qsizetype length, double value = 0, double grouped = 0) {
    TitleToken t;
    t.kind = kind, t.text = text.toLower(), t.value = value, t.grouped = grouped;
    t.glued = m_at > 0 && m_end == m_at;
    t.capital = text == text.toUpper();
    m_out.push_back(std::move(t));
    m_at += length, m_end = m_at;
  }

  void addTimes(QChar sign) {
    add(TokenKind::Sign, QStringLiteral("x"), 1);
    m_out.back().letter = sign.isLetter();
  }

  void digitsFirst() {
    qsizetype end = m_at;
    while (isDigit(at(end)) || ((at(end) == u'.' || at(end) == u',') && isDigit(at(end + 1))))
      ++end;
    qsizetype letters = end;
    while (at(letters).isLetter())
      ++letters;
    qsizetype all = letters;
    while (at(all).isLetterOrNumber())
      ++all;
    const QString suffix = m_text.mid(end, letters - end).toLower();
    const bool timesFollows = isTimes(at(end)) && (isDigit(at(end + 1)) || !at(end + 1).isLetterOrNumber());
    if (suffix.isEmpty() || timesFollows || (all == letters && isUnitWord(suffix)))
      number(end);
    else
      add(TokenKind::Model, m_text.mid(m_at, all - m_at).remove(u'.').remove(u','), all - m_at);
  }

  void number(qsizetype end) {
    const QString text = m_text.mid(m_at, end - m_at);
    const auto sign = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    QString whole = text;
    whole.remove(u'.').remove(u',');
    const double joined = whole.left(15).toDouble();
    double value = joined;
    if (sign >= 0) {
      const QString front = QString(text.left(sign)).remove(u'.').remove(u',');
      value = (front.left(12) + u'.' + text.mid(sign + 1).left(6)).toDouble();
    }
    const bool groupable = sign >= 1 && text.size() - sign - 1 == 3 && text[0] != u'0';
    add(TokenKind::Number, whole == text ? text : text.trimmed(), end - m_at, value, groupable ? joined : value);
  }

  void lettersFirst() {
    qsizetype end = m_at;
    while (at(end).isLetter() || (at(end) == u'\'' && at(end + 1).isLetter()))
      ++end;
    if (end - m_at > 2 && m_text[m_at + 1] == u'\'') { // "l'eau", "d'olive"
      m_at += 2;
      return;
    }
    const QString word = m_text.mid(m_at, end - m_at);
    const bool hyphen = at(end) == u'-' && isDigit(at(end + 1)) && word.size() <= 3;
    if ((isDigit(at(end)) || hyphen) && !takesNumber(word.toLower())) {
      qsizetype all = end + (hyphen ? 1 : 0);
      while (at(all).isLetterOrNumber())
        ++all;
      add(TokenKind::Model, m_text.mid(m_at, all - m_at).remove(u'-').remove(u'\''), all - m_at);
      return;
    }
    add(TokenKind::Word, QString(word).remove(u'\'').left(40), end - m_at);
  }

  const QString& m_text;
  qsizetype m_at = 0, m_end = -1;
  std::vector<TitleToken> m_out;
};

} // namespace

std::vector<TitleToken> titleTokens(QStringView title) {
  const QString plain = plainLetters(title.left(kMostCharacters)).left(2 * kMostCharacters);
  return TokenScanner(plain).run();
}

} // namespace pricewright
