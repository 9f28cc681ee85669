# SPDX-License-Identifier: Apache-2.0
# What is read out of a directory without asking one.
foreach(name IN ITEMS secdesc)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_directory)
endforeach()
