-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-008.

-- case: 4.8
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 528040
-- expect: SYNC01 pass

-- case: 4.8.1
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 533325
-- expect: SYNC01 pass

-- case: 4.7.2
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 461808
-- expect: SYNC01 warn .NET Framework

-- case: just below 4.8
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 528039
-- expect: SYNC01 warn .NET Framework

-- case: 4.7.1
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 461807
-- expect: SYNC01 fail .NET Framework

-- case: older than the table
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = 1
-- expect: SYNC01 fail .NET Framework

-- case: none
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = absent
-- expect: SYNC01 fail .NET Framework

-- case: not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = denied
-- expect: SYNC01 unknown .NET Framework

-- case: no number
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 DotNet.Release = wrong_type
-- expect: SYNC01 unknown .NET Framework

-- case: a value that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_setting WHERE name = 'DotNet.Release';
-- expect: SYNC01 unknown .NET Framework

-- case: the policy wants more
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: wanted = 533320
-- setting: SYNC01 DotNet.Release = 528040
-- expect: SYNC01 warn .NET Framework

-- case: the policy demands more
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: minimum = 528041
-- param: wanted = 528041
-- setting: SYNC01 DotNet.Release = 528040
-- expect: SYNC01 fail .NET Framework

-- case: the registry was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 registry
-- expect: SYNC01 unknown
