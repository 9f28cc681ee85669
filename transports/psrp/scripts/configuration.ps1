# SPDX-License-Identifier: Apache-2.0
# The session has no profile of its own, so that its temporary folder need not be there: then Windows' own, where
# nobody but its maker and administrators may list or read a folder.
# The cmdlet writes files into a folder that must be there and be empty. A folder of the session's own temporary
# folder, with a name nobody can guess, taken away again whatever happens. Each file lies one folder deep.
# Without .NET (ConstrainedLanguage) the text is sent as it is.
Use-Engine
$temp = @($env:TEMP, "$env:SystemRoot\Temp" | Where-Object { $_ -and (Test-Path -LiteralPath $_) })[0]
$dir = Join-Path $temp "syncaudit-$([guid]::NewGuid())"
$null = New-Item -ItemType Directory -Path $dir
try {
    $null = Get-ADSyncServerConfiguration -Path $dir
    foreach ($f in Get-ChildItem -LiteralPath $dir -Recurse -File -Filter *.xml) {
        $encoding = 'gzip'
        try {
            $bytes = [IO.File]::ReadAllBytes($f.FullName)
            $memory = New-Object IO.MemoryStream
            $zip = New-Object IO.Compression.GZipStream $memory, ([IO.Compression.CompressionMode]::Compress)
            $zip.Write($bytes, 0, $bytes.Length)
            $zip.Close()
            $data = [Convert]::ToBase64String($memory.ToArray())
        } catch {
            $encoding = 'text'
            $data = "$(Get-Content -LiteralPath $f.FullName -Raw -Encoding UTF8)"
        }
        New-Fact content @{Path = "$($f.Directory.Name)/$($f.Name)"; Encoding = $encoding; Size = $f.Length; Data = $data}
    }
} finally {
    Remove-Item -LiteralPath $dir -Recurse -Force -ErrorAction SilentlyContinue
}
