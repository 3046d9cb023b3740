//===-- driver/command/CommandLine.cpp - the command line -----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/command/CommandLine.h"
#include "driver/base/Files.h"
#include "driver/base/PathMap.h"
#include "driver/command/ExitCodes.h"
#include "driver/command/Information.h"
#include "driver/command/Settings.h"
#include "driver/crossfile/Cache.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace flt;
using namespace flt::driver;

static cl::OptionCategory InputCategory("What is checked");
static cl::OptionCategory CheckCategory("How it is checked");
static cl::OptionCategory OutputCategory("What is written");
static cl::OptionCategory GateCategory("What fails the run");

#define TEXT_OPTION(Var, Name, Meta, Category, Help)                           \
  static cl::opt<std::string> Var(Name, cl::desc(Help), cl::value_desc(Meta),  \
                                  cl::cat(Category))
#define FLAG(Var, Name, Category, Help)                                        \
  static cl::opt<bool> Var(Name, cl::desc(Help), cl::cat(Category))

// The steps, for build systems.
static cl::SubCommand Check("check", "Step: analyse one unit by itself");
static cl::SubCommand Link("link", "Step: analyse all units together");
static cl::SubCommand Merge("merge", "Step: report the results of all units");

static cl::list<std::string>
    Inputs(cl::Positional, cl::cat(InputCategory),
           cl::desc("[DIR|FILE|compile_commands.json|.vcxproj|.sln]..."));
TEXT_OPTION(BuildPath, "p", "DIR", InputCategory,
            "Folder of compile_commands.json; found by itself if left out");
TEXT_OPTION(Configuration, "configuration", "NAME", InputCategory,
            "Configuration of a Visual Studio project, such as Release");
TEXT_OPTION(Platform, "platform", "NAME", InputCategory,
            "Platform of a Visual Studio project, such as x64");
static cl::list<std::string>
    Properties("property", cl::cat(InputCategory), cl::value_desc("NAME=VALUE"),
               cl::desc("Value of an MSBuild property"));
static cl::list<std::string>
    ExcludeGlobs("exclude", cl::cat(InputCategory), cl::value_desc("GLOB"),
                 cl::desc("Files and folders that are left out; repeatable"));
static cl::list<std::string> ExtraArgs(
    "extra-arg", cl::cat(InputCategory), cl::value_desc("ARG"),
    cl::desc("Flag added to the command of every file; repeatable. Flags "
             "behind -- stand for the whole command"));
static cl::list<std::string>
    PathMaps("path-map", cl::cat(InputCategory), cl::value_desc("THERE=HERE"),
             cl::desc("Where a folder is that a database of another machine "
                      "names; repeatable"));
TEXT_OPTION(Headers, "headers", "DIR", InputCategory,
            "Stand-in headers, used where no WDK is found");
FLAG(Changed, "changed", InputCategory,
     "Only findings whose path touches changed lines (work tree against HEAD)");
FLAG(Staged, "staged", InputCategory,
     "With --changed: the staged content against HEAD");
TEXT_OPTION(Since, "since", "REV", InputCategory,
            "With --changed: the work tree against where it left REV");

TEXT_OPTION(Checks, "checks", "GLOBS", CheckCategory,
            "Checks to run, with * and -name to remove, as clang-tidy takes "
            "them; all by default");
TEXT_OPTION(WarningsAsErrors, "warnings-as-errors", "GLOBS", GateCategory,
            "Checks whose findings fail the run, as clang-tidy takes them; all "
            "by default");
TEXT_OPTION(SettingsFile, "settings", "FILE", InputCategory,
            "Settings of the project; by default the fltcheck.yaml in or above "
            "the folder of the first input");
FLAG(NoSettings, "no-settings", InputCategory,
     "Read neither fltcheck.yaml nor .clang-tidy");
static cl::list<std::string> Models(
    "model", cl::cat(CheckCategory), cl::value_desc("FILE"),
    cl::desc("What routines of your own do (docs/models.md); repeatable"));
static cl::list<std::string>
    Config("config", cl::cat(CheckCategory), cl::value_desc("KEY=VALUE"),
           cl::desc("Option of a checker, as -analyzer-config takes it"));
static cl::opt<bool> LowerSEH(
    "lower-seh", cl::Hidden, cl::init(true), cl::cat(CheckCategory),
    cl::desc("See through __try; off only to measure what that costs"));
