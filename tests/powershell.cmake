# SPDX-License-Identifier: Apache-2.0
# What is asked through PowerShell: the scripts, and the collector of the sync engine with PowerShell in memory.
sa_unit_test(psrp_scripts SOURCES unit/test_psrp_scripts.c LIBS sa_psrp sa_base)
target_include_directories(test_psrp_scripts PRIVATE "${PROJECT_SOURCE_DIR}")

foreach(name IN ITEMS engine_typical engine_trouble engine_hostile engine_configuration)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/engine_fake.c unit/host_fake.c unit/host_ask.c
    LIBS sa_collect sa_facts sa_cim sa_wsman sa_base PkgConfig::SQLITE3 PkgConfig::ZLIB)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=host_collect_registry
    -Wl,--wrap=sa_psrp_open,--wrap=sa_psrp_run,--wrap=sa_psrp_close,--wrap=sa_psrp_info)
endforeach()
