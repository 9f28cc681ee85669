-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-007.

-- case: the same on both servers
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: one name server
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 2, 'dns', 0, '10.1.0.1', 0, 10003);
-- expect: SYNC01 fail name servers

-- case: no name server was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'gateway', 0, '10.1.0.9', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'gateway', 0, '10.1.0.8', 0, 10003);
-- expect: SYNC01 unknown name servers

-- case: another order within a site
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Netlogon.Site = "Berlin"
-- setting: SYNC02 Netlogon.Site = "BERLIN"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.1', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 warn name servers / other server

-- case: the same order within a site
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Netlogon.Site = "Berlin"
-- setting: SYNC02 Netlogon.Site = "BERLIN"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: other name servers in another site
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Netlogon.Site = "Berlin"
-- setting: SYNC02 Netlogon.Site = "Paris"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.2.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.2.0.2', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a site that is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.2.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.2.0.2', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: another proxy
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Proxy.WinHttp = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
-- setting: SYNC02 Proxy.WinHttp = "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 warn proxy of WinHTTP

-- case: the same proxy
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Proxy.WinHttp = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
-- setting: SYNC02 Proxy.WinHttp = "A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a proxy on one server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Proxy.WinHttp = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 warn proxy of WinHTTP

-- case: no proxy, written in two ways
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Proxy.WinHttp = "9C114bf441413936af1431c1568510b0aa76ef6883c48068dbd8723650b33b25"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: no proxy, written in a third way
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC02 Proxy.WinHttp = "66000e47f5730b1639147973a245d9813c20e8c966bdc723f287b691f693738f"
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a proxy that was not read
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 Proxy.WinHttp = denied
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'dns', 0, '10.1.0.1', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'dns', 1, '10.1.0.2', 0, 20003);
INSERT INTO host_address VALUES (2, 1, 'address', 0, '10.1.2.4', 0, 20003);
-- expect: SYNC01 unknown proxy of WinHTTP
-- expect: SYNC02 pass

-- case: a proxy that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
DELETE FROM host_setting WHERE name = 'Proxy.WinHttp';
-- expect: SYNC01 unknown proxy of WinHTTP

-- case: one adapter in a physical server
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, 'fd00::3', 0, 10003);
UPDATE host SET virtual = 'no';
-- expect: SYNC01 warn network adapters

-- case: two adapters in a physical server
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
INSERT INTO host_address VALUES (1, 2, 'address', 0, '10.9.2.3', 0, 10003);
UPDATE host SET virtual = 'no';
-- expect: SYNC01 pass

-- case: one adapter, and what the server is is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_address VALUES (1, 1, 'dns', 0, '10.1.0.1', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.1.0.2', 0, 10003);
INSERT INTO host_address VALUES (1, 1, 'address', 0, '10.1.2.3', 0, 10003);
UPDATE host SET virtual = NULL;
-- expect: SYNC01 pass

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 host
-- uncovered: SYNC02 registry
-- uncovered: SYNC03 network
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
