/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the dated knowledge (releases of Entra Connect, Windows and SQL Server, names of services,
 * results of runs, events) into TEMP tables, so that checks can join it.
 *
 * The tables come embedded; a newer file of the same name can replace each of them as a whole. They
 * decide whether a server counts as supported, so nothing in them is guessed: an unknown key, a day
 * that does not exist, a version that is none, an entry listed twice are refused with their place. */
#include <errno.h>
#include <limits.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/yaml.h"

#include "engine.h"
#include "judge.h"

#define COLUMNS_MAX 8

enum kind { TEXT, DATE, VERSION, NUMBER, FLAG };

struct column {
    const char *key;
    enum kind kind;
    bool required;
};

/* One list of the file. The members of an entry are bound to both statements in the order of the
 * columns; what is absent is NULL, or 0 for a flag. */
struct section {
    const char *key;
    bool required;
    struct column columns[COLUMNS_MAX]; /* ends with an empty one */
    const char *complaint;              /* query that gives a text when the entry is wrong */
    const char *insert;
};

/* clang-format off */
static const struct section entra_connect[] = {
    {
        .key = "releases",
        .required = true,
        .columns = {
            {"version", VERSION, true},
            {"released", DATE, false},
            {"support_ends", DATE, false},
            {"retired", FLAG, false},
            {"withdrawn", FLAG, false},
            {"security", FLAG, false},
            {"note", TEXT, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_release"
                     "                          WHERE version_key = version_key(?1))"
                     "            THEN 'the release is listed twice'"
                     "            WHEN ?3 < ?2 THEN 'support ends before the release' END",
        .insert = "INSERT INTO temp.knowledge_release (version, version_key, released_on,"
                  "  support_ends_on, retired, withdrawn, security, note)"
                  " VALUES (?1, version_key(?1), ?2, ?3, ?4, ?5, ?6, coalesce(?7, ''))",
    },
    {
        .key = "vulnerabilities",
        .columns = {
            {"id", TEXT, true},
            {"title", TEXT, true},
            {"affects_from", VERSION, false},
            {"fixed_in", VERSION, true},
        },
        .complaint = "SELECT CASE WHEN version_key(?3) >= version_key(?4)"
                     "            THEN 'affects_from must be lower than fixed_in' END",
        .insert = "INSERT INTO temp.knowledge_vulnerability (id, title, affects_from_key,"
                  "  fixed_in, fixed_in_key)"
                  " VALUES (?1, ?2, coalesce(version_key(?3), ''), ?4, version_key(?4))",
    },
    {
        .key = "deadlines",
        .columns = {
            {"due", DATE, true},
            {"minimum", VERSION, true},
            {"application_auth", FLAG, false},
            {"note", TEXT, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_deadline"
                     "                          WHERE due_on = ?1)"
                     "            THEN 'the day is listed twice' END",
        .insert = "INSERT INTO temp.knowledge_deadline (due_on, minimum, minimum_key,"
                  "  application_auth, note)"
                  " VALUES (?1, ?2, version_key(?2), ?3, coalesce(?4, ''))",
    },
    {0},
};

static const struct section windows[] = {
    {
        .key = "releases",
        .required = true,
        .columns = {
            {"build", NUMBER, true},
            {"name", TEXT, true},
            {"mainstream_ends", DATE, false},
            {"support_ends", DATE, true},
            {"supported", FLAG, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_windows"
                     "                          WHERE build = CAST(?1 AS INTEGER))"
                     "            THEN 'the build is listed twice'"
                     "            WHEN ?4 < ?3 THEN 'support ends before its mainstream part' END",
        .insert = "INSERT INTO temp.knowledge_windows (build, name, mainstream_ends_on,"
                  "  support_ends_on, supported) VALUES (?1, ?2, ?3, ?4, ?5)",
    },
    {
        .key = "updates",
        .columns = {
            {"build", NUMBER, true},
            {"revision", NUMBER, true},
            {"released", DATE, true},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_update"
                     "                          WHERE build = CAST(?1 AS INTEGER)"
                     "                            AND revision = CAST(?2 AS INTEGER))"
                     "            THEN 'the update is listed twice'"
                     "            WHEN EXISTS (SELECT 1 FROM temp.knowledge_update"
                     "                          WHERE build = CAST(?1 AS INTEGER)"
                     "                            AND (revision < CAST(?2 AS INTEGER)"
                     "                                 AND released_on > ?3"
                     "                                 OR revision > CAST(?2 AS INTEGER)"
                     "                                 AND released_on < ?3))"
                     "            THEN 'a higher revision was released on an earlier day' END",
        .insert = "INSERT INTO temp.knowledge_update (build, revision, released_on)"
                  " VALUES (?1, ?2, ?3)",
    },
    {
        .key = "dotnet",
        .columns = {
            {"release", NUMBER, true},
            {"version", VERSION, true},
            {"support_ends", DATE, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_dotnet"
                     "                          WHERE release = CAST(?1 AS INTEGER))"
                     "            THEN 'the release is listed twice' END",
        .insert = "INSERT INTO temp.knowledge_dotnet (release, version, support_ends_on)"
                  " VALUES (?1, ?2, ?3)",
    },
    {0},
};

static const struct section sql_server[] = {
    {
        .key = "releases",
        .required = true,
        .columns = {
            {"major", NUMBER, true},
            {"name", TEXT, true},
            {"mainstream_ends", DATE, false},
            {"support_ends", DATE, false},
            {"supported", FLAG, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_sql_server"
                     "                          WHERE major = CAST(?1 AS INTEGER))"
                     "            THEN 'the version is listed twice'"
                     "            WHEN ?4 < ?3 THEN 'support ends before its mainstream part' END",
        .insert = "INSERT INTO temp.knowledge_sql_server (major, name, mainstream_ends_on,"
                  "  support_ends_on, supported) VALUES (?1, ?2, ?3, ?4, ?5)",
    },
    {0},
};

static const struct section services[] = {
    {
        .key = "services",
        .required = true,
        .columns = {
            {"service", TEXT, true},
            {"purpose", TEXT, true},
            {"product", TEXT, true},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_service"
                     "                          WHERE pattern = lower(?1) AND purpose = ?2)"
                     "            THEN 'the service is listed twice for this purpose'"
                     "            WHEN ?2 NOT IN ('monitoring', 'log_forwarding', 'antimalware',"
                     "                            'identity_detection', 'health', 'health_updater',"
                     "                            'sysmon')"
                     "            THEN 'no check asks for this purpose: ' || ?2 END",
        .insert = "INSERT INTO temp.knowledge_service (pattern, purpose, product)"
                  " VALUES (lower(?1), ?2, ?3)",
    },
    {0},
};

static const struct section run_results[] = {
    {
        .key = "results",
        .required = true,
        .columns = {
            {"result", TEXT, true},
            {"class", TEXT, true},
            {"completed", FLAG, false},
            {"topic", TEXT, false},
            {"meaning", TEXT, true},
            {"action", TEXT, false},
        },
        .complaint = "SELECT CASE WHEN EXISTS (SELECT 1 FROM temp.knowledge_run_result"
                     "                          WHERE pattern = lower(?1))"
                     "            THEN 'the result is listed twice'"
                     "            WHEN ?2 NOT IN ('ok', 'running', 'warn', 'fail')"
                     "            THEN 'a class is ok, running, warn or fail, not ' || ?2"
                     "            WHEN ?2 = 'fail' AND ?3"
                     "            THEN 'a run that failed did not go through'"
                     "            WHEN ?4 NOT IN ('credential', 'connectivity', 'server_down',"
                     "                            'deletion', 'database', 'resource',"
                     "                            'installation', 'configuration', 'full_import',"
                     "                            'busy', 'objects', 'stopped')"
                     "            THEN 'no check asks for this topic: ' || ?4 END",
        .insert = "INSERT INTO temp.knowledge_run_result (pattern, class, completed, topic,"
                  "  meaning, action)"
                  " VALUES (lower(?1), ?2, ?3, coalesce(?4, ''), ?5, coalesce(?6, ''))",
    },
    {0},
};

static const struct section events[] = {
    {
        .key = "events",
        .required = true,
        .columns = {
            {"provider", TEXT, true},
            {"first", NUMBER, true},
            {"last", NUMBER, false},
            {"class", TEXT, true},
            {"meaning", TEXT, true},
        },
        .complaint = "SELECT CASE WHEN ?3 IS NOT NULL AND CAST(?3 AS INTEGER) < CAST(?2 AS INTEGER)"
                     "            THEN 'the last id is lower than the first'"
                     "            WHEN EXISTS (SELECT 1 FROM temp.knowledge_event"
                     "                          WHERE provider = ?1"
                     "                            AND first <= CAST(coalesce(?3, ?2) AS INTEGER)"
                     "                            AND last >= CAST(?2 AS INTEGER))"
                     "            THEN 'an id is listed twice'"
                     "            WHEN ?4 NOT IN ('fail', 'judged', 'note')"
                     "            THEN 'a class is fail, judged or note, not ' || ?4 END",
        .insert = "INSERT INTO temp.knowledge_event (provider, first, last, class, meaning)"
                  " VALUES (?1, ?2, coalesce(?3, ?2), ?4, ?5)",
    },
    {0},
};
/* clang-format on */

/* The files; each has its day in knowledge_table. */
static const struct table {
    const char *name;
    const struct section *sections; /* ends with an empty one */
} tables[] = {
    {"entra_connect", entra_connect},
    {"windows",       windows      },
    {"sql_server",    sql_server   },
    {"services",      services     },
    {"run_results",   run_results  },
    {"events",        events       },
};

struct reader {
    sqlite3 *db;
    const struct sa_yaml *yaml;
    sqlite3_stmt *version, *complaint, *insert;
};

static void reader_done(struct reader *reader)
{
    (void)sqlite3_finalize(reader->version);
    (void)sqlite3_finalize(reader->complaint);
    (void)sqlite3_finalize(reader->insert);
}

static bool is_date(const char *text)
{
    int64_t ignored = 0;
    return text != NULL && strlen(text) == strlen("2026-10-06") &&
           sa_time_parse(text, &ignored) == 0;
}

/* At most nine digits, and no leading zero that would hide a second entry of the same number. */
static bool is_number(const char *text)
{
    size_t len = strlen(text);

    return len >= 1 && len <= 9 && strspn(text, "0123456789") == len &&
           (text[0] != '0' || len == 1);
}

/* 1: a version, 0: none, negative: failure. */
static int is_version(struct reader *reader, const char *text, struct sa_error *err)
{
    (void)sqlite3_reset(reader->version);
    (void)sqlite3_bind_text(reader->version, 1, text, -1, SQLITE_TRANSIENT);
    int r = sa_sql_step(reader->version, "compare versions", err);
    if (r < 0)
        return r;
    return r == 1 && sqlite3_column_type(reader->version, 0) != SQLITE_NULL;
}

static int read_scalar(struct reader *reader, const struct sa_yaml_node *entry,
                       const struct column *column, const char **ret, struct sa_error *err)
{
    static const char *const examples[] = {
        [DATE] = "day like 2026-10-06",
        [VERSION] = "version like 2.5.79.0",
        [NUMBER] = "number like 20348",
    };
    int r = sa_yaml_text(reader->yaml, entry, column->key, column->required, ret, err);
    int fits = 1;

    if (r < 0 || *ret == NULL)
        return r;
    if (column->kind == DATE)
        fits = is_date(*ret);
    else if (column->kind == VERSION)
        fits = is_version(reader, *ret, err);
    else if (column->kind == NUMBER)
        fits = is_number(*ret);
    if (fits < 0)
        return fits;
    if (!fits)
        return sa_yaml_fail(reader->yaml, sa_yaml_get(entry, column->key), false, err,
                            "'%s' is no %s", *ret, examples[column->kind]);
    return 0;
}

/* Both statements know the value, unless the shorter one has no use for it. */
static void bind(struct reader *reader, int index, const char *text, int64_t flag)
{
    sqlite3_stmt *const statements[] = {reader->complaint, reader->insert};

    for (size_t i = 0; i < SA_COUNT(statements); i++) {
        if (index > sqlite3_bind_parameter_count(statements[i]))
            continue;
        if (text != NULL)
            (void)sqlite3_bind_text(statements[i], index, text, -1, SQLITE_TRANSIENT);
        else if (flag >= 0)
            (void)sqlite3_bind_int64(statements[i], index, flag);
        else
            (void)sqlite3_bind_null(statements[i], index);
    }
}

static int bind_entry(struct reader *reader, const struct section *section,
                      const struct sa_yaml_node *entry, struct sa_error *err)
{
    const char *known[COLUMNS_MAX] = {NULL};

    for (size_t i = 0; section->columns[i].key != NULL; i++)
        known[i] = section->columns[i].key;
    int r = sa_yaml_check_keys(reader->yaml, entry, known, err);
    for (int i = 0; r == 0 && section->columns[i].key != NULL; i++) {
        const struct column *column = &section->columns[i];
        const char *text = NULL;
        bool flag = false;

        if (column->kind == FLAG) {
            r = sa_yaml_bool(reader->yaml, entry, column->key, &flag, err);
            bind(reader, i + 1, NULL, flag);
        } else {
            r = read_scalar(reader, entry, column, &text, err);
            bind(reader, i + 1, text, -1);
        }
    }
    return r;
}

static int store_entry(struct reader *reader, const struct sa_yaml_node *entry,
                       struct sa_error *err)
{
    int r = sa_sql_step(reader->complaint, "compare knowledge entries", err);

    if (r == 1 && sqlite3_column_type(reader->complaint, 0) != SQLITE_NULL)
        r = sa_yaml_fail(reader->yaml, entry, false, err, "%s",
                         sa_sql_text_or_empty(reader->complaint, 0));
    if (r >= 0)
        r = sa_sql_step(reader->insert, "store knowledge", err);
    (void)sqlite3_reset(reader->complaint);
    (void)sqlite3_reset(reader->insert);
    return r;
}

static int read_section(sqlite3 *db, const struct sa_yaml *yaml, const struct section *section,
                        struct sa_error *err)
{
    SA_CLEANUP(reader_done) struct reader reader = {.db = db, .yaml = yaml};
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    const struct sa_yaml_node *list = sa_yaml_get(root, section->key);
    int r = 0;

    if (list == NULL && !section->required)
        return 0;
    if (list == NULL || (section->required && list->count == 0))
        return sa_yaml_fail(yaml, list ? list : root, false, err, "'%s' is missing or empty",
                            section->key);
    if (list->type != SA_YAML_SEQUENCE)
        return sa_yaml_fail(yaml, list, false, err, "'%s' must be a list", section->key);
    r = sa_sql_prepare(db, "SELECT version_key(?1)", "compare versions", &reader.version, err);
    if (r == 0)
        r = sa_sql_prepare(db, section->complaint, "compare knowledge entries", &reader.complaint,
                           err);
    if (r == 0)
        r = sa_sql_prepare(db, section->insert, "store knowledge", &reader.insert, err);
    for (const struct sa_yaml_node *entry = list->first; r == 0 && entry != NULL;
         entry = entry->next) {
        r = bind_entry(&reader, section, entry, err);
        if (r == 0)
            r = store_entry(&reader, entry, err);
    }
    return r;
}

/* The keys of the file: its sections, and the day on which it was true. */
static int check_keys(const struct sa_yaml *yaml, const struct table *table, struct sa_error *err)
{
    const char *known[COLUMNS_MAX] = {"retrieved"};

    for (size_t i = 0; table->sections[i].key != NULL; i++)
        known[i + 1] = table->sections[i].key;
    return sa_yaml_check_keys(yaml, sa_yaml_root(yaml), known, err);
}

static int read_table(sqlite3 *db, const struct sa_yaml *yaml, const struct table *table,
                      struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *insert = NULL;
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    const char *retrieved = NULL;
    int r = check_keys(yaml, table, err);

    if (r == 0)
        r = sa_yaml_text(yaml, root, "retrieved", /* required= */ true, &retrieved, err);
    if (r < 0)
        return r;
    if (!is_date(retrieved))
        return sa_yaml_fail(yaml, sa_yaml_get(root, "retrieved"), false, err,
                            "'%s' is no day like 2026-10-06", retrieved);
    for (size_t i = 0; r == 0 && table->sections[i].key != NULL; i++)
        r = read_section(db, yaml, &table->sections[i], err);
    if (r == 0)
        r = sa_sql_prepare(db, "INSERT INTO temp.knowledge_table VALUES (?1, ?2)",
                           "store knowledge", &insert, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_text(insert, 1, table->name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(insert, 2, retrieved, -1, SQLITE_TRANSIENT);
    return sa_sql_step(insert, "store knowledge", err);
}

static int open_embedded(const struct table *table, struct sa_yaml **ret, struct sa_error *err)
{
    const struct sa_resource *embedded = NULL;
    char name[64];

    (void)snprintf(name, sizeof name, "knowledge/%s.yaml", table->name);
    embedded = sa_checks_resource(name);
    if (embedded == NULL)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "'%s' is not embedded", name);
    return sa_yaml_parse(name, (const char *)embedded->data, *embedded->len, 1, ret, err);
}

/* The table's file in `dir`; *ret stays NULL where there is none. */
static int open_file(const char *dir, const struct table *table, struct sa_yaml **ret,
                     struct sa_error *err)
{
    char path[PATH_MAX];
    int len = snprintf(path, sizeof path, "%s/%s.yaml", dir, table->name);

    if (len < 0 || (size_t)len >= sizeof path)
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                       "the name of the knowledge folder '%.60s...' is too long", dir);
    if (access(path, R_OK) == 0)
        return sa_yaml_load(path, SA_LIMIT_CONFIG_FILE, ret, err);
    if (errno == ENOENT)
        return 0;
    return sa_fail_errno(err, errno, "cannot read the knowledge table '%s'", path);
}

static int fail_empty(const char *dir, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_ERRNO, ENOENT,
                    "no knowledge table in the folder '%s'", dir);

    sa_hint(err, "name a folder that holds entra_connect.yaml, windows.yaml, sql_server.yaml, "
                 "services.yaml, run_results.yaml or events.yaml, or leave the option out");
    return r;
}

int sa_knowledge_load(sqlite3 *db, const char *dir, struct sa_error *err)
{
    size_t found = 0;
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(tables); i++) {
        SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;

        if (dir != NULL)
            r = open_file(dir, &tables[i], &yaml, err);
        found += yaml != NULL;
        if (r == 0 && yaml == NULL)
            r = open_embedded(&tables[i], &yaml, err);
        if (r == 0)
            r = read_table(db, yaml, &tables[i], err);
    }
    return r == 0 && dir != NULL && found == 0 ? fail_empty(dir, err) : r;
}
