# SPDX-License-Identifier: Apache-2.0
# Before anything is asked of the engine: is it there, and does it run? Whoever may not see services finds out by
# the engine's own error.
function Use-Engine {
    if (!(Get-Module ADSync)) {
        try { Import-Module ADSync } catch {
            if ("$($_.FullyQualifiedErrorId)" -like 'Modules_ModuleNotFound*') { throw 'ModuleNotFound' }
            throw
        }
    }
    $state = ''
    try { $state = "$((Get-Service ADSync).Status)" } catch { }
    if ($state -and $state -ne 'Running') { throw 'ServiceStopped' }
}
