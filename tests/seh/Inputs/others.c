// Something for the checks of others, in and around __try: they would find other
// things in lowered code.
#include <fltKernel.h>

ULONG nullInAHandler(PULONG User) {
  PULONG P = NULL;
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return *P;
  }
  return 0;
}

ULONG nullInAFinally(BOOLEAN Stop) {
  PULONG P = NULL;
  ULONG Unused = 1;
  __try {
    if (Stop)
      return 1;
    else
      Unused = 2;
  } __finally {
    *P = 1;
  }
  return 0;
}

ULONG nullBehindATry(PULONG User) {
  PULONG P = NULL;
  __try {
    ProbeForRead(User, sizeof(ULONG), 1);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    P = User;
  }
  return *P;
}

ULONG divides(ULONG N, PERESOURCE Resource) {
  FltAcquireResourceExclusive(Resource);
  if (N == 0)
    return 10 / N;
  FltReleaseResource(Resource);
  return N;
}

ULONG loops(PERESOURCE Resource, int N) {
  int I = 0, J = 0;
  FltAcquireResourceExclusive(Resource);
  __try {
    while (I < N)
      ++J;
    goto Out;
  } __finally {
    if (AbnormalTermination())
      if (I)
        J = 1;
      else
        J = 1;
  }
Out:
  return J;
}

ULONG deadStore(ULONG N) {
  ULONG Unused = 1;
  if (N)
    Unused = 2;
  return N;
}
