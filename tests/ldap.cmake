# SPDX-License-Identifier: Apache-2.0
add_executable(ldap_probe lab/ldap_probe.c)
target_link_libraries(ldap_probe PRIVATE sa_directory sa_options)
