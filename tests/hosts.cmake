# SPDX-License-Identifier: Apache-2.0
# Many Windows servers in one run.
sa_unit_test(turn SOURCES unit/test_turn.c LIBS sa_facts Threads::Threads LABELS threads)

if(COMMAND sa_lab_test AND TARGET syncaudit)
  sa_lab_test(many_hosts AS auditor TIMEOUT 300
    ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/many.yaml"
    COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/many_hosts.sh" $<TARGET_FILE:syncaudit>)
endif()
