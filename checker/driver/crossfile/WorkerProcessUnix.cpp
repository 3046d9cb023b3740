//===-- crossfile/WorkerProcessUnix.cpp - workers behind a socket ---------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/WorkerProcess.h"
#include "llvm/Support/Errno.h"
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

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
  std::string Log = logFile();
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
  return died(stop());
}
