# SPDX-License-Identifier: Apache-2.0
# Runspaces, pipelines and powershell.exe. A list of messages stands where the server would be; time is the test's own.
# Until the table of operations is there, the tests bring one.
set(table "")
if(NOT EXISTS "${PROJECT_SOURCE_DIR}/transports/psrp/operations.c")
  set(table unit/psrp_table.c)
endif()
foreach(name IN ITEMS psrp_runspace psrp_pipeline psrp_ways psrp_command)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/psrp_script.c unit/wsman_script.c ${table}
    LIBS sa_psrp sa_wsman sa_base PkgConfig::XML2)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=wsman_pause,--wrap=sa_time_monotonic_ms)
endforeach()

