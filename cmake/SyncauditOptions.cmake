# SPDX-License-Identifier: Apache-2.0
# One interface target carries the language level, warnings, hardening and banned functions of our
# own code. CMAKE_C_FLAGS stays the user's.
add_library(sa_options INTERFACE)
target_compile_features(sa_options INTERFACE c_std_17)
target_compile_definitions(sa_options INTERFACE _GNU_SOURCE)
target_include_directories(sa_options INTERFACE "${PROJECT_SOURCE_DIR}/include")
target_compile_options(sa_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
  -Wformat=2 -Wundef -Wvla -Wcast-qual -Wconversion -Wno-sign-conversion -Wnull-dereference
  $<$<C_COMPILER_ID:GNU>:-Wlogical-op -Wduplicated-cond -Wduplicated-branches>
  -fno-common -fstack-protector-strong -fstack-clash-protection -fvisibility=hidden
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
  "SHELL:-include ${PROJECT_SOURCE_DIR}/include/syncaudit/banned.h")
target_link_options(sa_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed)

set(SYNCAUDIT_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined")
option(SYNCAUDIT_HARDEN "Hardening that costs debugging comfort: fortified libc calls, PIE" OFF)
if(SYNCAUDIT_HARDEN)
  target_compile_options(sa_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
    $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection=full>)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES C)
endif()
if(SYNCAUDIT_SANITIZE)
  add_compile_options(-fsanitize=${SYNCAUDIT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SYNCAUDIT_SANITIZE})
  # Arena objects become single allocations, so that the sanitizers see the end of each of them.
  add_compile_definitions(SYNCAUDIT_DEBUG_ARENA)
endif()
option(SYNCAUDIT_COVERAGE "Instrument for line coverage (gcc)" OFF)
if(SYNCAUDIT_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()
