# SPDX-License-Identifier: Apache-2.0
# HTTP with the seal of a logon, and what it is made of.
add_executable(winrm_probe lab/winrm_probe.c)
target_link_libraries(winrm_probe PRIVATE sa_http sa_options)

set(http_environment "SLACK=1")
if(SYNCAUDIT_SANITIZE)
  set(http_environment "SLACK=3")
endif()
if(COMMAND sa_lab_test)
  foreach(part IN ITEMS logon faults wire)
    sa_lab_test(winrm/${part} AS auditor TIMEOUT 300
      ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/protocol.yaml" ${http_environment}
      COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_winrm_${part}.sh" $<TARGET_FILE:winrm_probe>)
  endforeach()
endif()
