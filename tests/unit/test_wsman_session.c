/* SPDX-License-Identifier: Apache-2.0 */
/* Identify, Get, Invoke; headers of requests; time limits; the footprint. */
#include <string.h>

#include "syncaudit/limits.h"

#include "internal.h"
#include "support/test.h"
#include "wsman_script.h"

#define SCRIPT(array)                              \
    {                                              \
        .steps = (array), .count = SA_COUNT(array) \
    }

#define IDENTITY(version)                                                               \
    "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Header/><e:Body>" \
    "<i:IdentifyResponse "                                                              \
    "xmlns:i='http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd'>"        \
    "<i:ProtocolVersion>p</i:ProtocolVersion><i:ProductVendor>v</i:ProductVendor>"      \
    "<i:ProductVersion>" version "</i:ProductVersion></i:IdentifyResponse></e:Body></e:Envelope>"

struct seen {
    size_t count;
    char name[64];
};

static int see(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    struct seen *seen = payload;

    (void)err;
    seen->count++;
    (void)snprintf(seen->name, sizeof seen->name, "%s", wsman_local(item));
    return 0;
}

static void test_identify(void **state)
{
    static const struct script_step steps[] = {
        {"<i:Identify ",          0, 0, IDENTITY("OS: 10.0.20348 SP: 0.0 Stack: 3.0"), 0},
        {"<s:Header></s:Header>", 0, 0, IDENTITY("OS: 0.0.0 SP: 0.0 Stack: 2.0"),      0},
        {NULL,                    0, 0, IDENTITY("something else"),                    0},
        {NULL,                    0, 0, SCRIPT_ANSWER("<x/>"),                         0},
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct sa_wsman_identity identity;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_wsman_identify(session, false, &identity, &err), 0);
    assert_string_equal(identity.os, "10.0.20348");
    assert_string_equal(identity.stack, "3.0");
    assert_string_equal(identity.vendor, "v");
    assert_false(script.calls[0].anonymous);
    assert_int_equal(sa_wsman_identify(session, true, &identity, &err), 0);
    assert_string_equal(identity.os, "");
    assert_string_equal(identity.stack, "2.0");
    assert_true(script.calls[1].anonymous);
    assert_int_equal(sa_wsman_identify(session, false, &identity, &err), 0);
    assert_string_equal(identity.stack, "");
    assert_int_equal(sa_wsman_identify(session, false, &identity, &err), SA_E_PROTOCOL);
    sa_wsman_close(session);
    script_done(&script);
}

static void test_get(void **state)
{
    static const struct script_step steps[] = {
        {"transfer/Get<", 0, 0,   SCRIPT_ANSWER("<p:Win32_Group xmlns:p='u'/>"), 0},
        {NULL,            0, 500, SCRIPT_FAULT("2150858752"),                    0},
        {NULL,            0, 0,   SCRIPT_ANSWER(""),                             0},
    };
    static const struct sa_wsman_selector keys[] = {
        {"Domain", "A & B"    },
        {"Name",   " x\"<\r\n"}
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct seen seen = {0};
    struct sa_error err = {0};
    size_t exchanges = 0;
    size_t bytes = 0;

    (void)state;
    assert_int_equal(
        sa_wsman_get(session, URI_WMI "root/cimv2/Win32_Group", keys, 2, see, &seen, &err), 0);
    assert_string_equal(seen.name, "Win32_Group");
    assert_non_null(
        strstr(script.requests[0],
               "<w:SelectorSet><w:Selector Name=\"Domain\">A &amp; B</w:Selector>"
               "<w:Selector Name=\"Name\"> x&quot;&lt;&#13;&#10;</w:Selector></w:SelectorSet>"));
    assert_non_null(strstr(script.requests[0], "<a:To>http://host.example:5985/wsman</a:To>"));
    assert_non_null(
        strstr(script.requests[0], "<w:OperationTimeout>PT20.000S</w:OperationTimeout>"));
    assert_non_null(
        strstr(script.requests[0], "<w:Locale s:mustUnderstand=\"false\" xml:lang=\"en-US\"/>"));
    assert_true(script.calls[0].repeatable);
    assert_true(script.calls[0].timeout_ms > 20000);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), SA_E_NOT_FOUND);
    assert_int_equal(script.last.code, 2150858752);
    assert_int_equal(script.last.status, SA_E_NOT_FOUND);
    assert_null(strstr(script.requests[1], "SelectorSet"));
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), SA_E_PROTOCOL);
    assert_int_equal(seen.count, 1);
    sa_wsman_counts(session, &exchanges, &bytes);
    assert_int_equal(exchanges, 3);
    assert_true(bytes > 3000);
    sa_wsman_close(session);
    script_done(&script);
}

