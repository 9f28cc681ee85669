# SPDX-License-Identifier: Apache-2.0
# WS-Man and CIM. A list of answers stands where the network would be; time is the test's own.
function(sa_wsman_test name)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/wsman_script.c LIBS sa_cim sa_wsman sa_base PkgConfig::XML2
    LABELS ${ARGN})
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/wsman" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=wsman_pause,--wrap=sa_time_monotonic_ms)
endfunction()

foreach(name IN ITEMS wsman_read wsman_session wsman_enumerate wsman_shell wsman_operations wsman_trace cim_decode cim_query)
  sa_wsman_test(${name})
endforeach()

# Real servers, where there are recordings (SYNCAUDIT_TEST_DATA).
sa_unit_test(winrm_recorded SOURCES recorded/test_winrm.c LIBS sa_cim sa_wsman sa_base PkgConfig::XML2 LABELS recorded)
target_include_directories(test_winrm_recorded PRIVATE "${PROJECT_SOURCE_DIR}/transports/wsman" "${PROJECT_SOURCE_DIR}/tests/recorded")
target_compile_definitions(test_winrm_recorded PRIVATE "SYNCAUDIT_TEST_DATA=\"${SYNCAUDIT_TEST_DATA}\"")
set_tests_properties(unit/winrm_recorded PROPERTIES SKIP_RETURN_CODE 77)

foreach(name IN ITEMS wsman cim)
  sa_fuzz_target(${name} LIBS sa_cim sa_wsman sa_base PkgConfig::XML2)
endforeach()
