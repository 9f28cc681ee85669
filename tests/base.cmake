# SPDX-License-Identifier: Apache-2.0
find_package(Threads REQUIRED)

foreach(name IN ITEMS arena base64 buf datetime digest error secret text)
  sa_unit_test(${name} SOURCES unit/test_${name}.c LIBS sa_base)
endforeach()
sa_unit_test(fold SOURCES unit/test_fold.c LIBS sa_base PkgConfig::UTF8PROC)
sa_unit_test(log SOURCES unit/test_log.c LIBS sa_base Threads::Threads LABELS threads)

# Calls that these tests make fail or watch.
target_link_options(test_arena PRIVATE -Wl,--wrap=calloc)
target_link_options(test_buf PRIVATE -Wl,--wrap=calloc,--wrap=realloc)
target_link_options(test_digest PRIVATE -Wl,--wrap=EVP_Digest)
target_link_options(test_fold PRIVATE -Wl,--wrap=utf8proc_map)
target_link_options(test_log PRIVATE -Wl,--wrap=write)
target_link_options(test_secret PRIVATE -Wl,--wrap=mlock,--wrap=mmap,--wrap=munmap)

add_test(NAME lint/banned
  COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lint/banned.sh"
    "${PROJECT_SOURCE_DIR}" "${CMAKE_C_COMPILER}")
add_test(NAME lint/headers
  COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lint/headers.sh"
    "${PROJECT_SOURCE_DIR}" "${CMAKE_C_COMPILER}")
set_tests_properties(lint/banned lint/headers PROPERTIES LABELS lint TIMEOUT 120)
