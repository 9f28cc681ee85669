# SPDX-License-Identifier: Apache-2.0
# Tests against a real directory: tests/lab, docs/internals/lab.md. The forest is made once (fixture `lab`, kept for
# half a day and shared by all presets); each test gets a copy in a folder of its own and may write to it.
if(CMAKE_BINARY_DIR MATCHES "^${PROJECT_SOURCE_DIR}/build/")
  set(lab_store "${PROJECT_SOURCE_DIR}/build/lab-store")
else()
  set(lab_store "${CMAKE_BINARY_DIR}/lab-store")
endif()
set(SYNCAUDIT_LAB_STORE "${lab_store}" CACHE PATH "Folder with the snapshots of the lab")

# What every test of the lab has in its environment, besides what lab.sh sets. gss-ntlmssp never frees some of its
# own; without frame pointers its frames are only recognised by the slow unwinder.
set(lab_environment "LAB_STORE=${SYNCAUDIT_LAB_STORE}"
  "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lab/lsan.supp:print_suppressions=0")
if(SYNCAUDIT_SANITIZE MATCHES "address")
  list(APPEND lab_environment
    "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1:fast_unwind_on_malloc=0")
endif()

add_test(NAME lab/fresh COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/lab/lab.sh" ensure)
set_tests_properties(lab/fresh PROPERTIES FIXTURES_SETUP lab LABELS lab TIMEOUT 600 SKIP_RETURN_CODE 77
  ENVIRONMENT "${lab_environment};LAB=${CMAKE_BINARY_DIR}/lab/fresh")

# sa_lab_test(<name> [SCENARIO clean|over] COMMAND ... [AS account...] [SECOND] [TIMEOUT s] [LABELS ...]
#             [ENVIRONMENT NAME=value...])
# runs the command as test lab/<name> beside a running domain controller. AS: accounts it has Kerberos tickets for,
# the first by default (auditor; auditor@TAILSPIN.EXAMPLE of the second forest, which SECOND starts). The variables
# that the command finds are listed in docs/internals/lab.md.
function(sa_lab_test name)
  cmake_parse_arguments(T "SECOND" "SCENARIO;TIMEOUT" "COMMAND;AS;LABELS;ENVIRONMENT" ${ARGN})
  if(NOT T_SCENARIO)
    set(T_SCENARIO clean)
  endif()
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  if(T_SECOND)
    set(second 1)
  else()
    set(second 0)
  endif()
  string(REPLACE ";" " " as "${T_AS}")
  string(REPLACE "/" "-" folder "${name}")
  add_test(NAME lab/${name} COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/lab/lab.sh" test ${T_SCENARIO} ${T_COMMAND}
    WORKING_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}")
  set_tests_properties(lab/${name} PROPERTIES FIXTURES_REQUIRED lab LABELS "lab;${T_LABELS}" TIMEOUT ${T_TIMEOUT}
    SKIP_RETURN_CODE 77
    ENVIRONMENT "${lab_environment};LAB=${CMAKE_BINARY_DIR}/lab/${folder};LAB_SECOND=${second};LAB_AS=${as};${T_ENVIRONMENT}")
endfunction()

sa_lab_test(self/clean SCENARIO clean AS auditor auditor@TAILSPIN.EXAMPLE SECOND
  COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/self_test.sh" clean)
sa_lab_test(self/over SCENARIO over AS auditor COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/self_test.sh" over)

# The whole way, from the directory to findings.
if(TARGET syncaudit AND EXISTS "${PROJECT_SOURCE_DIR}/checks/catalogue/accounts/ACC-001.sql")
  foreach(scenario IN ITEMS clean over)
    sa_lab_test(findings/${scenario} SCENARIO ${scenario} AS auditor TIMEOUT 180
      COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/findings.sh" ${scenario} $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")
  endforeach()
endif()

# What the product makes of descriptors, beside what the domain controller says of them itself: every object of the
# forest and 500 random descriptors, asked as seven accounts. The seed is printed.
if(TARGET effective_rights)
  sa_lab_test(effective_rights SCENARIO clean TIMEOUT 600
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/effective_rights.sh" $<TARGET_FILE:effective_rights>)
endif()

# Several forests in one run.
if(TARGET syncaudit)
  sa_lab_test(two_forests SCENARIO clean AS auditor auditor@TAILSPIN.EXAMPLE SECOND
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/two_forests.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")
endif()

include(lab_winrm.cmake)
