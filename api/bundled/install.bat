@echo off
rem Cai Dan Chieu khong can mang / installs Dan Chieu without a network: install.bat [FOLDER]
setlocal
set "target=%~1"
if "%target%"=="" set "target=danchieu-env"
py -3 -m venv "%target%" || exit /b 1
"%target%\Scripts\python.exe" -m pip install --disable-pip-version-check --no-index --find-links "%~dp0wheels" "@WANTED@" || exit /b 1
echo "%target%\Scripts\danchieu.exe" --help
