# SPDX-License-Identifier: Apache-2.0
foreach(name IN ITEMS ldap_error ldap_ping ldap_values)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_directory PkgConfig::LDAP PkgConfig::KRB5)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/transports/directory")
endforeach()
sa_unit_test(ldap_threads SOURCES unit/test_ldap_threads.c LIBS sa_directory Threads::Threads LABELS threads)

# What tests in shell speak LDAP with.
add_executable(ldap_probe lab/ldap_probe.c)
target_link_libraries(ldap_probe PRIVATE sa_directory sa_options)

# A clock that is wrong.
add_library(shift_clock MODULE lab/shift_clock.c)
target_compile_options(shift_clock PRIVATE -fno-sanitize=all)
target_link_options(shift_clock PRIVATE -fno-sanitize=all)

# Sanitizers make programs start slowly; the deadlines that are tested stay the same. gss-ntlmssp never frees some
# memory of its own; without frame pointers only the slow unwinder sees that it is its.
set(ldap_environment "SLACK=1")
if(SYNCAUDIT_SANITIZE)
  set(ldap_environment "SLACK=3"
    "LSAN_OPTIONS=suppressions=${CMAKE_CURRENT_SOURCE_DIR}/lab/lsan.supp:print_suppressions=0"
    "ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1:fast_unwind_on_malloc=0")
endif()
set_tests_properties(unit/ldap_threads PROPERTIES ENVIRONMENT "${ldap_environment}")

add_test(NAME ldap/hostile
  COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_ldap_hostile.sh" $<TARGET_FILE:ldap_probe>)
set_tests_properties(ldap/hostile PROPERTIES LABELS "hostile" TIMEOUT 600 SKIP_RETURN_CODE 77
  ENVIRONMENT "${ldap_environment}")

if(COMMAND sa_lab_test)
  sa_lab_test(ldap/bind AS auditor TIMEOUT 300 ENVIRONMENT "LAB_STRONG=allow_sasl_over_tls" ${ldap_environment}
    COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_ldap_bind.sh" $<TARGET_FILE:ldap_probe>
    $<TARGET_FILE:shift_clock>)
  sa_lab_test(ldap/lockout TIMEOUT 120 ENVIRONMENT "LAB_STRONG=allow_sasl_over_tls" ${ldap_environment}
    COMMAND bash "${CMAKE_CURRENT_SOURCE_DIR}/lab/test_lockout.sh" $<TARGET_FILE:ldap_probe> $<TARGET_FILE:syncaudit>)
endif()

sa_fuzz_target(ldap_values LIBS sa_directory PkgConfig::LDAP PkgConfig::KRB5)
target_include_directories(fuzz_ldap_values PRIVATE "${PROJECT_SOURCE_DIR}/transports/directory")
