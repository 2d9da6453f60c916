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
      "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime"
      # Relative to the checkout, so that another one finds what was compiled here.
      "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 ${PRICEWRIGHT_CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                      "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
find_program(PRICEWRIGHT_MOLD mold)
if(PRICEWRIGHT_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13
   AND CMAKE_BUILD_TYPE STREQUAL "Release")
  # At -O2 it takes every std::string + "…" for an overflow.
  add_compile_options(-Wno-array-bounds -Wno-stringop-overflow)
endif()
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

# pw_tests(name FILES folder/tst_Name.cpp… [HEADER target] [RUNS target] DEPENDS module…): one Qt Test program for each file, run
# offscreen and named after it. Where PRICEWRIGHT_JOIN_TESTS says so, several files become one program, which runs the one
# that its first argument names: half of a whole build went into reading the same headers for two hundred tests.
# HEADER: the target whose precompiled header they are compiled with; RUNS: a program that they start.
function(pw_tests name)
  cmake_parse_arguments(T "" "HEADER;RUNS" "FILES;DEPENDS;LINK;LABELS" ${ARGN})
  if(NOT T_HEADER)
    set(T_HEADER pw_test_support)
  endif()
  set(joined "")
  foreach(file IN LISTS T_FILES)
    # What specializes a template of others or has a main() of its own cannot stand in a namespace.
    file(STRINGS "${file}" alone REGEX "^(template ?<>|Q_DECLARE_METATYPE|namespace [a-z]|int main)" LIMIT_COUNT 1)
    if(alone OR PRICEWRIGHT_JOIN_TESTS LESS 2)
      get_filename_component(program "${file}" NAME_WE)
      pw_test_program(${program} "${file}" "${file}")
    else()
      list(APPEND joined "${file}")
    endif()
  endforeach()
  list(LENGTH joined left)
  set(number 0)
  while(left GREATER 0)
    math(EXPR first "${number} * ${PRICEWRIGHT_JOIN_TESTS}")
    list(SUBLIST joined ${first} ${PRICEWRIGHT_JOIN_TESTS} files)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/joined/${name}_${number}.cpp")
    pw_write_joined_tests("${source}" "${files}")
    pw_test_program(tests_${name}_${number} "${source}" "${files}")
    # Not the file that the compiler was given, so it takes names in unnamed namespaces for everybody's.
    target_compile_options(tests_${name}_${number} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    math(EXPR number "${number} + 1")
    math(EXPR left "${left} - ${PRICEWRIGHT_JOIN_TESTS}")
  endwhile()
endfunction()

# Writes a source that is all of the files, each in a namespace of its own; what they include is read before, outside.
function(pw_write_joined_tests source files)
  set(includes "")
  set(bodies "")
  foreach(file IN LISTS files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    get_filename_component(test "${file}" NAME_WE)
    get_filename_component(folder "${file}" DIRECTORY)
    file(STRINGS "${file}" lines REGEX "^ *#(include [<\"].*[>\"]|if|else|endif)")
    list(FILTER lines EXCLUDE REGEX "\\.moc\"")
    list(TRANSFORM lines REPLACE "include \"([A-Za-z]+\\.h)\"" "include \"${folder}/\\1\"") # one that lies beside it
    list(APPEND includes ${lines})
    string(APPEND bodies "#define PRICEWRIGHT_JOINED_TEST \"${test}\"\nnamespace joined_${test} {\n#include \"${file}\"\n}\n"
                         "#undef PRICEWRIGHT_JOINED_TEST\n")
  endforeach()
  list(JOIN includes "\n" includes)
  file(CONFIGURE OUTPUT "${source}" CONTENT "${includes}\n#include \"support/JoinedTests.h\"\n${bodies}" @ONLY)
endfunction()

# The program with its tests; to be called by pw_tests, whose arguments it reads.
function(pw_test_program program source files)
  # Not AUTOMOC: it would compile a second, empty file for each of some two hundred programs. What moc looks for stands in
  # the one file itself, so it needs no include paths either.
  set(mocs "")
  foreach(file IN LISTS files)
    get_filename_component(test "${file}" NAME_WE)
    set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${program}/${test}.moc")
    add_custom_command(OUTPUT "${moc}" DEPENDS "${file}" VERBATIM
                       COMMAND Qt6::moc -o "${moc}" "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    list(APPEND mocs "${moc}")
  endforeach()
  add_executable(${program} "${source}" ${mocs})
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_include_directories(${program} PRIVATE "${CMAKE_SOURCE_DIR}/tests" "${CMAKE_CURRENT_BINARY_DIR}/moc/${program}")
  list(TRANSFORM T_DEPENDS PREPEND pw_)
  target_link_libraries(${program} PRIVATE Qt6::Test pw_test_support ${T_DEPENDS} ${T_LINK})
  target_precompile_headers(${program} REUSE_FROM ${T_HEADER})
  if(T_RUNS AND TARGET ${T_RUNS})
    add_dependencies(${program} ${T_RUNS})
  endif()
  foreach(file IN LISTS files)
    get_filename_component(test "${file}" NAME_WE)
    if(test STREQUAL program)
      add_test(NAME ${test} COMMAND ${program})
    else()
      add_test(NAME ${test} COMMAND ${program} ${test})
    endif()
    set_tests_properties(${test} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8" TIMEOUT 300
                         LABELS "${T_LABELS}")
  endforeach()
endfunction()
