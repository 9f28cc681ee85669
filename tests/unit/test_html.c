/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML report, read back with libxml2: well-formed for any text, honest about what was not seen,
 * complete without script, the same to the byte each time. */
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>
#include <time.h>

#include "syncaudit/digest.h"
#include "syncaudit/limits.h"
#include "syncaudit/report.h"
#include "syncaudit/resource.h"

#include "support/report_check.h"
#include "support/sample_evaluation.h"
#include "support/test.h"

extern const struct sa_resource sa_reports_resources[];

enum { ACTIVE, STAGING, TENANT, FOREST };

struct page {
    struct sa_buf out;
    xmlDoc *document;
    xmlXPathContext *context;
};

static void page_open(struct page *page, const struct sample *sample,
                      const struct sa_report_options *options)
{
    struct sa_error err = {0};
    char why[REPORT_CHECK_WHY];

    *page = (struct page){.out = SA_BUF_INIT(SA_LIMIT_REPORT)};
    if (sa_report_html(&sample->evaluation, &sample->catalogue, options, &page->out, &err) < 0)
        fail_msg("%s", err.message);
    if (!report_check_html(&page->out, why))
        fail_msg("%s", why);
    page->document = xmlReadMemory(sa_buf_text(&page->out), (int)page->out.len, NULL, "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_HUGE);
    page->context = xmlXPathNewContext(page->document);
}

static void page_close(struct page *page)
{
    xmlXPathFreeContext(page->context);
    xmlFreeDoc(page->document);
    sa_buf_done(&page->out);
}

static int count_of(const struct page *page, const char *xpath)
{
    xmlXPathObject *found = xmlXPathEval((const xmlChar *)xpath, page->context);
    int count = found != NULL && found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;

    xmlXPathFreeObject(found);
    return count;
}

/* The text of the first node found, with white space made single. */
static const char *text_of(const struct page *page, const char *xpath)
{
    static char text[16384];
    char expression[512];
    xmlXPathObject *found = NULL;

    (void)snprintf(expression, sizeof expression, "normalize-space(string(%s))", xpath);
    found = xmlXPathEval((const xmlChar *)expression, page->context);
    (void)snprintf(text, sizeof text, "%s", found != NULL ? (const char *)found->stringval : "");
    xmlXPathFreeObject(found);
    return text;
}

static void assert_contains(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("'%s' is not in '%.2000s'", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        fail_msg("'%s' is in '%.2000s'", part, text);
}

static void the_sample_is_complete(void **state)
{
    static const char *const sections[] = {"verdict",   "fixes",    "areas",     "parity",
                                           "readiness", "coverage", "footprint", "score",
                                           "catalogue", "glossary"};
    struct sa_report_options options = {.title = "Contoso <AG>", .classification = "internal"};
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, &options);
    for (size_t i = 0; i < SA_COUNT(sections); i++) {
        char xpath[64];

        (void)snprintf(xpath, sizeof xpath, "//section[@id='%s']/h2", sections[i]);
        assert_int_equal(count_of(&page, xpath), 1);
    }
    assert_string_equal(text_of(&page, "//h1"), "Contoso <AG>");
    assert_string_equal(text_of(&page, "//strong[@class='classification']"), "internal");
    assert_int_equal(count_of(&page, "//article[starts-with(@class,'card')]"), 3);
    assert_int_equal(count_of(&page, "//article[@class='result']"), 15);
    assert_int_equal(count_of(&page, "//tr[@class='result']"), 13);
    assert_int_equal(count_of(&page, "//nav//a"), 14);
    assert_int_equal(count_of(&page, "//table[.//th[not(@scope)]]"), 0);
    assert_int_equal(count_of(&page, "//html[@lang='en']"), 1);
    assert_int_equal(count_of(&page, "//main"), 1);
    assert_string_equal(text_of(&page, "//title"), "Contoso <AG> - Entra Connect Sync audit, run "
                                                   "4f0c2a9be1d84c55a7b3d0e6f1829ab4");
    page_close(&page);
    sample_done(&sample);
}

static void the_verdict_names_roles_and_numbers(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[1]"),
                        "SYNC01, the active server, fails 2 of 12 checks (1\xC2\xA0"
                        "critical, 1\xC2\xA0high); "
                        "4 could not be decided, so its score lies between 22 and 40 of 100.");
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[3]"),
                        "contoso.com, a forest, fails 1 of 3 checks (1\xC2\xA0"
                        "critical); 1 could not be "
                        "decided, so its score lies between 11 and 30 of 100.");
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[2]"),
                        "SYNC02, the staging server, fails 5 of 18 checks (3\xC2\xA0"
                        "critical, 2\xC2\xA0high); 3 could not be decided, so its score lies "
                        "between 22 and 31 of 100.");
    assert_string_equal(text_of(&page, "(//div[@class='gate'])[1]/strong"), "NOT READY");
    assert_string_equal(text_of(&page, "(//p[@class='figure'])[1]"), "22\xE2\x80\x93"
                                                                     "40 INCOMPLETE");
    assert_contains(text_of(&page, "(//svg[@role='img'])[1]/desc"), "Between 22 and 40 of 100.");
    assert_string_equal(text_of(&page, "//p[@class='verdict']"),
                        "Fail 5 settings drifted (2 minor), 2 differ as expected of two servers, "
                        "1 because of the version. 4,312 settings were compared.");
    assert_contains(text_of(&page, "(//table[starts-with(@class,'fixes')]/tbody/tr)[1]"),
                    "+31PAR-004");
    page_close(&page);
    sample_done(&sample);
}

