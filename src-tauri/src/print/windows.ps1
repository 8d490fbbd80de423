# PDF on standard input -> pages in the spooler. Ends with 0 and the printer's name only
# when the spooler took the whole document, with 3 when there is no such printer.
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
Add-Type -AssemblyName System.Drawing
Add-Type -AssemblyName System.Runtime.WindowsRuntime
$null = [Windows.Data.Pdf.PdfDocument, Windows.Data.Pdf, ContentType = WindowsRuntime]
$null = [Windows.Storage.Streams.InMemoryRandomAccessStream, Windows.Storage.Streams, ContentType = WindowsRuntime]

$asTask = [WindowsRuntimeSystemExtensions].GetMethods() | Where-Object { $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 }
$withResult = ($asTask | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation`1' })[0]
$withoutResult = ($asTask | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncAction' })[0]
function Get-Result($operation, $type) {
    $task = $withResult.MakeGenericMethod($type).Invoke($null, @($operation))
    $null = $task.Wait(-1)
    $task.Result
}
function Wait-Action($action) { $null = $withoutResult.Invoke($null, @($action)).Wait(-1) }

$document = New-Object System.Drawing.Printing.PrintDocument
if ($env:SHOUWEN_PRINTER) { $document.PrinterSettings.PrinterName = $env:SHOUWEN_PRINTER }
if (-not $document.PrinterSettings.IsValid) { exit 3 }
$document.DocumentName = $env:SHOUWEN_TITLE
$document.PrinterSettings.Copies = [int16]$env:SHOUWEN_COPIES
# Without this class a window with a cancel button would come up.
$document.PrintController = New-Object System.Drawing.Printing.StandardPrintController
$document.OriginAtMargins = $false
$size = $document.PrinterSettings.PaperSizes | Where-Object { $env:SHOUWEN_MEDIA -and $_.PaperName -like ($env:SHOUWEN_MEDIA + '*') } | Select-Object -First 1
if ($size) { $document.DefaultPageSettings.PaperSize = $size }

$bytes = New-Object System.IO.MemoryStream
[Console]::OpenStandardInput().CopyTo($bytes)
$stream = New-Object Windows.Storage.Streams.InMemoryRandomAccessStream
$into = [System.IO.WindowsRuntimeStreamExtensions]::AsStreamForWrite($stream)
$bytes.Position = 0
$bytes.CopyTo($into)
$into.Flush()
$stream.Seek(0)
$pdf = Get-Result ([Windows.Data.Pdf.PdfDocument]::LoadFromStreamAsync($stream)) ([Windows.Data.Pdf.PdfDocument])

$script:page = 0
$document.add_PrintPage({
    param($sender, $e)
    $part = $pdf.GetPage($script:page)
    $options = New-Object Windows.Data.Pdf.PdfPageRenderOptions
    # The page's size counts 96 to the inch; three times that is sharp on paper.
    $options.DestinationWidth = [uint32]($part.Size.Width * 3)
    $picture = New-Object Windows.Storage.Streams.InMemoryRandomAccessStream
    Wait-Action ($part.RenderToStreamAsync($picture, $options))
    $image = [System.Drawing.Image]::FromStream([System.IO.WindowsRuntimeStreamExtensions]::AsStreamForRead($picture))
    $e.Graphics.PageUnit = [System.Drawing.GraphicsUnit]::Display
    # Hundredths of an inch, shifted back by what the printer cannot reach.
    $left = -$e.PageSettings.HardMarginX
    $top = -$e.PageSettings.HardMarginY
    $e.Graphics.DrawImage($image, [single]$left, [single]$top, [single]($part.Size.Width / 96 * 100), [single]($part.Size.Height / 96 * 100))
    $image.Dispose()
    $part.Dispose()
    $script:page++
    $e.HasMorePages = $script:page -lt $pdf.PageCount
})
$document.Print()
Write-Output $document.PrinterSettings.PrinterName
