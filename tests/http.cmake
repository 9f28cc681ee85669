# SPDX-License-Identifier: Apache-2.0
# HTTP with the seal of a logon, and what it is made of.
add_executable(winrm_probe lab/winrm_probe.c)
target_link_libraries(winrm_probe PRIVATE sa_http sa_options)

set(http_environment "SLACK=1")
if(SYNCAUDIT_SANITIZE)
  set(http_environment "SLACK=3")
endif()
if(COMMAND sa_lab_test)
  foreach(part IN ITEMS logon faults ways wire)
    sa_lab_test(winrm/${part} AS auditor TIMEOUT 300
      ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/protocol.yaml" ${http_environment}
      COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_winrm_${part}.sh" $<TARGET_FILE:winrm_probe>)
  endforeach()
endif()

foreach(name IN ITEMS http_challenge http_sealed http_options)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_http)
endforeach()
sa_unit_test(gss_spnego SOURCES unit/test_gss_spnego.c LIBS sa_gss)
sa_unit_test(gss_password SOURCES unit/test_gss_password.c LIBS sa_gss)
foreach(name IN ITEMS http_challenge http_sealed)
  sa_fuzz_target(${name} LIBS sa_http)
endforeach()

sa_unit_test(http_exchange SOURCES unit/test_http_exchange.c support/https_server.c LABELS threads
  LIBS sa_http ssl PkgConfig::CRYPTO Threads::Threads)
