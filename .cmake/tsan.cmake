# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Initial cache: cmake -C .cmake/tsan.cmake -G Ninja -S . -B build/tsan
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(BUILD_SHARED_LIBS ON CACHE BOOL "")
set(PRICEWRIGHT_SANITIZE "thread" CACHE STRING "")
set(PRICEWRIGHT_DESKTOP OFF CACHE BOOL "")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1" CACHE STRING "")
