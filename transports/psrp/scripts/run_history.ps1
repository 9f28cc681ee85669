# SPDX-License-Identifier: Apache-2.0
Use-Engine
New-Fact history @{Runs = 0; Oldest = $null; Complete = $true}
