#include "depot.h"

void Begin(Depot *D) { FltAcquireResourceExclusive(&D->Lock); }

void Begin(Shelf *S) { FltReleaseResource(&S->Lock); }

void Begin(Depot *D, BOOLEAN Wait) {
  if (Wait)
    D->Items = 0;
  FltAcquireResourceExclusive(&D->Lock);
}

void Finish(Depot *D) { FltReleaseResource(&D->Lock); }

void Stow(Depot *D) { FltReleaseResource(&D->Lock); }
