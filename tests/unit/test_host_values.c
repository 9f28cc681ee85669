/* SPDX-License-Identifier: Apache-2.0 */
#include "host_fake.h"
int main(void)
{
    return 0;
}
