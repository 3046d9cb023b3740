"""Prints a database for argv[1] with the commands of a WDK build."""

import json
import sys

CL = r'"C:\Program Files\Microsoft Visual Studio\2022\VC\bin\HostX64\x64\CL.exe"'
OPTIONS = (r'/c /I"C:\src\inc" /IX64\DEBUG\ /Zi /nologo /W4 /WX /diagnostics:column /Od /Oi /Oy- '
           r'/D _WIN64 /D _AMD64_ /D AMD64 /D DEPRECATE_DDK_FUNCTIONS=1 /D _WIN32_WINNT=0x0A00 '
           r'/D WINVER=0x0A00 /D NTDDI_VERSION=0xA00000C /D DBG=1 /GF /Gm- /Zp8 /GS /guard:cf /Gy '
           r'/fp:precise /Qspectre /Zc:wchar_t- /Zc:forScope /Zc:inline /GR- /Fo"X64\DEBUG\\" '
           r'/Fd"X64\DEBUG\VC143.PDB" /external:W4 /Gz /wd4748 /FI"warning.h" /FC '
           r'/errorReport:prompt /kernel -cbstring -d2epilogunwind /d1nodatetime '
           r'/d1import_no_registry /d2AllowCompatibleILVersions /d2Zi+ /Yc"pch.h" ')
json.dump([{"directory": sys.argv[1], "file": file, "command": f"{CL} {rest}"}
           for file, rest in [("right.c", OPTIONS + "right.c"), ("leak.c", "@leak.rsp"),
                              ("gone.c", "@gone.rsp")]], sys.stdout)
