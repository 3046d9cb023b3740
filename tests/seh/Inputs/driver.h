// What the drivers of these tests have in common.
#ifndef TESTS_SEH_DRIVER_H
#define TESTS_SEH_DRIVER_H

#include "../../rules/Inputs/driver.h"
#include <warning.h>

// As the drivers of Microsoft's samples have them.
#define try_return(S)                                                          \
  {                                                                            \
    S;                                                                         \
    goto try_exit;                                                             \
  }
#define try_leave(S)                                                           \
  {                                                                            \
    S;                                                                         \
    leave;                                                                     \
  }

#endif // TESTS_SEH_DRIVER_H
