# SPDX-License-Identifier: Apache-2.0
# Registry of a host, and the facts that come from it. unit/registry_fake.c stands where the network would be.
sa_unit_test(registry_parse SOURCES unit/test_registry_parse.c LIBS sa_cim sa_base)
sa_unit_test(registry_read SOURCES unit/test_registry_read.c unit/registry_fake.c LIBS sa_cim sa_wsman sa_base)
sa_unit_test(firewall_rule SOURCES unit/test_firewall_rule.c LIBS sa_collect sa_base)
sa_unit_test(host_registry SOURCES unit/test_host_registry.c unit/registry_fake.c
  LIBS sa_collect sa_facts sa_cim sa_wsman sa_base PkgConfig::CRYPTO)
foreach(name IN ITEMS registry_read host_registry)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/cim"
    "${PROJECT_SOURCE_DIR}/transports/wsman" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=sa_cim_invoke,--wrap=sa_wsman_commands)
endforeach()
foreach(name IN ITEMS firewall_rule host_registry)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/auditor/collect")
endforeach()
target_link_options(test_host_registry PRIVATE -Wl,--wrap=host_finish)

sa_fuzz_target(registry LIBS sa_cim sa_base)
foreach(name IN ITEMS firewall_rule certificate)
  sa_fuzz_target(${name} LIBS sa_collect sa_base)
  target_include_directories(fuzz_${name} PRIVATE "${PROJECT_SOURCE_DIR}/auditor/collect")
endforeach()
