/* SPDX-License-Identifier: Apache-2.0 */
/* Values as Active Directory writes them. */
#include "syncaudit/advalue.h"

void sa_functional_level_format(int64_t level, char text[24])
{
    (void)level;
    text[0] = '\0';
}
