-- SPDX-License-Identifier: Apache-2.0
-- Cases of BCK-001.

-- case: two hosts, two sites
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- host: A1
-- host: B1
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Bonn"
-- expect: B1 pass

-- case: one host, in any letter case
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- host: A1
-- host: B1
-- setting: A1 Windows.PhysicalHostName = "HV1"
-- setting: B1 Windows.PhysicalHostName = "hv1 "
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Bonn"
-- expect: B1 fail hypervisor

-- case: machines of their own; one of them; a guest that does not know its host
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- host: A3
-- host: B3
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Bonn"
-- setting: A2 Netlogon.Site = "Berlin"
-- setting: B2 Netlogon.Site = "Bonn"
-- setting: A3 Netlogon.Site = "Berlin"
-- setting: B3 Netlogon.Site = "Bonn"
-- setting: B2 Windows.PhysicalHostName = "hv1"
UPDATE host SET virtual = 'no' WHERE target_id IN (1, 2, 3, 5);
-- expect: B1 pass
-- expect: B2 pass
-- expect: B3 unknown hypervisor

-- case: one site, two gateways; one gateway; subnets that are not known
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- host: A3
-- host: B3
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "berlin"
-- setting: A2 Windows.PhysicalHostName = "hv1"
-- setting: B2 Windows.PhysicalHostName = "hv2"
-- setting: A2 Netlogon.Site = "Berlin"
-- setting: B2 Netlogon.Site = "berlin"
-- setting: A3 Windows.PhysicalHostName = "hv1"
-- setting: B3 Windows.PhysicalHostName = "hv2"
-- setting: A3 Netlogon.Site = "Berlin"
-- setting: B3 Netlogon.Site = "berlin"
INSERT INTO host_address VALUES (1, 1, 'gateway', 1, '10.0.0.1', 0, 10003), (2, 1, 'gateway', 1, '10.0.1.1', 0, 20003);
INSERT INTO host_address VALUES (3, 1, 'gateway', 1, '10.0.0.1', 0, 30003), (4, 1, 'gateway', 1, '10.0.0.1', 0, 40003);
-- expect: B1 pass
-- expect: B2 warn site
-- expect: B3 unknown site

-- case: addresses in common are no gateway in common
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- host: A1
-- host: B1
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Berlin"
INSERT INTO host_address VALUES (1, 1, 'gateway', 1, '10.0.0.1', 0, 10003), (2, 1, 'gateway', 1, '10.0.1.1', 0, 20003);
INSERT INTO host_address VALUES (1, 1, 'dns', 1, '10.0.0.9', 0, 10003), (2, 1, 'dns', 1, '10.0.0.9', 0, 20003), (1, 2, 'gateway', 1, '10.0.7.7', 0, 10003), (2, 2, 'address', 1, '10.0.7.7', 0, 20003);
-- expect: B1 pass

-- case: two sites, one gateway
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- host: A1
-- host: B1
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Bonn"
INSERT INTO host_address VALUES (1, 1, 'gateway', 1, '10.0.0.1', 0, 10003), (2, 1, 'gateway', 1, '10.0.0.1', 0, 20003);
-- expect: B1 pass

-- case: the policy wants two sites
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- host: A3
-- host: B3
-- param: require_site = true
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A2 Windows.PhysicalHostName = "hv1"
-- setting: B2 Windows.PhysicalHostName = "hv2"
-- setting: A3 Windows.PhysicalHostName = "hv1"
-- setting: B3 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Bonn"
-- setting: A2 Netlogon.Site = "Berlin"
-- setting: B2 Netlogon.Site = "Berlin"
-- setting: A3 Netlogon.Site = "Berlin"
-- setting: B3 Netlogon.Site = "Berlin"
INSERT INTO host_address VALUES (3, 1, 'gateway', 1, '10.0.0.1', 0, 30003), (4, 1, 'gateway', 1, '10.0.1.1', 0, 40003);
-- expect: B1 pass
-- expect: B2 warn site
-- expect: B3 warn site

-- case: sites that are not known
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- host: A3
-- host: B3
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A2 Windows.PhysicalHostName = "hv1"
-- setting: B2 Windows.PhysicalHostName = "hv2"
-- setting: A3 Windows.PhysicalHostName = "hv1"
-- setting: B3 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B2 Netlogon.Site = "Berlin"
-- setting: A3 Netlogon.Site = "Berlin"
-- setting: B3 Netlogon.Site = " "
-- expect: B1 unknown site
-- expect: B2 unknown site
-- expect: B3 unknown site

-- case: not seen
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- host: A3
-- host: B3
-- uncovered: A1 registry
-- uncovered: B2 host
-- uncovered: A3 network
-- setting: A3 Windows.PhysicalHostName = "hv1"
-- setting: B3 Windows.PhysicalHostName = "hv2"
-- setting: A3 Netlogon.Site = "Berlin"
-- setting: B3 Netlogon.Site = "Bonn"
-- expect: B1 unknown
-- expect: B2 unknown
-- expect: B3 unknown

-- case: no pair
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 not_applicable

-- case: a gateway of one side only
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- host: A1
-- host: B1
-- host: A2
-- host: B2
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
-- setting: B1 Netlogon.Site = "Berlin"
-- setting: A2 Windows.PhysicalHostName = "hv1"
-- setting: B2 Windows.PhysicalHostName = "hv2"
-- setting: A2 Netlogon.Site = "Berlin"
-- setting: B2 Netlogon.Site = "Berlin"
INSERT INTO host_address VALUES (1, 1, 'gateway', 1, '10.0.0.1', 0, 10003);
INSERT INTO host_address VALUES (4, 1, 'gateway', 1, '10.0.0.1', 0, 40003);
-- expect: B1 unknown site
-- expect: B2 unknown site

-- case: a gateway in common, and one site that is not known
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- host: A1
-- host: B1
-- setting: A1 Windows.PhysicalHostName = "hv1"
-- setting: B1 Windows.PhysicalHostName = "hv2"
-- setting: A1 Netlogon.Site = "Berlin"
INSERT INTO host_address VALUES (1, 1, 'gateway', 1, '10.0.0.1', 0, 10003);
INSERT INTO host_address VALUES (2, 1, 'gateway', 1, '10.0.0.1', 0, 20003);
-- expect: B1 unknown site
