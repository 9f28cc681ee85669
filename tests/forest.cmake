# SPDX-License-Identifier: Apache-2.0
# Tests of sources ad_forest and ad_account.
add_executable(collect_forest lab/collect_forest.c)
target_link_libraries(collect_forest PRIVATE sa_collect sa_facts sa_directory sa_base sa_options)
