# SPDX-License-Identifier: Apache-2.0
# sa_embed(<target> <file>...): links the bytes of each file into <target> and lists them in
# <target>_resources[], in the order given (see include/syncaudit/resource.h).
function(sa_embed target)
  # A target of its own: generated code is neither tidied nor held to our warnings.
  set(lib "${target}_resources")
  add_library(${lib} OBJECT)
  target_include_directories(${lib} PRIVATE "${PROJECT_SOURCE_DIR}/include")
  set_target_properties(${lib} PROPERTIES C_CLANG_TIDY "")
  set(table "")
  set(decls "")
  foreach(file IN LISTS ARGN)
    string(MAKE_C_IDENTIFIER "sa_res_${file}" sym)
    add_custom_command(OUTPUT "${sym}.c" DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake" VERBATIM
      COMMAND "${CMAKE_COMMAND}" "-DIN=${CMAKE_CURRENT_SOURCE_DIR}/${file}" "-DOUT=${sym}.c" "-DSYM=${sym}"
              -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFile.cmake")
    target_sources(${lib} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${sym}.c")
    string(APPEND decls "extern const unsigned char ${sym}[];\nextern const size_t ${sym}_len;\n")
    string(APPEND table "    { \"${file}\", ${sym}, &${sym}_len },\n")
  endforeach()
  file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${lib}.c" CONTENT
"#include <stddef.h>
#include \"syncaudit/resource.h\"
${decls}extern const struct sa_resource ${lib}[];
const struct sa_resource ${lib}[] = {\n${table}    { NULL, NULL, NULL },\n};
")
  target_sources(${lib} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${lib}.c")
  target_sources(${target} PRIVATE $<TARGET_OBJECTS:${lib}>)
endfunction()
