# SPDX-License-Identifier: Apache-2.0
# What is read out of a directory without asking one.
foreach(name IN ITEMS sid secdesc access)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_directory)
endforeach()
foreach(name IN ITEMS secdesc sid dn advalue)
  sa_fuzz_target(${name} LIBS sa_directory)
endforeach()

# Run by the lab, after lab/effective_rights.py has asked a domain controller.
add_executable(effective_rights lab/effective_rights.c)
target_link_libraries(effective_rights PRIVATE sa_directory sa_options)
