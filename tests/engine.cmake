# SPDX-License-Identifier: Apache-2.0
# The engine that evaluates checks.
foreach(name sandbox evaluate evaluation evaluate_engine evaluate_forest score readiness knowledge)
  sa_unit_test(${name} SOURCES unit/test_${name}.c support/engine_fixture.c LIBS sa_checks)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/checks")
endforeach()
sa_unit_test(address SOURCES unit/test_address.c LIBS sa_checks)
target_include_directories(test_address PRIVATE "${PROJECT_SOURCE_DIR}/checks")
