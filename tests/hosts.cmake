# SPDX-License-Identifier: Apache-2.0
# Many Windows servers in one run.
sa_unit_test(snapshot_threads SOURCES unit/test_snapshot_threads.c LIBS sa_facts Threads::Threads LABELS threads)

# Not with sanitizers: forty servers at once are then more work than two processors do in the time for one of them.
if(COMMAND sa_lab_test AND TARGET syncaudit AND NOT SYNCAUDIT_SANITIZE)
  sa_lab_test(many_hosts AS auditor TIMEOUT 300
    ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/many.yaml" HOST_TIMEOUT=40
    COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/many_hosts.sh" $<TARGET_FILE:syncaudit>)
endif()
