# SPDX-License-Identifier: Apache-2.0
# Registry of a host, and the facts that come from it. unit/registry_fake.c stands where the network would be.
sa_unit_test(registry_parse SOURCES unit/test_registry_parse.c unit/registry_fake.c LIBS sa_cim sa_base)
sa_unit_test(registry_read SOURCES unit/test_registry_read.c unit/registry_fake.c LIBS sa_cim sa_base)
foreach(name IN ITEMS registry_parse registry_read)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/cim"
    "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=sa_cim_invoke,--wrap=sa_wsman_command)
endforeach()

sa_fuzz_target(registry LIBS sa_cim sa_base)
