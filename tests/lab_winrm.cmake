# SPDX-License-Identifier: Apache-2.0
# The WinRM servers of the lab (docs/internals/lab-winrm.md), seen by clients that are not ours.
set(lab_winrm "${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm")

sa_lab_test(winrm/clients SCENARIO clean AS auditor auditor@TAILSPIN.EXAMPLE SECOND
  ENVIRONMENT "LAB_WINRM=${lab_winrm}/fleets/protocol.yaml"
  COMMAND /usr/bin/python3 "${lab_winrm}/test_clients.py")

# Envelopes beside recordings of Windows servers, where there are any, and what needs no network.
add_test(NAME unit/lab_winrm_soap COMMAND /usr/bin/python3 "${lab_winrm}/test_soap.py" "${SYNCAUDIT_TEST_DATA}")
set_tests_properties(unit/lab_winrm_soap PROPERTIES LABELS unit TIMEOUT 60)

# PowerShell Remoting, without a network: messages beside recordings, a client of the tests' own; and the sync engines
# behind it (hosts/*.yaml).
add_test(NAME unit/lab_psrp_messages COMMAND /usr/bin/python3 "${lab_winrm}/test_psrp.py" "${SYNCAUDIT_TEST_DATA}")
add_test(NAME unit/lab_psrp_engine COMMAND /usr/bin/python3 "${lab_winrm}/test_engine.py")
set_tests_properties(unit/lab_psrp_messages unit/lab_psrp_engine PROPERTIES LABELS unit TIMEOUT 120 SKIP_RETURN_CODE 77)

# From the servers' Windows and sync engines to findings. Not with sanitizers: many servers at once, or with little time
# each, are then more than two processors do; lab/host, lab/winrm and the unit tests of hostile servers are.
if(TARGET syncaudit AND NOT SYNCAUDIT_SANITIZE)
  sa_lab_test(findings/hosts SCENARIO clean AS auditor auditor@TAILSPIN.EXAMPLE SECOND TIMEOUT 300
    ENVIRONMENT "LAB_WINRM=${lab_winrm}/fleets/lab.yaml"
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/host_findings.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")

  # Sync engines in trouble, and servers that do wrong to a client of PowerShell Remoting.
  sa_lab_test(engine SCENARIO clean AS auditor TIMEOUT 240
    ENVIRONMENT "LAB_WINRM=${lab_winrm}/fleets/engine.yaml"
    COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_engine.sh" $<TARGET_FILE:syncaudit>)
  sa_lab_test(engine_hostile SCENARIO clean AS auditor TIMEOUT 240
    ENVIRONMENT "LAB_WINRM=${lab_winrm}/fleets/hostile.yaml"
    COMMAND /usr/bin/python3 "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_engine_hostile.py" $<TARGET_FILE:syncaudit>)
  # Their servers have little time each, so nothing else runs beside them.
  set_tests_properties(lab/engine lab/engine_hostile PROPERTIES RUN_SERIAL ON)
endif()
