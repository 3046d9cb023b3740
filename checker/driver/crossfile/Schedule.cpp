//===-- crossfile/Schedule.cpp - shares questions out between workers -----===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Schedule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Threading.h"
#include <thread>

using namespace llvm;
using namespace flt::driver;

void Schedule::add(Task T) { Waiting.push_back(std::move(T)); }

Task Schedule::take(unsigned Number) {
  auto HasLoaded = [&](unsigned Worker, const Task &T) {
    return llvm::is_contained(Loaded[Worker], T.Q.Unit);
  };
  auto Best = llvm::find_if(
      Waiting, [&](const Task &T) { return HasLoaded(Number, T); });
  // Rather one that nobody has parsed than one that is parsed twice.
  if (Best == Waiting.end())
    Best = llvm::find_if(Waiting, [&](const Task &T) {
      for (unsigned Other = 0; Other != Loaded.size(); ++Other)
        if (HasLoaded(Other, T))
          return false;
      return true;
    });
  if (Best == Waiting.end())
    Best = Waiting.begin();
  Task T = std::move(*Best);
  Waiting.erase(Best);
  return T;
}

void Schedule::work(unsigned Number) {
  WorkerProcess Worker(Options, Number);
  std::unique_lock<std::mutex> Guard(Lock);
  while (true) {
    Changed.wait(Guard, [&] { return !Waiting.empty() || !Busy; });
    if (Waiting.empty())
      return;
    Task T = take(Number);
    ++Busy;
    Guard.unlock();
    Expected<Answer> A = Worker.ask(T.Q);
    Guard.lock();
    Loaded[Number] = Worker.loaded();
    T.Done(std::move(A));
    --Busy;
    Changed.notify_all();
  }
}

void Schedule::run() {
  unsigned Count =
      std::max(1u, std::min(hardware_concurrency(Jobs).compute_thread_count(),
                            unsigned(Waiting.size())));
  if (Waiting.empty())
    return;
  Loaded.resize(Count);
  std::vector<std::thread> Threads;
  for (unsigned I = 0; I != Count; ++I)
    Threads.emplace_back([this, I] { work(I); });
  for (std::thread &T : Threads)
    T.join();
}
