# SPDX-License-Identifier: Apache-2.0
# cmake -DIN=<file> -DOUT=<c file> -DSYM=<symbol> -P EmbedFile.cmake
#
# Writes the bytes of IN as a NUL-terminated C array, so that text resources can be used as C
# strings. Pure CMake: needs no other tool and works when cross-compiling.
file(READ "${IN}" hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
get_filename_component(name "${IN}" NAME)
file(WRITE "${OUT}" "/* Generated from ${name}; do not edit. */
#include <stddef.h>
extern const unsigned char ${SYM}[];
extern const size_t ${SYM}_len;
const unsigned char ${SYM}[] = {\n${hex}0x00};
const size_t ${SYM}_len = sizeof ${SYM} - 1;\n")
