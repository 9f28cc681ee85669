/* SPDX-License-Identifier: Apache-2.0 */
/* Effective rights in the words that checks compare. A narrower right that a wider one contains is
 * named too, because each question is asked by itself: a check that looks for reset_password finds
 * it wherever it comes from. */
#include "syncaudit/compiler.h"
#include "syncaudit/secdesc.h"

#include "access.h"
#include "guid_names.h"

struct listing {
    struct sa_access_view view;
    struct sa_power *powers;
    size_t room, count;
};

struct named_bit {
    const char *right;
    uint32_t bit;
};

struct named_guid {
    const char *right;
    struct sa_guid guid;
};

static const struct named_bit whole_object[] = {
    {"write_dacl",           SA_ACCESS_WRITE_DACL    },
    {"write_owner",          SA_ACCESS_WRITE_OWNER   },
    {"delete",               SA_ACCESS_DELETE        },
    {"delete_tree",          SA_ACCESS_DELETE_TREE   },
    {"all_extended_rights",  SA_ACCESS_CONTROL       },
    {"create_all_children",  SA_ACCESS_CREATE_CHILD  },
    {"delete_all_children",  SA_ACCESS_DELETE_CHILD  },
    {"read_all_properties",  SA_ACCESS_READ_PROPERTY },
    {"write_all_properties", SA_ACCESS_WRITE_PROPERTY},
};

static const struct named_guid domain_rights[] = {
    {"replicate_changes",       SA_GUID(1131f6aa, 9c07, 11d1, f79f, 00c04fc2dcd2)},
    {"replicate_changes_all",   SA_GUID(1131f6ad, 9c07, 11d1, f79f, 00c04fc2dcd2)},
    {"replicate_filtered_set",  SA_GUID(89e95b76, 444d, 4c62, 991a, 0facbeda640c)},
    {"replication_synchronize", SA_GUID(1131f6ab, 9c07, 11d1, f79f, 00c04fc2dcd2)},
    {"manage_topology",         SA_GUID(1131f6ac, 9c07, 11d1, f79f, 00c04fc2dcd2)},
};

static const struct named_guid extended_rights[] = {
    {"reset_password",       SA_GUID(00299570, 246d, 11d0, a768, 00aa006e0529)},
    {"unexpire_password",    SA_GUID(ccc2dc7d, a6ad, 4a7a, 8846, c04e3cc53501)},
    {"migrate_sid_history",  SA_GUID(ba33815a, 4f93, 4c76, 87f3, 57574bff8109)},
    {"reanimate_tombstones", SA_GUID(45ec5156, db7e, 47bb, b53f, dbeb2d03c40f)},
};

/* Each has the GUID of the attribute that it lets one write within bounds. */
static const struct named_guid validated_writes[] = {
    {"add_self_as_member", SA_GUID(bf9679c0, 0de6, 11d0, a285, 00aa003049e2)},
    {"validated_spn",      SA_GUID(f3a64788, 5306, 11d1, a9c5, 0000f80367c1)},
    {"validated_dns_name", SA_GUID(72e39547, 7b18, 11d1, adef, 00c04fd8d5cd)},
};

static void add(struct listing *list, struct sa_power power)
{
    if (list->count < list->room)
        list->powers[list->count] = power;
    list->count++;
}

/* Adds a power when the answer is yes. */
static void note(struct listing *list, const char *right, const char *what,
                 const struct sa_access_answer *answer)
{
    if (answer->allowed)
        add(list, (struct sa_power){
                      .right = right,
                      .what = what,
                      .via = *sa_access_via(&list->view, answer),
                      .inherited = answer->by != NULL && (answer->by->flags & SA_ACE_INHERITED),
                      .conditional = answer->conditional,
                  });
}

static struct sa_access_answer ask_guid(const struct listing *list, uint32_t bit,
                                        const struct sa_guid *guid)
{
    struct sa_access_path path = {
        {NULL, NULL, guid}
    };

    return sa_access_ask(&list->view, bit, &path);
}

/* All bits together, perhaps by several entries: it is as the last of them, in stored order, is. */
static void list_full_control(struct listing *list)
{
    struct sa_access_answer all = {.allowed = true};

    for (uint32_t bit = 1; bit <= SA_ACCESS_WRITE_OWNER && all.allowed; bit <<= 1) {
        struct sa_access_answer one;

        if (!(bit & SA_ACCESS_FULL))
            continue;
        one = sa_access_whole(&list->view, bit);
        one.conditional |= all.conditional;
        if (one.allowed && (one.by == NULL || (all.by != NULL && all.by > one.by)))
            one.by = all.by;
        all = one;
    }
    note(list, "full_control", "", &all);
}

