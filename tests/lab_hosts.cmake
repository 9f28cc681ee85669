# SPDX-License-Identifier: Apache-2.0
# The lab's Windows servers (tests/lab/winrm/hosts): their model and their descriptions, without a lab or a network.
# Without python3-yaml the test is skipped.
if(EXISTS /usr/bin/python3)
  add_test(NAME unit/lab_hosts COMMAND /usr/bin/python3 "${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/test_hosts.py")
  set_tests_properties(unit/lab_hosts PROPERTIES LABELS unit TIMEOUT 120 SKIP_RETURN_CODE 77
    ENVIRONMENT "SYNCAUDIT_TEST_DATA=${SYNCAUDIT_TEST_DATA}")
endif()
