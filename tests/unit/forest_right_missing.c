/* SPDX-License-Identifier: Apache-2.0 */
/* Stands for source ad_account, which these tests do not run. */
#include "forest.h"

__attribute__((weak)) int sa_ad_gather_accounts(struct sa_ad *ad, struct sa_error *err)
{
    (void)ad;
    (void)err;
    return 0;
}

__attribute__((weak)) int sa_ad_store_accounts(struct sa_ad *ad, struct sa_batch *batch,
                                               struct sa_error *err)
{
    (void)ad;
    (void)batch;
    (void)err;
    return 0;
}
