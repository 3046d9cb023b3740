//===-- driver/input/MsBuildProject.cpp - evaluates a .vcxproj ------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/input/MsBuildProject.h"
#include "driver/base/Files.h"
#include "driver/input/Xml.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"
#include <libxml/parser.h>
#include <memory>

using namespace llvm;
using namespace flt::driver;

namespace {

class Evaluator {
public:
  explicit Evaluator(MsBuildProperties Start) {
    P.Properties = std::move(Start);
  }

  Error file(StringRef Path);
  /// Evaluates what file() has put off.
  void finish();
  MsBuildProject P;

private:
  using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
  // A group, and the file that it stands in.
  using Group = std::pair<xmlNode *, std::string>;

  void enter(StringRef Path);
  void element(xmlNode *Node);
  void children(xmlNode *Node);
  void property(xmlNode *Node);
  void choose(xmlNode *Node);
  void import(xmlNode *Node);
  void importOfFolder(StringRef Written);
  void importFile(StringRef Path);
  void items(xmlNode *Node);
  void compile(xmlNode *Node);
  void metadata(xmlNode *Node, MsBuildMetadata &To);
  bool applies(xmlNode *Node);
  std::vector<std::string> files(StringRef List);

  MsBuildMetadata Defaults; // ItemDefinitionGroup of ClCompile.
  std::string Current;      // The file that is read.
  unsigned Depth = 0;

  // MSBuild evaluates all properties, then all definitions, then all items,
  // wherever they stand.
  std::vector<Document> Documents;
  std::vector<Group> Definitions;
  std::vector<Group> Items;
};

} // namespace

// The first error is what is wrong; later ones follow from it.
#if LIBXML_VERSION >= 21200
using XmlError = const xmlError *;
#else
using XmlError = xmlError *;
#endif
static void keepFirst(void *Kept, XmlError E) {
  auto &First = *static_cast<std::pair<int, std::string> *>(Kept);
  if (First.second.empty() && E->message)
    First = {E->line, StringRef(E->message).trim().str()};
}

Error Evaluator::file(StringRef Path) {
  std::pair<int, std::string> First = {1, ""};
  xmlSetStructuredErrorFunc(&First, keepFirst);
  Document Tree(xmlReadFile(Path.str().c_str(), nullptr, XML_PARSE_NONET),
                xmlFreeDoc);
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  if (!Tree)
    return createStringError(
        Path + ":" + utostr(First.first) +
        ": error: not a readable project: " + First.second);
  xmlNode *Root = xmlDocGetRootElement(Tree.get());
  if (!Root || nameOf(Root) != "Project")
    return createStringError(Path + ":1: error: not an MSBuild project: its "
                                    "root is not <Project>");
  Documents.push_back(std::move(Tree));
  std::string Outer = Current;
  enter(Path);
  children(Root);
  if (!Outer.empty())
    enter(Outer);
  return Error::success();
}

void Evaluator::enter(StringRef Path) {
  Current = Path.str();
  P.Properties.Folder = sys::path::parent_path(Path).str();
  P.Properties.set("MSBuildThisFile", sys::path::filename(Path));
  P.Properties.set("MSBuildThisFileDirectory", P.Properties.Folder + "/");
  P.Properties.set("MSBuildThisFileFullPath", Path);
}

void Evaluator::finish() {
  // What Microsoft's own files, which are not here, set where nobody has.
  auto Default = [this](StringRef Name, StringRef From) {
    if (P.Properties.get(Name).value_or("").empty())
      P.Properties.set(Name, P.Properties.get(From).value_or(""));
  };
  Default("TargetName", "ProjectName");
  Default("RootNamespace", "ProjectName");
  for (auto &[Node, File] : Definitions) {
    enter(File);
    if (applies(Node))
      forEach(Node, [this](xmlNode *Child) {
        if (nameOf(Child) == "ClCompile" && applies(Child))
          metadata(Child, Defaults);
        else if (nameOf(Child) == "Link" && applies(Child))
          metadata(Child, P.Link);
      });
  }
  for (auto &[Node, File] : Items) {
    enter(File);
    if (applies(Node))
      items(Node);
  }
}

