# SPDX-License-Identifier: Apache-2.0
# Tests of the host collector. A server in memory answers envelopes; the registry part has tests of its own.
foreach(name IN ITEMS host_typical host_trouble host_values host_connect)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/host_fake.c unit/host_ask.c
    LIBS sa_collect sa_facts sa_cim sa_wsman sa_base PkgConfig::SQLITE3)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=host_collect_registry)
endforeach()
target_link_options(test_host_connect PRIVATE
  -Wl,--wrap=sa_http_open,--wrap=sa_http_close,--wrap=sa_http_info,--wrap=sa_http_exchange,--wrap=sa_http_exchange_closing)

add_executable(collect_host lab/collect_host.c)
target_link_libraries(collect_host PRIVATE sa_collect sa_facts sa_http sa_wsman sa_cim sa_base PkgConfig::SQLITE3 sa_options)

# Against the lab's three servers.
set(host_fleet "${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/lab.yaml")
sa_lab_test(host SCENARIO clean AS auditor auditor@TAILSPIN.EXAMPLE SECOND
  ENVIRONMENT "LAB_WINRM=${host_fleet}"
  COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_host.sh" $<TARGET_FILE:collect_host>)
