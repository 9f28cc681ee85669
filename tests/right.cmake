# SPDX-License-Identifier: Apache-2.0
# Tests of source ad_right. A small directory stands where the network would be: the transport's searches
# are the tests' own.
sa_unit_test(forest_right SOURCES unit/test_forest_right.c unit/forest_right_support.c
  LIBS sa_collect sa_facts sa_directory sa_base)
sa_unit_test(forest_right_hostile
  SOURCES unit/test_forest_right_hostile.c unit/forest_right_support.c
  LIBS sa_collect sa_facts sa_directory sa_base)
foreach(name IN ITEMS forest_right forest_right_hostile)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/auditor/collect"
    "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE -Wl,--wrap=sa_ldap_search,--wrap=sa_ldap_read)
endforeach()

sa_fuzz_target(gplink LIBS sa_collect sa_facts sa_directory sa_base)
target_include_directories(fuzz_gplink PRIVATE "${PROJECT_SOURCE_DIR}/auditor/collect")
