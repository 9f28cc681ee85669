# SPDX-License-Identifier: Apache-2.0
# Tests of sources ad_forest and ad_account. A forest in memory stands where the network would be.
add_executable(collect_forest lab/collect_forest.c)
target_link_libraries(collect_forest PRIVATE sa_collect sa_facts sa_directory sa_base sa_options)

foreach(name IN ITEMS forest_account forest_account_hostile forest_account_discover)
  sa_unit_test(${name} SOURCES unit/test_${name}.c unit/forest_fake.c
    LIBS sa_collect sa_facts sa_directory sa_base)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/unit")
  target_link_options(test_${name} PRIVATE
    -Wl,--wrap=sa_ldap_open,--wrap=sa_ldap_close,--wrap=sa_ldap_info,--wrap=sa_ldap_search,--wrap=sa_ldap_read)
endforeach()

# Against a real domain controller.
foreach(scenario IN ITEMS clean over)
  sa_lab_test(forest/${scenario} SCENARIO ${scenario} AS auditor
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_forest.sh" $<TARGET_FILE:collect_forest> ${scenario})
endforeach()
