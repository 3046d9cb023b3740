// Functions of one name, by which rows can't tell them apart.
#pragma once
#include <fltKernel.h>

struct Depot {
  ERESOURCE Lock;
  ULONG Items;
};

struct Shelf {
  ERESOURCE Lock;
  ULONG Items;
};

// locks.cpp: two with one parameter, one with two.
void Begin(Depot *D);
void Begin(Shelf *S);
void Begin(Depot *D, BOOLEAN Wait);
void Finish(Depot *D);
void Stow(Depot *D);

// Nobody can see into these.
class Keeper {
public:
  void Finish(Depot *D);
  static void Stow(Depot *D);
};
