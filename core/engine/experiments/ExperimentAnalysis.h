// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentFiles.h"
#include "experiments/events/Analysis.h"
#include "experiments/events/ClusterAnalysis.h"
#include "experiments/events/Segments.h"

#include <QJsonObject>

namespace pricewright {

enum class ExperimentDesign { Visitor, Cluster, Switchback };

// An experiment in files: exposures and events, or one file in which every row
// is a unit with its outcomes.
struct ExperimentRequest {
  QString exposures, events, units;            // paths
  QMap<ExperimentColumn, QString> named;       // columns of exposures, or of units, that go by other names
  QMap<ExperimentColumn, QString> eventsNamed; // the same of events
  // Of events: conversion, revenue, profit, units, orders; a ratio such as
  // revenue/orders; the name of an event for the share of units with it,
  // NAME:value and NAME:count. Of units: a column, or a ratio of two.
  QStringList metrics;
  WrittenAs written;        // where the files do not tell
  QStringList lessIsBetter; // of those
  QString covariate;        // of units: the column that adjusts the means; known
                            // before the test
  ExperimentDesign design = ExperimentDesign::Visitor;
  QString control;                    // "": the arm that sounds like one, else the first by name
  QMap<QString, double> shares;       // planned
  double windowDays = 0, preDays = 0; // 0: no end, no adjustment
  double winsor = 1;
  QMap<QString, double> winsorOf; // of single metrics; the others' is winsor
  QString currency;
  QMap<QString, QString> rates; // currency → how much of the test's own one of it is, as a decimal
  AnalysisPlan plan;            // control and shares are set from the above
  std::optional<int> redraws;   // of clusters; none: as many as the comparisons need
  std::uint64_t seed = 1;
  std::int64_t nowMs = 0;
};

struct ExperimentReport {
  QStringList arms, groups, metricNames;
  std::size_t control = 0;
  bool controlGuessed = false;
  ExperimentDesign design = ExperimentDesign::Visitor;
  AnalysisPlan plan;
  AnalysisInput input;
  AnalysisAnswer answer;
  std::vector<Segments> segments;          // parallel to the comparisons, where there are groups
  std::vector<ClusterComparison> clusters; // parallel to the comparisons, where clusters were assigned
  // One unit that brings a large part of all that its arm brings, and what comes out with the largest values of all
  // arms cut to the next ones.
  struct Whale {
    std::size_t metric = 0, arm = 0;
    double largest = 0, share = 0; // of the sum of the arm's figures, each as it is without its sign
    bool isCut = false;            // what is analyzed is without its excess: the caller asked for that
  };
  std::vector<Whale> whales;
  struct Cut {
    std::size_t comparison = 0;
    double quantile = 1;
    ArmComparison figures;
  };
  std::vector<Cut> cuts; // of metrics with a whale
  // Events of units that are in no exposure, of all rows; where that is all of them, how a unit is written in either
  // file.
  struct Unmatched {
    qint64 events = 0, of = 0;
    QString eventUnit, exposedUnit;
  } unmatched;
  ExposureCounts exposures;
  EventCounts events;
  IntakeCounts intake;
  // By what a repeated event is known: event-id, or row-content (all cells of
  // the row, and how many rows of its file before it are the same: a file that
  // comes again brings nothing new, and equal rows of one file all count).
  QString eventIdentity;
  // What is odd about the rows of events.
  struct EventRowNotes {
    qint64 daysOnly = 0;     // a day without a time: counts at its end, so on the day of the exposure as well
    qint64 sameOrder = 0;    // word for word the row of an order that was there: counted once
    qint64 ordersDiffer = 0; // orders with several rows that differ: taken for their lines, and added up
    qint64 idsDiffer = 0;    // rows whose event id was there with other contents: the first one counts
  } rowNotes;
  QString currency;
  struct FileNotes {
    QString path;
    qint64 rows = 0;
    BadRows bad;
    QMap<QString, QString> columns; // what each was taken for → its header
  };
  std::vector<FileNotes> files;
  // Codes: control-guessed, few-clusters, few-ways (so few clusters that nothing can be decided), no-times,
  // rows-repeat, no-planned-end (to be decided at an end that nobody planned).
  QStringList notes;
  [[nodiscard]] std::vector<Error> remarks() const; // what is to be said with figures: rows, days, whales
};

// The first five of these groups by name, and how many more.
QString segmentNames(const ExperimentReport& report, std::span<const std::size_t> groups);

// experiment.no-column, .bad-rows, .no-rows, .which-metric, .which-currency,
// .unknown-arm, .unknown-metric, .mixed-cluster, .no-switchback,
// .too-many-names, .stratify-what, .stratified-clusters, analyze()'s and the files' own
Result<ExperimentReport> analyzeExperiment(const ExperimentRequest& request, const JobContext& job);

// {design, control, arms: [{arm, units}], currency, alpha, decide_by, trusted,
// distrust: [code],
//  sample_ratio: {chi_square, degrees_of_freedom, p, p_anytime, mismatch},
//  segment_ratio: {chi_square, degrees_of_freedom, p}, look: {said, seen, agrees},
//  metrics: [{metric, kind: share|mean|ratio, adjusted, comparisons: [{arm,
//  control_value, value, units_control, units,
//    absolute: L, relative: L, proportions: {z, p, low, high}, anytime: {p,
//    low, high, tuned_at, decided}, anytime_relative: {…}, planned_looks:
//    {z_limit, low, high, decided}, bayes: {chance_to_beat, low, high,
//    loss_of_change, loss_of_staying, of, prior}, equivalence: {margin, low,
//    high, shown}, futility: {chance_if_effect, chance_if_trend, excluded, futile}, set_aside:
//    {segments, units},
//    variance_left, theta, p, p_adjusted, clusters: {…}, segments: {…},
//    largest_units: [{arm, value, share}], cut: {quantile, control_value, value,
//    absolute: L, p}, verdict, refused: {code, …}}]}],
//  exposures: {…}, events: {…}, files: [{path, rows, bad_rows, first_bad:
//  [{line, code, column, value}], columns}], notes: [code],
//  remarks: [{code, arguments}]}
// L = {value, standard_error, t, degrees_of_freedom, p, low, high}
QJsonObject experimentJson(const ExperimentReport& report);
// The same as a table and a few lines.
struct ExperimentLines {
  QStringList header, segmentHeader;
  std::vector<QStringList> rows, segmentRows;
  QStringList remarks;     // codes
  std::vector<Error> told; // the same with figures
};
ExperimentLines experimentLines(const ExperimentReport& report);

} // namespace pricewright
