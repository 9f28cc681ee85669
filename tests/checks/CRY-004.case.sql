-- SPDX-License-Identifier: Apache-2.0
-- Cases of CRY-004.

-- case: signed and sealed
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
-- expect: SYNC01 pass

-- case: what Windows says was not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
DELETE FROM coverage WHERE source = 'registry';
-- expect: SYNC01 unknown

-- case: connector: sign and seal 0, TLS 0, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 fail contoso.com

-- case: connector: sign and seal 0, TLS 1, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = 1, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal 1, TLS 1, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = 1, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal 1, TLS 0, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 fail contoso.com

-- case: connector: sign and seal 0, TLS 0, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = 0, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 fail contoso.com

-- case: connector: sign and seal 1, TLS 1, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = 1, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal 0, TLS 1, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = 1, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal NULL, TLS 1, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = 1, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal NULL, TLS 1, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = 1, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal NULL, TLS 0, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal NULL, TLS NULL, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = NULL, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal 1, TLS NULL, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = NULL, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 pass

-- case: connector: sign and seal 1, TLS 0, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal 1, TLS NULL, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = NULL, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal 0, TLS NULL, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = NULL, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal 1, TLS NULL, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = NULL, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal 0, TLS 0, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 0, ssl_bind = 0, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 fail contoso.com

-- case: connector: sign and seal NULL, TLS 0, simple 1
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = 0, simple_bind = 1 WHERE id = 101;
-- expect: SYNC01 fail contoso.com

-- case: connector: sign and seal NULL, TLS 0, simple NULL
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = 0, simple_bind = NULL WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: connector: sign and seal NULL, TLS NULL, simple 0
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = NULL, ssl_bind = NULL, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 unknown contoso.com

-- case: a partition
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE partition SET sign_and_seal = 0;
-- expect: SYNC01 fail contoso.com / DC=contoso,DC=com

-- case: a partition with a simple bind
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE partition SET simple_bind = 1;
-- expect: SYNC01 fail contoso.com / DC=contoso,DC=com

-- case: a partition that does not tell
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE partition SET sign_and_seal = NULL;
-- expect: SYNC01 unknown contoso.com / DC=contoso,DC=com

-- case: a partition that is not selected
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE partition SET sign_and_seal = 0, selected = 0;
-- expect: SYNC01 pass

-- case: partitions of Entra ID do not matter
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (9, 100, 'p9', 'default', 'default', 1, 1);
UPDATE connector SET sign_and_seal = 0, ssl_bind = 0, simple_bind = 1 WHERE id = 100;
-- expect: SYNC01 pass

-- case: no AD connector
-- server: SYNC01 active contoso.onmicrosoft.com
-- host: SYNC01
-- expect: SYNC01 not_applicable AD connectors

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: of two servers, one binds in clear text
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- connector: SYNC02 contoso.com CONTOSO\MSOL_2
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 1 WHERE id = 201;
-- host: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 fail contoso.com

-- case: of two servers, one has no AD connector
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
VALUES (1, 101, 'p1', 'DC=contoso,DC=com', 'dc=contoso,dc=com', 1, 1);
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
UPDATE partition SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0;
-- host: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 not_applicable AD connectors

-- case: Windows signs nothing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Ldap.ClientIntegrity = 0
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 fail LDAP client of Windows

-- case: Windows signs nothing, and there is no export
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Ldap.ClientIntegrity = 0
-- expect: SYNC01 fail LDAP client of Windows

-- case: Windows negotiates, and there is no export
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Ldap.ClientIntegrity = 1
-- expect: SYNC01 unknown

-- case: the policy wants signing
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- param: ldap = require
-- setting: SYNC01 Ldap.ClientIntegrity = 2
-- setting: SYNC02 Ldap.ClientIntegrity = 1
-- setting: SYNC04 Ldap.ClientIntegrity = 0
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 pass
-- expect: SYNC02 warn LDAP client of Windows
-- expect: SYNC03 warn LDAP client of Windows
-- expect: SYNC04 fail LDAP client of Windows

-- case: the value was not seen
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Ldap.ClientIntegrity = denied
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 unknown HKLM\Ldap.ClientIntegrity

-- case: no export, no registry
-- server: SYNC01 none -
-- host: SYNC01
-- uncovered: SYNC01 registry
-- expect: SYNC01 unknown

-- case: an export, no registry
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- uncovered: SYNC01 registry
UPDATE connector SET sign_and_seal = 1, ssl_bind = 0, simple_bind = 0 WHERE id = 101;
-- expect: SYNC01 unknown
