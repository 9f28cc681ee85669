/* SPDX-License-Identifier: Apache-2.0 */
/* Every bound in one place. What comes from outside is larger, deeper or longer only by error or
 * by intent; reaching a bound is an error with its name in it, never a silent cut. */
#ifndef SYNCAUDIT_LIMITS_H
#define SYNCAUDIT_LIMITS_H

#define SA_KIB ((size_t)1024)
#define SA_MIB ((size_t)1024 * 1024)

/* Configuration export folders. The largest real connector file seen has 2 MB and 43,000 leaf
 * elements; a forest with a large schema may have ten times that. */
#define SA_LIMIT_EXPORT_FILE  (64 * SA_MIB)  /**< one file */
#define SA_LIMIT_EXPORT_TOTAL (512 * SA_MIB) /**< one folder */
#define SA_LIMIT_EXPORT_FILES 20000          /**< files in one folder */
#define SA_LIMIT_XML_DEPTH    64
#define SA_LIMIT_XML_NODES    20000000     /**< nodes of one file */
#define SA_LIMIT_XML_TEXT     (1 * SA_MIB) /**< one text value that is kept */
#define SA_LIMIT_NAME         4096         /**< bytes of a name, which becomes part of keys */
#define SA_LIMIT_CONNECTORS   256
#define SA_LIMIT_RULES        10000
#define SA_LIMIT_ITEMS        2000000        /**< fact rows of one server */
#define SA_LIMIT_MODEL        (512 * SA_MIB) /**< memory for what one folder holds */

/* Active Directory. AD's own bounds: 1,000 entries a page, 1,500 values a range, security
 * descriptors up to 64 KiB, 10 MB a message. */
#define SA_LIMIT_LDAP_MESSAGE      (32 * SA_MIB) /**< one LDAP message */
#define SA_LIMIT_LDAP_VALUE        (8 * SA_MIB)  /**< one attribute value */
#define SA_LIMIT_LDAP_VALUES       200000 /**< values of one attribute, all ranges together */
#define SA_LIMIT_LDAP_ENTRIES      100000 /**< entries of one search */
#define SA_LIMIT_LDAP_BYTES        (256 * SA_MIB) /**< values and names of one search */
#define SA_LIMIT_LDAP_PAGE         500
#define SA_LIMIT_LDAP_PAGES        10000
#define SA_LIMIT_DCS               256
#define SA_LIMIT_SECDESC           (128 * SA_KIB)
#define SA_LIMIT_ACES              8192
#define SA_LIMIT_TOKEN             4096 /**< groups of one account; Windows stops at 1,015 */
#define SA_LIMIT_NESTING           64   /**< groups in a membership path */
#define SA_LIMIT_FOREST_DOMAINS    256
#define SA_LIMIT_FOREST_ACCOUNTS   5000 /**< sync accounts and computers of one forest */
#define SA_LIMIT_FOREST_PRIVILEGED 20000
#define SA_LIMIT_FOREST_OBJECTS    50000
#define SA_LIMIT_FOREST_MODEL      (256 * SA_MIB) /**< memory for one forest */
#define SA_LIMIT_FORESTS           64
#define SA_LIMIT_FOREST_ROWS       1000 /**< accounts, gaps, domains of one forest in a report */

