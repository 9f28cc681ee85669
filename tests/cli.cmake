# SPDX-License-Identifier: Apache-2.0
# The program as a whole, as its users meet it; and what the sources look like.
function(sa_cli_test name timeout)
  add_test(NAME cli/${name}
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/cli/${name}.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}" ${ARGN})
  set_tests_properties(cli/${name} PROPERTIES LABELS "cli" TIMEOUT ${timeout} SKIP_RETURN_CODE 77)
endfunction()

sa_cli_test(audit 180)
sa_cli_test(errors 180)
sa_cli_test(interrupt 180)
sa_cli_test(forest 180)
sa_cli_test(plan 60)
sa_cli_test(jea 60)
sa_cli_test(full_disk 60)
sa_cli_test(recorded 120 "${SYNCAUDIT_TEST_DATA}")
set_tests_properties(cli/recorded PROPERTIES LABELS "cli;recorded")

if(COMMAND sa_lab_test)
  sa_lab_test(cli SCENARIO over AS auditor
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/cli.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")
  sa_lab_test(doctor SCENARIO clean AS auditor
    ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/doctor.yaml"
    COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/doctor.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")
  if(TARGET sa_psrp)
    sa_lab_test(doctor_engine SCENARIO clean AS auditor
      ENVIRONMENT "LAB_WINRM=${CMAKE_CURRENT_SOURCE_DIR}/lab/winrm/fleets/lab.yaml"
      COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lab/doctor_engine.sh" $<TARGET_FILE:syncaudit> "${PROJECT_SOURCE_DIR}")
  endif()
endif()

# What of the command line can be tested without a directory: settings, contradictions, passwords.
sa_unit_test(password SOURCES unit/test_password.c "${PROJECT_SOURCE_DIR}/auditor/cli/password.c" LIBS sa_run)
set(cli_sources settings.c options.c config.c config_forest.c config_host.c forest.c host.c identity.c password.c)
list(TRANSFORM cli_sources PREPEND "${PROJECT_SOURCE_DIR}/auditor/cli/")
sa_unit_test(forest_settings SOURCES unit/test_forest_settings.c support/fake_forest.c support/fake_host.c ${cli_sources}
  LIBS sa_run sa_checks sa_yaml)
sa_unit_test(host_settings SOURCES unit/test_host_settings.c support/fake_forest.c support/fake_host.c ${cli_sources}
  LIBS sa_run sa_checks sa_yaml)
set(matrix_sources matrix.c jea_files.c)
list(TRANSFORM matrix_sources PREPEND "${PROJECT_SOURCE_DIR}/auditor/cli/")
sa_unit_test(matrix SOURCES unit/test_matrix.c ${matrix_sources} LIBS sa_run sa_checks sa_psrp sa_yaml)
target_compile_definitions(test_matrix PRIVATE SA_VERSION="${PROJECT_VERSION}")
foreach(name IN ITEMS password forest_settings host_settings matrix)
  target_include_directories(test_${name} PRIVATE "${PROJECT_SOURCE_DIR}/auditor")
endforeach()

# One test per check: its case file.
file(GLOB catalogue_areas CONFIGURE_DEPENDS LIST_DIRECTORIES true "${PROJECT_SOURCE_DIR}/checks/catalogue/*")
foreach(folder IN LISTS catalogue_areas)
  get_filename_component(area "${folder}" NAME)
  add_test(NAME check/${area} COMMAND syncaudit checks test "${folder}" --cases "${CMAKE_CURRENT_SOURCE_DIR}/checks")
  set_tests_properties(check/${area} PROPERTIES LABELS check TIMEOUT 480)
endforeach()
add_test(NAME lint/catalogue
  COMMAND syncaudit checks lint "${PROJECT_SOURCE_DIR}/checks/catalogue" --cases "${CMAKE_CURRENT_SOURCE_DIR}/checks")
set_tests_properties(lint/catalogue PROPERTIES LABELS lint TIMEOUT 120)

foreach(name IN ITEMS layers shape)
  add_test(NAME lint/${name} COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lint/${name}.sh" "${PROJECT_SOURCE_DIR}")
  set_tests_properties(lint/${name} PROPERTIES LABELS lint TIMEOUT 120)
endforeach()
add_test(NAME lint/readme COMMAND sh "${CMAKE_CURRENT_SOURCE_DIR}/lint/readme.sh" "${PROJECT_SOURCE_DIR}" $<TARGET_FILE:syncaudit>)
set_tests_properties(lint/readme PROPERTIES LABELS lint TIMEOUT 60)