static void findings_show_their_evidence(void **state)
{
    struct sample sample;
    struct page page;
    const char *text = NULL;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    text = text_of(&page, "//article[@id='server-SYNC02.PAR-004']");
    assert_contains(text, "contoso.com / DC=contoso,DC=com / OU=Leavers");
    assert_contains(text, "Connectors/Connector_{8f6e}.xml");
    assert_contains(text, "2,034,112");
    assert_contains(text, "2026-11-22 14:53:21\xC2\xA0UTC");
    assert_contains(text, "04d1b1c2a3948576fedcba98765432100123456789abcdeffedcba9876543210");
    assert_contains(text, "param('max_length')");
    assert_contains(text, "max_length200100policy");
    text = text_of(&page, "//article[@id='server-SYNC01.SYN-003']");
    assert_contains(text, "scheduler was denied: access to Get-ADSyncScheduler is denied");
    assert_contains(text, "Try: add the account to ADSyncBrowse, or use the JEA endpoint");
    text = text_of(&page, "//section[@id='coverage']");
    assert_contains(text, "3 of 6 sources answered");
    assert_int_equal(
        count_of(&page, "//table[starts-with(@class,'coverage')]//a[@href='#SYN-003']"), 2);
    /* The part of two long values that differs. */
    assert_string_equal(text_of(&page, "(//mark)[1]"), "otherMailbox]), Word([otherMailbox");
    page_close(&page);
    sample_done(&sample);
}

static void hostile_texts_stay_texts(void **state)
{
    struct sa_report_options options = {.title = "</title><script>alert(1)</script>",
                                        .classification = "\"><img src=x>"};
    struct sample sample;
    struct page page;
    size_t counter = 0;

    (void)state;
    for (size_t start = 0; sample_hostile_texts[start] != NULL; start++) {
        counter = start;
        sample_make(&sample);
        (void)sample_grow_findings(&sample, STAGING, "PAR-004", 300);
        sample_replace_texts(&sample, sample_hostile_text, &counter);
        page_open(&page, &sample, &options);
        assert_int_equal(count_of(&page, "//script"), 1);
        page_close(&page);
        sample_done(&sample);
    }
}

static const char *same_text(void *payload, const char *original)
{
    (void)original;
    return payload;
}

static void every_text_can_be_the_same(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    for (size_t i = 0; sample_hostile_texts[i] != NULL; i++) {
        union {
            const char *text;
            void *payload;
        } same = {sample_hostile_texts[i]};

        sample_make(&sample);
        sample_replace_texts(&sample, same_text, same.payload);
        page_open(&page, &sample, NULL);
        page_close(&page);
        sample_done(&sample);
    }
}