bool Evaluator::applies(xmlNode *Node) {
  std::string Text = attribute(Node, "Condition");
  if (StringRef(Text).trim().empty())
    return true;
  std::optional<bool> Value = P.Properties.condition(Text);
  if (!Value)
    P.Warnings.push_back(Current + ":" + utostr(xmlGetLineNo(Node)) +
                         ": this condition is not understood and taken as "
                         "false: " +
                         Text);
  return Value.value_or(false);
}

void Evaluator::children(xmlNode *Node) {
  forEach(Node, [this](xmlNode *Child) {
    if (nameOf(Child) == "ItemDefinitionGroup")
      Definitions.emplace_back(Child, Current);
    else if (nameOf(Child) == "ItemGroup")
      Items.emplace_back(Child, Current);
    else if (applies(Child))
      element(Child);
  });
}

void Evaluator::element(xmlNode *Node) {
  StringRef Name = nameOf(Node);
  if (Name == "ImportGroup")
    return children(Node);
  if (Name == "Import")
    return import(Node);
  if (Name == "Choose")
    return choose(Node);
  if (Name == "PropertyGroup")
    return forEach(Node, [this](xmlNode *Child) {
      if (applies(Child))
        property(Child);
    });
}

void Evaluator::property(xmlNode *Node) {
  std::string Name = nameOf(Node).str();
  // "a;$(Name)" adds to what there is, which may be nothing.
  if (!P.Properties.get(Name))
    P.Properties.set(Name, "");
  P.Properties.set(Name, P.Properties.expand(textOf(Node)));
}

void Evaluator::choose(xmlNode *Node) {
  bool Done = false;
  forEach(Node, [&](xmlNode *Child) {
    if (Done || (nameOf(Child) == "When" && !applies(Child)))
      return;
    Done = true;
    children(Child);
  });
}

void Evaluator::import(xmlNode *Node) {
  std::string Written = attribute(Node, "Project");
  importOfFolder(Written);
  // What comes with Visual Studio and the WDK: known to be absent elsewhere.
  for (StringRef Own : {"$(VCTargetsPath", "$(UserRootDir)", "$(NTMAKEENV)",
                        "$(MSBuildExtensionsPath", "$(MSBuildToolsPath",
                        "$(WDKContentRoot", "$(WindowsSdkDir"})
    if (StringRef(Written).starts_with_insensitive(Own))
      return;
  std::string Path =
      windowsPath(P.Properties.expand(Written), P.Properties.Folder);
  if (!sys::fs::exists(Path) || Depth > 32) {
    P.MissingImports.push_back(Written);
    return;
  }
  importFile(Path);
}

// Microsoft's own files, which are not here, import the sheets that stand for
// all projects below a folder.
void Evaluator::importOfFolder(StringRef Written) {
  StringRef Imported =
      Written.ends_with_insensitive("Microsoft.Cpp.Default.props")
          ? "Directory.Build.props"
      : Written.ends_with_insensitive("Microsoft.Cpp.targets")
          ? "Directory.Build.targets"
          : "";
  if (Imported.empty())
    return;
  std::string Project = *P.Properties.get("MSBuildProjectDirectory");
  for (StringRef F = Project; !F.empty(); F = sys::path::parent_path(F)) {
    std::string Path = windowsPath(Imported, F);
    if (sys::fs::exists(Path))
      return importFile(Path);
  }
}

void Evaluator::importFile(StringRef Path) {
  ++Depth;
  if (Error E = file(Path))
    P.Warnings.push_back(toString(std::move(E)) +
                         " (its settings are missing)");
  --Depth;
}

void Evaluator::metadata(xmlNode *Node, MsBuildMetadata &To) {
  forEach(Node, [&](xmlNode *Child) {
    if (!applies(Child))
      return;
    std::string Name = nameOf(Child).str();
    std::string Value = P.Properties.expand(textOf(Child));
    // "%(Name)" is what the setting was before.
    std::string Inherit = "%(" + Name + ")";
    for (std::string Form : {Inherit, "%(ClCompile." + Name + ")"})
      for (size_t At;
           (At = StringRef(Value).find_insensitive(Form)) != StringRef::npos;)
        Value.replace(At, Form.size(), To[Name]);
    To[Name] = Value;
  });
}

