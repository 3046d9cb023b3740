#include "depot.h"

// Nothing is known of either.
void Begun(Depot *D, Shelf *S) {
  Begin(D);
  D->Items = 0;
  Begin(S);
  S->Items = 0;
}

void BegunAndFinished(Depot *D) {
  Begin(D, TRUE);
  D->Items = 0;
  Finish(D);
}

void BegunAndLeft(Depot *D) {
  Begin(D, TRUE);
  if (D->Items)
    return;
  Finish(D);
}

// The members are not the functions of these names: no second release.
void MemberFinishes(Keeper *K, Depot *D) {
  FltAcquireResourceExclusive(&D->Lock);
  Finish(D);
  K->Finish(D);
}

void StaticMemberStows(Depot *D) {
  FltAcquireResourceExclusive(&D->Lock);
  Stow(D);
  Keeper::Stow(D);
}

// Nor a first one, as far as its name tells.
void StaticMemberReleases(Depot *D) {
  FltAcquireResourceExclusive(&D->Lock);
  Keeper::Stow(D);
  if (D->Items)
    return;
  FltReleaseResource(&D->Lock);
}