static void long_lists_say_what_they_leave_out(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    sample_grow_findings(&sample, STAGING, "PAR-004", 300)->omitted = 17;
    page_open(&page, &sample, NULL);
    assert_int_equal(count_of(&page, "//article[@id='server-SYNC02.PAR-004']//tr[starts-with(@id,"
                                     "'f-')]"),
                     200);
    assert_contains(text_of(&page, "//article[@id='server-SYNC02.PAR-004']"),
                    "100 more: see findings.csv.");
    assert_contains(text_of(&page, "//article[@id='server-SYNC02.PAR-004']"),
                    "17 more rows went beyond the limit");
    page_close(&page);
    sample_done(&sample);
}

/* Nothing here may read like a success. */
static void unseen_is_never_good(void **state)
{
    struct sample sample;
    struct page page;
    struct sa_pair *pair = NULL;
    struct sa_score *score = NULL;

    (void)state;
    sample_make(&sample);
    pair = sample.evaluation.pairs;
    pair->difference_count = 0;
    memset(pair->count, 0, sizeof pair->count);
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//p[@class='verdict']"), "Pass No setting drifted, 0 differ");
    page_close(&page);

    pair->complete = false;
    pair->notice = "SYNC02 lacks its rules";
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "//p[@class='verdict']"),
                        "Unknown Parity was not judged: nothing drifted in what was compared; not "
                        "everything was: SYNC02 lacks its rules. 4,312 settings were compared.");
    page_close(&page);

    pair->complete = true;
    pair->items = 0;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//p[@class='verdict']"), "Unknown Parity was not judged");
    page_close(&page);

    pair->items = 10;
    pair->same_server = true;
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "//p[@class='verdict']"),
                        "Unknown Parity was not judged: both sides are exports of one server.");
    page_close(&page);

    pair->same_server = false;
    pair->compared = false;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//p[@class='verdict']"), "Unknown Parity was not judged");
    page_close(&page);

    sample.evaluation.pair_count = 0;
    sample.evaluation.readiness_count = 0;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//section[@id='parity']"), "parity was not judged");
    assert_contains(text_of(&page, "//section[@id='parity']"),
                    "Unknown SYNC02: not compared, no partner could be determined among the 2 "
                    "servers of this run.");
    assert_lacks(text_of(&page, "//section[@id='parity']"), "SYNC01: not compared");
    page_close(&page);

    score = &sample.evaluation.targets[ACTIVE].score;
    *score = (struct sa_score){.has_score = true, .upper = 100, .grade = "INCOMPLETE"};
    score->count[SA_RESULT_UNKNOWN] = 9;
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[1]"),
                        "SYNC01, the active server, could not be judged: no check was decided.");
    page_close(&page);

    score->count[SA_RESULT_PASS] = 3;
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[1]"),
                        "SYNC01, the active server, fails none of the 3 checks that could be "
                        "decided; 9 could not be decided, so its score lies between 0 and 100 of "
                        "100.");
    assert_lacks(text_of(&page, "(//p[@class='sentence'])[1]"), "passes");
    page_close(&page);
    sample_done(&sample);
}

static void a_clean_server_may_be_called_so(void **state)
{
    struct sample sample;
    struct page page;
    struct sa_score *score = NULL;

    (void)state;
    sample_make(&sample);
    score = &sample.evaluation.targets[ACTIVE].score;
    *score = (struct sa_score){
        .has_score = true, .lower = 100, .upper = 100, .coverage = 100, .grade = "A"};
    score->count[SA_RESULT_PASS] = 9;
    page_open(&page, &sample, NULL);
    assert_string_equal(text_of(&page, "(//p[@class='sentence'])[1]"),
                        "SYNC01, the active server, passes all of its 9 checks. It scores 100 of "
                        "100.");
    page_close(&page);
    score->count[SA_RESULT_WARN] = 1;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "(//p[@class='sentence'])[1]"),
                    "fails none of its 10 checks, and 1 of them gives a warning.");
    page_close(&page);
    sample_done(&sample);
}