static void test_invoke(void **state)
{
    static const struct script_step steps[] = {
        {"/root/default/StdRegProv/EnumKey</a:Action>", 0, 0,
         SCRIPT_ANSWER("<p:EnumKey_OUTPUT xmlns:p='u'/>"), 0},
    };
    static const struct sa_wsman_param params[] = {
        {"hDefKey",     "2147483650"   },
        {"sSubKeyName", "SOFTWARE\\A&B"}
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct seen seen = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_wsman_invoke(session, URI_WMI "root/default/StdRegProv", "EnumKey", NULL, 0,
                                     params, 2, see, &seen, &err),
                     0);
    assert_string_equal(seen.name, "EnumKey_OUTPUT");
    assert_non_null(strstr(script.requests[0],
                           "<m:EnumKey_INPUT xmlns:m=\"" URI_WMI "root/default/StdRegProv\">"
                           "<m:hDefKey>2147483650</m:hDefKey><m:sSubKeyName>SOFTWARE\\A&amp;B"
                           "</m:sSubKeyName></m:EnumKey_INPUT>"));
    assert_int_equal(script.watched, 1);
    sa_wsman_close(session);
    script_done(&script);
}

/* No request is longer than the time that is left, and ids are never the same. */
static void test_times_and_ids(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0, SCRIPT_ANSWER("<x/>"), 0}
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, script_clock_ms + 7000, NULL);
    struct seen seen = {0};
    struct sa_error err = {0};
    const char *first = NULL;
    const char *second = NULL;

    (void)state;
    script.endless = true;
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), 0);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), 0);
    assert_non_null(strstr(script.requests[0], "PT7.000S"));
    assert_int_equal(script.calls[0].timeout_ms, 7000);
    first = strstr(script.requests[0], "<a:MessageID>uuid:");
    second = strstr(script.requests[1], "<a:MessageID>uuid:");
    assert_non_null(first);
    assert_non_null(second);
    assert_int_not_equal(strncmp(first, second, 54), 0);
    assert_int_equal(strspn(first + 18, "0123456789ABCDEF-"), 36);
    script_clock_ms += 7000;
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), SA_E_TIMEOUT);
    assert_int_equal(script.next, 2);
    sa_wsman_close(session);
    script_done(&script);
}

static void test_what_xml_cannot_hold(void **state)
{
    struct script script = {0};
    struct sa_wsman *session = script_open(&script, 0, NULL);
    static const struct sa_wsman_selector keys[] = {
        {"Name", "a\x01"}
    };
    static const struct sa_wsman_selector broken[] = {
        {"Name", "\xC3"}
    };
    struct seen seen = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(
        sa_wsman_get(session, URI_WMI "root/cimv2/Win32_Group", keys, 1, see, &seen, &err),
        SA_E_INTERNAL);
    assert_int_equal(
        sa_wsman_get(session, URI_WMI "root/cimv2/Win32_Group", broken, 1, see, &seen, &err),
        SA_E_INTERNAL);
    assert_int_equal(script.next, 0);
    sa_wsman_close(session);
}

static int instant(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                   long *ret_status, bool *ret_sent, struct sa_error *err)
{
    (void)transport;
    (void)call;
    (void)reply;
    *ret_status = 0;
    *ret_sent = false;
    return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "lost");
}

static void test_trips_are_bounded(void **state)
{
    const struct sa_wsman_options options = {.to = "http://h/wsman", .exchange = instant};
    struct sa_wsman *session = NULL;
    struct seen seen = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    for (size_t i = 0; i < SA_LIMIT_HOST_TRIPS; i++)
        assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err),
                         SA_E_NETWORK);
    assert_int_equal(sa_wsman_get(session, URI_CONFIG, NULL, 0, see, &seen, &err), SA_E_LIMIT);
    sa_wsman_close(session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_identify),
        cmocka_unit_test(test_get),
        cmocka_unit_test(test_invoke),
        cmocka_unit_test(test_times_and_ids),
        cmocka_unit_test(test_what_xml_cannot_hold),
        cmocka_unit_test(test_trips_are_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
