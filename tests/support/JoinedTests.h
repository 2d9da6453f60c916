// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

#include <cstdio>
#include <cstring>
#include <vector>

// Stands before the test files that a whole build joins in one program (see pw_tests). What each of them would have for
// a main() is written down under the file's name (PRICEWRIGHT_JOINED_TEST), and the program's first argument says which
// one is run.
namespace joined {

struct Test {
  const char* name;
  int (*run)(int argc, char** argv);
};

inline std::vector<Test>& tests() {
  static std::vector<Test> all;
  return all;
}

struct Entry {
  Entry(const char* name, int (*run)(int, char**)) { tests().push_back({name, run}); }
};

} // namespace joined

#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                                            \
  static int runAsProgram(int argc, char** argv) {                                                                     \
    QTest::Internal::callInitMain<TestObject>();                                                                       \
    __VA_ARGS__                                                                                                        \
    TestObject tc;                                                                                                     \
    QTEST_SET_MAIN_SOURCE_PATH                                                                                         \
    return QTest::qExec(&tc, argc, argv);                                                                              \
  }                                                                                                                    \
  static const joined::Entry kEntry(PRICEWRIGHT_JOINED_TEST, runAsProgram);

int main(int argc, char** argv) {
  for (const joined::Test& test : joined::tests()) {
    if (argc > 1 && std::strcmp(test.name, argv[1]) == 0) {
      return test.run(argc - 1, argv + 1);
    }
  }
  std::fputs("usage: PROGRAM TEST [options of Qt Test], where TEST is one of\n", stderr);
  for (const joined::Test& test : joined::tests()) {
    std::fprintf(stderr, "  %s\n", test.name);
  }
  return 2;
}