/* WS-Man. Windows itself stops at 500 KiB an envelope unless it was told otherwise. */
#define SA_LIMIT_HTTP_HEADERS    (64 * SA_KIB) /**< of one answer */
#define SA_LIMIT_HTTP_REPLY      (64 * SA_MIB) /**< body of one answer */
#define SA_LIMIT_AUTH_LEGS       8
#define SA_LIMIT_AUTH_TOKEN      (64 * SA_KIB)
#define SA_LIMIT_SIGNATURE       256 /**< bytes in front of a sealed message */
#define SA_LIMIT_WSMAN_DEPTH     64
#define SA_LIMIT_WSMAN_NODES     4000000        /**< of one answer */
#define SA_LIMIT_WSMAN_ITEMS     200000         /**< of one enumeration */
#define SA_LIMIT_WSMAN_PULLS     10000          /**< of one enumeration */
#define SA_LIMIT_WSMAN_BYTES     (256 * SA_MIB) /**< of one enumeration, or of one command's output */
#define SA_LIMIT_WSMAN_TRIES     8              /**< of one operation, quota faults and 503 */
#define SA_LIMIT_CLIXML_BYTES    (64 * SA_MIB)  /**< one text of CLIXML: a message, a stream */
#define SA_LIMIT_CLIXML_NODES    1000000        /**< of one text; 2 MB of services have 60,000 */
#define SA_LIMIT_CLIXML_DEPTH    50             /**< objects within objects, as PowerShell itself */
#define SA_LIMIT_PSRP_MESSAGE    (64 * SA_MIB)  /**< one message */
#define SA_LIMIT_PSRP_OPEN       64             /**< messages of one stream that are not complete */
#define SA_LIMIT_PSRP_HELD       (64 * SA_MIB)  /**< bytes of those */
#define SA_LIMIT_PSRP_BYTES      (256 * SA_MIB) /**< of one shell, or of one pipeline */
#define SA_LIMIT_PSRP_RECORDS    200000         /**< of one pipeline */
#define SA_LIMIT_PSRP_HOST_CALLS 64             /**< of one pipeline that want an answer */
#define SA_LIMIT_PSRP_BEGINNINGS 1000   /**< texts of CLIXML in a stream of powershell.exe */
#define SA_LIMIT_PSRP_REOPENS    8      /**< of one runspace that was lost or does not stop */
#define SA_LIMIT_CIM_PROPERTIES  2000   /**< of one instance */
#define SA_LIMIT_CIM_VALUES      200000 /**< of one array */
#define SA_LIMIT_REGISTRY_KEYS   50000
#define SA_LIMIT_REGISTRY_VALUES 500000
#define SA_LIMIT_REGISTRY_BYTES  (64 * SA_MIB)
#define SA_LIMIT_HOST_MODEL      (256 * SA_MIB) /**< memory for one host */
#define SA_LIMIT_HOST_TRIPS      20000          /**< exchanges with one host */
#define SA_LIMIT_FIREWALL_RULES  20000          /**< of one host */
#define SA_LIMIT_EVENTS          20000          /**< records of one host */
#define SA_LIMIT_JOBS            512

/* The sync engine. Seven days of history of two connectors are some 3,000 runs. */
#define SA_LIMIT_ENGINE_RECORDS 200000         /**< of one source of a server's PowerShell */
#define SA_LIMIT_ENGINE_MEMBERS 64             /**< of one record */
#define SA_LIMIT_ENGINE_FILES   (128 * SA_MIB) /**< configuration of a server, all files unpacked */
#define SA_LIMIT_RUNS           20000          /**< of one server's run history */
#define SA_LIMIT_FOLDERS        1000 /**< folders of the product of which the rights are read */

/* Our own files. */
#define SA_LIMIT_CONFIG_FILE (1 * SA_MIB)
#define SA_LIMIT_CHECK_FILE  (256 * SA_KIB)
#define SA_LIMIT_CHECKS      5000
#define SA_LIMIT_YAML_DEPTH  16
#define SA_LIMIT_YAML_NODES  100000
#define SA_LIMIT_TARGETS     10000

/* Queries of checks and of `query`. */
#define SA_LIMIT_SQL_VALUE        (1 * SA_MIB) /**< one value in a query */
#define SA_LIMIT_SQL_STEPS        50000000ULL  /**< virtual machine instructions of one check */
#define SA_LIMIT_SQL_MS           120000 /**< time of one check, for what steps do not count */
#define SA_LIMIT_SQL_HEAP         (512 * SA_MIB) /**< SQLite's memory that checks may take */
#define SA_LIMIT_FINDINGS         2000           /**< rows of one check for one target */
#define SA_LIMIT_FINDING_BYTES    (1 * SA_MIB)   /**< text of all of them */
#define SA_LIMIT_CELL             (16 * SA_KIB) /**< one cell of a finding; longer ones are shortened visibly */
#define SA_LIMIT_QUERY_ROWS       1000000         /**< rows that `query` prints */
#define SA_LIMIT_DIFFERENCES      50000           /**< of one pair that are kept; all are counted */
#define SA_LIMIT_DIFFERENCE_BYTES (64 * SA_MIB)   /**< text of those */
#define SA_LIMIT_EVALUATION       (1024 * SA_MIB) /**< memory of one evaluation */

#define SA_LIMIT_DERIVE_HEAP      (2048 * SA_MIB) /**< for pairs and parity; a pair needs 4 MiB */

/* Output. */
#define SA_LIMIT_REPORT (1024 * SA_MIB)
#define SA_LIMIT_SECRET (64 * SA_KIB)
#endif
