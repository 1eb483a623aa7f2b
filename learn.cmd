@echo off
rem Starts the koans: finds a JDK, builds the runner when its sources have changed, and runs it.
rem `learn --help` tells the rest.
setlocal EnableExtensions DisableDelayedExpansion

set "LEAST=25"
set "MAIN=io.github.acrossexecutors.runner.Learn"
for %%d in ("%~dp0.") do set "ROOT=%%~fd"
set "BUILT=%ROOT%\runner\target\learn"

call :find_jdk
if not defined JDK (
    echo No JDK %LEAST% or newer was found: install one, for instance Temurin %LEAST% from adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 3
)
call :stale
if errorlevel 1 (
    call :build
    if errorlevel 1 exit /b 3
)
rem The class path is longer than a command may be: Java reads it from the environment.
for /f "usebackq delims=" %%c in ("%BUILT%\classpath") do set "CLASSPATH=%ROOT%\runner\target\classes;%%c"
"%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED "-Dlearn.root=%ROOT%" -Dlearn.command=learn %MAIN% %*
exit /b %ERRORLEVEL%

rem Sets JDK to the first usable home: what is set, what is on the PATH, then where systems and tools put JDKs.
:find_jdk
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined JAVA25_HOME call :try "%JAVA25_HOME%"
for %%j in (javac.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Zulu" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.gradle\jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps") do (
    for /d %%h in ("%%~p\*") do (
        call :try "%%~h"
        call :try "%%~h\current"
    )
)
exit /b 0

rem Takes %1 if nothing was found before and it is the home of a JDK, not a JRE, that is new enough.
:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^"^=.-+ %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do if %%v GEQ %LEAST% set "JDK=%~f1"
exit /b 0

rem Fails if the runner was never built here, or its sources have changed since.
:stale
if not exist "%BUILT%\stamp" exit /b 1
if not exist "%BUILT%\classpath" exit /b 1
powershell -NoProfile -Command "$stamp = Get-Item -LiteralPath (Join-Path $env:BUILT 'stamp'); if ((Get-Content -LiteralPath $stamp.FullName) -ne $env:ROOT) { exit 1 }; $watched = @('pom.xml') + ('extension', 'explorer', 'kit', 'runner' | ForEach-Object { \"$_\pom.xml\"; \"$_\src\main\" }); foreach ($one in $watched) { $path = Join-Path $env:ROOT $one; if (Test-Path -LiteralPath $path) { $newer = @(Get-Item -LiteralPath $path) + @(Get-ChildItem -LiteralPath $path -Recurse -ErrorAction SilentlyContinue) | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime }; if ($newer) { exit 1 } } }; exit 0"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo Maven was not found: install Apache Maven 3.8 or newer, so that 'mvn' is on the PATH, and start again. 1>&2
    exit /b 1
)
echo Building what runs the koans (first time: some minutes) ... 1>&2
if not exist "%BUILT%" mkdir "%BUILT%"
rem Begun before the build: what changes while it runs is newer.
>"%BUILT%\stamp.new" echo %ROOT%
set "JAVA25_HOME=%JDK%"
if not defined JAVA_HOME set "JAVA_HOME=%JDK%"
call mvn -q -B -Dstyle.color=never -f "%ROOT%\pom.xml" -pl runner -am -Dmaven.test.skip=true process-classes 1>&2
if errorlevel 1 (
    echo What runs the koans could not be built; Maven said why, above. Your koans are not to blame: they are not part of it. 1>&2
    exit /b 1
)
move /y "%BUILT%\stamp.new" "%BUILT%\stamp" >nul
exit /b 0
