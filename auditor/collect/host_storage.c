/* SPDX-License-Identifier: Apache-2.0 */
/* Sources disk (Win32_LogicalDisk), encryption (Win32_EncryptableVolume) and database (CIM_DataFile in one
 * folder that the registry names: never a search through a disk). */
#include <string.h>

#include "syncaudit/text.h"

#include "host_account.h"

/* Disks -------------------------------------------------------------------------------------------- */

static int query(struct host *host, const char *ns, const char *wql, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    return host_query(host, ns, wql, NULL, list, err);
}

int host_gather_disks(struct host *host, struct sa_error *err)
{
    return query(host, CIMV2,
                 "SELECT DeviceID,Size,FreeSpace FROM Win32_LogicalDisk WHERE DriveType=3", err);
}

int host_store_disks(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        const char *drive = NULL;
        int r = host_need_text(host, list->items[i], "DeviceID", &drive, err);

        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_disk (target_id, drive, size, free, system,"
                            " evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(drive),
                            host_number_of(list->items[i], "Size", 0, INT64_MAX),
                            host_number_of(list->items[i], "FreeSpace", 0, INT64_MAX),
                            SA_INT(sa_text_same(drive, host->system_drive)),
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

/* BitLocker ---------------------------------------------------------------------------------------- */

int host_gather_volumes(struct host *host, struct sa_error *err)
{
    static const struct sa_cim_list none;
    int r = query(host, "root/cimv2/Security/MicrosoftVolumeEncryption",
                  "SELECT DeviceID,DriveLetter,ProtectionStatus FROM Win32_EncryptableVolume", err);

    /* Not installed: nothing is encrypted by it. */
    if (r != SA_E_NOT_FOUND)
        return r;
    host->data = &none;
    return 0;
}

int host_store_volumes(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        const char *letter = sa_cim_text(list->items[i], "DriveLetter");
        const char *drive = NULL;
        int r = host_need_text(host, list->items[i],
                               letter != NULL && letter[0] != '\0' ? "DriveLetter" : "DeviceID",
                               &drive, err);

        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_volume (target_id, drive, protection, evidence_id)"
                            " VALUES (?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(drive),
                            host_number_of(list->items[i], "ProtectionStatus", 0, 2),
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

/* Database ----------------------------------------------------------------------------------------- */

static bool is_path(const char *path)
{
    bool has_drive = ((path[0] >= 'A' && path[0] <= 'Z') || (path[0] >= 'a' && path[0] <= 'z')) &&
                     path[1] == ':' && path[2] == '\\';

    /* What no path may have, in Windows or in a question; "*" would be a search. */
    return has_drive && strlen(path) < 260 && strpbrk(path + 2, "*?\"<>|:%\n\r\t") == NULL;
}

/* The file by its name, in one exchange; under another name, all database files of that one folder. */
static int ask_files(struct host *host, const char *path, struct sa_error *err)
{
    size_t len = strlen(path);
    const char *folder = NULL;
    const struct sa_cim_instance **item =
        host_alloc(host, 1, sizeof(const struct sa_cim_instance *));
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    struct sa_wsman_selector key = {.name = "Name"};
    int r = 0;

    if (!is_path(path))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the registry names '%.200s' as the product's folder, which is no path of a "
                       "local disk",
                       host_text(host, path));
    folder = host_printf(host, "%s%sData\\", path, path[len - 1] == '\\' ? "" : "\\");
    key.value = host_printf(host, "%sADSync.mdf", folder);
    if (item == NULL || list == NULL || host->room.status < 0)
        return host_fail_room(host, err);
    r = host_get(host, CIMV2, "CIM_DataFile", &key, 1, item, err);
    if (r == 0) {
        *list = (struct sa_cim_list){.items = item, .count = 1};
        host->data = list;
    }
    if (r != SA_E_NOT_FOUND)
        return r;
    return query(host, CIMV2,
                 host_printf(host,
                             "SELECT Name,FileSize FROM CIM_DataFile WHERE Drive=\"%c:\" AND "
                             "Path=\"%s\" AND (Extension=\"mdf\" OR Extension=\"ldf\")",
                             path[0], host_quoted(host, folder + 2)),
                 err);
}

int host_gather_database(struct host *host, struct sa_error *err)
{
    const char *server = NULL;
    const char *path = NULL;
    int has_server = host_setting_text(host, "ADSync.Server", &server, err);
    int has_path = has_server < 0 ? 0 : host_setting_text(host, "ADSync.Path", &path, err);

    if (has_server < 0 || has_path < 0)
        return has_server < 0 ? has_server : has_path;
    host->data = host_alloc(host, 1, sizeof(struct sa_cim_list));
    if (host->data == NULL)
        return host_fail_room(host, err);
    /* Another server's database has no file here; without a path the product is not installed. */
    if (has_path == 0 || (has_server > 0 && !sa_text_starts(server, "(localdb)")))
        return 0;
    return ask_files(host, path, err);
}

int host_store_database(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        const char *path = NULL;
        int64_t size = 0;
        int r = host_need_text(host, list->items[i], "Name", &path, err);

        if (r == 0)
            r = host_need_number(list->items[i], "FileSize", 0, INT64_MAX, &size, err);
        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_database_file (target_id, path, size, evidence_id)"
                            " VALUES (?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(path), SA_INT(size),
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}
