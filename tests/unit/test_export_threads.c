/* SPDX-License-Identifier: Apache-2.0 */
/* Several exports at once into one snapshot, as an audit of many servers does it. Worth most under
 * ThreadSanitizer. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export_support.h"

#define THREADS 4

struct job {
    struct sa_snapshot *snapshot;
    const char *folder;
    int64_t target_id;
    struct sa_error problem, error;
    int result;
};

static void *work(void *payload)
{
    struct job *job = payload;

    job->result = sa_collect_export(job->snapshot, job->target_id, job->folder, NULL, &job->problem,
                                    &job->error);
    return NULL;
}

static void many_at_once(void **state)
{
    struct scene scene;
    struct job jobs[THREADS] = {0};
    pthread_t threads[THREADS];

    (void)state;
    scene_open(&scene);
    put_small_export(&scene);
    assert_int_equal(collect(&scene), 0);
    for (int i = 0; i < THREADS; i++) {
        char name[8];
        struct sa_target_info target = {.name = name, .location = scene.folder};

        (void)snprintf(name, sizeof name, "t%d", i);
        jobs[i] = (struct job){.snapshot = scene.snapshot,
                               /* One of them has nothing to read. */
                               .folder = i == 0 ? "nowhere" : scene.folder};
        assert_int_equal(sa_snapshot_add_target(scene.snapshot, &target, &jobs[i].target_id, NULL),
                         0);
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, work, &jobs[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(jobs[i].result, 0);
        assert_int_equal(jobs[i].problem.status, i == 0 ? SA_E_NOT_FOUND : 0);
    }
    assert_int_equal(ask_number(&scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"),
                     3LL * THREADS);
    assert_int_equal(ask_number(&scene, "SELECT count(*) FROM coverage WHERE status <> 'ok'"), 3);
    assert_int_equal(ask_number(&scene,
                                "SELECT count(*) FROM sync_rule r JOIN connector c ON c.id ="
                                " r.connector_id AND c.target_id = r.target_id JOIN evidence"
                                " e ON e.id = r.evidence_id AND e.target_id = r.target_id"),
                     THREADS);
    scene_close(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
