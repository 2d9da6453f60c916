// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

namespace pricewright {

// A code and its English words; {name} stands for an argument. Internal to Texts.
struct TextRow {
  const char* code;
  const char* english;
};
std::span<const TextRow> errorTexts();               // whole sentences: what happened, what was kept, what to do
std::span<const TextRow> importTexts();              // of a file, and of a row of it
std::span<const TextRow> planTexts();                // of promotions, products, schedules and targets
std::span<const TextRow> modelErrors();              // of the registry of models
std::span<const TextRow> modelCodes();               // its words, and the features'
std::span<const TextRow> marketErrors();             // of the watch over competitors
std::span<const TextRow> marketCodes();              // its words
std::span<const TextRow> alertErrors();              // of price moves and alerts
std::span<const TextRow> alertCodes();               // their words
std::span<const TextRow> experimentErrors();         // why an experiment's figures cannot be told
std::span<const TextRow> experimentDeskErrors();     // why a test cannot be planned, started or ended so
std::span<const TextRow> experimentStudyErrors();    // why a design cannot be studied
std::span<const TextRow> experimentAnalysisErrors(); // why files of an experiment tell nothing
std::span<const TextRow> experimentAnalysisCodes();
std::span<const TextRow> experimentCodes(); // states, reasons and verdicts of tests
std::span<const TextRow> earningsErrors();  // of what prices earned
std::span<const TextRow> earningsCodes();
std::span<const TextRow> revenueErrors(); // of orders and payments
std::span<const TextRow> revenueCodes();
std::span<const TextRow> feedErrors();   // of feeds of prices, and of browsers
std::span<const TextRow> feedCodes();    // their words
std::span<const TextRow> noticeErrors(); // of what is told outside, and of secrets
std::span<const TextRow> noticeCodes();  // their words
std::span<const TextRow> codeTexts();    // a few words
std::span<const TextRow> verdictTexts(); // the same, for verdicts and entries of the journal

} // namespace pricewright
