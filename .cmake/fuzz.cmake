# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Initial cache: cmake -C .cmake/fuzz.cmake -G Ninja -S . -B build/fuzz (tests/fuzz/run does it)
find_program(CMAKE_CXX_COMPILER NAMES clang++-19 clang++ REQUIRED DOC "libFuzzer is a part of clang")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(PRICEWRIGHT_SANITIZE "address;undefined" CACHE STRING "")
set(PRICEWRIGHT_FUZZ ON CACHE BOOL "")
set(PRICEWRIGHT_TESTS OFF CACHE BOOL "")
set(PRICEWRIGHT_DESKTOP OFF CACHE BOOL "")
# GCC's own library uses what it calls deprecated; warnings are the other builds' business.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -Wno-deprecated-declarations" CACHE STRING "")
