#!/usr/bin/env python3
"""pack.py FOLDER OUTPUT: packs the extension, which was bundled into FOLDER/out, into a
.vsix. The same sources give the same bytes."""

import json
import pathlib
import sys
import xml.sax.saxutils as xml
import zipfile

FILES = ["package.json", "README.md", "LICENSE", "out/extension.js"]
TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="json" ContentType="application/json"/>\
<Default Extension="js" ContentType="application/javascript"/>\
<Default Extension="md" ContentType="text/markdown"/>\
<Default Extension="vsixmanifest" ContentType="text/xml"/>\
<Override PartName="/extension/LICENSE" ContentType="text/plain"/></Types>
"""
MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id={id} Version={version} Publisher={publisher}/>
    <DisplayName>{name}</DisplayName>
    <Description xml:space="preserve">{description}</Description>
    <Categories>{categories}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={engine}/>
      <Property Id="Microsoft.VisualStudio.Services.Links.Source" Value={source}/>
    </Properties>
    <License>extension/LICENSE</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE" Addressable="true"/>
  </Assets>
</PackageManifest>
"""


def manifest(package):
    quoted = {key: xml.quoteattr(text) for key, text in (
        ("id", package["name"]), ("version", package["version"]),
        ("publisher", package["publisher"]), ("engine", package["engines"]["vscode"]),
        ("source", package["repository"]["url"]))}
    return MANIFEST.format(
        name=xml.escape(package["displayName"]), description=xml.escape(package["description"]),
        categories=xml.escape(",".join(package["categories"])), **quoted)


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    # What only development needs would be looked for by nobody.
    shipped = {k: v for k, v in package.items()
               if k not in ("scripts", "dependencies", "devDependencies")}
    parts = {"[Content_Types].xml": TYPES, "extension.vsixmanifest": manifest(package)}
    for name in FILES:
        parts["extension/" + name] = (json.dumps(shipped, indent=2) if name == "package.json"
                                      else (folder / name).read_text(encoding="utf-8"))
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text,
                         zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