FLAG(DryRun, "dry-run", CheckCategory,
     "Say which files and functions are understood, and follow no path");
FLAG(NoCrossFile, "no-cross-file", CheckCategory,
     "Look at each file by itself");
static cl::opt<unsigned> Jobs("j", cl::Prefix, cl::cat(CheckCategory),
                              cl::value_desc("N"),
                              cl::desc("Worker processes at a time"));
static cl::opt<unsigned>
    CpuLimit("cpu-limit", cl::cat(CheckCategory), cl::value_desc("SECONDS"),
             cl::init(600), cl::sub(cl::SubCommand::getTopLevel()),
             cl::sub(Check), cl::sub(Link),
             cl::desc("Processor time after which a file is given up and "
                      "reported as not checked; 0 for none (default 600)"));
TEXT_OPTION(CacheDir, "cache-dir", "DIR", CheckCategory,
            "Where results are kept between runs");
FLAG(NoCache, "no-cache", CheckCategory, "Neither read nor keep results");

static cl::opt<Format> StdFormat(
    "format", cl::cat(OutputCategory), cl::init(Format::Text),
    cl::desc("Format of --output and the standard output"),
    cl::values(clEnumValN(Format::Text, "text", "Messages with source lines"),
               clEnumValN(Format::Sarif, "sarif", "SARIF 2.1.0"),
               clEnumValN(Format::Html, "html", "One self-contained page"),
               clEnumValN(Format::Json, "json", "Everything, as JSON"),
               clEnumValN(Format::Github, "github", "Workflow commands"),
               clEnumValN(Format::Msvc, "msvc", "As MSBuild reads errors")));
TEXT_OPTION(Output, "output", "FILE", OutputCategory,
            "Write there instead of to the standard output");
#define FILE_LIST(Var, Name, Help)                                             \
  static cl::list<std::string> Var(                                            \
      Name, cl::desc(Help), cl::value_desc("FILE"), cl::cat(OutputCategory))
FILE_LIST(SarifFile, "sarif", "Write SARIF as well; repeatable");
FILE_LIST(HtmlFile, "html", "Write HTML as well; repeatable");
FILE_LIST(JsonFile, "json", "Write JSON as well; repeatable");
FLAG(AllSteps, "all-steps", OutputCategory,
     "Show all steps of the paths in the text, not only the important ones");
FLAG(ShowKnown, "show-known", OutputCategory,
     "Show findings that are in the baseline in the text too");
FLAG(SarifSuppressed, "sarif-suppressed", OutputCategory,
     "Suppressed findings in the SARIF too; GitHub shows them as open alerts");
static cl::opt<std::string> SarifCategory(
    "sarif-category", cl::cat(OutputCategory), cl::value_desc("NAME"),
    cl::init(SarifOptions().Category),
    cl::desc("Tells this analysis of a repository from others, for GitHub"));
TEXT_OPTION(EmitModel, "emit-model", "FILE", OutputCategory,
            "Write what the functions of the driver do, as a model file");
TEXT_OPTION(EmitNinja, "emit-ninja", "DIR", OutputCategory,
            "Write build.ninja with the steps of this run instead of running");
FLAG(PrintCommands, "print-commands", OutputCategory,
     "Print the command of each file as it was understood, and do no more");
TEXT_OPTION(EmitCommands, "emit-compile-commands", "FILE", OutputCategory,
            "Write the commands as a database for other tools, and do no more");
FLAG(Quiet, "quiet", OutputCategory, "No progress");

TEXT_OPTION(BaselineFile, "baseline", "FILE", GateCategory,
            "Findings that are known; only others count as new");
TEXT_OPTION(WriteBaselineFile, "write-baseline", "FILE", GateCategory,
            "Write the findings of this run as a baseline");
FLAG(PruneBaseline, "prune-baseline", GateCategory,
     "Take what is fixed out of the --baseline; nothing new comes in");
FLAG(FixFindings, "fix", OutputCategory,
     "Apply the fixes of new findings to the sources");
FLAG(FixDryRun, "fix-dry-run", OutputCategory,
     "Print those fixes as a patch instead");
static cl::opt<FailOn>
    Fail("fail-on", cl::cat(GateCategory), cl::init(FailOn::New),
         cl::desc("Findings that fail the run"),
         cl::values(clEnumValN(FailOn::New, "new", "Those not in the baseline"),
                    clEnumValN(FailOn::Any, "any", "All"),
                    clEnumValN(FailOn::None, "none", "None")));
