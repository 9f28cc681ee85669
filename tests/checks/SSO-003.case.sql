-- SPDX-License-Identifier: Apache-2.0
-- Cases of SSO-003.

-- case: people sign in otherwise
-- server: S1 active S1.example
-- server: S2 active S2.example
-- server: S3 active S3.example
-- host: S1
-- host: S2
-- host: S3
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.SignOnMethod', 'PasswordHashSync', 'String', 11);
INSERT INTO global_parameter VALUES (2, 'Microsoft.UserSignIn.SignOnMethod', 'PasswordHashSync', 'String', 21);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (2, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'running', 0, 20004);
INSERT INTO global_parameter VALUES (3, 'Microsoft.UserSignIn.SignOnMethod', 'Federation', 'String', 31);
-- expect: S1 not_applicable agent
-- expect: S2 warn agent
-- expect: S3 not_applicable agent

-- case: one agent here says nothing of the others
-- server: S1 active S1.example
-- server: S2 active S2.example
-- server: S3 active S3.example
-- server: S4 active S4.example
-- server: S5 active S5.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.SignOnMethod', 'PassThroughAuthentication', 'String', 11);
INSERT INTO global_parameter VALUES (2, 'Microsoft.UserSignIn.SignOnMethod', 'PassthroughAuthentication', 'String', 21);
INSERT INTO global_parameter VALUES (3, 'Microsoft.UserSignIn.SignOnMethod', 'PTA', 'String', 31);
INSERT INTO global_parameter VALUES (4, 'Microsoft.UserSignIn.SignOnMethod', 'Pass-through', 'String', 41);
INSERT INTO global_parameter VALUES (5, 'Microsoft.UserSignIn.SignOnMethod', 'PassThroughAuthentication', 'String', 51);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (1, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'running', 0, 10004);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (2, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'stopped', 0, 20004);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (3, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'paused', 0, 30004);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (4, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'starting', 0, 40004);
-- expect: S1 unknown
-- expect: S2 fail agent
-- expect: S3 fail agent
-- expect: S4 unknown agent
-- expect: S5 unknown

-- case: an agent that is being stopped, or of which the state is not known
-- server: S1 active S1.example
-- server: S2 active S2.example
-- host: S1
-- host: S2
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.SignOnMethod', 'PTA', 'String', 11);
INSERT INTO global_parameter VALUES (2, 'Microsoft.UserSignIn.SignOnMethod', 'PTA', 'String', 21);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (1, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'stopping', 0, 10004);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (2, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'unknown', 0, 20004);
-- expect: S1 fail agent
-- expect: S2 unknown agent

-- case: how people sign in is not told
-- server: S1 active S1.example
-- server: S2 active S2.example
-- host: S1
-- host: S2
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (2, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'running', 0, 20004);
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.SignOnMethod', ' ', 'String', 11);
-- expect: S1 unknown agent
-- expect: S2 unknown agent

-- case: attested by somebody who knows the others
-- server: S1 active S1.example
-- host: S1
INSERT INTO global_parameter VALUES (1, 'Microsoft.UserSignIn.SignOnMethod', 'PTA', 'String', 11);
INSERT INTO host_service (target_id, name, name_key, account_kind, start_mode, state, unquoted, evidence_id) VALUES (1, 'AzureADConnectAuthenticationAgent', 'azureadconnectauthenticationagent', 'service', 'auto', 'running', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at) VALUES (1, 'attestation', 'ok', 1, 'x', 'x');
-- expect: S1 pass

-- case: not seen
-- server: S1 active S1.example
-- host: S1
-- uncovered: S1 service
-- expect: S1 unknown
