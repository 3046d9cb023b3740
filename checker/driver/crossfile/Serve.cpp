//===-- crossfile/Serve.cpp - a worker that answers questions -------------===//
//
// Part of FltCheck, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "driver/crossfile/Serve.h"
#include "driver/base/JsonNumbers.h"
#include "driver/base/Platform.h"
#include "driver/unit/UnitSession.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <iostream>
#include <list>

using namespace llvm;
using namespace flt;
using namespace flt::driver;

/// Bytes that the ASTs of a worker may take; one is always kept.
static constexpr size_t MemoryLimit = 300u << 20;

json::Value flt::driver::toJSON(const Question &Q) {
  json::Object O{{"unit", Q.Unit},           {"job", toJSON(Q.J)},
                 {"crossFile", Q.CrossFile}, {"facts", Q.WantsFacts},
                 {"keep", Q.Keep},           {"cpuLimit", Q.CpuLimit}};
  if (Q.Request)
    O["request"] = toJSON(*Q.Request);
  return O;
}

bool flt::driver::fromJSON(const json::Value &V, Question &Q, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && mapNumber(O, "unit", Q.Unit) && O.map("job", Q.J) &&
         O.map("crossFile", Q.CrossFile) && O.map("facts", Q.WantsFacts) &&
         O.map("keep", Q.Keep) && mapNumber(O, "cpuLimit", Q.CpuLimit) &&
         O.map("request", Q.Request);
}

json::Value flt::driver::toJSON(const Answer &A) {
  json::Object O{{"error", A.Error},
                 {"functions", toJSON(A.Functions)},
                 {"loaded", numbers(A.Loaded)}};
  if (A.Facts)
    O["facts"] = toJSON(*A.Facts);
  return O;
}

bool flt::driver::fromJSON(const json::Value &V, Answer &A, json::Path Path) {
  json::ObjectMapper O(V, Path);
  return O && O.map("error", A.Error) && O.map("functions", A.Functions) &&
         mapNumbers(O, "loaded", A.Loaded) && O.map("facts", A.Facts);
}

/// Gives this process so many \p Seconds more of processor time.
static void allow(unsigned Seconds) {
  sys::TimePoint<> Now;
  std::chrono::nanoseconds User, System;
  sys::Process::GetTimeUsage(Now, User, System);
  auto Used = std::chrono::duration_cast<std::chrono::seconds>(User + System);
  if (Seconds)
    limitProcessorTime(unsigned(Used.count()) + 1 + Seconds);
}

namespace {

class Server {
public:
  Answer answer(const Question &Q);

private:
  struct Entry {
    unsigned Unit;
    std::unique_ptr<UnitSession> Session;
  };
  Expected<UnitSession *> open(const Question &Q);
  void makeRoom();

  std::list<Entry> Sessions; ///< Used last, first.
  std::vector<std::string> ModelFiles;
  std::shared_ptr<const model::Model> M;
};

} // namespace

Expected<UnitSession *> Server::open(const Question &Q) {
  auto It =
      llvm::find_if(Sessions, [&](const Entry &E) { return E.Unit == Q.Unit; });
  if (It != Sessions.end()) {
    Sessions.splice(Sessions.begin(), Sessions, It);
    return Sessions.front().Session.get();
  }
  if (!M || ModelFiles != Q.J.S.Models) {
    auto Loaded = model::Model::load(Q.J.S.Models);
    if (!Loaded)
      return Loaded.takeError();
    M = std::move(*Loaded);
    ModelFiles = Q.J.S.Models;
  }
  makeRoom();
  Sessions.push_front(
      {Q.Unit, std::make_unique<UnitSession>(Q.J, Q.CrossFile, M)});
  return Sessions.front().Session.get();
}

void Server::makeRoom() {
  while (Sessions.size() > 1 && sys::Process::GetMallocUsage() > MemoryLimit)
    Sessions.pop_back();
}

Answer Server::answer(const Question &Q) {
  Answer A;
  Expected<UnitSession *> Session = open(Q);
  if (!Session) {
    A.Error = toString(Session.takeError());
    return A;
  }
  if (Q.WantsFacts)
    A.Facts = (*Session)->facts();
  if (Q.Request) {
    Expected<UnitAnswer> Functions = (*Session)->look(*Q.Request);
    if (!Functions)
      A.Error = toString(Functions.takeError());
    else
      A.Functions = std::move(*Functions);
  }
  if (!Q.Keep || (*Session)->isSpoilt())
    Sessions.pop_front();
  makeRoom();
  for (const Entry &E : Sessions)
    A.Loaded.push_back(E.Unit);
  return A;
}

int flt::driver::serve() {
  Server S;
  std::string Line;
  while (std::getline(std::cin, Line)) {
    Answer A;
    Question Q;
    json::Path::Root Root("question");
    Expected<json::Value> V = json::parse(Line);
    if (!V) {
      A.Error = toString(V.takeError());
    } else if (!fromJSON(*V, Q, Root)) {
      A.Error = toString(Root.getError());
    } else {
      allow(Q.CpuLimit);
      A = S.answer(Q);
    }
    outs() << formatv("{0}", toJSON(A)) << '\n';
    outs().flush();
  }
  // The ASTs go with the process.
  sys::Process::Exit(0, /*NoCleanup=*/true);
}
