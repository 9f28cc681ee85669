# SPDX-License-Identifier: Apache-2.0
sa_unit_test(snapshot SOURCES unit/test_snapshot.c LIBS sa_facts)

add_executable(crash_writer crash/writer.c)
target_link_libraries(crash_writer PRIVATE sa_facts sa_options)
add_executable(crash_kill_loop crash/kill_loop.c)
target_link_libraries(crash_kill_loop PRIVATE sa_facts sa_options)
add_test(NAME crash/kill_loop
  COMMAND crash_kill_loop $<TARGET_FILE:crash_writer> "${CMAKE_CURRENT_BINARY_DIR}/kill_loop.sqlite" 220)
set_tests_properties(crash/kill_loop PROPERTIES LABELS crash TIMEOUT 180)

# The collectors of forests and hosts are stand-ins here, linked before the real ones.
foreach(name IN ITEMS run run_forest run_host)
  sa_unit_test(${name} SOURCES unit/test_${name}.c support/fake_forest.c support/fake_host.c LIBS sa_run LABELS threads)
  target_compile_definitions(test_${name} PRIVATE EXPORTS="${PROJECT_SOURCE_DIR}/examples/exports")
endforeach()
