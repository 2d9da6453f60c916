# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings that every target shares, and pw_module(): one library per core folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(PRICEWRIGHT_CCACHE ccache)
if(PRICEWRIGHT_CCACHE)
  # A precompiled header has a new time stamp in every build folder; without these words ccache never hits.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" ${PRICEWRIGHT_CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                      "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
find_program(PRICEWRIGHT_MOLD mold)
if(PRICEWRIGHT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
# The same bits on every machine of one processor family: no contraction into fused operations.
add_compile_options(-ffp-contract=off)
add_compile_definitions(QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_STRICT_ITERATORS)
# Two hundred test programs with all of core in each were eight gigabytes, more under the sanitizers, and each was
# linked again after any change: dev and asan link shared libraries. What is installed stays one file.
if(BUILD_SHARED_LIBS)
  set(CMAKE_LINK_DEPENDS_NO_SHARED ON)
  add_compile_options(-fno-semantic-interposition)
endif()
if(PRICEWRIGHT_WERROR)
  add_compile_options(-Werror)
endif()
foreach(sanitizer IN LISTS PRICEWRIGHT_SANITIZE)
  add_compile_options(-fsanitize=${sanitizer} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${sanitizer})
endforeach()
if("undefined" IN_LIST PRICEWRIGHT_SANITIZE)
  # A check of every pointer that is followed takes half of the building time; a null one stops the program anyway.
  add_compile_options(-fno-sanitize-recover=undefined -fno-sanitize=null,alignment,vptr,object-size
                      -fno-sanitize=nonnull-attribute,returns-nonnull-attribute)
endif()
if(PRICEWRIGHT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link) # tells the fuzzer which branches an input has reached
endif()

# Compiles several files of a target as one: half the time of a whole build went into reading the same headers. Names in
# unnamed namespaces must therefore differ within a folder. Files that bring names of their own into reach of all that
# follows (using enum) or must have the same name as others (tr, with the file's own context) stay alone.
function(pw_join_sources target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${PRICEWRIGHT_JOIN} UNITY_BUILD_BATCH_SIZE ${PRICEWRIGHT_JOIN_SIZE})
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.cpp$")
      file(STRINGS "${source}" alone REGEX "^(QString tr\\(|using enum )" LIMIT_COUNT 1)
      if(alone)
        set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      endif()
    endif()
  endforeach()
endfunction()

# pw_module(name [IN folder] [PARTS subfolder…] [DEPENDS module…] [LINK library…])
# Declares core/<folder>/<name>, with those of its subfolders that PARTS names, as the library pw_<name>. DEPENDS
# may only name modules declared before: the order of the calls in core/CMakeLists.txt is the allowed direction. What is declared is written down for
# tests/layering, which compares it with the includes.
function(pw_module name)
  cmake_parse_arguments(M "PURE" "IN" "PARTS;DEPENDS;LINK" ${ARGN})
  set(folder "${name}")
  if(M_IN)
    set(folder "${M_IN}/${name}")
  endif()
  foreach(dependency IN LISTS M_DEPENDS)
    if(NOT TARGET pw_${dependency})
      message(FATAL_ERROR "core/${folder} depends on '${dependency}', which is not declared before it. "
                          "The order of pw_module calls is the direction of dependencies.")
    endif()
    list(APPEND targets pw_${dependency})
  endforeach()
  set(folders "${folder}")
  foreach(part IN LISTS M_PARTS)
    list(APPEND folders "${folder}/${part}")
  endforeach()
  set(sources "")
  foreach(each IN LISTS folders)
    file(GLOB found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${each}/*.cpp"
         "${CMAKE_CURRENT_SOURCE_DIR}/${each}/*.h" "${CMAKE_CURRENT_SOURCE_DIR}/${each}/*.qrc")
    list(APPEND sources ${found})
  endforeach()
  add_library(pw_${name} ${sources})
  set_target_properties(pw_${name} PROPERTIES LINKER_LANGUAGE CXX AUTOMOC ON AUTORCC ON DEFINE_SYMBOL "")
  pw_join_sources(pw_${name})
  target_include_directories(pw_${name} PUBLIC "${CMAKE_SOURCE_DIR}/core")
  target_link_libraries(pw_${name} PUBLIC Qt6::Core tl::expected ${targets} ${M_LINK})
  if(name STREQUAL "base")
    target_precompile_headers(pw_base PRIVATE "${CMAKE_SOURCE_DIR}/core/base/Precompiled.h")
  else()
    target_precompile_headers(pw_${name} REUSE_FROM pw_base)
  endif()
  list(JOIN folders "|" shown)
  file(WRITE "${CMAKE_BINARY_DIR}/layering/${name}.txt" "${shown}\n${M_PURE}\n${M_DEPENDS}\n")
endfunction()

# pw_test(folder/tst_Name.cpp [HEADER target] DEPENDS module…): one Qt Test program, run offscreen, named after its file.
# HEADER: the target whose precompiled header it is compiled with.
function(pw_test file)
  cmake_parse_arguments(T "" "HEADER" "DEPENDS;LINK;LABELS" ${ARGN})
  if(NOT T_HEADER)
    set(T_HEADER pw_test_support)
  endif()
  get_filename_component(name "${file}" NAME_WE)
  # Not AUTOMOC: it would compile a second, empty file for each of some two hundred programs. What moc looks for stands in
  # the one file itself, so it needs no include paths either.
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}/${name}.moc")
  add_custom_command(OUTPUT "${moc}" DEPENDS "${file}" VERBATIM
                     COMMAND Qt6::moc -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  add_executable(${name} "${file}" "${moc}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_BINARY_DIR}/moc/${name}")
  target_compile_definitions(${name} PRIVATE PRICEWRIGHT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                             PRICEWRIGHT_BINARY_DIR="${CMAKE_BINARY_DIR}")
  list(TRANSFORM T_DEPENDS PREPEND pw_)
  target_link_libraries(${name} PRIVATE Qt6::Test pw_test_support ${T_DEPENDS} ${T_LINK})
  target_precompile_headers(${name} REUSE_FROM ${T_HEADER})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8" TIMEOUT 300
                       LABELS "${T_LABELS}")
endfunction()
