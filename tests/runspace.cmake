# SPDX-License-Identifier: Apache-2.0
# Runspaces, pipelines and powershell.exe. A list of messages stands where the server would be; time is the test's own.
foreach(name IN ITEMS psrp_runspace psrp_pipeline psrp_ways psrp_command)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/psrp_script.c unit/wsman_script.c
    LIBS sa_psrp sa_wsman sa_base PkgConfig::XML2)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=wsman_pause,--wrap=sa_time_monotonic_ms)
endforeach()

# Real servers, where there are recordings (SYNCAUDIT_TEST_DATA).
sa_unit_test(psrp_recorded SOURCES recorded/test_psrp.c LIBS sa_psrp sa_wsman sa_base PkgConfig::XML2 LABELS recorded)
target_include_directories(test_psrp_recorded PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp" "${PROJECT_SOURCE_DIR}/tests/recorded")
target_compile_definitions(test_psrp_recorded PRIVATE "SYNCAUDIT_TEST_DATA=\"${SYNCAUDIT_TEST_DATA}\"")
target_link_options(test_psrp_recorded PRIVATE -Wl,--wrap=psrp_guid_new)
set_tests_properties(unit/psrp_recorded PROPERTIES SKIP_RETURN_CODE 77)

sa_fuzz_target(runspace LIBS sa_psrp sa_wsman sa_base PkgConfig::XML2)
target_include_directories(fuzz_runspace PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp")
target_link_options(fuzz_runspace PRIVATE -Wl,--wrap=wsman_pause)
