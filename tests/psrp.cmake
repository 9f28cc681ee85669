# SPDX-License-Identifier: Apache-2.0
# CLIXML, and messages of PowerShell Remoting with their fragments.
function(sa_psrp_test name)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_psrp sa_base LABELS ${ARGN})
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp" "${PROJECT_SOURCE_DIR}/tests/unit")
endfunction()

foreach(name IN ITEMS clixml_value clixml_object clixml_hostile clixml_write psrp_message)
  sa_psrp_test(${name})
endforeach()
set_tests_properties(unit/clixml_hostile PROPERTIES TIMEOUT 300)

# Real servers, where there are recordings (SYNCAUDIT_TEST_DATA).
sa_unit_test(clixml_recorded SOURCES recorded/test_clixml.c LIBS sa_psrp sa_xml sa_base PkgConfig::XML2 LABELS recorded)
target_include_directories(test_clixml_recorded PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp" "${PROJECT_SOURCE_DIR}/tests/recorded")
target_compile_definitions(test_clixml_recorded PRIVATE "SYNCAUDIT_TEST_DATA=\"${SYNCAUDIT_TEST_DATA}\"")
set_tests_properties(unit/clixml_recorded PROPERTIES SKIP_RETURN_CODE 77)

foreach(name IN ITEMS clixml psrp)
  sa_fuzz_target(${name} LIBS sa_psrp sa_base)
  target_include_directories(fuzz_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/psrp")
endforeach()
