# SPDX-License-Identifier: Apache-2.0
# cmake -DIN=<file> -DOUT=<c file> -DSYM=<symbol> -P EmbedFile.cmake
#
# Writes the bytes of IN as a NUL-terminated C array, so that text resources can be used as C
# strings. Pure CMake: needs no other tool and works when cross-compiling.
#
# Scripts (.ps1) go over the network, where room is scarce: lines that are comments, empty lines, indentation
# and the blanks around "=", braces and behind ";" are taken off. So no string of theirs may hold such blanks.
if(IN MATCHES "\\.ps1$")
  file(READ "${IN}" text)
  string(REGEX REPLACE "\r" "" text "\n${text}")
  string(REGEX REPLACE "\n[ \t]+" "\n" text "${text}")
  string(REGEX REPLACE "\n#[^\n]*" "" text "${text}")
  string(REGEX REPLACE "\n\n+" "\n" text "${text}")
  string(REGEX REPLACE "^\n" "" text "${text}")
  string(REPLACE " = " "=" text "${text}")
  string(REPLACE "; " ";" text "${text}")
  string(REPLACE "{ " "{" text "${text}")
  string(REPLACE " }" "}" text "${text}")
  string(HEX "${text}" hex)
else()
  file(READ "${IN}" hex HEX)
endif()
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
get_filename_component(name "${IN}" NAME)
file(WRITE "${OUT}" "/* Generated from ${name}; do not edit. */
#include <stddef.h>
extern const unsigned char ${SYM}[];
extern const size_t ${SYM}_len;
const unsigned char ${SYM}[] = {\n${hex}0x00};
const size_t ${SYM}_len = sizeof ${SYM} - 1;\n")
