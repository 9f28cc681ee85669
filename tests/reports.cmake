# SPDX-License-Identifier: Apache-2.0
# Evaluations made by hand, with stand-ins for what reports call in sa_checks: complete, and linked
# first, so that the linker takes nothing from there.
add_library(sample_evaluation OBJECT
  support/sample_catalogue.c support/sample_engine.c support/sample_evaluation.c support/sample_forest.c
  support/sample_hostile.c support/report_check.c)
target_include_directories(sample_evaluation PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(sample_evaluation PUBLIC sa_options PkgConfig::XML2 PkgConfig::SQLITE3)
set(report_libs sample_evaluation sa_reports sa_base PkgConfig::XML2 PkgConfig::SQLITE3)

foreach(name IN ITEMS escape html csv json)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS ${report_libs})
endforeach()
target_link_libraries(test_html PRIVATE m)

sa_fuzz_target(report LIBS ${report_libs})

add_executable(sample_report browser/sample_report.c)
target_link_libraries(sample_report PRIVATE ${report_libs})
add_test(NAME browser/html
  COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/browser/browser.sh" $<TARGET_FILE:sample_report>)
add_test(NAME browser/json-schema
  COMMAND "${CMAKE_CURRENT_SOURCE_DIR}/browser/schema.sh" $<TARGET_FILE:sample_report>
          "${PROJECT_SOURCE_DIR}/reports/schema/report.schema.json")
set_tests_properties(browser/html browser/json-schema PROPERTIES
  LABELS browser SKIP_RETURN_CODE 77 TIMEOUT 300)