static void only_known_verdicts_have_their_colour(void **state)
{
    static const struct {
        const char *verdict, *class;
    } rows[] = {
        {"READY",            "badge st-pass"   },
        {"READY WITH RISKS", "badge st-warn"   },
        {"NOT READY",        "badge st-fail"   },
        {"UNKNOWN",          "badge st-unknown"},
        {"ready",            "badge st-unknown"},
        {"READY ",           "badge st-unknown"},
    };
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        sample.evaluation.readiness[0].verdict = rows[i].verdict;
        page_open(&page, &sample, NULL);
        assert_string_equal(text_of(&page, "(//strong[starts-with(@class,'badge')])[1]/@class"),
                            rows[i].class);
        page_close(&page);
    }
    sample_done(&sample);
}

#define FOREST_SECTION "//section[@id='forest-contoso.com']"

static void a_forest_tells_what_was_seen_and_what_not(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "Used bySYNC01, SYNC02");
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "Windows Server 2016 (7)");
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "sealed by Kerberos, AES256");
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "2 s behind ours");
    assert_contains(text_of(&page, FOREST_SECTION "/dl"),
                    "2: contoso.com, emea.contoso.com (not seen)");
    assert_int_equal(count_of(&page, FOREST_SECTION "//table[contains(@class,'gaps')]/tbody/tr"),
                     2);
    assert_contains(text_of(&page, FOREST_SECTION "//table[contains(@class,'gaps')]"),
                    "emea.contoso.comunreachableno domain controller");
    assert_int_equal(
        count_of(&page, FOREST_SECTION "//table[contains(@class,'accounts')]/tbody/tr"), 4);
    assert_contains(text_of(&page, FOREST_SECTION "//table[contains(@class,'accounts')]"),
                    "MSOL_0123456789ab > T0-Sync > Domain AdminsSYNC01enabled2021-03-04"
                    "2026-11-20");
    assert_contains(text_of(&page, FOREST_SECTION "//table[contains(@class,'accounts')]"),
                    "none seenSYNC02not readablenot knownnot known");
    assert_contains(text_of(&page, "//article[@id='forest-contoso.com.ACC-001']"),
                    "member of Domain Admins");
    assert_contains(text_of(&page, "//article[@id='forest-contoso.com.ACC-003']"),
                    "To decide ad_right of contoso.com: denied, the DC refused");
    assert_contains(text_of(&page, "//section[@id='footprint']"),
                    "Asked: dc1.contoso.com, dc2.contoso.com.");
    assert_contains(text_of(&page, "//section[@id='footprint']"), "ldapsearch6131,904812,3342,290");
    assert_contains(text_of(&page, "//section[@id='coverage']"), "contoso.com 2 of 3 sources");
    assert_contains(text_of(&page, "//section[@id='server-SYNC01']/dl"), "Forestscontoso.com; ");
    assert_int_equal(count_of(&page, "//table[contains(@class,'matrix')]/thead//th"), 4);
    page_close(&page);
    sample.evaluation.targets[FOREST].forest->certain[1] = false;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "SYNC01, SYNC02 (perhaps: its forests");
    page_close(&page);
    sample_done(&sample);
}

static void a_server_tells_what_its_windows_is(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//section[@id='server-SYNC01']/dl"),
                    "Windows Server 2022 Standard, build 20348.2113");
    assert_contains(text_of(&page, "//section[@id='server-SYNC01']/dl"),
                    "HTTP, sealed by Kerberos (AES256) Clock3 s behind ours");
    assert_contains(text_of(&page, "//section[@id='server-SYNC02']/dl"), "Windowsdid not answer");
    assert_contains(text_of(&page, "//section[@id='footprint']"), "Asked: sync01.contoso.com.");
    assert_contains(text_of(&page, "//section[@id='footprint']"), "wsmanPull12060390,211410");
    page_close(&page);
    sample_done(&sample);
}

static void a_server_tells_how_its_engine_works(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    assert_contains(
        text_of(&page, "//section[@id='server-SYNC01']/dl[not(contains(@class,'identity'))]"),
        "off: this server exports");
    assert_contains(
        text_of(&page, "//section[@id='server-SYNC01']/dl[not(contains(@class,'identity'))]"),
        "every 30 minutes; next Delta at 2026-11-22");
    assert_contains(text_of(&page,
                            "//section[@id='server-SYNC01']//table[contains(@class,'connectors')]"
                            "/tbody/tr[2]"),
                    "(running)11,9003411");
    assert_contains(text_of(&page, "//section[@id='server-SYNC02']"),
                    "The sync engine did not answer");
    page_close(&page);
    sample.evaluation.targets[ACTIVE].engine = NULL;
    page_open(&page, &sample, NULL);
    assert_lacks(text_of(&page, "//section[@id='server-SYNC01']"), "Sync engine");
    page_close(&page);
    sample_done(&sample);
}

