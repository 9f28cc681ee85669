# SPDX-License-Identifier: Apache-2.0
# Reading checks: headers, folders, case files, the linter.
foreach(name IN ITEMS check_header catalogue case lint)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_checks)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/checks")
endforeach()
sa_fuzz_target(check_header LIBS sa_checks)