FLAG(AllowIncomplete, "allow-incomplete", GateCategory,
     "Do not fail because something could not be looked at");
FLAG(UnusedSuppressions, "report-unused-suppressions", GateCategory,
     "List suppressions that suppress nothing");

// Seen before the others are read; the server's own processes have them.
FLAG(LanguageServer, "lsp", InputCategory,
     "Serve an editor over the language server protocol (docs/editors.md)");
FLAG(SelfCheck, "self-check", CheckCategory,
     "Prove that this installation finds a known bug");
FLAG(ListChecks, "list-checks", CheckCategory, "List the checks");
static cl::opt<std::string> Explain(
    "explain", cl::ValueOptional, cl::value_desc("NAME"),
    cl::cat(CheckCategory),
    cl::desc("Describe a check or a rule; without a name, list the rules"));
TEXT_OPTION(ExplainCall, "explain-call", "NAME", CheckCategory,
            "Say what a call of this routine does, and how that is known");

// The options of the steps.
#define STEP_OPTION(Var, Name, Meta, Help, ...)                                \
  static cl::opt<std::string> Var(Name, cl::desc(Help), cl::value_desc(Meta),  \
                                  __VA_ARGS__)
STEP_OPTION(StepJob, "job", "FILE", "The unit", cl::sub(Check));
STEP_OPTION(StepRows, "rows", "FILE", "What is known of other units",
            cl::sub(Check));
STEP_OPTION(StepDeps, "depfile", "FILE", "Write what was read, for Ninja",
            cl::sub(Check), cl::sub(Link));
STEP_OPTION(StepOutput, "output", "FILE", "The result", cl::sub(Check),
            cl::sub(Link));
STEP_OPTION(StepPlan, "plan", "FILE", "The run that this is a step of",
            cl::sub(Link), cl::sub(Merge));
STEP_OPTION(StepResultsDir, "results-dir", "DIR", "A result for each unit",
            cl::sub(Link));
static cl::list<std::string> StepResults(cl::Positional, cl::desc("RESULT..."),
                                         cl::sub(Merge));

static bool usage(const Twine &Message) {
  WithColor::error(errs(), "fltcheck") << Message << '\n';
  return false;
}

static bool splitPairs(const cl::list<std::string> &From, StringRef Name,
                       std::map<std::string, std::string> &To) {
  for (StringRef Text : From) {
    auto [Key, Value] = Text.split('=');
    if (Key.empty() || !Text.contains('='))
      return usage("--" + Name + " takes NAME=VALUE, not '" + Text + "'");
    To[Key.str()] = Value.str();
  }
  return true;
}

static bool isGiven(StringRef Option) {
  return cl::getRegisteredOptions().lookup(Option)->getNumOccurrences() != 0;
}

static void addOutputs(Options &O) {
  O.Outputs.emplace_back(StdFormat, Output == "-" ? "" : Output.getValue());
  for (const auto &[F, Names] :
       {std::make_pair(Format::Sarif, std::addressof(SarifFile)),
        std::make_pair(Format::Html, std::addressof(HtmlFile)),
        std::make_pair(Format::Json, std::addressof(JsonFile))})
    for (const std::string &File : *Names)
      O.Outputs.emplace_back(F, File);
}

static void fillStep(StepOptions &S) {
  using Step = StepOptions::Step;
  S.Which = Check   ? Step::Check
            : Link  ? Step::Link
            : Merge ? Step::Merge
                    : Step::None;
  S.Job = StepJob;
  S.Rows = StepRows;
  S.Plan = StepPlan;
  S.Output = StepOutput;
  S.ResultsFolder = StepResultsDir;
  S.DepFile = StepDeps;
  S.CpuLimit = CpuLimit;
  S.Results = StepResults;
}

