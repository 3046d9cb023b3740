#include "shelf.h"
#if !defined(FLAVOR_RELEASE) || ONLY_HERE != 1 || FROM_SHEET != 1 || DBG
#error the settings of this file are not read
#endif
