# SPDX-License-Identifier: Apache-2.0
# Tests of the host collector. A server in memory answers envelopes; the registry part has tests of its own.
foreach(name IN ITEMS host_typical host_trouble host_values host_connect)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/host_fake.c
    LIBS sa_collect sa_facts sa_cim sa_wsman sa_base PkgConfig::SQLITE3)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=host_collect_registry)
endforeach()
target_link_options(test_host_connect PRIVATE
  -Wl,--wrap=sa_http_open,--wrap=sa_http_close,--wrap=sa_http_info,--wrap=sa_http_exchange)
