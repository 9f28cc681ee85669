-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-006.

-- case: hardened
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 pass

-- case: unencrypted traffic and CredSSP
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'true', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'True', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 1, NULL, 10011);
-- expect: SYNC01 fail WinRM Service.AllowUnencrypted
-- expect: SYNC01 fail WinRM Service.Auth.CredSSP

-- case: Basic without TLS
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'true', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 1, NULL, 10011);
-- expect: SYNC01 fail WinRM Service.Auth.Basic

-- case: Basic with TLS only
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'true', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 0, NULL, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 1, NULL, 10011);
-- expect: SYNC01 warn WinRM Service.Auth.Basic

-- case: Basic, and no listener was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
-- setting: SYNC02 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'true', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 0, NULL, 10011);
INSERT INTO host_winrm VALUES
  (2, 'Service.AllowUnencrypted', 'false', 0, 20011),
  (2, 'Service.Auth.Basic', 'false', 0, 20011),
  (2, 'Service.Auth.CredSSP', 'false', 0, 20011),
  (2, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 20011),
  (2, 'Client.TrustedHosts', '', 0, 20011),
  (2, 'Client.Auth.Basic', 'false', 0, 20011),
  (2, 'Client.AllowUnencrypted', 'false', 0, 20011),
  (2, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 20011),
  (2, 'Service.IPv6Filter', '', 0, 20011),
  (2, 'Service.AllowRemoteAccess', 'false', 0, 20011),
  (2, 'Winrs.AllowRemoteShellAccess', 'false', 0, 20011);
INSERT INTO host_winrm_listener VALUES (2, '*', 'https', 5986, 1, NULL, 20011);
-- expect: SYNC01 fail WinRM Service.Auth.Basic
-- expect: SYNC02 pass

-- case: a client that tells its password
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'true', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'true', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 warn WinRM Client.Auth.Basic
-- expect: SYNC01 warn WinRM Client.AllowUnencrypted

-- case: every server is trusted
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '*', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 fail WinRM Client.TrustedHosts

-- case: every server is trusted, among others
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', 'srv1, *', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 fail WinRM Client.TrustedHosts

-- case: some servers are trusted
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '*.contoso.com,srv1', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 pass

-- case: no channel binding
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'None', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 1, NULL, 10011);
-- expect: SYNC01 warn WinRM Service.Auth.CbtHardeningLevel

-- case: no channel binding without TLS
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'None', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'https', 5986, 0, NULL, 10011);
-- expect: SYNC01 pass

-- case: notices
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '*', 0, 10011),
  (1, 'Service.IPv6Filter', '*', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'true', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'true', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 info WinRM Service.IPv4Filter
-- expect: SYNC01 info WinRM Service.IPv6Filter
-- expect: SYNC01 info WinRM Service.AllowRemoteAccess
-- expect: SYNC01 info WinRM Winrs.AllowRemoteShellAccess

-- case: stored credentials are not forbidden
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 warn stored RunAs credentials

-- case: stored credentials are allowed
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 0
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 warn stored RunAs credentials

-- case: whether credentials may be stored was not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = denied
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 unknown stored RunAs credentials

-- case: a configuration that does not tell everything
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 unknown WinRM Service.Auth.Basic
-- expect: SYNC01 unknown WinRM Client.TrustedHosts
-- expect: SYNC01 unknown WinRM Service.AllowUnencrypted
-- expect: SYNC01 unknown WinRM Service.Auth.CredSSP

-- case: group policy alone
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
-- uncovered: SYNC01 winrm_config
-- setting: SYNC01 WinRM.Service.Basic = 1
-- setting: SYNC01 WinRM.Service.Unencrypted = 1
-- setting: SYNC01 WinRM.Service.CredSSP = 1
-- setting: SYNC01 WinRM.Client.Basic = 1
-- setting: SYNC01 WinRM.Client.Unencrypted = 1
-- setting: SYNC01 WinRM.Client.TrustedHosts = "*"
-- expect: SYNC01 fail WinRM Service.Auth.Basic
-- expect: SYNC01 fail WinRM Service.AllowUnencrypted
-- expect: SYNC01 fail WinRM Service.Auth.CredSSP
-- expect: SYNC01 warn WinRM Client.Auth.Basic
-- expect: SYNC01 warn WinRM Client.AllowUnencrypted
-- expect: SYNC01 fail WinRM Client.TrustedHosts

-- case: group policy alone never passes
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
-- uncovered: SYNC01 winrm_config
-- setting: SYNC01 WinRM.Service.Basic = 0
-- setting: SYNC01 WinRM.Service.Unencrypted = 0
-- setting: SYNC01 WinRM.Service.CredSSP = denied
-- setting: SYNC01 WinRM.Client.TrustedHosts = "srv1"
-- expect: SYNC01 unknown

-- case: the configuration counts where it was read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 WinRM.Service.DisableRunAs = 1
-- setting: SYNC01 WinRM.Service.Basic = 1
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 pass

-- case: the configuration without the registry
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 registry
INSERT INTO host_winrm VALUES
  (1, 'Service.AllowUnencrypted', 'true', 0, 10011),
  (1, 'Service.Auth.Basic', 'false', 0, 10011),
  (1, 'Service.Auth.CredSSP', 'false', 0, 10011),
  (1, 'Service.Auth.CbtHardeningLevel', 'Relaxed', 0, 10011),
  (1, 'Client.TrustedHosts', '', 0, 10011),
  (1, 'Client.Auth.Basic', 'false', 0, 10011),
  (1, 'Client.AllowUnencrypted', 'false', 0, 10011),
  (1, 'Service.IPv4Filter', '10.1.2.3-10.1.2.3', 0, 10011),
  (1, 'Service.IPv6Filter', '', 0, 10011),
  (1, 'Service.AllowRemoteAccess', 'false', 0, 10011),
  (1, 'Winrs.AllowRemoteShellAccess', 'false', 0, 10011);
INSERT INTO host_winrm_listener VALUES (1, '*', 'http', 5985, 1, NULL, 10011);
-- expect: SYNC01 fail WinRM Service.AllowUnencrypted

-- case: neither was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 registry
-- uncovered: SYNC01 winrm_config
-- expect: SYNC01 unknown
