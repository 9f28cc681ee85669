# SPDX-License-Identifier: Apache-2.0
sa_unit_test(yaml SOURCES unit/test_yaml.c LIBS sa_yaml)
sa_fuzz_target(yaml LIBS sa_yaml)