/* Nobody answered, or nobody asked: no number, no list, no table may hide it. */
static void a_silent_forest_is_not_an_empty_one(void **state)
{
    struct sample sample;
    struct page page;
    struct sa_forest silent = {
        .root_domain = "", .server = "", .mechanism = "", .protection = "", .asked = ""};
    struct sa_target *forest = NULL;

    (void)state;
    sample_make(&sample);
    forest = &sample.evaluation.targets[FOREST];
    silent.functional_level = -1;
    forest->forest = &silent;
    forest->score = (struct sa_score){.grade = "INCOMPLETE"};
    sample.evaluation.targets[ACTIVE].location = "";
    sample.evaluation.targets[ACTIVE].windows = NULL;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "Answered bynobody");
    assert_contains(text_of(&page, FOREST_SECTION "/dl"), "Used byno server of this run");
    assert_lacks(text_of(&page, FOREST_SECTION "/dl"), "Clock");
    assert_contains(text_of(&page, "//section[@id='footprint']"), "No operation was recorded.");
    assert_contains(text_of(&page, "//section[@id='verdict']"), "weakest server or forest:");
    assert_contains(text_of(&page, "//section[@id='server-SYNC01']/dl"), "Read fromnothing");
    page_close(&page);
    sample.evaluation.targets[ACTIVE].windows = sample.evaluation.targets[STAGING].windows = NULL;
    sample.evaluation.target_count = FOREST;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//section[@id='verdict']/div[@class='notice']"),
                    "Active Directory was not asked.");
    assert_int_equal(count_of(&page, "//section[@id='footprint']"), 0);
    page_close(&page);
    sample_done(&sample);
}

/* A check of servers that lacks a source of a forest names the forest. */
static void a_server_names_the_forest_that_it_lacks(void **state)
{
    static const char *const needs[] = {"connector", "ad_right", NULL};
    struct sample sample;
    struct page page;
    struct sa_result *result = NULL;

    (void)state;
    sample_make(&sample);
    for (size_t i = 0; i < sample.evaluation.targets[ACTIVE].result_count; i++) {
        struct sa_result *one = &sample.evaluation.targets[ACTIVE].results[i];
        if (strcmp(one->check->id, "SYN-003") == 0)
            result = one;
    }
    assert_non_null(result);
    for (size_t i = 0; i < sample.catalogue.count; i++) {
        if (&sample.catalogue.checks[i] == result->check)
            sample.catalogue.checks[i].needs = needs;
    }
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//article[@id='server-SYNC01.SYN-003']"),
                    "To decide ad_right of contoso.com: denied");
    assert_lacks(text_of(&page, "//article[@id='server-SYNC01.SYN-003']"), "nobody asked");
    page_close(&page);
    sample_done(&sample);
}

static void many_forests_are_rows(void **state)
{
    struct sample sample;
    struct page page;
    struct sa_target targets[9];

    (void)state;
    sample_make(&sample);
    memcpy(targets, sample.evaluation.targets, 3 * sizeof *targets);
    for (size_t i = 3; i < SA_COUNT(targets); i++) {
        targets[i] = sample.evaluation.targets[FOREST];
        targets[i].name = sa_arena_printf(&sample.arena, "f%zu.example", i);
        targets[i].result_count = 0;
    }
    sample.evaluation.targets = targets;
    sample.evaluation.target_count = SA_COUNT(targets);
    sample.evaluation.pair_count = sample.evaluation.readiness_count = 0;
    page_open(&page, &sample, NULL);
    assert_int_equal(count_of(&page, "//article[starts-with(@class,'card')]"), 0);
    assert_int_equal(count_of(&page, "//table[starts-with(@class,'servers')]/tbody/tr"), 8);
    assert_contains(text_of(&page, "//table[starts-with(@class,'servers')]"), "f8.exampleforest");
    assert_int_equal(count_of(&page, "//table[starts-with(@class,'matrix many')]/tbody/tr"), 8);
    page_close(&page);
    sample_done(&sample);
}