static void list_whole_object(struct listing *list)
{
    for (size_t i = 0; i < SA_COUNT(whole_object); i++) {
        struct sa_access_answer answer = sa_access_whole(&list->view, whole_object[i].bit);

        note(list, whole_object[i].right, "", &answer);
    }
}

static void list_controls(struct listing *list, const struct named_guid *rights, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct sa_access_answer answer = ask_guid(list, SA_ACCESS_CONTROL, &rights[i].guid);

        note(list, rights[i].right, "", &answer);
    }
}

static struct sa_access_answer ask_attribute(const struct listing *list, uint32_t bit,
                                             const struct sa_guid *guid, const struct sa_guid *set)
{
    struct sa_access_path path = sa_access_property(&list->view, guid, set);

    return sa_access_ask(&list->view, bit, &path);
}

/* Who may write the attribute as he likes may also do so within bounds. */
static void list_validated_writes(struct listing *list)
{
    for (size_t i = 0; i < SA_COUNT(validated_writes); i++) {
        const struct named_guid *write = &validated_writes[i];
        const struct sa_guid *set = NULL;
        struct sa_access_answer self = ask_guid(list, SA_ACCESS_SELF, &write->guid);
        struct sa_access_answer free;

        for (size_t k = 0; k < sa_power_attribute_count; k++) {
            if (sa_guid_same(&sa_power_attributes[k].guid, &write->guid))
                set = sa_power_attributes[k].set;
        }
        free = ask_attribute(list, SA_ACCESS_WRITE_PROPERTY, &write->guid, set);
        if (!self.allowed || (self.conditional && free.allowed && !free.conditional))
            self = free;
        note(list, write->right, "", &self);
    }
}

static void list_attributes(struct listing *list)
{
    for (size_t i = 0; i < sa_power_attribute_count; i++) {
        const struct sa_known_attribute *attribute = &sa_power_attributes[i];
        struct sa_access_answer answer =
            ask_attribute(list, SA_ACCESS_WRITE_PROPERTY, &attribute->guid, attribute->set);

        note(list, "write_property", attribute->name, &answer);
    }
}

static void list_children(struct listing *list)
{
    for (size_t i = 0; i < sa_child_class_count; i++) {
        const struct sa_known_class *child = &sa_child_classes[i];
        struct sa_access_answer create = ask_guid(list, SA_ACCESS_CREATE_CHILD, &child->guid);
        struct sa_access_answer delete = ask_guid(list, SA_ACCESS_DELETE_CHILD, &child->guid);

        note(list, "create_child", child->name, &create);
        note(list, "delete_child", child->name, &delete);
    }
}

/* Reading a confidential attribute takes control access to it as well ([MS-ADTS] 3.1.1.4.4). */
static void list_secrets(struct listing *list, const struct sa_schema_attribute *extra,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct sa_guid *set = extra[i].has_property_set ? &extra[i].property_set : NULL;
        struct sa_access_answer read =
            ask_attribute(list, SA_ACCESS_READ_PROPERTY, &extra[i].guid, set);
        struct sa_access_answer control = read;

        if (extra[i].confidential)
            control = ask_attribute(list, SA_ACCESS_CONTROL, &extra[i].guid, set);
        /* The rarer of the two is the one to speak of. */
        control.allowed &= read.allowed;
        control.conditional |= read.conditional;
        note(list, "read_secret", extra[i].name, &control);
    }
}

size_t sa_powers(const struct sa_access_object *object, const struct sa_token *token,
                 bool is_domain_head, const struct sa_schema_attribute *extra, size_t extra_count,
                 struct sa_power *powers, size_t room)
{
    struct listing list = {.powers = powers, .room = room};

    sa_access_look(&list.view, object, token);
    if (list.view.owns)
        add(&list, (struct sa_power){.right = "owner", .what = "", .via = object->sd->owner});
    list_full_control(&list);
    list_whole_object(&list);
    if (is_domain_head)
        list_controls(&list, domain_rights, SA_COUNT(domain_rights));
    list_controls(&list, extended_rights, SA_COUNT(extended_rights));
    list_attributes(&list);
    list_validated_writes(&list);
    list_children(&list);
    list_secrets(&list, extra, extra_count);
    return list.count;
}
