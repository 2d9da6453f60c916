# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Initial cache: cmake -C .cmake/dev.cmake -G Ninja -S . -B build/dev
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(BUILD_SHARED_LIBS ON CACHE BOOL "")
set(PRICEWRIGHT_SANITIZE "" CACHE STRING "")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1" CACHE STRING "quick to build, still quick to run")