std::vector<std::string> Evaluator::files(StringRef List) {
  std::vector<std::string> Found;
  std::string Folder = *P.Properties.get("MSBuildProjectDirectory");
  SmallVector<StringRef, 4> Parts;
  std::string Expanded = P.Properties.expand(List);
  StringRef(Expanded).split(Parts, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Escaped : Parts) {
    std::string Unescaped = unescapeMsBuild(Escaped.trim());
    StringRef Part = Unescaped;
    if (!Part.contains('*')) {
      Found.push_back(windowsPath(Part, Folder));
      continue;
    }
    // The folder above the first star exists, maybe in other letter case.
    StringRef Fixed = Part.take_front(Part.find('*'));
    Fixed = Fixed.take_front(Fixed.find_last_of("/\\") + 1);
    std::string Start = windowsPath(Fixed.empty() ? "." : Fixed, Folder);
    std::string Rest = Part.drop_front(Fixed.size()).str();
    std::replace(Rest.begin(), Rest.end(), '\\', '/');
    std::string Path = Start + "/" + Rest;
    Expected<GlobPattern> Glob = GlobPattern::create(Path);
    if (!Glob) {
      P.Warnings.push_back(Current + ": '" + Part.str() +
                           "': " + toString(Glob.takeError()));
      continue;
    }
    std::vector<std::string> Matches;
    bool Deep = Path.find("**") != std::string::npos;
    std::error_code EC;
    for (sys::fs::recursive_directory_iterator I(Start, EC), E; !EC && I != E;
         I.increment(EC)) {
      if (!Deep)
        I.no_push();
      if (Glob->match(I->path()))
        Matches.push_back(I->path());
    }
    llvm::sort(Matches);
    llvm::append_range(Found, Matches);
  }
  return Found;
}

void Evaluator::compile(xmlNode *Node) {
  for (const std::string &File : files(attribute(Node, "Remove")))
    llvm::erase_if(P.Sources,
                   [&](const MsBuildItem &I) { return I.File == File; });
  std::vector<std::string> Excluded = files(attribute(Node, "Exclude"));
  for (const std::string &File : files(attribute(Node, "Include")))
    if (!llvm::is_contained(Excluded, File)) {
      P.Sources.push_back({File, Defaults});
      metadata(Node, P.Sources.back().Metadata);
    }
  for (const std::string &File : files(attribute(Node, "Update")))
    for (MsBuildItem &Item : P.Sources)
      if (Item.File == File)
        metadata(Node, Item.Metadata);
}

void Evaluator::items(xmlNode *Node) {
  forEach(Node, [this](xmlNode *Child) {
    if (nameOf(Child) == "ProjectConfiguration") {
      std::string Pair = attribute(Child, "Include");
      auto [Configuration, Platform] = StringRef(Pair).split('|');
      P.Configurations.emplace_back(Configuration.str(), Platform.str());
    }
    if (nameOf(Child) == "ClCompile" && applies(Child))
      compile(Child);
    if (nameOf(Child) == "ProjectReference" && applies(Child))
      llvm::append_range(P.References, files(attribute(Child, "Include")));
  });
}

Expected<MsBuildProject> flt::driver::evaluateMsBuild(StringRef Path,
                                                      MsBuildProperties Start) {
  std::string Folder = sys::path::parent_path(Path).str();
  Start.Folder = Folder;
  Start.set("MSBuildProjectDirectory", Folder);
  Start.set("MSBuildProjectFullPath", Path);
  Start.set("MSBuildProjectFile", sys::path::filename(Path));
  Start.set("MSBuildProjectName", sys::path::stem(Path));
  Start.set("ProjectDir", Folder + "/");
  Start.set("ProjectPath", Path);
  Start.set("ProjectName", sys::path::stem(Path));
  Start.set("ProjectFileName", sys::path::filename(Path));
  // As MSBuild has it where no solution builds the project, so that conditions
  // that ask for this very text see it.
  if (!Start.get("SolutionDir"))
    Start.set("SolutionDir", NoSolution);
  Evaluator E(std::move(Start));
  if (Error Bad = E.file(Path))
    return std::move(Bad);
  E.finish();
  E.P.Kind = E.P.Properties.get("ConfigurationType").value_or("");
  return std::move(E.P);
}