static void warnings_stand_on_top(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make(&sample);
    page_open(&page, &sample, NULL);
    assert_int_equal(count_of(&page, "//section[@id='verdict']//div[@class='notice']"), 0);
    page_close(&page);
    sample.evaluation.run.interrupted = true;
    sample.evaluation.run.finished_at = "";
    sample.evaluation.selection_complete = false;
    page_open(&page, &sample, NULL);
    assert_int_equal(count_of(&page, "//section[@id='verdict']//div[@class='notice']"), 2);
    page_close(&page);
    sample.evaluation.target_count = 0;
    sample.evaluation.pair_count = 0;
    sample.evaluation.readiness_count = 0;
    sample.evaluation.estate_lower = sample.evaluation.estate_upper = -1;
    page_open(&page, &sample, NULL);
    assert_contains(text_of(&page, "//section[@id='verdict']"), "No server was audited.");
    page_close(&page);
    sample_done(&sample);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    struct sample sample;
    struct page first;
    struct page second;

    (void)state;
    sample_make(&sample);
    page_open(&first, &sample, NULL);
    sample_done(&sample);
    sample_make(&sample);
    page_open(&second, &sample, NULL);
    assert_string_equal(sa_buf_text(&first.out), sa_buf_text(&second.out));
    page_close(&first);
    page_close(&second);
    sample_done(&sample);
}

static void a_full_buffer_is_an_error(void **state)
{
    struct sample sample;
    struct sa_error err = {0};

    (void)state;
    sample_make(&sample);
    for (size_t limit = 0; limit < 60000; limit += 997) {
        SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(limit);

        assert_int_equal(sa_report_html(&sample.evaluation, &sample.catalogue, NULL, &out, &err),
                         SA_E_LIMIT);
        assert_string_not_equal(err.hint, "");
    }
    sample_done(&sample);
}

static const struct sa_resource *asset(const char *path)
{
    for (const struct sa_resource *at = sa_reports_resources; at->path != NULL; at++) {
        if (strcmp(at->path, path) == 0)
            return at;
    }
    fail_msg("no %s", path);
    abort();
}

static void assets_are_small_and_fit_into_xml(void **state)
{
    (void)state;
    for (const struct sa_resource *at = sa_reports_resources; at->path != NULL; at++) {
        assert_null(memchr(at->data, '<', *at->len));
        assert_null(memchr(at->data, '&', *at->len));
        assert_null(strstr((const char *)at->data, "http"));
        assert_null(strstr((const char *)at->data, "url("));
        assert_null(strstr((const char *)at->data, "@import"));
    }
    assert_true(*asset("assets/report.js")->len < 15 * SA_KIB);
    assert_null(strstr((const char *)asset("assets/report.js")->data, "innerHTML"));
    assert_null(strstr((const char *)asset("assets/report.js")->data, "eval"));
}

/* Contrast (WCAG 2.2, 1.4.3) of the colours of one theme. */
static double channel(const char *hex)
{
    char digits[3] = {hex[0], hex[1], '\0'};
    double value = (double)strtoul(digits, NULL, 16) / 255;
    double base = (value + 0.055) / 1.055;

    if (value <= 0.04045)
        return value / 12.92;
    return __builtin_pow(base, 2.4);
}

static double luminance(const char *theme, const char *name)
{
    char wanted[32];
    const char *at = NULL;

    (void)snprintf(wanted, sizeof wanted, "--%s:#", name);
    at = strstr(theme, wanted);
    if (at == NULL) {
        fail_msg("no colour %s", name);
        abort();
    }
    at += strlen(wanted);
    return 0.2126 * channel(at) + 0.7152 * channel(at + 2) + 0.0722 * channel(at + 4);
}

