// The project spells the folder of this file with a capital letter.
#include "shelf.h"
#if FROM_SHEET != 1
#error the property sheet is not read
#endif
#ifndef FLAVOR_DEBUG
#error not the configuration that is wanted
#endif
#ifdef ONLY_HERE
#error a definition of another file
#endif
