# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Initial cache: cmake -C .cmake/asan.cmake -G Ninja -S . -B build/asan
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(BUILD_SHARED_LIBS ON CACHE BOOL "")
set(PRICEWRIGHT_SANITIZE "address;undefined" CACHE STRING "")
set(PRICEWRIGHT_DESKTOP OFF CACHE BOOL "")
# GCC takes what the sanitizers add for reads of what was never set.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -Wno-maybe-uninitialized" CACHE STRING "")
