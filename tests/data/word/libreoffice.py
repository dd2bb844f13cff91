"""LibreOffice, which opens what is written as .docx, and decides on its tracked changes."""

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed"
)

_SETTINGS = "http://openoffice.org/2001/registry"
_LIBRARY = "http://openoffice.org/2000/library"
_LINKED = "http://www.w3.org/1999/xlink"
#: Below the folder of the profile, which is told to be set up: else its files would be replaced.
_FILES = {
    "registrymodifications.xcu": f'<oor:items xmlns:oor="{_SETTINGS}">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" '
    'oor:op="fuse"><value>true</value></prop></item></oor:items>',
    "basic/script.xlc": f'<library:libraries xmlns:library="{_LIBRARY}" xmlns:xlink="{_LINKED}">'
    '<library:library library:name="Standard" library:link="false"/></library:libraries>',
    "basic/Standard/script.xlb": f'<library:library xmlns:library="{_LIBRARY}" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Deciding"/></library:library>',
}
_MODULE = """Sub Decide(folder As String, command As String)
 Dim hidden(0) As New com.sun.star.beans.PropertyValue
 Dim saved(0) As New com.sun.star.beans.PropertyValue
 Dim nothing_more()
 hidden(0).Name = "Hidden"
 hidden(0).Value = True
 saved(0).Name = "FilterName"
 saved(0).Value = "Text (encoded)"
 given = ConvertToURL(folder & "/given.docx")
 found = StarDesktop.loadComponentFromURL(given, "_blank", 0, hidden())
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 frame = found.CurrentController.Frame
 dispatcher.executeDispatch(frame, ".uno:" & command & "AllTrackedChanges", "", 0, nothing_more())
 found.storeToURL(ConvertToURL(folder & "/" & command & ".txt"), saved())
 found.close(True)
End Sub
Sub Both(folder As String)
 Decide(folder, "Accept")
 Decide(folder, "Reject")
 StarDesktop.terminate()
End Sub
"""


def decided(content: bytes, folder: Path) -> tuple[list[str], list[str]]:
    """The lines of a .docx once every change is accepted, and once every change is rejected."""
    (folder / "given.docx").write_bytes(content)
    _write_macro(folder / "profile" / "user")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f'macro:///Standard.Deciding.Both("{folder}")',
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    accepted, rejected = (folder / f"{command}.txt" for command in ("Accept", "Reject"))
    return _lines(accepted), _lines(rejected)


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8-sig").removesuffix("\n").split("\n")


def _write_macro(folder: Path) -> None:
    (folder / "basic" / "Standard").mkdir(parents=True)
    module = "http://openoffice.org/2000/script"
    files = _FILES | {
        "basic/Standard/Deciding.xba": f'<script:module xmlns:script="{module}" '
        f'script:name="Deciding" script:language="StarBasic">{escape(_MODULE)}</script:module>'
    }
    for name, content in files.items():
        (folder / name).write_text(f'<?xml version="1.0" encoding="UTF-8"?>{content}')
