@rem Runs the command line with the Node.js beside it.
@"%~dp0node.exe" "%~dp0tokentray.js" %*
