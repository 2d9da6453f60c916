# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Initial cache: cmake -C .cmake/release.cmake -G Ninja -S . -B build/release
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(PRICEWRIGHT_SANITIZE "" CACHE STRING "")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "")
