# SPDX-License-Identifier: Apache-2.0
sa_unit_test(parity SOURCES unit/test_parity.c LIBS sa_checks sa_collect sa_facts)
target_compile_definitions(test_parity PRIVATE EXAMPLE_EXPORT="${PROJECT_SOURCE_DIR}/examples/exports/fabrikam-active")
sa_unit_test(baseline SOURCES unit/test_baseline.c LIBS sa_checks sa_collect sa_facts)
target_compile_definitions(test_baseline PRIVATE EXAMPLE_EXPORT="${PROJECT_SOURCE_DIR}/examples/exports/fabrikam-active")
