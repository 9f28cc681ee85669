/* SPDX-License-Identifier: Apache-2.0 */
/* What the collectors ask for, for people: which of the operations of a transport each source uses. The
 * transports' own tables say what can be sent at all; a test compares the two. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/host.h"
#include "syncaudit/text.h"

#define REGISTRY "reg query, root/cimv2/StdRegProv, root/default/StdRegProv"
#define CIM      "root/cimv2/"

static const struct {
    const char *source, *asks;
} hosts[] = {
    {"registry",     REGISTRY                                                                 },
    {"software",     REGISTRY                                                                 },
    {"certificate",  REGISTRY                                                                 },
    {"firewall",     REGISTRY                                                                 },
    {"share",        REGISTRY                                                                 },
    {"host",         CIM "Win32_OperatingSystem, " CIM "Win32_ComputerSystem"                 },
    {"local_user",   CIM "Win32_Account"                                                      },
    {"local_group",
     CIM "Win32_Account, " CIM "Win32_GroupUser, " CIM "Win32_Group, " CIM "Win32_UserAccount"},
    {"service",      CIM "Win32_Service"                                                      },
    {"listener",     "root/StandardCimv2/MSFT_NetTCPConnection"                               },
    {"disk",         CIM "Win32_LogicalDisk"                                                  },
    {"network",      CIM "Win32_NetworkAdapterConfiguration"                                  },
    {"hotfix",       CIM "Win32_QuickFixEngineering"                                          },
    {"feature",      CIM "Win32_ServerFeature, " CIM "Win32_OptionalFeature"                  },
    {"task",         "root/Microsoft/Windows/TaskScheduler/MSFT_ScheduledTask"                },
    {"winrm_config", "winrm/config, winrm/config/listener"                                    },
    {"antimalware",  "root/Microsoft/Windows/Defender/MSFT_MpComputerStatus, "
                    "root/Microsoft/Windows/Defender/MSFT_MpPreference"    },
    {"device_guard", "root/Microsoft/Windows/DeviceGuard/Win32_DeviceGuard"                   },
    {"tpm",          CIM "Security/MicrosoftTpm/Win32_Tpm"                                    },
    {"encryption",   CIM "Security/MicrosoftVolumeEncryption/Win32_EncryptableVolume"         },
    {"database",     CIM "CIM_DataFile"                                                       },
    {"log",          REGISTRY ", " CIM "Win32_NTEventLogFile"                                 },
    {"event_log",    CIM "Win32_NTLogEvent"                                                   },
};

const char *sa_host_asks(const char *source)
{
    for (size_t i = 0; i < SA_COUNT(hosts); i++) {
        if (strcmp(hosts[i].source, source) == 0)
            return hosts[i].asks;
    }
    return "";
}

bool sa_asks_for(const char *asks, const char *prefix)
{
    for (const char *at = asks; *at; at += strspn(at, ", ")) {
        if (sa_text_starts(at, prefix))
            return true;
        at += strcspn(at, ",");
    }
    return false;
}

/* Reading is allowed to everybody who is authenticated unless a directory was hardened. */
#define READER "any account of the forest (Read on the objects: given to Authenticated Users)"

static const struct sa_forest_source forests[] = {
    {"ad_forest",
     "domains, functional levels, domain controllers, optional features, tombstone lifetime", "rootDSE; CN=Partitions, CN=Services, CN=Sites of the configuration; CN=Schema; domain heads",
     READER                                                                                                                                                                                        },
    {"ad_account",
     "accounts, groups and computers of synchronisation, and who is privileged over them",    "searches by name, SID and pattern in each domain; tokenGroups, member, memberOf",             READER},
    {"ad_right",
     "who may do what to domain heads, AdminSDHolder, synchronised containers and those "
     "accounts",                                                                              "nTSecurityDescriptor without the SACL",                                                       READER},
    {NULL,         NULL,                                                                      NULL,                                                                                          NULL  },
};

const struct sa_forest_source *sa_forest_sources(void)
{
    return forests;
}
