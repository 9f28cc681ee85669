# SPDX-License-Identifier: Apache-2.0
# Tests of the collectors. They see the internal headers of auditor/collect.

function(sa_export_test name)
  sa_unit_test(export_${name} SOURCES unit/test_export_${name}.c unit/export_support.c
    LIBS sa_collect sa_facts sa_base PkgConfig::XML2 Threads::Threads LABELS ${ARGN})
  target_include_directories(test_export_${name} PRIVATE "${PROJECT_SOURCE_DIR}/auditor/collect"
    "${PROJECT_SOURCE_DIR}/tests/unit")
endfunction()

sa_export_test(normalise)
sa_export_test(xml)
sa_export_test(files)
sa_export_test(folder)
sa_export_test(collect)
sa_export_test(threads threads)

# Real data, where there is some (SYNCAUDIT_TEST_DATA).
sa_unit_test(export_contoso SOURCES recorded/test_export_contoso.c unit/export_support.c
  LIBS sa_collect sa_facts sa_base LABELS recorded)
target_include_directories(test_export_contoso PRIVATE "${PROJECT_SOURCE_DIR}/tests/unit")
target_compile_definitions(test_export_contoso PRIVATE
  "SYNCAUDIT_TEST_DATA=\"${SYNCAUDIT_TEST_DATA}\"")
set_tests_properties(unit/export_contoso PROPERTIES SKIP_RETURN_CODE 77)

sa_fuzz_target(export LIBS sa_collect sa_facts sa_base PkgConfig::XML2)
