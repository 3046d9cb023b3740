//===-- crossfile/WorkerProcess.cpp - asks another process ----------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/WorkerProcess.h"
#include "driver/base/Files.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Errno.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#ifdef LLVM_ON_UNIX
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace llvm;
using namespace flt;
using namespace flt::driver;

// What a dying process said last before LLVM's stack dump.
static std::string lastWords(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return "";
  StringRef Words = (*Buffer)->getBuffer().trim();
  Words = Words.take_front(Words.find("PLEASE submit a bug report")).trim();
  Words = Words.take_front(Words.find("Stack dump:")).trim();
  return Words.rsplit('\n').second.empty() ? Words.str()
                                           : Words.rsplit('\n').second.str();
}

static Error died(const Twine &How, StringRef Log) {
  std::string Words = lastWords(Log);
  return createStringError("its worker process died (" + How + ")" +
                           (Words.empty() ? "" : ": " + Words));
}

Expected<Answer> WorkerProcess::ask(const Question &Q) {
  Expected<std::string> Line = exchange(formatv("{0}", toJSON(Q)).str());
  if (!Line) {
    Loaded.clear();
    return Line.takeError();
  }
  Expected<json::Value> V = json::parse(*Line);
  if (!V)
    return V.takeError();
  Answer A;
  json::Path::Root Root("answer");
  if (!fromJSON(*V, A, Root))
    return Root.getError();
  if (!A.Error.empty())
    return createStringError(A.Error);
  Loaded = A.Loaded;
  return A;
}

#ifdef LLVM_ON_UNIX

extern char **environ;

Error WorkerProcess::start() {
  int Ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, Ends))
    return createStringError("no connection to a worker: " +
                             sys::StrError(errno));
  // No other worker may hold our end: this one ends when it closes.
  fcntl(Ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(Ends[1], F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t Actions;
  posix_spawn_file_actions_init(&Actions);
  posix_spawn_file_actions_adddup2(&Actions, Ends[1], 0);
  posix_spawn_file_actions_adddup2(&Actions, Ends[1], 1);
  std::string Log = Base + ".log";
  posix_spawn_file_actions_addopen(&Actions, 2, Log.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  std::string Command = "serve";
  char *Arguments[] = {const_cast<char *>(Options.Program.c_str()),
                       Command.data(), nullptr};
  pid_t Child = 0;
  int Failed = posix_spawn(&Child, Options.Program.c_str(), &Actions, nullptr,
                           Arguments, environ);
  posix_spawn_file_actions_destroy(&Actions);
  close(Ends[1]);
  if (Failed) {
    close(Ends[0]);
    return createStringError("no worker can be started: " +
                             sys::StrError(Failed));
  }
  Process = Child;
  Channel = Ends[0];
  return Error::success();
}

std::string WorkerProcess::stop() {
  if (!Process)
    return "";
  close(Channel);
  int Status = 0;
  while (waitpid(Process, &Status, 0) < 0 && errno == EINTR)
    ;
  Process = 0;
  Channel = -1;
  if (WIFSIGNALED(Status))
    return std::string(strsignal(WTERMSIG(Status))) +
           (WCOREDUMP(Status) ? " (core dumped)" : "");
  return "exit status " + std::to_string(WEXITSTATUS(Status));
}

static bool sendAll(int Channel, StringRef Text) {
  while (!Text.empty()) {
#ifdef MSG_NOSIGNAL
    ssize_t Sent = send(Channel, Text.data(), Text.size(), MSG_NOSIGNAL);
#else
    ssize_t Sent = send(Channel, Text.data(), Text.size(), 0);
#endif
    if (Sent < 0 && errno == EINTR)
      continue;
    if (Sent <= 0)
      return false;
    Text = Text.drop_front(size_t(Sent));
  }
  return true;
}

// One line; nothing if the other end is gone.
static std::optional<std::string> receiveLine(int Channel) {
  std::string Text;
  char Buffer[1 << 16];
  while (true) {
    ssize_t Got = recv(Channel, Buffer, sizeof(Buffer), 0);
    if (Got < 0 && errno == EINTR)
      continue;
    if (Got <= 0)
      return std::nullopt;
    Text.append(Buffer, size_t(Got));
    if (Text.back() == '\n')
      return Text;
  }
}

Expected<std::string> WorkerProcess::exchange(const std::string &Line) {
  if (!Process)
    if (Error E = start())
      return std::move(E);
  if (sendAll(Channel, Line + "\n"))
    if (std::optional<std::string> Text = receiveLine(Channel))
      return std::move(*Text);
  return died(stop(), Base + ".log");
}

#else

// Elsewhere each question has a process of its own.
Error WorkerProcess::start() { return Error::success(); }
std::string WorkerProcess::stop() { return ""; }

Expected<std::string> WorkerProcess::exchange(const std::string &Line) {
  std::string In = Base + ".in", Out = Base + ".out", Log = Base + ".log";
  if (Error E = writeFile(In, Line + "\n"))
    return std::move(E);
  std::string Message;
  int Status = sys::ExecuteAndWait(
      Options.Program, {Options.Program, "serve"}, std::nullopt,
      {StringRef(In), StringRef(Out), StringRef(Log)}, /*SecondsToWait=*/0,
      /*MemoryLimit=*/0, &Message);
  if (Status != 0)
    return died(Message.empty() ? "exit status " + std::to_string(Status)
                                : Message,
                Log);
  return readFile(Out);
}

#endif