std::optional<Options> flt::driver::parseCommandLine(int Argc,
                                                     const char **Argv,
                                                     StepOptions &Step,
                                                     int &Exit) {
  Exit = ExitFailed;
  // What stands behind "--" are flags for the compiler, as in clang's tools.
  std::optional<std::vector<std::string>> Flags;
  if (const char **End = std::find(Argv, Argv + Argc, StringRef("--"));
      End != Argv + Argc) {
    Flags.emplace(End + 1, Argv + Argc);
    Argc = End - Argv;
  }
  // A merge reports as the whole run does.
  for (cl::Option *Opt : std::initializer_list<cl::Option *>{
           &StdFormat, &Output, std::addressof(SarifFile),
           std::addressof(HtmlFile), std::addressof(JsonFile), &BaselineFile,
           &WriteBaselineFile, &PruneBaseline, std::addressof(PathMaps), &Fail,
           &WarningsAsErrors, &AllowIncomplete, &UnusedSuppressions, &AllSteps,
           &ShowKnown, &SarifSuppressed, &SarifCategory})
    Opt->addSubCommand(Merge);
  for (cl::Option *Opt : std::initializer_list<cl::Option *>{
           &Jobs, std::addressof(CacheDir), &Quiet})
    Opt->addSubCommand(Link);
  cl::SetVersionPrinter(printVersion);
  cl::HideUnrelatedOptions({&InputCategory, &CheckCategory, &OutputCategory,
                            &GateCategory, &getColorCategory()});
  if (!cl::ParseCommandLineOptions(
          Argc, Argv,
          "Checks a Windows file-system minifilter driver on every path.\n\n"
          "Exit status: 0 clean, 1 findings, 2 something was not looked at, "
          "3 both,\n4 bad usage, broken input or unwritable output.\n",
          &errs()))
    return std::nullopt;

  fillStep(Step);
  Options O;
  O.Inputs = Inputs;
  O.BuildPath = BuildPath;
  O.Configuration = Configuration;
  O.Platform = Platform;
  for (const std::string &Model : Models)
    O.Models.push_back(absolutePath(Model));
  O.Flags = std::move(Flags);
  O.Excludes = ExcludeGlobs;
  O.ExtraArgs = ExtraArgs;
  O.PathMap = PathMaps;
  // Visual Studio around this Linux names its own paths.
  for (std::string &Input : O.Inputs)
    if (hasDrive(Input))
      Input = PathMap(O.PathMap).here(Input);
  O.PrintCommands = PrintCommands;
  O.EmitCommands = EmitCommands;
  O.Headers = Headers;
  O.CrossFile = !NoCrossFile && !DryRun;
  O.DryRun = DryRun;
  O.LowerSEH = LowerSEH;
  O.Jobs = Jobs;
  if (!NoCache)
    O.CacheFolder =
        CacheDir.empty() ? defaultCacheFolder() : absolutePath(CacheDir);
  O.CpuLimit = CpuLimit;
  O.Quiet = Quiet;
  addOutputs(O);
  O.Text.AllSteps = AllSteps;
  O.Text.Known = ShowKnown;
  O.Text.Brief = Quiet;
  O.Sarif.Suppressed = SarifSuppressed;
  O.Sarif.Category = SarifCategory;
  O.EmitModel = EmitModel;
  O.EmitNinja = EmitNinja;
  O.Baseline = BaselineFile;
  O.WriteBaseline = WriteBaselineFile;
  O.PruneBaseline = PruneBaseline;
  O.Fix = FixFindings;
  O.FixDryRun = FixDryRun;
  O.Changed = Changed;
  O.Staged = Staged;
  O.Since = Since;
  O.Fail = Fail;
  O.AllowIncomplete = AllowIncomplete;
  O.ReportUnusedSuppressions = UnusedSuppressions;
  O.SelfCheck = SelfCheck;
  O.ListChecks = ListChecks;
  O.ExplainCall = ExplainCall;
  // The name may stand behind it without "=".
  if (Explain.getNumOccurrences())
    O.Explain =
        Explain.empty() && !Inputs.empty() ? Inputs[0] : Explain.getValue();
  if (!splitPairs(Properties, "property", O.Properties) ||
      !splitPairs(Config, "config", O.Config))
    return std::nullopt;
  O.CheckGlobs = Checks;
  O.ErrorGlobs = WarningsAsErrors;
  // A step has its settings from the run that it belongs to.
  if (!NoSettings && Step.Which == StepOptions::Step::None)
    if (Error E = applySettings(O, SettingsFile, isGiven)) {
      usage(toString(std::move(E)));
      return std::nullopt;
    }
  if (!selectChecks("checks", O.CheckGlobs, O.Checks) ||
      !selectChecks("warnings-as-errors", O.ErrorGlobs, O.Errors) ||
      !isConsistent(O) || !areExcludes(O))
    return std::nullopt;
  Exit = ExitClean;
  return O;
}
