# SPDX-License-Identifier: Apache-2.0
# HTTP with the seal of a logon, and what it is made of.
add_executable(winrm_probe lab/winrm_probe.c)
target_link_libraries(winrm_probe PRIVATE sa_http sa_options)