static double contrast(const char *theme, const char *front, const char *back)
{
    double a = luminance(theme, front);
    double b = luminance(theme, back);

    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static void colours_can_be_read(void **state)
{
    static const char *const pairs[][2] = {
        {"ink",     "paper"       },
        {"soft",    "paper"       },
        {"link",    "paper"       },
        {"fail",    "paper"       },
        {"warn",    "paper"       },
        {"unknown", "paper"       },
        {"pass",    "paper"       },
        {"info",    "paper"       },
        {"na",      "paper"       },
        {"ink",     "wash"        },
        {"soft",    "wash"        },
        {"link",    "wash"        },
        {"ink",     "mark"        },
        {"ink",     "warn-wash"   },
        {"warn",    "warn-wash"   },
        {"fail",    "fail-wash"   },
        {"unknown", "unknown-wash"},
        {"pass",    "pass-wash"   },
        {"ink",     "fail-wash"   },
        {"ink",     "unknown-wash"},
        {"ink",     "pass-wash"   },
        {"soft",    "fail-wash"   },
        {"soft",    "pass-wash"   },
        {"paper",   "ink"         },
    };
    const char *light = (const char *)asset("assets/report.css")->data;
    const char *dark = strstr(light, "prefers-color-scheme:dark");

    (void)state;
    assert_non_null(dark);
    for (size_t i = 0; i < SA_COUNT(pairs); i++) {
        if (contrast(light, pairs[i][0], pairs[i][1]) < 4.5)
            fail_msg("light: %s on %s", pairs[i][0], pairs[i][1]);
        if (contrast(dark, pairs[i][0], pairs[i][1]) < 4.5)
            fail_msg("dark: %s on %s", pairs[i][0], pairs[i][1]);
    }
}

/* Generous: sanitizers and slow machines. */
static void it_is_fast(void **state)
{
    struct sample sample;
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    clock_t start = 0;

    (void)state;
    sample_make_large(&sample, 200, 60);
    start = clock();
    assert_int_equal(sa_report_html(&sample.evaluation, &sample.catalogue, NULL, &out, NULL), 0);
    assert_true((clock() - start) / CLOCKS_PER_SEC < 10);
    sample_done(&sample);
}

static void many_servers_are_rows(void **state)
{
    struct sample sample;
    struct page page;

    (void)state;
    sample_make_large(&sample, 14, 20);
    page_open(&page, &sample, NULL);
    assert_int_equal(count_of(&page, "//table[starts-with(@class,'servers')]/tbody/tr"), 14);
    assert_int_equal(count_of(&page, "//table[@class='matrix many']/tbody/tr"), 14);
    assert_int_equal(count_of(&page, "//article[starts-with(@class,'card')]"), 0);
    assert_int_equal(count_of(&page, "//nav//a[@href='#targets']"), 1);
    assert_int_equal(count_of(&page, "//article[@class='result']//pre"), 0);
    assert_int_equal(count_of(&page, "//section[@id='catalogue']//pre"), 20);
    page_close(&page);
    sample_done(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_is_complete),
        cmocka_unit_test(the_verdict_names_roles_and_numbers),
        cmocka_unit_test(findings_show_their_evidence),
        cmocka_unit_test(hostile_texts_stay_texts),
        cmocka_unit_test(every_text_can_be_the_same),
        cmocka_unit_test(long_lists_say_what_they_leave_out),
        cmocka_unit_test(unseen_is_never_good),
        cmocka_unit_test(a_clean_server_may_be_called_so),
        cmocka_unit_test(only_known_verdicts_have_their_colour),
        cmocka_unit_test(a_forest_tells_what_was_seen_and_what_not),
        cmocka_unit_test(a_server_tells_what_its_windows_is),
        cmocka_unit_test(a_server_tells_how_its_engine_works),
        cmocka_unit_test(a_silent_forest_is_not_an_empty_one),
        cmocka_unit_test(a_server_names_the_forest_that_it_lacks),
        cmocka_unit_test(many_forests_are_rows),
        cmocka_unit_test(warnings_stand_on_top),
        cmocka_unit_test(the_same_input_gives_the_same_bytes),
        cmocka_unit_test(a_full_buffer_is_an_error),
        cmocka_unit_test(assets_are_small_and_fit_into_xml),
        cmocka_unit_test(colours_can_be_read),
        cmocka_unit_test(it_is_fast),
        cmocka_unit_test(many_servers_are_rows),
    };
    int failed = 0;

    xmlInitParser();
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    xmlCleanupParser();
    return failed;
}
